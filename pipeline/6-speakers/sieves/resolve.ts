import { PRONOUNS } from '../../lexicon/pronouns.ts'
import type { Attribution, Attributions, Syntax, Token } from '../../model/layers.ts'
import type { Range } from '../../model/span.ts'
import { tokenAt } from '../../text/token-at.ts'
import { innermostClaims, isQuoted, note, noteTurn, undecided, type Decision, type Discourse } from './discourse.ts'
import type { Entity } from '../entities/entities.ts'
import type { NameMention } from '../names/name.ts'
import { namedUntil } from '../mentions/joint.ts'
import { intervieweeOf } from './interviews.ts'
import { partsOf } from '../mentions/joint.ts'
import { analyse, type NameIndex } from '../mentions/phrases.ts'
import type { PronounPlace } from './pronouns.ts'
import { resolvePart } from './sieves.ts'
import { tokensIn } from '../names/words.ts'

/** One pass through an article: what is known of it, and what was decided on the way. */
export interface Reading {
  readonly discourse: Discourse
  readonly claims: Attributions
  /** For each token the claim in whose content it lies innermost, -1 for none. */
  readonly inside: Int32Array
  /** Who answers, where the article is an interview. */
  readonly interviewee: Entity | null
  /** Decisions by the place of the mention, so that claims that share a mention share the answer. */
  readonly decisions: Map<number, Decision>
}

/** The key of a place in {@link Reading.decisions}. */
export const placeKey = ({ start, end }: Range): number => start * LONGEST_TEXT + end
/** Above any offset; a place's key is still an integer that a double holds. */
const LONGEST_TEXT = 2 ** 26

/** Reads an article: notes its names, resolves the mentions of claims and hops and all other pronouns and titles, in order. */
export function read(discourse: Discourse, names: readonly NameMention[], claims: Attributions): Reading {
  const { tokens } = discourse.text
  const inside = innermostClaims(tokens, claims)
  const reading: Reading = { discourse, claims, interviewee: intervieweeOf(discourse), inside, decisions: new Map() }
  const mentions = mentionsOf(discourse, claims)
  let next = 0
  const nameAt = new Int32Array(tokens.length).fill(-1)
  for (const [i, { firstToken }] of names.entries()) nameAt[firstToken] = i
  for (let t = 0; t < tokens.length; t++) {
    for (; mentions[next]?.token === t; next++) resolveMention(reading, mentions[next]!)
    if (tokens[t]!.pos === 'PRON') {
      resolveInPassing(reading, t)
      continue
    }
    if (nameAt[t]! < 0) continue
    const name = names[nameAt[t]!]!
    const entity = discourse.directory.byMention.get(name)
    if (entity && !isBound(tokens, name.endToken)) note(discourse, entity, t, name.endToken)
  }
  return reading
}

/** Whether a hyphen binds what stands before a token to the next: `Norway | -based`. */
const isBound = (tokens: readonly Token[], t: number) => /^[-‐‑]$/.test(tokens[t]?.text ?? '') && tokens[t]!.start === tokens[t - 1]!.end && tokens[t + 1]?.start === tokens[t]!.end

/** For every token the name that covers it; titles in front count as the name's unless another name stands there. */
export function indexNames(names: readonly NameMention[], syntax: Syntax): NameIndex {
  const at = new Map<number, NameMention>()
  for (const name of names) for (let t = name.phraseToken; t < name.firstToken; t++) at.set(t, name)
  for (const name of names) for (let t = name.firstToken; t < name.endToken; t++) at.set(t, name)
  return { at, syntax }
}

interface Mention extends Range {
  readonly token: number
  readonly claim: Attribution
  /** Whether the claim is said by it; a hop's mention only passes it on. */
  readonly speaks: boolean
}

/** All mentions of claims and hops in order of their first tokens, each place once. */
function mentionsOf(discourse: Discourse, claims: Attributions): readonly Mention[] {
  const mentions: Mention[] = []
  const seen = new Set<number>()
  const add = (range: Range | null, claim: Attribution, speaks: boolean) => {
    if (!range || seen.has(placeKey(range))) return
    seen.add(placeKey(range))
    mentions.push({ start: range.start, end: range.end, token: tokenAt(discourse.text.tokens, range.start), claim, speaks })
  }
  for (const claim of claims) add(claim.mention, claim, true)
  for (const claim of claims) for (const hop of claim.chain) add(hop.mention, claim, false)
  return mentions.sort((a, b) => a.token - b.token)
}

function resolveMention(reading: Reading, mention: Mention): void {
  const { discourse, decisions } = reading
  const { names, text: { tokens } } = discourse
  const [first, end] = tokensIn(tokens, mention)
  if (first >= end) return
  const within = partsOf(tokens, names, first, end)
  const until = namedUntil(tokens, names, first, end, within)
  const parts = until === end ? within : partsOf(tokens, names, first, until)
  const found: (Decision | null)[] = []
  for (const part of parts) found.push(resolvePart(discourse, part, placeOf(reading, first, mention.claim, onlyPerson(found.at(-1)))))
  const decision = joined(found)
  if (!decision) return
  decisions.set(placeKey(mention), decision)
  parts.forEach((part, i) => {
    if (part.name) return
    for (const entity of found[i]?.entities ?? []) {
      entity.others.push({ start: tokens[part.firstToken]!.start, end: tokens[part.endToken - 1]!.end })
      note(discourse, entity, part.firstToken, part.endToken)
    }
  })
  if (mention.speaks) noteTurn(discourse, decision.entities, first)
}

const onlyPerson = (decision: Decision | null | undefined) => (decision?.entities.length === 1 ? decision.entities[0]! : null)

/** The parts' decisions as one; none if one of several was left open, since a part of the speakers is not the speakers. */
function joined(found: readonly (Decision | null)[]): Decision | null {
  if (found.length === 1) return found[0]!
  const all = found.filter((decision) => decision !== null).filter((decision) => decision.entities.length > 0)
  const [first] = all
  if (!first) return null
  if (all.length < found.length) return undecided(all.flatMap((d) => d.why))
  return {
    entities: [...new Set(all.flatMap((d) => d.entities))],
    resolved: first.resolved,
    via: first.via,
    probability: all.reduce((p, d) => p * d.probability, 1),
    why: all.flatMap((d) => d.why),
  }
}

/** What is known about the place of a mention: whose quotation or indirect speech it stands in. */
function placeOf({ discourse, claims, inside, decisions }: Reading, token: number, own: Attribution | null, fellow: Entity | null = null): PronounPlace {
  const around = inside[token]! < 0 ? null : claims[inside[token]!]!
  const speakers = around && around !== own && around.mention ? (decisions.get(placeKey(around.mention))?.entities ?? []) : []
  const quoted = isQuoted(discourse.syntax, token)
  const [notThese, likelyThese] = quoted ? [speakers, []] : [[], speakers]
  return { token, speaks: own !== null, notThese, likelyThese, fellow, ownContent: own?.content ?? [] }
}

/** He and she that are nobody's mention are resolved too, since what follows may refer to the same person. */
function resolveInPassing(reading: Reading, t: number): void {
  const { discourse } = reading
  const { text: { tokens }, names } = discourse
  const pronoun = PRONOUNS.get(tokens[t]!.lower)
  if ((pronoun?.gender !== 'male' && pronoun?.gender !== 'female') || discourse.occurrences.at(-1)?.token === t) return
  const part = analyse(tokens, names, t, t + 1)
  const decision = part && !part.name ? resolvePart(discourse, part, placeOf(reading, t, null)) : null
  for (const entity of decision?.entities ?? []) {
    entity.others.push({ start: tokens[t]!.start, end: tokens[t]!.end })
    note(discourse, entity, t, t + 1)
  }
}
