import type { RawReason } from '../../model/layers.ts'
import type { Mode } from '../../model/schema.ts'
import type { Range } from '../../model/span.ts'

/** One claim as the tagger finds it, before the rules around it (frames, chains, nesting, vetoes) have their say. */
export interface TaggedClaim {
  /** In order, disjoint, at least one. */
  readonly content: readonly Range[]
  /** Null for content that stands without one (a quotation that goes on, a quotation alone in its paragraph). */
  readonly cue: Range | null
  /** Null where the text names nobody, or names them in the claim that this one continues. */
  readonly mention: Range | null
  readonly mode: Mode
  /** Probability that content and mention are both right, calibrated on articles unseen in training. */
  readonly probability: number
  /** The deciding evidence in words, heaviest first. */
  readonly why: readonly RawReason[]
}
