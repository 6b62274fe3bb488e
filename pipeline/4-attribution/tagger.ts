import type { Quotations, SegmentedText } from '../model/layers.ts'
import type { Range } from '../model/span.ts'
import type { TaggedClaim } from './tagged.ts'

/** The claims that the learned tagger finds, in order of their content (stub: none yet). */
export function tagClaims(_text: SegmentedText, _quotes: Quotations, _boilerplate: readonly Range[]): readonly TaggedClaim[] {
  return []
}
