import { fold } from '../lexicon/gazetteer.ts'
import { BODY_NOUNS } from '../lexicon/organizations.ts'
import type { Decision, Discourse } from './discourse.ts'
import { maybeBody, type Entity } from './entities.ts'
import type { Part } from './phrases.ts'

/** P(right) of a body taken up by a noun. */
const PROBABILITY = 0.75

/** Nouns that take up whatever body spoke last: by kind of body. */
const TAKES_UP: ReadonlyMap<string, 'organization' | 'publication'> = new Map([
  ...words('newspaper paper outlet magazine site website network broadcaster tabloid weekly daily').map((w) => [w, 'publication'] as const),
  ...words('company firm group organization organisation agency union charity team club').map((w) => [w, 'organization'] as const),
  ...words('airline bank body watchdog manufacturer retailer maker carmaker automaker drugmaker chipmaker shipbuilder builder lender').map(
    (w) => [w, 'organization'] as const,
  ),
  ...words('insurer developer operator supermarket brewer producer supplier startup giant').map((w) => [w, 'organization'] as const),
])

/** How many sentences back a body, or an outlet, which articles come back to, is taken up. */
const REACH = { organization: 3, publication: 10 }

function words(list: string): readonly string[] {
  return list.split(' ')
}

/** `the company`, `the committee`: the body of whose name that is a word, or the body that spoke last. */
export function byBody(discourse: Discourse, part: Part): Decision | null {
  const { tokens } = discourse.text
  const kind = TAKES_UP.get(part.head)
  if (!part.definite || part.plural || part.possessor || part.headToken - part.firstToken > 1) return null
  if (!kind && !BODY_NOUNS.has(part.head)) return null
  const here = tokens[part.firstToken]!
  const named = discourse.directory.entities.filter((e) => hasWord(e, part.head) && e.names[0]!.start < here.start)
  const turn = discourse.turns.at(-1)
  const last = turn && turn.entities.length === 1 && here.paragraph - turn.paragraph <= 2 ? turn.entities[0]! : null
  const taken = last && (named.includes(last) || (named.length === 0 && kind && takesUpBody(last, kind))) ? last : null
  const entity = named.length === 1 ? named[0]! : (taken ?? (kind && named.length === 0 ? onlyBodyNear(discourse, part, kind) : null))
  if (!entity || entity.names.length === 0) return null
  if (entity.kind === 'unknown') entity.kind = 'organization'
  return { entities: [entity], resolved: 'title', via: entity.full, probability: PROBABILITY, why: [] }
}

/** The only body of a kind that was mentioned lately. */
function onlyBodyNear({ occurrences, text }: Discourse, part: Part, kind: 'organization' | 'publication'): Entity | null {
  const here = text.tokens[part.firstToken]!.sentence
  const near = new Set<Entity>()
  for (let i = occurrences.length - 1; i >= 0 && here - occurrences[i]!.sentence <= REACH[kind]; i--) {
    const { entity } = occurrences[i]!
    if (takesUpBody(entity, kind) && (entity.kind === kind || entity.name.includes(' '))) near.add(entity)
  }
  return near.size === 1 ? [...near][0]! : null
}

function hasWord(e: Entity, word: string): boolean {
  return e.kind !== 'unknown' && maybeBody(e) && [...e.forms].some((form) => form.split(' ').includes(word))
}

/** Whether a body can be `the company` or `the paper`: of that kind, and not by its name something else, such as a court. */
function takesUpBody(e: Entity, kind: 'organization' | 'publication'): boolean {
  const own = fold(e.name).split(' ').at(-1)!
  const ofKind = e.kind === kind || (kind === 'organization' && e.kind === 'unknown' && maybeBody(e))
  return ofKind && (!BODY_NOUNS.has(own) || TAKES_UP.has(own))
}
