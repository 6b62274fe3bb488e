import { contains, overlaps, type Range } from '../model/span.ts'
import { bareCue, bareMention, isTitle, uncut, withoutThat } from './clean.ts'
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
  const kept = drafts.filter((draft) => !isVetoed(view, draft) && (witnessed.has(draft) || draft.probability >= UNWITNESSED[draft.mode]))
  return [...kept, ...added]
}

function draftOf(view: View, { content, cue, mention, mode, probability, why }: TaggedClaim): Draft {
  return {
    content: content.map((part, i) => uncut(view.quotes.quotations, i === 0 ? withoutThat(view.text, part) : part)),
    cue: cue && bareCue(view.text, cue),
    mention: mention && bareMention(view, mention),
    mode,
    continues: null,
    within: null,
    chain: [],
    probability,
    why: [...why],
  }
}

/** A title is no claim; nor is a refusal that does not say what about (`declined to comment`). */
function isVetoed(view: View, { content }: Draft): boolean {
  return isTitle(view, content) || (content.length === 1 && /^(?:to )?comment$/.test(view.text.slice(content[0]!.start, content[0]!.end)))
}

/** Claims of the tagger that no frame sees need this probability. */
const UNWITNESSED = { speech: 0.29, attitude: 0.36 } as const

/** A claim by a frame alone. */
export function fromFrame({ content, cue, mention, mode, frame }: Proposal): Draft {
  const why = [{ rule: frame, range: cue, weight: 1 }]
  return { content, cue, mention, mode, continues: null, within: null, chain: [], probability: shareAlone(frame), why }
}

/** How often a frame that the tagger did not follow is right, content and speaker: folds that the tagger had not seen. */
const ALONE: readonly (readonly [frame: RegExp, share: number])[] = [
  [/^(?:according to|as reported|this is reported by)$/, 0.8],
  [/^quotation before the cue$| (?:from|\+ (?:quote|x-\w+))$/, 0.55],
  [/^clause before the cue$/, 0.5],
  [/ (?:by|\+ (?:np|inf))$/, 0.23],
]
const ALONE_OTHERWISE = 0.33

const shareAlone = (frame: string) => ALONE.find(([pattern]) => pattern.test(frame))?.[1] ?? ALONE_OTHERWISE

function isSame(draft: Draft, { cue, content }: Proposal): boolean {
  if (draft.cue !== null && cue !== null) return overlaps(draft.cue, cue)
  return likeness(draft.content, content) >= 0.5
}

/** How much disagreement with the frames lowers a claim's probability, and how much agreement takes of what is missing to 1. */
const DISAGREEMENT = 0.8
const AGREEMENT = 0.35
/** Frames that see one quotation where the tagger may join another. */
const QUOTED = /^quotation before the cue$| \+ quote$/

function witness(view: View, draft: Draft, proposal: Proposal, drafts: readonly Draft[]): void {
  const { content, cue, mention, frame, exact } = proposal
  const sameSpeaker = mention === null || (draft.mention !== null && overlaps(mention, draft.mention))
  const joined = QUOTED.test(frame) && content.every((part) => draft.content.some((own) => contains(own, part)))
  const agrees = sameSpeaker && (joined || likeness(draft.content, content) >= 0.5)
  draft.why.push({ rule: agrees ? frame : `${frame}: disagrees`, range: cue, weight: agrees ? 1 : -1 })
  draft.probability = agrees ? draft.probability + (1 - draft.probability) * AGREEMENT : draft.probability * DISAGREEMENT
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
