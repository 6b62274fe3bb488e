import type { Pronoun } from '../../lexicon/pronouns.ts'
import type { RawReason } from '../../model/layers.ts'
import type { Range } from '../../model/span.ts'
import { otherwise, undecided, type Decision, type Discourse, type Occurrence } from './discourse.ts'
import { maybeBody, type Entity } from '../entities/entities.ts'

/** Where a pronoun stands, and who it cannot be. */
export interface PronounPlace {
  readonly token: number
  /** Whether it is the mention of a claim: whoever spoke last is then the likeliest. */
  readonly speaks: boolean
  /** People who speak the quotation that it stands in: they are `I` there, not `he`. */
  readonly notThese: readonly Entity[]
  /** People who say the indirect speech that it stands in: likely to be meant. */
  readonly likelyThese: readonly Entity[]
  /** Who is named in the same mention before: `Doe and his supporters`. */
  readonly fellow: Entity | null
  /** What the pronoun's own speaker says: names in there are rarely the speaker. */
  readonly ownContent: readonly Range[]
}

/** Whether an entity is, or may be, one person. */
export function isHuman(e: Entity): boolean {
  return !e.plural && (e.kind === 'person' || e.kind === 'unknown' || e.kind === 'anonymous')
}

interface Candidate {
  readonly entity: Entity
  readonly last: Occurrence
  score: number
}

/** How many sentences back a pronoun looks, and what lower scores, or narrower margins, are not worth. */
const WINDOW = 5
const LEAST_SCORE = -1
const LEAST_MARGIN = 0.5
/** What a description that says nothing known of anybody needs, and how often it is then right. */
const FOCUS = { score: 0.5, margin: 0.8, probability: 0.65 }
/** From this margin on a pronoun tells the sex of whom it stands for. */
const TELLING_MARGIN = 1.5

/**
 * He and she: every person mentioned lately is scored by distance, role, who spoke last and sex; the best is taken if
 * it is good enough and clearly better than the next. Weights: a conditional logit over who of the candidates is meant, fitted on
 * a hundred judged pronouns of news and held near values set by hand.
 */
export function resolveHeOrShe(discourse: Discourse, pronoun: Pronoun, place: PronounPlace): Decision | null {
  const candidates = gatherCandidates(discourse, place, isHuman)
  const setting = settingOf(discourse, candidates, place.token)
  for (const c of candidates) c.score = salience(discourse, c, place, setting) + sexScore(c.entity, pronoun.gender)
  candidates.sort((a, b) => b.score - a.score || b.last.token - a.last.token)
  const [best, second] = candidates
  if (!best || best.score < LEAST_SCORE) return null
  const margin = second ? best.score - second.score : 3
  if (margin < LEAST_MARGIN) return undecided(candidates.slice(0, 3).map((c) => reason(c, 'considered', c.score)))
  const rival = candidates.some((c) => c !== best && (c.entity.sex ?? c.entity.listedSex) === pronoun.gender)
  if (margin >= TELLING_MARGIN && pronoun.role === 'subject' && !rival) learnSex(best.entity, pronoun.gender)
  return decide(best, margin, rejected(candidates))
}

/**
 * `the candidate`, `the billionaire`, of somebody of whom the text said nothing of the kind: whoever a pronoun there would
 * stand for, if that is clearer than a pronoun needs.
 */
export function resolveFocus(discourse: Discourse, gender: Pronoun['gender'] | null, place: PronounPlace): Decision | null {
  const candidates = gatherCandidates(discourse, place, (e) => isHuman(e) && e.kind === 'person' && e.names.length > 0)
  const setting = settingOf(discourse, candidates, place.token)
  for (const c of candidates) c.score = salience(discourse, c, place, setting) + (gender ? sexScore(c.entity, gender) : 0)
  candidates.sort((a, b) => b.score - a.score || b.last.token - a.last.token)
  const [best, second] = candidates
  if (!best) return null
  const clear = best.score >= FOCUS.score && (!second || best.score - second.score >= FOCUS.margin)
  if (!clear) return undecided(candidates.slice(0, 3).map((c) => reason(c, 'considered', c.score)))
  const decision = decide(best, 0, rejected(candidates))
  return otherwise(decision, 'title', decision.via, FOCUS.probability)
}

/** It: the body or country that spoke last, or is the subject just before. They: people or bodies that spoke last, or a pair. */
export function resolveItOrThey(discourse: Discourse, pronoun: Pronoun, place: PronounPlace): Decision | null {
  const plural = pronoun.number === 'plural'
  const here = discourse.text.tokens[place.token]!
  const turn = discourse.turns.at(-1)
  const reach = plural || turn?.entities[0]!.kind === 'publication' ? 3 : 1
  if (turn && turn.token < place.token && here.paragraph - turn.paragraph <= 1 && here.sentence - turn.sentence <= reach) {
    const [first] = turn.entities
    const several = turn.entities.length > 1
    const fits = plural ? several || first!.plural || isBody(first!) : !several && isBody(first!)
    if (fits && !turn.entities.some((e) => place.notThese.includes(e)))
      return { entities: turn.entities, resolved: 'pronoun', via: lastPlace(discourse, turn.entities[0]!), probability: 0.8, why: [] }
  }
  const pair = plural ? pairBefore(discourse, place.token) : null
  if (pair) return { entities: pair, resolved: 'pronoun', via: lastPlace(discourse, pair[0]!), probability: 0.6, why: [] }
  const near = (c: Candidate) => here.sentence - c.last.sentence <= 1
  const candidates = gatherCandidates(discourse, place, (e) => (plural ? e.plural : isBody(e) && !e.plural)).filter(near)
  const setting = settingOf(discourse, candidates, place.token)
  for (const c of candidates) c.score = salience(discourse, c, place, setting)
  candidates.sort((a, b) => b.score - a.score || b.last.token - a.last.token)
  const [best, second] = candidates
  if (!best || best.score < 0.5 || (second && best.score - second.score < 0.8)) return null
  return decide(best, second ? best.score - second.score : 1.5, rejected(candidates))
}

const isBody = (e: Entity) => maybeBody(e) || e.kind === 'group'

/** Who was mentioned in the window, and where last: outside quotations, for a pronoun that stands outside too. */
function gatherCandidates(discourse: Discourse, place: PronounPlace, allowed: (e: Entity) => boolean): Candidate[] {
  const here = discourse.text.tokens[place.token]!
  const quoted = discourse.quoted[place.token] === 1
  const found = new Map<Entity, Candidate>()
  for (let i = discourse.occurrences.length - 1; i >= 0; i--) {
    const occurrence = discourse.occurrences[i]!
    if (here.sentence - occurrence.sentence > WINDOW) break
    const { entity } = occurrence
    const later = found.get(entity)
    if (later && (!later.last.quoted || occurrence.quoted || quoted)) continue
    if (occurrence.token >= place.token || !allowed(entity) || place.notThese.includes(entity)) continue
    found.set(entity, { entity, last: occurrence, score: 0 })
  }
  return [...found.values()]
}

/** Who is mentioned first in the paragraph of a token, and how often the most named of the candidates is named. */
interface Setting {
  readonly opens: Entity | null
  readonly mostNames: number
}

function settingOf({ occurrences, text }: Discourse, candidates: readonly Candidate[], token: number): Setting {
  const { paragraph } = text.tokens[token]!
  let opens: Entity | null = null
  for (let i = occurrences.length - 1; i >= 0 && occurrences[i]!.paragraph === paragraph; i--) opens = occurrences[i]!.entity
  return { opens, mostNames: Math.max(0, ...candidates.map((c) => c.entity.names.length)) }
}

function salience(discourse: Discourse, { entity, last }: Candidate, place: PronounPlace, { opens, mostNames }: Setting): number {
  const { tokens } = discourse.text
  const here = tokens[place.token]!
  const back = here.sentence - last.sentence
  let score = back === 0 ? 0.4 : back === 1 ? 0 : -0.6 * (back - 1)
  score += last.role === 'subject' ? 0.6 : last.role === 'object' ? -0.35 : 0
  if (last.quoted && discourse.quoted[place.token] !== 1) score -= 2
  if (place.ownContent.some((r) => entity.names.some((n) => r.start <= n.start && n.end <= r.end))) score -= 1.4
  if (last.paragraph === here.paragraph) score += 0.25
  score += turnScore(discourse, entity, { token: place.token, paragraph: here.paragraph }) * (place.speaks ? 1.25 : 0.8)
  if (place.likelyThese.includes(entity)) score += 1.5
  if (entity.kind === 'anonymous') score -= 0.6
  if (entity.kind === 'unknown') score -= entity.names.some((n) => n.words.length > 1) ? 0.6 : 1.3
  if (entity === opens) score += 0.45
  if (entity.names.length === mostNames) score += 0.4
  return score + Math.min(2, 0.5 * Math.log2(1 + entity.names.length))
}

/** Whoever spoke last is likely to go on speaking; the one before less so. */
function turnScore(discourse: Discourse, entity: Entity, here: { token: number; paragraph: number }): number {
  const outside = discourse.quoted[here.token] !== 1
  for (let i = discourse.turns.length - 1, n = 0; i >= 0 && n < 3; i--) {
    const turn = discourse.turns[i]!
    if (outside && discourse.quoted[turn.token] === 1) continue
    const back = here.paragraph - turn.paragraph
    if (back > 3) return 0
    if (turn.entities.length === 1 && turn.entities[0] === entity) return (n === 0 ? 1.4 : n === 1 ? 0.8 : 0.15) - 0.45 * back
    n++
  }
  return 0
}

function sexScore(entity: Entity, wanted: Pronoun['gender']): number {
  if (entity.sex) return entity.sex === wanted ? 1.5 : -100
  if (entity.listedSex) return entity.listedSex === wanted ? 1 : -2.5
  return 0
}

/** A clear `he` or `she` tells the sex, unless the list of names says otherwise. */
function learnSex(entity: Entity, gender: Pronoun['gender']): void {
  if (gender === 'male' || gender === 'female') entity.sex ??= entity.listedSex === null || entity.listedSex === gender ? gender : null
}

/** Two people joined by `and` in this or the last sentence, outside quotations. */
function pairBefore(discourse: Discourse, token: number): readonly Entity[] | null {
  const { occurrences, text } = discourse
  for (let i = occurrences.length - 1; i > 0; i--) {
    const b = occurrences[i]!
    const a = occurrences[i - 1]!
    if (text.tokens[token]!.sentence - b.sentence > 1) return null
    if (a.entity === b.entity || b.quoted || a.sentence !== b.sentence || b.token >= token) continue
    const gap = text.text.slice(a.end, b.start)
    if (/^,? and (?:[\w' -]{0,50})$/.test(gap) && a.entity.kind === 'person' && b.entity.kind === 'person') return [a.entity, b.entity]
  }
  return null
}

function decide(best: Candidate, margin: number, why: readonly RawReason[]): Decision {
  const probability = 1 / (1 + Math.exp(-(0.6 + 0.9 * Math.min(margin, 3))))
  return { entities: [best.entity], resolved: 'pronoun', via: { start: best.last.start, end: best.last.end }, probability, why }
}

/** The next best candidates, without those of the other sex. */
function rejected(candidates: readonly Candidate[]): readonly RawReason[] {
  const lower = candidates.slice(1, 3).map((c) => reason(c, 'less likely', c.score - candidates[0]!.score))
  return lower.filter(({ weight }) => weight > -50)
}

function reason({ entity, last }: Candidate, verdict: string, weight: number): RawReason {
  return { feature: `speaker: ${entity.name} ${verdict}`, range: { start: last.start, end: last.end }, weight }
}

function lastPlace(discourse: Discourse, entity: Entity): Range | null {
  const last = discourse.occurrences.findLast((o) => o.entity === entity)
  return last ? { start: last.start, end: last.end } : null
}
