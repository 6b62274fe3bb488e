import type { RawReason } from '../../model/layers.ts'
import type { Mode } from '../../model/schema.ts'
import type { Range } from '../../model/span.ts'

/** A claim while the rules work on it: links to other claims are references, and become indices at the end. */
export interface Draft {
  content: readonly Range[]
  cue: Range | null
  mention: Range | null
  readonly mode: Mode
  /** The claim whose speaker goes on speaking here. */
  continues: Draft | null
  /** The innermost claim in whose content this one lies. */
  within: Draft | null
  /** Who passed it on, from the speaker outwards: claims of their own. */
  chain: readonly Draft[]
  probability: number
  readonly why: RawReason[]
}

/** First and last offset of a claim's content. */
export function hull(content: readonly Range[]): Range {
  return { start: content[0]!.start, end: content.at(-1)!.end }
}

/** First and last offset of everything that belongs to a claim. */
export function extent(draft: Draft): Range {
  const parts = [...draft.content, draft.cue, draft.mention].filter((part) => part !== null)
  return { start: Math.min(...parts.map((part) => part.start)), end: Math.max(...parts.map((part) => part.end)) }
}

/** How many code units a content covers. */
export function sizeOf(content: readonly Range[]): number {
  return content.reduce((sum, { start, end }) => sum + end - start, 0)
}
