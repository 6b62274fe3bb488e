import { LABELS } from '../5-attribution/tagger/crf-labels.ts'
import type { PackedWeights } from '../5-attribution/tagger/model-table.ts'
import type { Weights } from './crf-train.ts'

/**
 * How many features the shipped model keeps. The table then takes 2 MB, and unseen months were tagged no worse than with three times
 * as many.
 */
const KEPT_FEATURES = 100_000
/** Weights beyond this are cut: they are few, and 8 bits are for the others. */
const LARGEST = 2.5

/**
 * The features that matter most, by their largest weight times the square root of their number of uses, with their weights as 8-bit
 * integers, ordered by the hash of the feature.
 * @param uses how often each feature occurs in training.
 */
export function prune({ weights, features }: Weights, hashes: Int32Array, uses: Int32Array): PackedWeights {
  const unit = LARGEST / 127
  const largest = Float64Array.from({ length: features }, (_, f) => largestOf(weights, f))
  const worth = largest.map((w, f) => (w < unit / 2 ? 0 : w * Math.sqrt(uses[f]!)))
  const least = Math.max(Number.MIN_VALUE, worth.toSorted().at(-Math.min(KEPT_FEATURES, features)) ?? 0)
  const rows = [...worth.keys()].filter((f) => worth[f]! >= least)
  rows.sort((x, y) => (hashes[x]! >>> 0) - (hashes[y]! >>> 0))
  const masks = new Uint16Array(rows.length)
  const values: number[] = []
  rows.forEach((f, k) => {
    for (let y = 0; y < LABELS; y++) {
      const value = Math.max(-127, Math.min(127, Math.round(weights[f * LABELS + y]! / unit)))
      if (value === 0) continue
      masks[k]! |= 1 << y
      values.push(value)
    }
  })
  return { hashes: Uint32Array.from(rows, (f) => hashes[f]!), masks, values: Int8Array.from(values), unit }
}

/** The largest absolute weight of a feature. */
function largestOf(weights: Float32Array, feature: number): number {
  let most = 0
  for (let k = feature * LABELS; k < (feature + 1) * LABELS; k++) most = Math.max(most, Math.abs(weights[k]!))
  return most
}
