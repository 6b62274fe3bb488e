import { FUNCTION_WORDS } from '../../lexicon/function-words.ts'
import type { Quotation } from '../../model/layers.ts'
import { contains, overlaps, type Range } from '../../model/span.ts'
import { tokenAt } from '../../text/token-at.ts'
import { draftBy, extent, hull, type Draft } from './draft.ts'
import { actorBefore, introducedBy, signedBy } from './introduced.ts'
import { isNickname } from './quoted-parts.ts'
import { SpanIndex } from './span-index.ts'
import { isMark, word, type View } from '../frames/view.ts'

/**
 * Quotations that no cue has claimed: one behind a claim's cue goes on with that claim (`“We agree,” he said. “It is a
 * must.”`); one that stands alone continues the speaker of the quotation before it. Scare quotes are left alone.
 */
export function claimLooseQuotations(view: View, drafts: readonly Draft[]): readonly Draft[] {
  const near = new SpanIndex(drafts, ({ content, cue, mention }) => [...content, cue, mention])
  const added: Draft[] = []
  for (const quotation of view.quotes.quotations) {
    if (quotation.depth > 0 || isNickname(view.text, quotation) || near.at(quotation).some((each) => claims(each, quotation))) continue
    const first = tokenAt(view.tokens, quotation.start)
    const utterance = isUtterance(view, quotation, first)
    const reopened = quotation.continues === null ? undefined : claimOf(near, view.quotes.quotations[quotation.continues]!)
    if (!utterance && reopened === undefined && !standsAlone(view, first)) continue
    const all = reopened !== undefined ? [] : inOrder(near.at({ start: Math.max(0, quotation.start - BEFORE), end: quotation.start }))
    const range: Range = { start: quotation.start, end: quotation.end }
    const interrupted = all.findLast((each) => goesOnIn(view, each, quotation, first))
    if (interrupted !== undefined) {
      interrupted.content = [...interrupted.content, range]
      interrupted.why.push({ rule: 'interrupted quotation', range, weight: 1 })
      near.add(interrupted)
      continue
    }
    if (!utterance && reopened === undefined) continue
    const named = reopened === undefined ? (introducedBy(view, first - 1) ?? signedBy(view, tokenAt(view.tokens, quotation.end))) : null
    const before = reopened ?? lastBefore(view, all, quotation)
    const speaker = reopened ?? (named === null && before !== null && continuesAfter(view, before, first) ? before : null)
    const actor = named === null && speaker === null ? actorBefore(view, first) : null
    if (speaker === null && named === null && actor === null && !isIntroduced(view, first)) continue
    const rule = named !== null ? 'introduced quotation' : speaker !== null ? 'continued quotation' : actor !== null ? 'quotation behind an action' : 'quotation alone'
    const answers = word(view, first - 1) === '?'
    const probability = actor !== null || (answers && speaker === null && named === null) ? 0.55 : speaker === null && named === null ? 0.3 : 0.7
    const { cue, mention } = named ?? actor ?? { cue: null, mention: null }
    const draft = draftBy(rule, range, { content: [range], cue, mention, continues: speaker?.continues ?? speaker, probability })
    added.push(draft)
    near.add(draft)
  }
  return [...drafts, ...added]
}

/** Whether a claim takes part of a quotation, unless all of it is a report inside the quotation. */
function claims({ content, cue, mention }: Draft, quotation: Range): boolean {
  if (!content.some((part) => overlaps(part, quotation))) return false
  const inside = cue !== null && isInside(cue, quotation) && (mention === null || isInside(mention, quotation))
  return !inside || !content.every((part) => isInside(part, quotation))
}

const isInside = (part: Range, quotation: Range) => part.start > quotation.start && part.end < quotation.end

/** How far back a quotation looks for what it goes on from. */
const BEFORE = 2000

const inOrder = (drafts: readonly Draft[]) => drafts.toSorted((a, b) => hull(a.content).start - hull(b.content).start)

/** The claim that holds a quotation, the innermost. */
function claimOf(near: SpanIndex<Draft>, quotation: Range): Draft | undefined {
  const holding = inOrder(near.at(quotation)).filter(({ content }) => content.some((part) => overlaps(part, quotation)))
  return holding.findLast(({ content }) => content[0]!.start >= quotation.start) ?? holding.at(-1)
}

/** Whether a quotation is a statement: four words or more that begin and end like a sentence. Titles and scare quotes are none. */
function isUtterance(view: View, { end, close }: Quotation, first: number): boolean {
  let last = first
  while (last + 1 < view.tokens.length && view.tokens[last + 1]!.end <= end) last++
  if (last - first < 5 || isTitle(view, first + 1, last)) return false
  const opening = view.tokens[first + 1]!.text
  let inner = close === null ? last : last - 1
  while (inner > first && isMark(view, inner)) inner--
  const closing = word(view, inner)
  return /^[A-Z\d“‘'…(]/.test(opening) && (/^[.?!,…-]+$/.test(closing) || close === null || /^[.?!]$/.test(word(view, last + 1)))
}

/** `on “The Hour with Ann Doe,”`: a name of a programme or book, all of whose words but the smallest have capitals. */
function isTitle({ tokens, segmented }: View, from: number, to: number): boolean {
  const words = tokens.slice(from, to).filter(({ lower }) => /\p{L}/u.test(lower) && !FUNCTION_WORDS.has(lower))
  return words.length > 1 && segmented.sentences[tokens[from]!.sentence]!.firstToken < from - 1 && words.every(({ text, lower }) => text !== lower)
}

function lastBefore(view: View, all: readonly Draft[], quotation: Range): Draft | null {
  let best: Draft | null = null
  for (const draft of all) {
    if (hull(draft.content).start >= quotation.start) break
    if (best === null || extent(draft).end >= extent(best).end) best = draft
  }
  if (best === null || endsQuoted(view, best)) return best
  // `“A,” she added, according to the Mail`: the speaker goes on, not the paper
  const { content } = best
  const holds = (each: Draft) => content.some((part) => contains(part, hull(each.content)))
  const inner = all.findLast((each) => each !== best && endsQuoted(view, each) && holds(each))
  return inner ?? best
}

const endsQuoted = (view: View, { content }: Draft) => isMark(view, tokenAt(view.tokens, content.at(-1)!.end - 1))

/** Right behind the cue of a quotation, in the same paragraph, nothing but the cue's sentence between. */
function goesOnIn(view: View, before: Draft, quotation: Range, first: number): boolean {
  if (before.cue === null || before.cue.start < hull(before.content).start || before.cue.end > quotation.start) return false
  const lastPart = before.content.at(-1)!
  if (!isMark(view, tokenAt(view.tokens, lastPart.end - 1)) || lastPart.end > before.cue.start) return false
  const cue = view.tokens[tokenAt(view.tokens, before.cue.start)]!
  const token = view.tokens[first]!
  return token.paragraph === cue.paragraph && token.sentence - cue.sentence <= 1 && quotation.start > extent(before).end
}

/** In the same paragraph behind a quotation, or at the beginning of the next. */
function continuesAfter(view: View, before: Draft, first: number): boolean {
  const last = tokenAt(view.tokens, extent(before).end - 1)
  const from = view.tokens[Math.min(last, view.tokens.length - 1)]!
  const token = view.tokens[first]!
  const quoted = before.content.some((part) => isMark(view, tokenAt(view.tokens, part.end - 1)))
  const trailing = before.cue !== null && before.cue.start > hull(before.content).end && token.sentence - from.sentence === 1
  // Hale said that it was a mess. “Nobody asked us.”
  const told = before.mode === 'speech' && before.cue !== null && before.mention !== null && token.sentence - from.sentence === 1
  if (!quoted && !trailing && told && token.paragraph === from.paragraph) return true
  if (!quoted && !trailing) return false
  if (token.paragraph === from.paragraph) return token.sentence - from.sentence <= 2
  return token.paragraph - from.paragraph === 1 && view.segmented.paragraphs[token.paragraph]!.firstToken === first
}

/** A quotation behind a colon, or one that is its sentence, or all of its paragraph. */
function isIntroduced(view: View, first: number): boolean {
  if (word(view, first - 1) === ':') return true
  const fills = ({ firstToken, endToken }: { firstToken: number; endToken: number }) => firstToken === first && view.quoteOf[endToken - 1] === view.quoteOf[first]
  return fills(view.segmented.paragraphs[view.tokens[first]!.paragraph]!) || fills(view.segmented.sentences[view.tokens[first]!.sentence]!)
}

/** A quotation that begins its sentence. */
function standsAlone(view: View, first: number): boolean {
  return view.segmented.sentences[view.tokens[first]!.sentence]!.firstToken === first || /^[.:?!]$/.test(word(view, first - 1))
}
