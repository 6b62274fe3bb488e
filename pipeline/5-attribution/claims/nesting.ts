import { contains, type Range, sizeOf } from '../../model/span.ts'
import { hopOf, type Draft, type Hop } from './draft.ts'
import { SpanIndex } from './span-index.ts'

/** Sets `within`: the innermost claim in whose content a claim lies; where only its beginning does, that one is its carrier. Gives the drafts back. */
export function nest(drafts: readonly Draft[]): readonly Draft[] {
  const near = new SpanIndex(drafts, ({ content }) => content)
  for (const draft of drafts) {
    draft.within ??= innermost(near.at(draft.content[0]!), draft)
    const around = draft.within === null && draft.cue !== null && draft.content.length > 1 ? aroundBeginning(near.at(draft.cue), draft) : null
    if (around !== null) draft.carrier = hopOf(around)
  }
  return drafts
}

/** `“A,” said Doe, according to the Mail. “B.”`: the claim whose content holds the beginning of a quotation that goes on behind it. */
function aroundBeginning(drafts: readonly Draft[], { content, cue }: Draft): Draft | null {
  return drafts.find((outer) => outer.content.some((part) => contains(part, content[0]!) && contains(part, cue!))) ?? null
}

/**
 * Sets `chain`: a claim inside another's content was passed on by that one's speaker, and so outwards; one with a carrier by that; one
 * that goes on with a speaker by whoever passed on the claim before it.
 */
export function chain(text: string, drafts: readonly Draft[]): void {
  const done = new Set<Draft>()
  const visit = (draft: Draft): void => {
    if (done.has(draft)) return
    done.add(draft)
    for (const other of [draft.within, draft.continues, draft.carrier?.claim ?? null]) if (other !== null) visit(other)
    if (draft.carrier !== null) draft.chain = [draft.carrier, ...(draft.carrier.claim?.chain ?? [])]
    else if (draft.continues !== null) draft.chain = draft.continues.chain
    else if (draft.within !== null) draft.chain = passedOn(text, draft, draft.within)
  }
  for (const draft of drafts) visit(draft)
}

function passedOn(text: string, draft: Draft, outer: Draft): readonly Hop[] {
  if (outer.mention === null && outer.continues === null) return outer.chain
  return sameMention(text, draft.mention, outer.mention) ? outer.chain : [hopOf(outer), ...outer.chain]
}

function sameMention(text: string, a: Range | null, b: Range | null): boolean {
  return a !== null && b !== null && text.slice(a.start, a.end).toLowerCase() === text.slice(b.start, b.end).toLowerCase()
}

/** The smallest claim whose content holds this one's, cue and speaker apart. */
function innermost(drafts: readonly Draft[], draft: Draft): Draft | null {
  let best: Draft | null = null
  const size = sizeOf(draft.content)
  for (const outer of drafts) {
    if (outer === draft || outer.within === draft || sizeOf(outer.content) <= size) continue
    if (!draft.content.every((part) => outer.content.some((whole) => contains(whole, part)))) continue
    if (draft.cue !== null && !outer.content.some((whole) => contains(whole, draft.cue!))) continue
    const smaller = best === null ? -1 : sizeOf(outer.content) - sizeOf(best.content)
    if (smaller < 0 || (smaller === 0 && outer.within === best)) best = outer
  }
  return best
}
