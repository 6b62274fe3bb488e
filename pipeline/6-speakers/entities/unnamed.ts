import { FUNCTION_WORDS } from '../../lexicon/function-words.ts'
import { BODY_NOUNS, HOUSES, ORGANIZATION_WORDS } from '../../lexicon/organizations.ts'
import { TITLES } from '../../lexicon/titles.ts'
import { ANONYMITY_CUES, COUNT_WORDS, DOCUMENT_NOUNS, GROUP_NOUNS, isPersonNoun, MEDIA_NOUNS, SHARES } from '../../lexicon/unnamed.ts'
import type { SegmentedText, Token } from '../../model/layers.ts'
import type { Range } from '../../model/span.ts'
import { createEntity, type Entity } from './entities.ts'
import { fold, known } from '../../lexicon/gazetteer.ts'
import type { Part } from '../mentions/phrases.ts'
import { isCapital } from '../names/collect.ts'
import { singular } from '../names/words.ts'

const HEARSAY = new Set(['reports', 'rumour', 'rumor', 'rumours', 'rumors', 'speculation', 'speculations'])
/** People who are quoted as sources when there are several: others, such as voters, are a group. */
const SOURCES = new Set([
  'source', 'official', 'aide', 'adviser', 'advisor', 'diplomat', 'insider', 'informant', 'witness', 'eyewitness', 'person', 'people',
  'officer', 'spokesman', 'spokeswoman', 'spokesperson', 'representative', 'employee', 'staffer', 'operative', 'executive', 'negotiator',
  'investigator',
])
/** What opens the reason for anonymity. */
const REASON = new RegExp(
  String.raw`\b(?:because|since|as (?:he|she|they)\b|in order to|so as not to|for fear|citing|` +
    'to (?:discuss|describe|speak|avoid|protect|talk)|not (?:authori[sz]ed|permitted|allowed))',
  'gi',
)
const SOURCE_WORDS = new Set(['source', 'official', 'person', 'man', 'woman', 'aide', 'insider', 'diplomat', 'adviser', 'individual'])

/** A speaker that the text gives no name: unnamed people, a group, a body, a document, with what the text calls them; null for a thing that says nothing. */
export function unnamedSpeaker(text: SegmentedText, part: Part): Entity | null {
  const { tokens } = text
  const kind = kindOf(tokens, part)
  if (kind === null) return null
  const end = descriptionEnd(tokens, part)
  const owner = part.possessor && 'words' in part.possessor ? part.possessor : null
  const range = { start: owner?.start ?? tokens[part.firstToken]!.start, end: tokens[end - 1]!.end }
  const entity = createEntity(kind, nameOf(text, owner?.firstToken ?? part.firstToken, range), range)
  entity.plural = part.plural
  entity.head = part.head
  entity.sex = TITLES.get(singular(tokens[part.headToken]!))?.find((title) => title.gender)?.gender ?? null
  if (entity.kind === 'anonymous') entity.anonymity = { number: numberOf(tokens, part), reason: reasonNear(text, part) }
  return entity
}

function kindOf(tokens: readonly Token[], { firstToken, head, headToken, plural }: Part): Entity['kind'] | null {
  const { text, pos } = tokens[headToken]!
  const word = singular(tokens[headToken]!)
  const people = known(fold(text))?.kind
  const single = !plural && firstToken < headToken && head.endsWith('n') // the Korean
  if (people === 'people' || people === 'nationality' || people === 'adjective') return single ? 'anonymous' : 'group'
  if (HEARSAY.has(head)) return 'anonymous'
  const isDocument = [head, word].some((noun) => DOCUMENT_NOUNS.has(noun) || MEDIA_NOUNS.has(noun))
  if (plural && SOURCES.has(word)) return 'anonymous'
  if (isDocument) return 'publication'
  if (plural || SHARES.has(head) || GROUP_NOUNS.has(head)) return 'group'
  if (BODY_NOUNS.has(word) || ORGANIZATION_WORDS.has(word) || HOUSES.has(word)) return COLLECTIVE.has(word) && tokens[headToken + 1]?.lower === 'of' ? 'group' : 'organization'
  if (TITLES.has(word) || isPersonNoun(word) || head === 'another') return 'anonymous'
  if (pos === 'PRON' || pos === 'NUM') return 'group' // everyone, the two
  return pos === 'PROPN' && isCapital(text) ? 'organization' : null
}

/** What is made up of those who follow: `a group of neighbours`. */
const COLLECTIVE = new Set(['group', 'team', 'band', 'panel', 'coalition', 'body'])

/** The description without a clause set off by a comma at its end. */
function descriptionEnd(tokens: readonly Token[], part: Part): number {
  for (let t = part.headToken + 1; t < part.endToken; t++) if (/^[,(—–]$/.test(tokens[t]!.text)) return t
  return part.endToken
}

/** The words of the description; a word that is capitalised only because it begins the sentence is not. */
function nameOf({ text, tokens }: SegmentedText, first: number, range: Range): string {
  const raw = text.slice(range.start, range.end).replace(/\s+/g, ' ')
  const token = tokens[first]!
  const small = (token.pos !== 'PROPN' || FUNCTION_WORDS.has(token.lower) || SHARES.has(token.lower)) && !known(fold(token.text)) && token.text.slice(1) === token.lower.slice(1)
  return small ? raw.charAt(0).toLowerCase() + raw.slice(1) : raw
}

function numberOf(tokens: readonly Token[], part: Part): number | null {
  for (let t = part.firstToken; t <= part.headToken; t++) {
    const { lower } = tokens[t]!
    const count = COUNT_WORDS.get(lower) ?? (/^\d{1,3}$/.test(lower) ? Number(lower) : null)
    if (count) return count
  }
  return part.plural || DOCUMENT_NOUNS.has(part.head) ? null : 1
}

/** A sentence without an end is looked at so far to both sides. */
const NEAR = 1_000

/** Why somebody stays unnamed, as the sentence says: from the word that opens the reason to the end of its clause. */
function reasonNear({ text, tokens, sentences }: SegmentedText, part: Part): Range | null {
  const head = tokens[part.headToken]!
  const sentence = sentences[head.sentence]!
  const from = Math.max(sentence.start, head.start - NEAR)
  const words = text.slice(from, Math.min(sentence.end, head.end + NEAR))
  const lower = words.toLowerCase()
  if (!ANONYMITY_CUES.some((cue) => lower.includes(cue))) return null
  const cueAt = Math.min(...ANONYMITY_CUES.map((cue) => lower.indexOf(cue)).filter((at) => at >= 0))
  for (const match of words.matchAll(REASON)) {
    if (match.index < cueAt - 20) continue
    const rest = words.slice(match.index)
    const length = rest.search(/,? (?:said|told|added)\b|[,;.”"—](?:\s|$)/)
    return { start: from + match.index, end: from + match.index + (length > 0 ? length : rest.length) }
  }
  return null
}

/** Whether a later description can take up somebody unnamed: `the source` after `a French official`. */
export function takesUp(tokens: readonly Token[], part: Part, entity: Entity): boolean {
  if (entity.anonymity === null && entity.kind !== 'group' && entity.kind !== 'organization' && entity.kind !== 'publication') return false
  if (entity.plural !== part.plural) return false
  const lemma = singular(tokens[part.headToken]!)
  for (let t = part.firstToken + 1; t < part.headToken; t++) if (!entity.name.toLowerCase().includes(tokens[t]!.lower)) return false
  if (entity.head === part.head) return true
  return entity.kind === 'anonymous' && SOURCE_WORDS.has(lemma) && SOURCE_WORDS.has(entity.head.replace(/s$/, ''))
}
