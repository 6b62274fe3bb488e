import { CUE, decode, LABELS, type Segment } from './crf-labels.ts'
import { segmentProbability, type Lattice } from './crf.ts'
import type { Passage } from './features-passage.ts'
import type { Candidate } from './join-features.ts'

/** What the tagger thinks of one passage. */
export interface Tagging {
  /**
   * The most probable segments, in order and disjoint, and those of an eager reading that rather finds too many. Empty
   * where neither has a cue, without which there is no claim.
   */
  readonly readings: readonly (readonly Candidate[])[]
  /** Probability of each label at each token, token-major; empty where the readings are. */
  readonly marginals: Float32Array
}

/**
 * Added to the score of beginning a segment in the eager reading: a claim that is none can still be told by how its parts
 * fit together.
 */
const EAGERNESS = 1

let labels = new Uint8Array(1024)
const NONE = new Float32Array(0)

/** Best paths and marginals of a passage whose label scores are in `lattice.scores`. */
export function tagPassage(lattice: Lattice, p: Passage): Tagging {
  const n = p.end - p.first
  if (labels.length < n) labels = new Uint8Array(2 * n)
  // Where the eager reading finds no segment, the plain one finds none either; most passages end here.
  const eager = bestPath(lattice, n, EAGERNESS)
  if (!eager.length) return { readings: [], marginals: NONE }
  const found = [bestPath(lattice, n, 0), eager]
  if (!found.some((segments) => segments.some((s) => s.part === CUE))) return { readings: [], marginals: NONE }
  lattice.marginals(n)
  const { forward, backward } = lattice
  const marginals = new Float32Array(n * LABELS)
  for (let k = 0; k < marginals.length; k++) marginals[k] = forward[k]! * backward[k]!
  const readings = found.map((segments) => segments.map((s) => {
    return { first: p.first + s.from, end: p.first + s.to, part: s.part, probability: segmentProbability(lattice, s) }
  }))
  return { readings, marginals }
}

function bestPath(lattice: Lattice, n: number, eagerness: number): Segment[] {
  lattice.viterbi(n, labels, eagerness)
  return decode(labels, n)
}
