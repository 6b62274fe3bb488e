import { decode, LABELS, PARTS } from './crf-labels.ts'
import { segmentProbability, type Lattice } from './crf.ts'
import type { Passage } from './features-passage.ts'
import type { Candidate } from './join-features.ts'

/** What the tagger thinks of one passage. */
export interface Tagging {
  /** The most probable segments, in order and disjoint, and those of an eager reading that rather finds too many. */
  readonly readings: readonly (readonly Candidate[])[]
  /** Probability of each label at each token, token-major. */
  readonly marginals: Float32Array
}

/**
 * Added to the score of beginning a segment in the eager reading: a claim that is none can still be told by how its parts
 * fit together.
 */
const EAGERNESS = 1

let labels = new Uint8Array(1024)

/** Best path and marginals of a passage whose label scores are in `lattice.scores`. */
export function tagPassage(lattice: Lattice, p: Passage): Tagging {
  const n = p.end - p.first
  if (labels.length < n) labels = new Uint8Array(2 * n)
  const { scores, forward, backward } = lattice
  lattice.marginals(n)
  const marginals = new Float32Array(n * LABELS)
  for (let k = 0; k < marginals.length; k++) marginals[k] = forward[k]! * backward[k]!
  const read = () => {
    lattice.viterbi(n, labels)
    return decode(labels, n).map((s) => {
      return { first: p.first + s.from, end: p.first + s.to, part: s.part, probability: segmentProbability(lattice, s) }
    })
  }
  const plain = read()
  for (let t = 0; t < n; t++)
    for (let part = 0; part < PARTS.length; part++) {
      scores[t * LABELS + 1 + 4 * part]! += EAGERNESS
      scores[t * LABELS + 4 + 4 * part]! += EAGERNESS
    }
  return { readings: [plain, read()], marginals }
}
