import { fold } from '../../lexicon/gazetteer.ts'
import { BODY_NOUNS } from '../../lexicon/organizations.ts'
import type { RawReason } from '../../model/layers.ts'
import { undecided, type Decision, type Discourse } from './discourse.ts'
import { maybeBody, type Entity } from '../entities/entities.ts'
import type { Part } from '../mentions/phrases.ts'

/** P(right) of a body taken up by a noun: of its name or apposition, or only by being near. */
const PROBABILITY = { byWord: 0.85, near: 0.7 }

type BodyKind = 'organization' | 'publication' | 'group' | 'agency'

/** Nouns that take up whatever body was spoken of: by kind of body. */
const TAKES_UP: ReadonlyMap<string, BodyKind> = new Map([
  ...words('newspaper paper outlet magazine site website network broadcaster tabloid weekly daily').map((w) => [w, 'publication'] as const),
  ...words('group organization organisation charity body nonprofit non-profit').map((w) => [w, 'group'] as const),
  ...words('agency watchdog regulator').map((w) => [w, 'agency'] as const),
  ...words('company firm union team club airline bank manufacturer retailer maker carmaker automaker drugmaker chipmaker').map(
    (w) => [w, 'organization'] as const,
  ),
  ...words('shipbuilder builder lender insurer developer operator supermarket brewer producer supplier startup giant chain').map(
    (w) => [w, 'organization'] as const,
  ),
])
/** Nouns of a body's own name that it cannot be called a group, or an agency, by. */
const NO_GROUP = new Set(
  words('court government parliament congress senate police army military ministry jury cabinet regime nation kingdom state'),
)
const AGENCIES = new Set(words('agency administration authority bureau commission department service office board center centers council'))

/** How many sentences back a body, or an outlet, which articles come back to, is taken up. */
const REACH = { organization: 4, publication: 10, group: 4, agency: 6 }
const LEAST_MARGIN = 0.5
/** Bodies of one noun that are told apart. */
const MOST = 40

function words(list: string): readonly string[] {
  return list.split(' ')
}

/** `the company`, `the committee`: the body that is called so by its name or apposition, or the likeliest of those near. */
export function byBody(discourse: Discourse, part: Part): Decision | null {
  const { tokens } = discourse.text
  const kind = TAKES_UP.get(part.head)
  if (!part.definite || part.plural || part.possessor || part.headToken - part.firstToken > 1) return null
  if (!kind && !BODY_NOUNS.has(part.head)) return null
  const here = tokens[part.firstToken]!
  const called = (discourse.directory.byNoun.get(part.head) ?? []).slice(0, MOST).filter((e) => isCalled(e, part.head) && e.names[0]!.start < here.start)
  if (called.length === 1) return decide(called[0]!, PROBABILITY.byWord)
  const candidates = called.length > 0 ? called : kind ? bodiesNear(discourse, part, kind) : []
  const scored = candidates.map((entity) => ({ entity, score: salience(discourse, entity, part.firstToken) }))
  scored.sort((a, b) => b.score - a.score)
  const [best, second] = scored
  if (!best) return null
  if (second && best.score - second.score < LEAST_MARGIN)
    return undecided(scored.slice(0, 3).map(considered))
  return decide(best.entity, PROBABILITY.near)
}

function considered({ entity, score }: { readonly entity: Entity; readonly score: number }): RawReason {
  return { feature: `speaker: ${entity.name} considered`, range: entity.full, weight: score }
}

function decide(entity: Entity, probability: number): Decision {
  if (entity.kind === 'unknown') entity.kind = 'organization'
  return { entities: [entity], resolved: 'title', via: entity.full, probability, why: [] }
}

/** The bodies of a kind that were mentioned lately. */
function bodiesNear({ occurrences, text }: Discourse, part: Part, kind: BodyKind): readonly Entity[] {
  const here = text.tokens[part.firstToken]!.sentence
  const near = new Set<Entity>()
  for (let i = occurrences.length - 1; i >= 0 && here - occurrences[i]!.sentence <= REACH[kind]; i--) {
    const { entity } = occurrences[i]!
    if (entity.names.length > 0 && takesUpBody(entity, kind) && (entity.kind !== 'unknown' || entity.name.includes(' '))) near.add(entity)
  }
  return [...near]
}

/** How present a body is: who spoke last, what was a subject, how near, how often named. */
function salience({ mentions, text, turns }: Discourse, entity: Entity, token: number): number {
  const here = text.tokens[token]!
  const last = mentions.get(entity)?.last
  const turn = turns.at(-1)
  const spoke = turn?.entities.length === 1 && turn.entities[0] === entity && here.paragraph - turn.paragraph <= 2 ? 2 : 0
  const near = last ? -0.4 * Math.min(6, here.sentence - last.sentence) + (last.subject ? 0.6 : 0) - (last.quoted ? 1 : 0) : -3
  return spoke + near + Math.min(1.5, 0.4 * Math.log2(entity.names.length))
}

/** Whether a noun stands in a body's name, or describes it in front of the name or behind. */
function isCalled(e: Entity, word: string): boolean {
  if (e.nouns.has(word)) return true
  return e.kind !== 'unknown' && maybeBody(e) && [...e.forms].some((form) => form.split(' ').includes(word))
}

/** Whether a body can be `the company` or `the paper`: of that kind, and not by its name something else, such as a court. */
function takesUpBody(e: Entity, kind: BodyKind): boolean {
  if (kind === 'publication') return e.kind === 'publication'
  const own = fold(e.name).split(' ').at(-1)!
  if (e.kind !== 'organization' && !(e.kind === 'unknown' && maybeBody(e))) return false
  if (kind === 'agency') return AGENCIES.has(own) || /^[A-Z]{2,6}$/.test(e.name)
  if (kind === 'group') return !NO_GROUP.has(own)
  return !BODY_NOUNS.has(own) || TAKES_UP.get(own) === 'organization'
}
