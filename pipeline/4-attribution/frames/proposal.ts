import type { Mode } from '../../model/schema.ts'
import type { Range } from '../../model/span.ts'

/** A claim as a frame of the lexicon finds it. */
export interface Proposal {
  /** In order, disjoint, trimmed. */
  readonly content: readonly Range[]
  readonly cue: Range | null
  readonly mention: Range | null
  readonly mode: Mode
  /** Which frame found it: the rule's id in `why`. */
  readonly frame: string
}
