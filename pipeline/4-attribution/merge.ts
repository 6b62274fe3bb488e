import type { Quotation } from '../model/layers.ts'
import { contains, overlaps, type Range } from '../model/span.ts'
import { sizeOf, type Draft } from './draft.ts'
import type { Proposal } from './frames/proposal.ts'
import { hasFinite } from './frames/clause.ts'
import { tokenAt, type View } from './frames/view.ts'
import type { TaggedClaim } from './tagged.ts'

/**
 * The tagger's claims and the frames' proposals as one list. The tagger judges what is a claim and where it lies; a frame
 * that sees the same cue bears witness, and is followed only where it knows better: the mention without an apposition, the
 * cue without adjuncts. What no tagged claim covers is added: nested claims, which the tagger cannot express, and frames
 * that it was not taught.
 */
export function merge(view: View, tagged: readonly TaggedClaim[], proposals: readonly Proposal[]): readonly Draft[] {
  const drafts = tagged.map((claim) => draftOf(view, claim))
  const witnessed = new Set<Draft>()
  const added: Draft[] = []
  for (const proposal of proposals) {
    const same = drafts.find((draft) => isSame(draft, proposal))
    if (same === undefined) added.push(fromFrame(proposal))
    else {
      witness(view, same, proposal, drafts)
      witnessed.add(same)
    }
  }
  const kept = drafts.filter((draft) => !saysNothing(view.text, draft) && (witnessed.has(draft) || draft.probability >= UNWITNESSED))
  return [...kept, ...added]
}

function draftOf(view: View, { content, cue, mention, mode, probability, why }: TaggedClaim): Draft {
  return {
    content: content.map((part, i) => uncut(view.quotes.quotations, i === 0 ? withoutThat(view.text, part) : part)),
    cue: cue && bare(view.text, cue),
    mention: mention && bare(view.text, mention),
    mode,
    continues: null,
    within: null,
    chain: [],
    probability,
    why: [...why],
  }
}

/** `declined to comment`: a refusal that does not say what about is no claim. */
function saysNothing(text: string, { content }: Draft): boolean {
  return content.length === 1 && /^(?:to )?comment$/.test(text.slice(content[0]!.start, content[0]!.end))
}

/** Claims of the tagger that no frame sees need this probability. */
const UNWITNESSED = 0.33

/** A claim by a frame alone. */
export function fromFrame({ content, cue, mention, mode, frame }: Proposal): Draft {
  return { content, cue, mention, mode, continues: null, within: null, chain: [], probability: FRAME_ALONE, why: [{ rule: frame, range: cue, weight: 1 }] }
}

/** How often a frame that the tagger did not follow is right, content and speaker (held-out months). */
const FRAME_ALONE = 0.5

function isSame(draft: Draft, { cue, content }: Proposal): boolean {
  if (draft.cue !== null && cue !== null) return overlaps(draft.cue, cue)
  return likeness(draft.content, content) >= 0.5
}

/** How much disagreement with the frames lowers a claim's probability. */
const DISAGREEMENT = 0.8
/** Frames that see one quotation where the tagger may join another. */
const QUOTED = /^quotation before the cue$| \+ quote$/

function witness(view: View, draft: Draft, proposal: Proposal, drafts: readonly Draft[]): void {
  const { content, cue, mention, frame, exact } = proposal
  const sameSpeaker = mention === null || (draft.mention !== null && overlaps(mention, draft.mention))
  const joined = QUOTED.test(frame) && content.every((part) => draft.content.some((own) => contains(own, part)))
  const agrees = sameSpeaker && (joined || likeness(draft.content, content) >= 0.5)
  draft.why.push({ rule: agrees ? frame : `${frame}: disagrees`, range: cue, weight: agrees ? 1 : -1 })
  if (!agrees) draft.probability *= DISAGREEMENT
  if (isBroken(draft, proposal, drafts) || (sameSpeaker && exact && (frame === 'as reported' || !swallows(view, draft, content, drafts)))) {
    draft.content = content
    draft.cue = cue
    draft.mention = mention
  } else if (sameSpeaker && mention !== null) {
    draft.mention = mention
    if (agrees) draft.cue = cue
  }
}

/** Contents of the tagger shorter than this are fragments, whose end says nothing. */
const FRAGMENT = 12

/** Whether the tagger's parts cannot be one claim: a fragment, the speaker in the content, or another report's speaker. */
function isBroken(draft: Draft, { mention, exact }: Proposal, drafts: readonly Draft[]): boolean {
  if (mention === null) return false
  if (draft.mention === null) return sizeOf(draft.content) < FRAGMENT ? exact : draft.content.some((part) => overlaps(part, mention))
  // The board, the Ledger reported, has rejected it: the Ledger rejects nothing
  return drafts.some((other) => other !== draft && isSpeakerOf(other, draft.mention!) && holds(other.content, draft.cue ?? mention))
}

const isSpeakerOf = ({ mention }: Draft, range: Range) => mention !== null && mention.start === range.start && mention.end === range.end

const holds = (parts: readonly Range[], range: Range) => parts.some((part) => contains(part, range))

/** Whether a frame would draw another claim's cue into a content that the tagger ended before it. */
function swallows(view: View, draft: Draft, content: readonly Range[], drafts: readonly Draft[]): boolean {
  const [first, end] = [tokenAt(view.tokens, draft.content[0]!.start), tokenAt(view.tokens, draft.content.at(-1)!.end - 1) + 1]
  if (sizeOf(draft.content) < FRAGMENT || !hasFinite(view, first, Math.min(end, view.tokens.length))) return false
  return drafts.some(({ cue }) => cue !== null && holds(content, cue) && !holds(draft.content, cue))
}

/** Intersection over union of two contents. */
export function likeness(a: readonly Range[], b: readonly Range[]): number {
  let shared = 0
  for (const x of a) for (const y of b) shared += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start))
  return shared === 0 ? 0 : shared / (sizeOf(a) + sizeOf(b) - shared)
}

/** A content without the `that` in front of it. */
function withoutThat(text: string, { start, end }: Range): Range {
  const that = /^that\s+(?=\S)/i.exec(text.slice(start, Math.min(end, start + 12)))
  return that === null ? { start, end } : { start: start + that[0].length, end }
}

/** A cue or mention without the commas and colons at its ends. */
function bare(text: string, range: Range): Range {
  const words = text.slice(range.start, range.end)
  const start = /^[\s,;:]*/.exec(words)![0].length
  const end = words.length - /[\s,;:]*$/.exec(words)![0].length
  return start < end ? { start: range.start + start, end: range.start + end } : range
}

/** A part of a content that cuts a paired quotation takes all of it where it holds the larger share, else none. */
function uncut(quotations: readonly Quotation[], part: Range): Range {
  let { start, end } = part
  for (const quotation of quotations) {
    if (quotation.start >= end) break
    if (quotation.depth > 0 || !overlaps(quotation, part) || contains(part, quotation) || isInside(quotation, part)) continue
    const whole = Math.min(end, quotation.end) - Math.max(start, quotation.start) > (quotation.end - quotation.start) / 2
    if (quotation.start < start) start = whole ? quotation.start : Math.min(quotation.end, end - 1)
    else end = whole ? quotation.end : Math.max(quotation.start, start + 1)
  }
  return { start, end }
}

/** A claim within a quotation, clear of its marks, is left alone. */
function isInside(quotation: Quotation, part: Range): boolean {
  return contains(quotation, part) && part.end - part.start < (quotation.end - quotation.start) * 0.6
}

