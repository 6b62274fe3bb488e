import type { Mode } from '../../model/schema.ts'
import type { Range } from '../../model/span.ts'
import type { Group } from './clause.ts'
import type { Subject } from './subject.ts'

/**
 * Where a frame knows the content's extent better than the tagger, as measured on folds that the tagger had not seen:
 * `certain` always; `clause` unless the tagger goes on further or stops before another claim; `end` where both end alike
 * or the tagger stops short; `same-end` only where both end alike (the tagger joins what follows); `loose` nowhere.
 */
export type Extent = 'certain' | 'clause' | 'end' | 'same-end' | 'loose'

/** A claim as a frame of the lexicon finds it. */
export interface Proposal {
  /** In order, disjoint, trimmed. */
  readonly content: readonly Range[]
  readonly cue: Range | null
  readonly mention: Range | null
  readonly mode: Mode
  /** Which frame found it: the rule's id in `why`. */
  readonly frame: string
  readonly extent: Extent
}

/** A claim of which all but the content and how sure its extent is are known. */
export type Reported = Omit<Proposal, 'content' | 'extent'>

/** The claim that has this content. */
export function proposal({ cue, mention, mode, frame }: Reported, extent: Extent, content: readonly Range[]): Proposal {
  return { content, cue, mention, mode, frame, extent }
}

/** A cue with its subject, before its content is known. */
export interface Found extends Group {
  readonly subject: Subject
}
