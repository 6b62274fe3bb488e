import { LABELS } from '../4-attribution/crf-labels.ts'
import type { PackedWeights } from '../4-attribution/model-table.ts'
import type { Weights } from './crf-train.ts'

/** How many weights the shipped model keeps: the file then stays under 2 MB, at no measurable cost. */
export const KEPT_WEIGHTS = 850_000
/** Weights beyond this are cut: they are few, and 8 bits are for the others. */
const LARGEST = 2.5

/** The largest weights as 8-bit integers, ordered by the hash of their feature. */
export function prune({ weights, features }: Weights, hashes: Int32Array, keep = KEPT_WEIGHTS): PackedWeights {
  const unit = LARGEST / 127
  const least = Math.max(unit / 2, nthLargest(weights, keep))
  const rows: number[] = []
  let values = 0
  for (let f = 0; f < features; f++) {
    let any = 0
    for (let y = 0; y < LABELS; y++) if (Math.abs(weights[f * LABELS + y]!) >= least) any++
    if (any) rows.push(f)
    values += any
  }
  rows.sort((x, y) => (hashes[x]! >>> 0) - (hashes[y]! >>> 0))
  const packed = { hashes: new Uint32Array(rows.length), masks: new Uint16Array(rows.length), values: new Int8Array(values), unit }
  let v = 0
  rows.forEach((f, k) => {
    packed.hashes[k] = hashes[f]! >>> 0
    for (let y = 0; y < LABELS; y++) {
      const w = weights[f * LABELS + y]!
      if (Math.abs(w) < least) continue
      packed.masks[k]! |= 1 << y
      packed.values[v++] = Math.max(-127, Math.min(127, Math.round(w / unit)))
    }
  })
  return packed
}

/** The absolute value that about `n` of the weights reach, from a histogram. */
function nthLargest(weights: Float32Array, n: number): number {
  const bins = 4096, top = 1
  const counts = new Int32Array(bins + 1)
  for (const w of weights) counts[Math.min(bins, Math.floor((Math.abs(w) / top) * bins))]!++
  let seen = 0
  for (let b = bins; b > 0; b--) {
    seen += counts[b]!
    if (seen >= n) return ((b + 1) / bins) * top
  }
  return 0
}
