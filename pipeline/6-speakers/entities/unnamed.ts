import { FUNCTION_WORDS } from '../../lexicon/function-words.ts'
import { BODY_NOUNS } from '../../lexicon/organizations.ts'
import { TITLES } from '../../lexicon/titles.ts'
import { ANONYMITY_CUES, COUNT_WORDS, DOCUMENT_NOUNS, GROUP_NOUNS, UNNAMED_NOUNS } from '../../lexicon/unnamed.ts'
import type { SegmentedText, Token } from '../../model/layers.ts'
import type { Range } from '../../model/span.ts'
import { createEntity, type Entity } from './entities.ts'
import { fold, known } from '../../lexicon/gazetteer.ts'
import type { Part } from '../mentions/phrases.ts'
import { singular } from '../names/words.ts'

const SHARES = new Set([
  'public', 'majority', 'half', 'third', 'quarter', 'number', 'part', 'most', 'many', 'some', 'several', 'few', 'percent', '%',
  'audience', 'crowd', 'electorate', 'staff', 'crew', 'family', 'couple', 'pair', 'trio', 'community', 'generation',
])
const HEARSAY = new Set(['reports', 'rumours', 'rumors', 'speculation', 'speculations'])
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

/** A speaker that the text gives no name: unnamed people, a group, a body, a document, with what the text calls them. */
export function unnamedSpeaker(text: SegmentedText, part: Part): Entity {
  const { tokens } = text
  const end = descriptionEnd(tokens, part)
  const owner = part.possessor && 'words' in part.possessor ? part.possessor : null
  const range = { start: owner?.start ?? tokens[part.firstToken]!.start, end: tokens[end - 1]!.end }
  const entity = createEntity(kindOf(tokens, part), nameOf(text, owner?.firstToken ?? part.firstToken, range), range)
  entity.plural = part.plural
  entity.head = part.head
  entity.sex = TITLES.get(singular(tokens[part.headToken]!))?.find((title) => title.gender)?.gender ?? null
  if (entity.kind === 'anonymous') entity.anonymity = { number: numberOf(tokens, part), reason: reasonNear(text, part) }
  return entity
}

function kindOf(tokens: readonly Token[], part: Part): Entity['kind'] {
  const { head, headToken } = part
  const word = singular(tokens[headToken]!)
  const people = known(fold(tokens[headToken]!.text))?.kind
  if (people === 'people' || people === 'nationality' || people === 'adjective') return 'group'
  if (HEARSAY.has(head)) return 'anonymous'
  if (part.plural) return SOURCES.has(word) ? 'anonymous' : DOCUMENT_NOUNS.has(head) || DOCUMENT_NOUNS.has(word) ? 'publication' : 'group'
  if (DOCUMENT_NOUNS.has(head) || DOCUMENT_NOUNS.has(word)) return 'publication'
  if (BODY_NOUNS.has(word)) return 'organization'
  if (UNNAMED_NOUNS.has(word) || TITLES.has(word) || /(er|or|ist|ian|man|woman|ant|ee)$/.test(word)) return 'anonymous'
  const counts = tokens[headToken]!.pos === 'PRON' || tokens[headToken]!.pos === 'NUM' // everyone, the two
  return counts || GROUP_NOUNS.has(head) || SHARES.has(head) ? 'group' : 'publication'
}

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
