import { CUE, decode, LABELS } from './crf-labels.ts'
import { segmentProbability, type Lattice } from './crf.ts'
import type { Passage } from './features/analysis.ts'
import { LONGEST } from './features/columns.ts'
import type { Candidate } from './join-features.ts'

/** What the tagger thinks of one passage. */
export interface Tagging {
  /** The most probable segments of an eager reading, in order and disjoint. Empty where none is a cue, without which there is no claim. */
  readonly segments: readonly Candidate[]
  /** Probability of each label at each token of the segments, token-major from the passage's first. Scratch: the next passage overwrites it. */
  readonly marginals: Float32Array
}

/**
 * Added to the score of beginning a segment: rather too many are found than too few, for a claim that is none can still be told by how
 * its parts fit together.
 */
const EAGERNESS = 1

const marginals = new Float32Array(LABELS * LONGEST)

/** Segments and marginals of a passage whose label scores are in `lattice.scores`. */
export function tagPassage(lattice: Lattice, p: Passage): Tagging {
  const n = p.end - p.first
  lattice.viterbi(n, EAGERNESS)
  const found = decode(lattice.labels, n)
  if (!found.some((s) => s.part === CUE)) return { segments: [], marginals }
  lattice.marginals(n)
  const { forward, backward } = lattice
  for (const { from, to } of found) for (let k = from * LABELS; k < to * LABELS; k++) marginals[k] = forward[k]! * backward[k]!
  const segments: Candidate[] = []
  for (const s of found) segments.push({ first: p.first + s.from, end: p.first + s.to, part: s.part, probability: segmentProbability(lattice, s) })
  return { segments, marginals }
}
