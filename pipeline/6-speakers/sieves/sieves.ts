import { BODY_NOUNS } from '../../lexicon/organizations.ts'
import { TITLES } from '../../lexicon/titles.ts'
import { TIME_WORDS, UTTERANCE_NOUNS } from '../../lexicon/unnamed.ts'
import type { NounPhrase, RawReason, Syntax } from '../../model/layers.ts'
import type { Range } from '../../model/span.ts'
import { byBody } from './bodies.ts'
import { describeTokens, fit } from '../entities/descriptions.ts'
import { otherwise, undecided, type Decision, type Discourse, type Occurrence } from './discourse.ts'
import { createEntity, type Entity } from '../entities/entities.ts'
import { fold, known } from '../../lexicon/gazetteer.ts'
import { ISSUER_NAMED, issuerOf } from './issuers.ts'
import type { NameMention } from '../names/name.ts'
import { withoutStop } from '../names/words.ts'
import { analyse, type Part } from '../mentions/phrases.ts'
import { resolveHeOrShe, resolveItOrThey, type PronounPlace } from './pronouns.ts'
import { takesUp, unnamedSpeaker } from '../entities/unnamed.ts'

/** P(ids right | mention right) by sieve, as counted on 420 mentions of the development events and gum-news. */
const PROBABILITY = { name: 0.985, surname: 0.985, alias: 0.93, title: 0.9, widerTitle: 0.8, unnamed: 0.91, again: 0.8 }

/** Of how many alike the text is taken to tell which is meant. */
const MOST = 40

/** One part of a mention, by the sieves in their order: name, pronoun, possessor, nationality, issuer, title, body, unnamed. */
export function resolvePart(discourse: Discourse, part: Part, place: PronounPlace): Decision | null {
  if (part.name) return byName(discourse, part.name, part.head)
  if (part.pronoun) return byPronoun(discourse, part, place)
  return (
    byPossessor(discourse, part, place) ??
    byNationality(discourse, part) ??
    byIssuer(discourse, part, place) ??
    sameUnnamed(discourse, part) ??
    byTitle(discourse, part) ??
    byBody(discourse, part) ??
    withoutName(discourse, part, place)
  )
}

function byName(discourse: Discourse, name: NameMention, head = ''): Decision | null {
  const entity = discourse.directory.byMention.get(name) ?? lastOfSurname(discourse, name)
  if (!entity) return null
  if (entity.kind === 'unknown' && BODY_NOUNS.has(head)) entity.kind = 'organization'
  const alias = discourse.directory.aliases.has(name)
  const full = entity.full && !(entity.full.start >= name.start && entity.full.end <= name.end) ? entity.full : null
  const shorter = fold(entity.name) !== name.folded
  const probability = alias ? PROBABILITY.alias : shorter ? PROBABILITY.surname : PROBABILITY.name
  return { entities: [entity], resolved: alias ? 'alias' : 'name', via: shorter || alias ? full : null, probability, why: [] }
}

/** Of several people of one surname the one who spoke last, or whom the article names in full twice as often as any other. */
function lastOfSurname(discourse: Discourse, name: NameMention): Entity | null {
  const people = (discourse.directory.bySurname.get(name.folded) ?? []).slice(0, MOST).filter((e) => !e.sex || !name.sex || e.sex === name.sex)
  const speaking = discourse.turns.at(-1)?.entities.find((e) => people.includes(e))
  if (speaking) return speaking
  const [first, second] = [...people].sort((a, b) => b.names.length - a.names.length)
  return first && second && first.names.length >= 2 * second.names.length ? first : null
}

function byPronoun(discourse: Discourse, part: Part, place: PronounPlace): Decision | null {
  const pronoun = part.pronoun!
  if (pronoun.role === 'relative') return byAntecedent(discourse, part, place)
  if (pronoun.person !== 3) return null
  const itOrThey = pronoun.number === 'plural' || pronoun.gender === 'thing'
  return itOrThey ? resolveItOrThey(discourse, pronoun, place) : resolveHeOrShe(discourse, pronoun, place)
}

/** What may stand between a name and `who`: `Jane Roe (R-Ohio), | who`. */
const ASIDE = /^\s*,?\s*(?:\([^)]*\)|[A-Z]-[A-Z][\w.]*)?\s*[,—–-]{0,2}\s*$/

/** `who` and `which` stand for the name just before them, or for the phrase that the relative clause describes. */
function byAntecedent(discourse: Discourse, part: Part, place: PronounPlace): Decision | null {
  const { tokens } = discourse.text
  const { firstToken } = part
  const before = discourse.occurrences.slice(-2).findLast(({ entity }) => entity.kind !== 'place')
  if (before && before.sentence === tokens[firstToken]!.sentence && ASIDE.test(discourse.text.text.slice(before.end, tokens[firstToken]!.start)))
    return { entities: [before.entity], resolved: 'pronoun', via: { start: before.start, end: before.end }, probability: 0.9, why: [] }
  const antecedent = antecedentOf(discourse.syntax, firstToken)
  const described = antecedent && analyse(tokens, discourse.names, antecedent.first, antecedent.end)
  const decision = described && !described.pronoun ? resolvePart(discourse, described, place) : null
  return decision && otherwise(decision, 'pronoun', partRange(discourse, described!), decision.probability * 0.8)
}

/** The phrase that a relative clause opened by a token describes. */
function antecedentOf({ clauseAt, clauses, phrases }: Syntax, token: number): NounPhrase | null {
  for (let t = token + 1; t < Math.min(clauseAt.length, token + 8); t++) {
    const clause = clauses[clauseAt[t]!]
    if (clause?.marker === token) return clause.by === 'relative' ? (phrases[clause.subject] ?? null) : null
  }
  return null
}

function partRange({ text: { tokens } }: Discourse, part: Part): Range {
  return { start: tokens[part.firstToken]!.start, end: tokens[part.endToken - 1]!.end }
}

/** `Trump's statement`, `his speech`: whoever it belongs to. */
function byPossessor(discourse: Discourse, part: Part, place: PronounPlace): Decision | null {
  if (!part.possessor || !UTTERANCE_NOUNS.has(part.head)) return null
  if ('words' in part.possessor) {
    const named = byName(discourse, part.possessor)
    return named && otherwise(named, named.resolved, named.via ?? { start: part.possessor.start, end: part.possessor.end }, named.probability)
  }
  return byPronoun(discourse, { ...part, pronoun: part.possessor }, { ...place, token: part.firstToken })
}

/** `a statement from Acme`, `a Harbour Times article`: whoever put it out. */
function byIssuer(discourse: Discourse, part: Part, place: PronounPlace): Decision | null {
  const issuer = issuerOf(discourse, part)
  if (!issuer) return null
  if ('words' in issuer) {
    const named = byName(discourse, issuer)
    return named && otherwise(named, 'alias', { start: issuer.start, end: issuer.end }, ISSUER_NAMED)
  }
  const described = analyse(discourse.text.tokens, discourse.names, issuer.firstToken, issuer.endToken)
  const decision = described && resolvePart(discourse, described, place)
  const found = decision !== null && decision.entities.length > 0
  return found ? otherwise(decision, decision.resolved, decision.via, decision.probability * ISSUER_NAMED) : null
}

/** Who stands behind the adjective of a party alone: `Democratic criticism`. */
const ADHERENTS: ReadonlyMap<string, string> = new Map([['democratic', 'Democrats'], ['republican', 'Republicans'], ['conservative', 'Conservatives']])

/** `American` alone, in `an American message`, stands for the country by the name that the article gives it. */
function byNationality(discourse: Discourse, part: Part): Decision | null {
  if (part.definite) return null // the Republican: one of them
  const { tokens, text } = discourse.text
  const range = { start: tokens[part.firstToken]!.start, end: tokens[part.endToken - 1]!.end }
  const words = fold(text.slice(range.start, range.end))
  const found = known(words)
  const adherents = ADHERENTS.get(words)
  if (adherents) return { entities: [createEntity('group', adherents, range)], resolved: 'alias', via: null, probability: PROBABILITY.alias, why: [] }
  if (found?.kind !== 'nationality') return null
  const entity = discourse.directory.bySurname.get(`country ${found.key}`)?.[0]
  if (!entity) return null
  return { entities: [entity], resolved: 'alias', via: entity.full, probability: PROBABILITY.alias, why: [] }
}

/** `the French leader`, `the mayor`: the person so called before; if several fit, who spoke or was named last, or nobody. */
function byTitle(discourse: Discourse, part: Part): Decision | null {
  const { tokens } = discourse.text
  if (part.plural || /^(a|an|one|another|some|every|each|no|any)$/.test(tokens[part.firstToken]!.lower)) return null
  const wanted = describeTokens(tokens, part.firstToken, part.endToken)
  if (!wanted || !wanted.head.endsWith(part.head.replace(/\.$/, ''))) return null
  const scored: { entity: Entity; fit: number; score: number; last: Range | null }[] = []
  for (const entity of calledLike(discourse, wanted.head)) {
    if (entity.kind !== 'person') continue
    const fitted = fit(entity, wanted)
    if (fitted <= 0 || (entity.sex && entity.sex !== (sexOf(wanted.head) ?? entity.sex))) continue
    const { recent, last } = recency(discourse, entity, part.firstToken)
    scored.push({ entity, fit: fitted, score: fitted + recent, last })
  }
  scored.sort((a, b) => b.score - a.score)
  const [best, second] = scored
  if (!best || (best.fit < 1.2 && best.score < 1.5)) return null
  const reason = (other: (typeof scored)[number], verdict: string, weight: number): RawReason => ({
    feature: `speaker: ${other.entity.name} ${verdict}`,
    range: other.last,
    weight,
  })
  if (second && best.score - second.score < 0.5)
    return part.definite && best.fit >= 2 ? undecided(scored.slice(0, 3).map((s) => reason(s, 'considered', s.score))) : null
  const probability = best.fit >= 2 ? PROBABILITY.title : PROBABILITY.widerTitle
  const why = scored.slice(1, 3).map((s) => reason(s, 'fits less well', s.score - best.score))
  return { entities: [best.entity], resolved: 'title', via: best.last ?? best.entity.full, probability, why }
}

/** Those described by a head or what it takes up: the first of the article, and those mentioned lately. */
function calledLike({ directory, occurrences }: Discourse, head: string): ReadonlySet<Entity> {
  const all = directory.byHead.get(head) ?? []
  if (all.length <= MOST) return new Set(all)
  const recent = occurrences.slice(-2 * MOST).map(({ entity }) => entity)
  return new Set([...all.slice(0, MOST), ...recent.filter((e) => e.descriptions.length > 0)])
}

/** The sex that a title tells. */
const sexOf = (word: string) => TITLES.get(word)?.find((t) => t.gender)?.gender ?? null

/** How present somebody is: who spoke last, who was named in this paragraph or the last, who was named at all. */
function recency(discourse: Discourse, entity: Entity, token: number): { recent: number; last: Range | null } {
  const here = discourse.text.tokens[token]!
  const last = discourse.mentions.get(entity)?.last
  const turn = discourse.turns.at(-1)
  const spoke = turn && turn.entities.length === 1 && turn.entities[0] === entity && here.paragraph - turn.paragraph <= 2 ? 0.8 : 0
  const near = !last ? -1 : here.sentence - last.sentence <= 2 ? 0.6 : here.paragraph - last.paragraph <= 1 ? 0.5 : 0
  return { recent: spoke + near, last: last ? { start: last.start, end: last.end } : null }
}

/** How many sentences back `the official` takes up an official without looking at people with names. */
const UNNAMED_REACH = 4

/** What was mentioned in the last sentences. */
function lately({ occurrences }: Discourse, here: number): readonly Occurrence[] {
  let from = occurrences.length
  while (from > 0 && here - occurrences[from - 1]!.sentence <= UNNAMED_REACH) from--
  return occurrences.slice(from)
}

/** `the official`, soon after `a Turkish official`. */
function sameUnnamed(discourse: Discourse, part: Part): Decision | null {
  if (!part.definite || part.possessor) return null
  const { tokens } = discourse.text
  const here = tokens[part.firstToken]!.sentence
  const last = lately(discourse, here).findLast((o) => o.entity.head !== '' && o.entity.kind === 'anonymous')
  if (!last || last.entity.head !== part.head || !takesUp(tokens, part, last.entity)) return null
  return { entities: [last.entity], resolved: 'title', via: last.entity.full, probability: PROBABILITY.again, why: [] }
}

/** Somebody unnamed: the one of before where the words take him up (`the source`), else a speaker of their own. */
function withoutName(discourse: Discourse, part: Part, place: PronounPlace): Decision | null {
  const { tokens } = discourse.text
  const again = part.definite && !part.possessor ? discourse.unnamed.slice(-MOST).findLast((e) => takesUp(tokens, part, e)) : undefined
  if (again) return { entities: [again], resolved: 'title', via: again.full, probability: PROBABILITY.again, why: [] }
  if (!canSpeak(discourse, part)) return null
  const entity = unnamedSpeaker(discourse.text, part)
  if (entity === null) return null
  const same = part.definite ? discourse.unnamed.slice(0, MOST).find((e) => e.name === entity.name) : undefined
  if (same) return { entities: [same], resolved: 'title', via: same.full, probability: PROBABILITY.again, why: [] }
  nameByPossessor(discourse, part, place, entity)
  discourse.unnamed.push(entity)
  return { entities: [entity], resolved: 'name', via: null, probability: PROBABILITY.unnamed, why: [] }
}

/** Whether a description has a head that can be somebody: no time, no verb or preposition alone, no article alone. */
function canSpeak({ text: { tokens } }: Discourse, { firstToken, headToken }: Part): boolean {
  const { lower, pos } = tokens[headToken]!
  if (TIME_WORDS.has(withoutStop(lower)) || /^(?:ADP|VERB|AUX|ADV|PUNCT|CCONJ|SCONJ)$/.test(pos)) return false
  const bare = headToken === firstToken && (pos === 'DET' || pos === 'PRON')
  return !(bare && /^(?:an?|the|it|there|what|that|this)$/.test(lower)) && !/^(?:him|them|us|me)$/.test(tokens[firstToken]!.lower)
}

/** `his campaign` is named for its owner: `Jane Roe's campaign`. */
function nameByPossessor(discourse: Discourse, part: Part, place: PronounPlace, entity: Entity): void {
  if (!part.possessor || 'words' in part.possessor) return
  if (part.possessor.person === 1) return nameByOwner(entity, part.possessor.number === 'singular' ? place.notThese : [])
  const fellow = place.fellow && part.possessor.person === 3 ? { entities: [place.fellow] } : null
  const owner = fellow ?? byPronoun(discourse, { ...part, pronoun: part.possessor }, { ...place, token: part.firstToken })
  if (owner) nameByOwner(entity, owner.entities)
}

function nameByOwner(entity: Entity, owners: readonly Entity[]): void {
  const [owner] = owners
  if (owner && owners.length === 1 && owner.names.length > 0) entity.name = entity.name.replace(/^\S+/, `${owner.name}'s`)
}
