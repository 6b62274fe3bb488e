import { fold, known } from '../../lexicon/gazetteer.ts'
import { BODIES } from '../../lexicon/organizations.ts'
import { OFFICES, TITLES } from '../../lexicon/titles.ts'
import type { Token } from '../../model/layers.ts'
import { undecided, type Decision, type Discourse } from './discourse.ts'
import type { Entity } from '../entities/entities.ts'
import type { Part } from '../mentions/phrases.ts'
import { resolveFocus, type PronounPlace } from './pronouns.ts'
import { isCapital } from '../names/runs.ts'

/** How many tokens back somebody without a name may have been introduced. */
const INTRODUCED = 120
/** P(right) of whoever spoke last. */
const LAST_TURN = 0.6
/** How many sentences back somebody with a name may be meant by `the candidate`. */
const NEAR = 4

const ADJECTIVES: ReadonlySet<string> = new Set(['adjective', 'nationality'])
const PARTISANS = new Set(['republican', 'democrat', 'conservative', 'liberal', 'independent', 'socialist', 'libertarian'])
/** Nouns by which articles call people of whom they give no name at all. */
const NEWCOMERS: ReadonlySet<string> = new Set([
  'man', 'woman', 'boy', 'girl', 'person', 'reporter', 'interviewer', 'moderator', 'caller', 'questioner', 'voter', 'source', 'protester',
  'officer', 'judge', 'jury', 'witness', 'driver', 'anchor', 'professor', 'teacher', 'student', 'someone', 'user', 'poster', 'host',
])

/** The sex that a title tells. */
export const sexOf = (word: string): 'male' | 'female' | null => TITLES.get(word)?.find((t) => t.gender)?.gender ?? null

/**
 * `the candidate`, `the veteran striker`: a description of nobody so called before that can only take up somebody with a
 * name: who spoke last, or who is in focus. Null where it may be somebody new.
 */
export function byFocus(discourse: Discourse, part: Part, place: PronounPlace, unnamed: Entity): Decision | null {
  const { tokens } = discourse.text
  const partisan = PARTISANS.has(part.head)
  const personal = unnamed.kind === 'anonymous' || unnamed.kind === 'person' || partisan
  if (!part.definite || part.possessor || part.plural || !personal || NEWCOMERS.has(part.head) || !endsWithHead(tokens, part)) return null
  if (saidByLast(discourse, place) || !somebodyNear(discourse, part) || introducedNear(tokens, part)) return null
  const modifiers = tokens.slice(part.firstToken + 1, part.headToken)
  if (modifiers.length > 3 || modifiers.some(({ text }) => /^['’]s?$/.test(text))) return null
  if (!partisan && modifiers.every(isGeneral)) return byLastTurn(discourse, part) ?? focus(discourse, part, place)
  if (!modifiers.every((token) => isGeneral(token) || isKnownPlace(token))) return null
  const found = focus(discourse, part, place)
  return found.entities.length > 0 ? found : null
}

function focus(discourse: Discourse, part: Part, place: PronounPlace): Decision {
  return resolveFocus(discourse, sexOf(part.head), place) ?? undecided([])
}

/** Whether nothing follows the head noun but an office: `secretary | of state`. */
function endsWithHead(tokens: readonly Token[], part: Part): boolean {
  const rest = tokens.slice(part.headToken + 1, part.endToken)
  return rest.length === 0 || (rest[0]!.lower === 'of' && rest.slice(1).every(({ lower }) => OFFICES.has(lower)))
}

/** Whether `a guide` stands a little before `the guide`: that is who is meant, by no name. */
function introducedNear(tokens: readonly Token[], part: Part): boolean {
  for (let t = part.firstToken - 1; t >= Math.max(1, part.firstToken - INTRODUCED); t--) {
    if (tokens[t]!.lower !== part.head) continue
    for (let k = t - 1; k >= Math.max(0, t - 4); k--) if (/^(a|an)$/.test(tokens[k]!.lower)) return true
  }
  return false
}

const isGeneral = ({ text }: Token) => !isCapital(text) || text === 'GOP' || ADJECTIVES.has(known(fold(text))?.kind ?? '')
const isKnownPlace = ({ text }: Token) => known(fold(text))?.kind === 'place' || BODIES.has(fold(text))

/** Whether a person with a name was spoken of lately, outside quotations: then a description may mean that person. */
function somebodyNear({ occurrences, text, quoted }: Discourse, part: Part): boolean {
  const here = text.tokens[part.firstToken]!.sentence
  return occurrences.some(({ entity, sentence, token }) => {
    return here - sentence <= NEAR && entity.kind === 'person' && entity.names.length > 0 && quoted[token] !== 1
  })
}

/** Whether the place lies in what the last speaker says: speakers do not call themselves by a description. */
function saidByLast({ turns }: Discourse, { notThese, likelyThese }: PronounPlace): boolean {
  const last = turns.at(-1)?.entities ?? []
  return last.some((e) => notThese.includes(e) || likelyThese.includes(e))
}

/** The person who spoke last, where that was just before; what else is known of them did not speak against it. */
function byLastTurn(discourse: Discourse, part: Part): Decision | null {
  const here = discourse.text.tokens[part.firstToken]!
  const turn = discourse.turns.at(-1)
  const [entity] = turn?.entities ?? []
  if (!turn || !entity || turn.entities.length > 1 || here.paragraph - turn.paragraph > 1 || here.sentence - turn.sentence > 2) return null
  if (entity.kind !== 'person' || (entity.sex && entity.sex !== (sexOf(part.head) ?? entity.sex))) return null
  return { entities: [entity], resolved: 'title', via: entity.full, probability: LAST_TURN, why: [] }
}
