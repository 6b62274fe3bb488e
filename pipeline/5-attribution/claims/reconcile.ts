import { contains, overlaps, type Range } from '../../model/span.ts'
import { isActionBehind, withoutNextAction, withoutNicknames } from './quoted-parts.ts'
import { tokenAt } from '../../text/token-at.ts'
import { bareCue, bareMention, withoutAsides, isTime, withFirstWord, withoutCircumstance, withoutLoose, withoutPredicate, withoutThat } from './boundaries.ts'
import { draftBy, draftFor, hull, type Draft } from './draft.ts'
import { PRONOUNS } from '../../lexicon/pronouns.ts'
import { agentIn, canTell, isModifier, passiveOf, wholeMention } from './mentions.ts'
import { readQuotedAs } from './quoted-as.ts'
import { cutStrays, withoutOuterClause } from './outer-clause.ts'
import { isDescription, isHeading } from './labels.ts'
import { noReport } from '../frames/no-report.ts'
import type { Proposal } from '../frames/proposal.ts'
import type { View } from '../frames/view.ts'
import { SpanIndex } from './span-index.ts'
import type { TaggedClaim } from '../tagger/tagged.ts'
import { likeness, weighAgreement } from './agreement.ts'

/**
 * The tagger's claims and the frames' proposals as one list. The tagger judges what is a claim and where it lies; a frame
 * that sees the same cue raises or lowers its probability by agreement, and is followed only where it knows better: the mention without an apposition, the
 * cue without adjuncts. What no tagged claim covers is added: nested claims, which the tagger cannot express, and frames
 * that it was not taught.
 */
export function merge(view: View, tagged: readonly TaggedClaim[], proposals: readonly Proposal[]): readonly Draft[] {
  const drafts = tagged.map((claim) => draftOf(view, claim)).filter(({ content }) => content.length > 0)
  const near = new SpanIndex(drafts, ({ content, cue, mention }) => [...content, cue, mention])
  const agreed = new Set<Draft>()
  const added = new Set<Draft>()
  for (const proposal of proposals) {
    const same = near.at(proposal.cue ?? proposal.content[0]!).find((draft) => !added.has(draft) && isSame(draft, proposal))
    if (same === undefined) {
      const draft = fromFrame(proposal)
      added.add(draft)
      near.add(draft)
    } else {
      const ends = [...proposal.content, ...same.content, proposal.cue, same.cue].filter((part) => part !== null)
      const around = { start: Math.min(...ends.map(({ start }) => start)), end: Math.max(...ends.map(({ end }) => end)) }
      const others = near.at(around)
      weighAgreement(view, same, proposal, { all: others, tagged: others.filter((each) => !added.has(each)) })
      if (proposal.extent === 'certain') same.probability = Math.max(same.probability, shareAlone(proposal.frame))
      near.add(same)
      agreed.add(same)
    }
  }
  const isLikely = (draft: Draft) =>
    agreed.has(draft) || (draft.probability >= LEAST_ALONE[draft.mode])
  const kept = drafts.filter((draft) => !isVetoed(view, draft) && isLikely(draft))
  const own = [...added].filter((draft) => !isTime(view, draft.content) && !isOwnThought(view.text, draft, near.at(draft.content[0]!)))
  const all = [...kept, ...own].filter(({ cue, content }) => cue === null || (!isModifier(view, cue) && noReport(view, cue, content) === null))
  for (const draft of all) {
    draft.content = withoutNicknames(view, withoutOuterClause(view, draft), draft.cue).map((part, i) => withoutLoose(view.text, withoutPredicate(view, i === 0 ? withFirstWord(view, part) : part, draft.cue)))
    draft.mention &&= draft.cue !== null && isDescription(view, draft.mention, draft.cue) ? null : wholeMention(view, draft.mention, draft.cue)
    const passive = draft.mention && passiveOf(view, draft.mention, draft.cue)
    const agent = passive === 'subject' ? agentIn(view, draft) : null
    if (passive === 'subject') draft.content = [draft.mention!, ...(agent === null ? draft.content : agent.content)]
    if (passive !== null) draft.mention = agent === null ? null : agent.mention
  }
  cutMentions(all)
  cutStrays(view, all)
  return withoutDoubles(view.text, readQuotedAs(view, all))
}

/** `Osei claims that it sank, and said`: a mention that holds a claim of the same speaker is that one's mention. */
function cutMentions(drafts: readonly Draft[]): void {
  const byStart = new Map<number, Draft>()
  for (const draft of drafts) if (draft.mention && draft.cue) byStart.set(draft.mention.start, shorter(byStart.get(draft.mention.start), draft))
  for (const draft of drafts) {
    const other = draft.mention === null ? undefined : byStart.get(draft.mention.start)
    if (other?.cue && other !== draft && contains(draft.mention!, other.cue) && contains(draft.mention!, other.content[0]!)) draft.mention = other.mention
  }
}

const shorter = (a: Draft | undefined, b: Draft): Draft => (a === undefined || b.mention!.end < a.mention!.end ? b : a)

/** `She said she hoped it would reopen` is one claim, hers: a content that begins with who thinks so by a pronoun. */
function isOwnThought(text: string, { mode, mention }: Draft, around: readonly Draft[]): boolean {
  if (mode !== 'attitude' || mention === null || !/^(?:s?he|they|it)$/i.test(text.slice(mention.start, mention.end))) return false
  return around.some((each) => each.mode === 'speech' && each.mention !== null && each.mention.end <= mention.start && each.content[0]!.start === mention.start)
}

/** `She said: “We were lied to,” she said.`: of two cues around one content the one whose speaker is named, else the first. */
function withoutDoubles(text: string, drafts: readonly Draft[]): readonly Draft[] {
  const byContent = new Map<string, Draft>()
  const dropped = new Set<Draft>()
  for (const draft of drafts) {
    const { start, end } = hull(draft.content)
    const other = byContent.get(`${start}-${end}`)
    if (other === undefined) byContent.set(`${start}-${end}`, draft)
    else if (draft.cue !== null && other.cue !== null && draft.cue.start < start !== other.cue.start < start && (isPronoun(text, draft) || isPronoun(text, other))) {
      const later = isPronoun(text, draft) ? draft : other
      dropped.add(later)
      byContent.set(`${start}-${end}`, later === draft ? other : draft)
    }
  }
  return drafts.filter((draft) => !dropped.has(draft))
}

const isPronoun = (text: string, { mention }: Draft) => mention !== null && PRONOUNS.has(text.slice(mention.start, mention.end).toLowerCase())

function draftOf(view: View, { content, cue: tagged, mention: named, mode, probability, why }: TaggedClaim): Draft {
  const cue = tagged && bareCue(view.text, tagged)
  const parts: Range[] = []
  for (const part of withoutCircumstance(view, withoutAsides(view, content, cue))) {
    const whole = parts.length === 0 ? withoutThat(view.text, part) : part
    parts.push(withoutNextAction(view, whole, cue))
  }
  const mention = named && (cue === null && view.text[named.end] === '?' ? null : bareMention(view, named))
  const isAction = cue !== null && mention !== null && isActionBehind(view, parts, cue, mention)
  const quoted = isAction ? parts.filter((part) => view.quoteOf[tokenAt(view.tokens, part.start)]! >= 0) : []
  if (quoted.length === 0) return draftFor({ content: parts, cue, mention, mode, probability }, [...why])
  const reason = { rule: 'action of somebody behind a quotation: no cue', range: cue, weight: -1 }
  return draftFor({ content: quoted, cue: null, mention: null, mode, probability: Math.min(probability, UNCUED) }, [...why, reason])
}

/** How often a quotation without a cue is somebody's words, and nothing is wrong in saying that nobody knows whose. */
const UNCUED = 0.55

/**
 * No claims: a relative pronoun, what is `so-called`, what a meeting is held `to discuss`, and refusals that do not say what about
 * (`declined to comment`).
 */
const NO_CONTENT = /^(?:who|whom|which|that|what|where|there|me|him|them|us|nothing|little|no more|nothing more)$/i

function isVetoed(view: View, { content, cue, mention }: Draft): boolean {
  const words = ({ start, end }: Range) => view.text.slice(start, end)
  if (cue !== null && mention !== null && (/^needless$/i.test(words(mention)) || isReason(view, cue, mention) || isCircumstance(view, cue, mention, content[0]!))) return true
  if (cue === null && mention !== null && isHeading(view, mention, content[0]!)) return true
  if (cue !== null && (/\w-$/.test(view.text.slice(Math.max(0, cue.start - 2), cue.start)) || words(cue) === 'to discuss')) return true
  if (content.length === 1 && NO_CONTENT.test(words(content[0]!))) return true
  return content.length === 1 && /^(?:to )?comment$|^to be (?:named|identified|interviewed|quoted|photographed)\b/.test(words(content[0]!))
}

/** `citing | privacy rules`: no source. */
function isReason({ text, tokens, syntax }: View, cue: Range, mention: Range): boolean {
  const phrase = syntax.phrases[syntax.phraseAt[tokenAt(tokens, mention.start)]!]
  if (!/^citing$/i.test(text.slice(cue.start, cue.end)) || mention.start < cue.end || phrase === undefined || phrase.name !== null) return false
  return !canTell(tokens[phrase.head]!.lower)
}

/** `Following his | statement | he left`: only when something happened. */
function isCircumstance({ text, tokens, segmented }: View, cue: Range, mention: Range, content: Range): boolean {
  const [noun, owner] = [tokenAt(tokens, cue.start), tokenAt(tokens, mention.start)]
  if (tokens[noun]!.pos !== 'NOUN' || tokens[noun]!.end < cue.end || owner + 1 !== noun || content.start < cue.end || text.slice(cue.end, content.start).trim() !== '') return false
  return segmented.sentences[tokens[noun]!.sentence]!.firstToken === owner - 1 && /^(?:following|after|before|during|despite|with|in)$/.test(tokens[owner - 1]!.lower) && !/^(?:that|to)$/.test(tokens[noun + 1]!.lower)
}

/** Claims of the tagger that no frame sees need this probability. */
const LEAST_ALONE = { speech: 0.29, attitude: 0.36 } as const

/** A claim by a frame alone. */
function fromFrame({ content, cue, mention, mode, frame }: Proposal): Draft {
  return draftBy(frame, cue, { content, cue, mention, mode, probability: shareAlone(frame) })
}

/** How often a frame that the tagger did not follow is right, content and speaker: folds that the tagger had not seen. */
const ALONE: readonly (readonly [frame: RegExp, share: number])[] = [
  [/^(?:according to|as reported|this is reported by)$/, 0.8],
  [/^there is \+ that$/, 0.6],
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
