import type { Mode } from '../../model/schema.ts'
import type { Range } from '../../model/span.ts'
import type { Group } from './clause.ts'
import type { Subject } from './subject.ts'

/** A claim as a frame of the lexicon finds it. */
export interface Proposal {
  /** In order, disjoint, trimmed. */
  readonly content: readonly Range[]
  readonly cue: Range | null
  readonly mention: Range | null
  readonly mode: Mode
  /** Which frame found it: the rule's id in `why`. */
  readonly frame: string
  /** Whether the frame knows the content's extent better than the tagger, as measured on folds that it had not seen. */
  readonly exact: boolean
}

/** A cue with its subject, before its content is known. */
export interface Found extends Group {
  readonly subject: Subject
}
