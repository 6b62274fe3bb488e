import { random, shuffle } from './crf-train.ts'

/** A choice between alternatives: the features of each, as slots of a weight table, and which are right. */
export interface Choice {
  readonly options: readonly Int32Array[]
  readonly right: readonly number[]
}

const { passes, rate, l2, seed } = { passes: 8, rate: 0.1, l2: 1e-3, seed: 1 }

/**
 * Weights of a log-linear ranker (softmax over the alternatives of a choice, total probability of the right ones
 * maximised), by AdaGrad with averaging.
 */
export function trainRanker(choices: readonly Choice[], size: number): Float32Array {
  const w = new Float32Array(size), g = new Float32Array(size), u = new Float32Array(size)
  const order = choices.map((_, i) => i)
  const next = random(seed)
  let step = 1
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, next)
    for (const k of order) {
      const { options, right } = choices[k]!
      const p = softmax(options.map((ids) => total(w, ids)))
      const mass = right.reduce((s, r) => s + p[r]!, 0) || 1e-9
      options.forEach((ids, o) => {
        const d = p[o]! - (right.includes(o) ? p[o]! / mass : 0)
        if (Math.abs(d) < 1e-4) return
        for (const id of ids) {
          g[id]! += d * d
          const move = (rate * (d + l2 * w[id]!)) / (Math.sqrt(g[id]!) + 1)
          w[id]! -= move
          u[id]! -= step * move
        }
      })
      step++
    }
  }
  return w.map((v, i) => v - u[i]! / step)
}

function total(w: Float32Array, ids: Int32Array): number {
  let s = 0
  for (const id of ids) s += w[id]!
  return s
}

function softmax(scores: number[]): number[] {
  const most = Math.max(...scores)
  const e = scores.map((s) => Math.exp(s - most))
  const sum = e.reduce((a, b) => a + b, 0)
  return e.map((x) => x / sum)
}
