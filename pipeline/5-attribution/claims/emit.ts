import type { Attribution, Quotation, Quotations, RawHop } from '../../model/layers.ts'
import type { ClaimKind } from '../../model/schema.ts'
import { contains, overlaps, trim, type Range, sizeOf } from '../../model/span.ts'
import { hull, type Draft, type Hop } from './draft.ts'
import { quotationsAt } from './span-index.ts'

/** The drafts as the stage hands them on: in order, ranges trimmed and disjoint, references as indices. */
export function emit(text: string, quotes: Quotations, drafts: readonly Draft[]): readonly Attribution[] {
  const clean = drafts
    .map((draft) => ({ draft, content: disjoint(text, draft.content) }))
    .filter(({ content }) => content.length > 0)
    .sort((a, b) => a.content[0]!.start - b.content[0]!.start || sizeOf(b.content) - sizeOf(a.content) || depth(a.draft) - depth(b.draft))
  const index = new Map(clean.map(({ draft }, i) => [draft, i]))
  const at = (draft: Draft | null) => (draft === null ? null : (index.get(draft) ?? null))
  const hop = ({ claim, mention, cue }: Hop, inner: Draft): RawHop => {
    if (claim === null) return { mention, cue, attribution: null }
    const here = isAround(claim, inner)
    return { mention: here ? claim.mention : null, cue: here ? claim.cue : null, attribution: at(claim) }
  }
  return clean.map(({ draft, content }) => {
    const cue = apart(draft.cue, content)
    const near = quotationsAt(quotes.quotations, hull(content))
    const quoted = near.filter((each) => content.some((part) => contains(part, each))).map(({ start, end }) => ({ start, end }))
    return {
      content,
      quoted,
      cue,
      mention: apart(draft.mention, cue === null ? content : [...content, cue]),
      kind: kindOf(text, near, content, cue),
      mode: draft.mode,
      within: at(draft.within),
      continues: at(draft.continues),
      chain: draft.chain.map((each) => hop(each, draft)),
      probability: draft.probability,
      why: draft.why,
    }
  })
}

/** Whether a claim's content lies in another's, so that who passes it on is named right there. */
function isAround(outer: Draft, inner: Draft): boolean {
  for (let each = inner.within; each !== null; each = each.within) if (each === outer) return true
  return inner.continues !== null && isAround(outer, inner.continues)
}

/** A cue or mention, unless it lies in another part of its claim: the spans of one claim are disjoint. */
function apart(range: Range | null, parts: readonly Range[]): Range | null {
  return range !== null && parts.some((part) => overlaps(part, range)) ? null : range
}

const depth = (draft: Draft): number => (draft.within === null ? 0 : 1 + depth(draft.within))

/** Ranges in order, trimmed, overlapping ones joined, empty ones left out. */
function disjoint(text: string, ranges: readonly Range[]): readonly Range[] {
  const parts: Range[] = []
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const part = trim(text, range)
    const last = parts.at(-1)
    if (part === null) continue
    if (last !== undefined && overlaps(last, part)) parts[parts.length - 1] = { start: last.start, end: Math.max(last.end, part.end) }
    else parts.push(part)
  }
  return parts
}

const LETTER = /[\p{L}\p{N}]/u

/**
 * By what stands in quotation marks: all letters and digits of the content, none of them, or some. A quotation that holds
 * the cue too is another's, who reports this: those inside it count.
 */
function kindOf(text: string, quotations: readonly Quotation[], content: readonly Range[], cue: Range | null): ClaimKind {
  const around = cue === null ? 0 : quotations.filter((each) => contains(each, cue)).length
  let [quoted, bare] = [false, false]
  for (const part of content) {
    let from = part.start
    for (const quotation of quotations) {
      if (quotation.depth !== around || !overlaps(quotation, part)) continue
      bare ||= LETTER.test(text.slice(from, Math.max(from, quotation.start)))
      quoted = true
      from = quotation.end
    }
    bare ||= from < part.end && LETTER.test(text.slice(from, part.end))
  }
  return quoted ? (bare ? 'mixed' : 'direct') : 'indirect'
}
