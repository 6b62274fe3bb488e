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
  /** Who passes the claim on where another sentence says so, or a phrase that is no claim. */
  carrier: Hop | null
  /** Who passed it on, from the speaker outwards. */
  chain: readonly Hop[]
  probability: number
  readonly why: RawReason[]
}

/** One who passes a claim on: by a claim of their own, or named by the words of a mention. */
export type Hop = { readonly claim: Draft; readonly mention: null; readonly cue: null } | { readonly claim: null; readonly mention: Range; readonly cue: Range | null }

/** The hop of whoever makes a claim. */
export const hopOf = (claim: Draft): Hop => ({ claim, mention: null, cue: null })

/** What a rule says of a claim; the rest is not known yet. */
export type NewDraft = Pick<Draft, 'content' | 'cue' | 'mention' | 'probability'> & Partial<Pick<Draft, 'mode' | 'continues' | 'within'>>

/** A draft by one rule: speech unless said otherwise. */
export function draftBy(rule: string, evidence: Range | null, found: NewDraft): Draft {
  return draftFor(found, [{ rule, range: evidence, weight: 1 }])
}

/** A draft for these reasons. All are made here: objects of one shape are read the fastest. */
export function draftFor({ content, cue, mention, probability, mode, continues, within }: NewDraft, why: RawReason[]): Draft {
  return { content, cue, mention, mode: mode ?? 'speech', continues: continues ?? null, within: within ?? null, carrier: null, chain: [], probability, why }
}

/** First and last offset of a claim's content. */
export function hull(content: readonly Range[]): Range {
  return { start: content[0]!.start, end: content.at(-1)!.end }
}

/** First and last offset of everything that belongs to a claim. */
export function extent(draft: Draft): Range {
  let start = Infinity, end = 0
  const take = (part: Range | null) => {
    if (part === null) return
    start = Math.min(start, part.start)
    end = Math.max(end, part.end)
  }
  draft.content.forEach(take)
  take(draft.cue)
  take(draft.mention)
  return { start, end }
}

