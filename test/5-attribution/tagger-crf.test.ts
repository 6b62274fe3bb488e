import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CONTENT, CUE, decode, encode, LABELS, NEXT, SOURCE } from '../../pipeline/5-attribution/tagger/crf-labels.ts'
import { Lattice, segmentProbability } from '../../pipeline/5-attribution/tagger/crf.ts'

const N = 4

/** All label sequences of N tokens that keep to the order, with their scores. */
function paths(lattice: Lattice): { labels: number[]; score: number }[] {
  let open: { labels: number[]; score: number }[] = []
  for (const y of NEXT[0]!) open.push({ labels: [y], score: lattice.scores[y]! })
  for (let t = 1; t < N; t++)
    open = open.flatMap(({ labels, score }) =>
      Array.from(NEXT[labels.at(-1)!]!, (y) => ({ labels: [...labels, y], score: score + lattice.transitions[labels.at(-1)! * LABELS + y]! + lattice.scores[t * LABELS + y]! })))
  return open.filter(({ labels }) => NEXT[labels.at(-1)!]!.includes(0))
}

function randomLattice(values: readonly number[]): Lattice {
  const lattice = new Lattice()
  values.slice(0, N * LABELS).forEach((v, i) => (lattice.scores[i] = v))
  values.slice(N * LABELS).forEach((v, i) => (lattice.transitions[i] = v))
  lattice.refresh()
  return lattice
}

const weights = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: N * LABELS + LABELS * LABELS, maxLength: N * LABELS + LABELS * LABELS })

describe('the lattice agrees with counting all paths', () => {
  test('best path', () => {
    fc.assert(fc.property(weights, (values) => {
      const lattice = randomLattice(values)
      lattice.viterbi(N)
      const all = paths(lattice)
      const best = all.reduce((x, y) => (y.score > x.score ? y : x))
      const found = all.find(({ labels }) => labels.every((y, t) => y === lattice.labels[t]))
      expect(found?.score).toBeCloseTo(best.score, 9)
    }), { numRuns: 20 })
  })

  test('an eager path is the best one where beginning a segment scores more', () => {
    fc.assert(fc.property(weights, (values) => {
      const lattice = randomLattice(values)
      const best = (eagerness = 0) => {
        lattice.viterbi(N, eagerness)
        return lattice.labels.slice(0, N)
      }
      const plain = best(), eager = best(1)
      for (let k = 0; k < N * LABELS; k++) if ([1, 4, 5, 8, 9, 12].includes(k % LABELS)) lattice.scores[k]! += 1
      expect(eager).toEqual(best())
      expect(decode(eager, N).length).toBeGreaterThanOrEqual(decode(plain, N).length)
    }), { numRuns: 50 })
  })

  test('partition function, marginals and the probability of a segment', () => {
    fc.assert(fc.property(weights, (values) => {
      const lattice = randomLattice(values)
      const logZ = lattice.marginals(N)
      const all = paths(lattice)
      const z = all.reduce((sum, { score }) => sum + Math.exp(score), 0)
      expect(logZ).toBeCloseTo(Math.log(z), 6)
      const share = (holds: (labels: number[]) => boolean) => all.reduce((sum, { labels, score }) => sum + (holds(labels) ? Math.exp(score) : 0), 0) / z
      expect(lattice.probability(1, 6)).toBeCloseTo(share((labels) => labels[1] === 6), 6)
      const content = { from: 1, to: 4, part: CONTENT }
      expect(segmentProbability(lattice, content)).toBeCloseTo(share((labels) => labels[1] === 9 && labels[2] === 10 && labels[3] === 11), 6)
    }), { numRuns: 10 })
  })
})

test('segments survive being written as labels', () => {
  const segments = [{ from: 0, to: 1, part: SOURCE }, { from: 1, to: 3, part: CUE }, { from: 3, to: 8, part: CONTENT }, { from: 8, to: 9, part: CONTENT }]
  const labels = new Uint8Array(10)
  encode(segments, labels)
  expect(decode(labels, 10)).toEqual(segments)
})
