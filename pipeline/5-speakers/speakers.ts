import { PRONOUNS } from '../lexicon/pronouns.ts'
import { TITLES } from '../lexicon/titles.ts'
import type { Article } from '../model/article.ts'
import type { Attribution, Attributions, Quotations, RawHop, SegmentedText, Speakers } from '../model/layers.ts'
import type { Range } from '../model/span.ts'
import { describe } from './descriptions.ts'
import { beginDiscourse, innermostClaims, note, noteTurn, type Decision, type Discourse } from './discourse.ts'
import { gather } from './entities.ts'
import { findNames, type NameMention } from './names.ts'
import { partsOf, type NameIndex } from './phrases.ts'
import type { PronounPlace } from './pronouns.ts'
import { resolvePart } from './sieves.ts'
import { tokenAt, tokensIn } from './words.ts'
import { written } from './written.ts'

/**
 * Resolves every attribution's mention, and every hop of its chain, to a speaker. The article is read once from front to
 * back: names are known beforehand, pronouns and descriptions are resolved against what was read so far. Where the
 * candidates cannot be told apart the answer is nobody.
 */
export function resolveSpeakers(_article: Article, text: SegmentedText, quotes: Quotations, claims: Attributions): Speakers {
  const names = findNames(text)
  const directory = gather(names)
  describe(text, names, directory)
  const discourse = beginDiscourse(text, quotes, directory)
  const decisions = read(discourse, names, claims)
  const resolved = claims.map((_, i) => follow(discourse, claims, decisions, i, 0))
  return written(discourse, claims, resolved, (hop) => hopDecision(hop, resolved, decisions))
}

/** Decisions by the place of the mention, so that claims that share a mention share the answer. */
type Decisions = Map<string, Decision>

const placeKey = (range: Range) => `${range.start}-${range.end}`

/** One pass over the tokens: notes names, resolves mentions of claims and other pronouns in their order. */
function read(discourse: Discourse, names: readonly NameMention[], claims: Attributions): Decisions {
  const { tokens } = discourse.text
  const index = indexNames(names)
  const inside = innermostClaims(tokens, claims)
  const mentions = mentionsByToken(discourse, claims)
  const decisions: Decisions = new Map()
  const namesByToken = new Map(names.map((n) => [n.firstToken, n]))
  for (let t = 0; t < tokens.length; t++) {
    const here = mentions.get(t)
    if (here) for (const mention of here) resolveMention(discourse, index, claims, decisions, inside, mention)
    const { pos, lower } = tokens[t]!
    const name = pos === 'PRON' || lower === 'the' ? undefined : namesByToken.get(t)
    const entity = name && discourse.directory.byMention.get(name)
    if (name && entity) note(discourse, entity, t, name.endToken)
    else if (pos === 'PRON' || lower === 'the') resolveInPassing(discourse, claims, decisions, inside, index, t)
  }
  return decisions
}

function indexNames(names: readonly NameMention[]): NameIndex {
  const at = new Map<number, NameMention>()
  for (const name of names) for (let t = name.phraseToken; t < name.firstToken; t++) at.set(t, name)
  for (const name of names) for (let t = name.firstToken; t < name.endToken; t++) at.set(t, name)
  return { at }
}

interface Mention extends Range {
  /** The attribution that it belongs to; null for a hop's own mention. */
  readonly claim: number
  readonly speaks: boolean
}

/** All mentions of claims and hops by their first token, longest first, each place once. */
function mentionsByToken(discourse: Discourse, claims: Attributions): Map<number, Mention[]> {
  const byToken = new Map<number, Mention[]>()
  const seen = new Set<string>()
  const add = (range: Range | null, claim: number, speaks: boolean) => {
    if (!range || seen.has(placeKey(range))) return
    seen.add(placeKey(range))
    const token = tokenAt(discourse.text.tokens, range.start)
    byToken.set(token, [...(byToken.get(token) ?? []), { ...range, claim, speaks }])
  }
  claims.forEach((claim, i) => add(claim.mention, i, true))
  claims.forEach((claim, i) => claim.chain.forEach((hop) => add(hop.mention, i, false)))
  return byToken
}

function resolveMention(discourse: Discourse, index: NameIndex, claims: Attributions, decisions: Decisions, inside: Int32Array, mention: Mention): void {
  const { tokens } = discourse.text
  const [first, end] = tokensIn(tokens, mention)
  if (first >= end) return
  const place = placeOf(discourse, claims, decisions, inside, first, claims[mention.claim]!)
  const parts = partsOf(tokens, index, first, end)
  const found = parts.map((part) => resolvePart(discourse, part, place))
  const decision = joined(found)
  if (!decision) return
  decisions.set(placeKey(mention), decision)
  parts.forEach((part, i) => {
    for (const entity of found[i]!.entities) {
      if (part.name) continue
      entity.others.push({ start: tokens[part.firstToken]!.start, end: tokens[part.endToken - 1]!.end })
      note(discourse, entity, part.firstToken, part.endToken)
    }
  })
  if (mention.speaks) noteTurn(discourse, decision.entities, first)
}

/** The parts' decisions as one; none if one part was left open, since a part of the speakers is not the speakers. */
function joined(found: readonly (Decision | null)[]): Decision | null {
  const [first] = found
  if (!first || found.some((d) => d === null)) return null
  if (found.length === 1) return first
  const all = found as readonly Decision[]
  return {
    entities: [...new Set(all.flatMap((d) => d.entities))],
    resolved: first.resolved,
    via: first.via,
    probability: all.reduce((p, d) => p * d.probability, 1),
    why: all.flatMap((d) => d.why),
  }
}

/** What is known about the place of a pronoun: whose quotation or indirect speech it stands in. */
function placeOf(discourse: Discourse, claims: Attributions, decisions: Decisions, inside: Int32Array, token: number, own: Attribution | null): PronounPlace {
  const enclosing = inside[token]! >= 0 && claims[inside[token]!] !== own ? claims[inside[token]!]! : null
  const speakers = enclosing?.mention ? (decisions.get(placeKey(enclosing.mention))?.entities ?? []) : []
  const quoted = discourse.quoted[token] === 1
  return { token, speaks: own !== null, notThese: quoted ? speakers : [], likelyThese: quoted ? [] : speakers, ownContent: own?.content ?? [] }
}

/** Pronouns and titles that are nobody's mention are resolved too, since what follows may refer to the same person. */
function resolveInPassing(discourse: Discourse, claims: Attributions, decisions: Decisions, inside: Int32Array, index: NameIndex, t: number): void {
  const { tokens } = discourse.text
  const token = tokens[t]!
  const pronoun = PRONOUNS.get(token.lower)
  const end = pronoun ? t + 1 : titleEnd(discourse, index, t)
  if (end === 0 || (pronoun && pronoun.gender !== 'male' && pronoun.gender !== 'female')) return
  if (discourse.occurrences.at(-1)?.token === t) return
  const [part] = partsOf(tokens, index, t, end)
  if (!part || part.name || (!pronoun && !part.head)) return
  const before = discourse.unnamed.length
  const decision = resolvePart(discourse, part, placeOf(discourse, claims, decisions, inside, t, null))
  discourse.unnamed.length = before
  if (!decision || decision.resolved === 'name') return
  for (const entity of decision.entities) {
    entity.others.push({ start: token.start, end: tokens[end - 1]!.end })
    note(discourse, entity, t, end)
  }
}

/** The end of `the (French) president` that begins at a token, 0 if none does. */
function titleEnd({ text: { tokens } }: Discourse, index: NameIndex, t: number): number {
  if (tokens[t]!.lower !== 'the') return 0
  for (let k = t + 1; k < Math.min(tokens.length, t + 5); k++) {
    if (index.at.has(k) || !/^(ADJ|NOUN|PROPN)$/.test(tokens[k]!.pos)) return 0
    if (TITLES.has(tokens[k]!.lower) && !/^(NOUN|PROPN|ADP)$/.test(tokens[k + 1]?.pos ?? '') && !index.at.has(k + 1)) return k + 1
  }
  return 0
}

const UNKNOWN: Decision = { entities: [], resolved: 'unknown', via: null, probability: 1, why: [] }

/** The decision for attribution i: by its mention, by the claim it continues, or for `I` by the quotation it stands in. */
function follow(discourse: Discourse, claims: Attributions, decisions: Decisions, i: number, depth: number): Decision {
  const claim = claims[i]!
  if (depth > 20) return UNKNOWN
  if (!claim.mention) {
    if (claim.continues === null) return UNKNOWN
    const before = follow(discourse, claims, decisions, claim.continues, depth + 1)
    const via = claims[claim.continues]!.mention ?? before.via
    return before.entities.length > 0 ? { ...before, resolved: 'continued', via, probability: before.probability * 0.97, why: [] } : UNKNOWN
  }
  const decided = decisions.get(placeKey(claim.mention))
  if (decided) return decided
  const token = tokenAt(discourse.text.tokens, claim.mention.start)
  const pronoun = PRONOUNS.get(discourse.text.tokens[token]?.lower ?? '')
  if (pronoun?.person !== 1 || pronoun.number !== 'singular' || (discourse.quoted[token] !== 1 && claim.within === null)) return UNKNOWN
  const outer = claim.within === null ? null : follow(discourse, claims, decisions, claim.within, depth + 1)
  if (outer) return outer.entities.length === 1 ? { ...outer, resolved: 'pronoun', via: claims[claim.within!]!.mention ?? outer.via, probability: outer.probability * 0.9 } : UNKNOWN
  return speakerAround(discourse, token) ?? UNKNOWN
}

/** Who speaks in the paragraph of a quotation that belongs to no claim: the only speaker there. */
function speakerAround(discourse: Discourse, token: number): Decision | null {
  const { paragraph } = discourse.text.tokens[token]!
  const here = discourse.turns.filter((turn) => turn.paragraph === paragraph && discourse.quoted[turn.token] !== 1)
  const speakers = new Set(here.flatMap((turn) => turn.entities))
  if (speakers.size !== 1) return null
  return { entities: [...speakers], resolved: 'pronoun', via: discourse.text.tokens[here[0]!.token]!, probability: 0.75, why: [] }
}

function hopDecision(hop: RawHop, resolved: readonly Decision[], decisions: Decisions): Decision | null {
  const own = hop.mention && decisions.get(placeKey(hop.mention))
  return own || (hop.attribution === null ? null : (resolved[hop.attribution] ?? null))
}

