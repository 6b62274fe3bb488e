import type { Attributions, Quotations, RawReason, SegmentedText, Token } from '../../model/layers.ts'
import type { Resolution } from '../../model/schema.ts'
import type { Range } from '../../model/span.ts'
import { tokenAt } from '../../text/token-at.ts'
import type { Directory, Entity } from '../entities/entities.ts'
import type { NameIndex } from '../mentions/phrases.ts'

/** Who a mention stands for, as one sieve decided it; no entities where none could be told apart. */
export interface Decision {
  readonly entities: readonly Entity[]
  readonly resolved: Resolution
  readonly via: Range | null
  readonly probability: number
  readonly why: readonly RawReason[]
}

/** The same people by another way. */
export function otherwise({ entities, why }: Decision, resolved: Resolution, via: Range | null, probability: number): Decision {
  return { entities, resolved, via, probability, why }
}

/** The decision for nobody, with the candidates that could not be told apart as its reasons. */
export function undecided(why: readonly RawReason[]): Decision {
  return { entities: [], resolved: 'unknown', via: null, probability: 1, why }
}

export type Role = 'subject' | 'object' | 'possessive' | 'other'

/** One place where an entity was mentioned, by whatever words. */
export interface Occurrence extends Range {
  readonly entity: Entity
  readonly token: number
  readonly sentence: number
  readonly paragraph: number
  readonly quoted: boolean
  readonly role: Role
}

/** Somebody who spoke, at the token of the mention. */
export interface Turn {
  readonly entities: readonly Entity[]
  readonly token: number
  readonly sentence: number
  readonly paragraph: number
}

/** What has been read so far: the state that pronouns and descriptions are resolved against. */
export interface Discourse {
  readonly text: SegmentedText
  readonly directory: Directory
  readonly names: NameIndex
  /** For each token whether it stands in quotation marks. */
  readonly quoted: Uint8Array
  /** For each sentence how many up to it are not wholly in quotation marks. */
  readonly narrated: Int32Array
  /** In order. */
  readonly occurrences: Occurrence[]
  /** How often each was mentioned so far. */
  readonly mentions: Map<Entity, number>
  readonly turns: Turn[]
  /** Speakers without a name, in order. */
  readonly unnamed: Entity[]
}

/** The empty state at the beginning of an article. */
export function beginDiscourse(text: SegmentedText, quotes: Quotations, directory: Directory, names: NameIndex): Discourse {
  const quoted = quotedTokens(text.tokens, quotes)
  const narrated = countNarrated(text, quoted)
  return { text, directory, names, quoted, narrated, occurrences: [], mentions: new Map(), turns: [], unnamed: [] }
}

function quotedTokens(tokens: readonly Token[], quotes: Quotations): Uint8Array {
  const quoted = new Uint8Array(tokens.length)
  let t = 0
  for (const quotation of quotes.quotations) {
    if (quotation.depth > 0) continue
    t = Math.max(t, tokenAt(tokens, quotation.start))
    if (t < tokens.length && tokens[t]!.start < quotation.start) t++
    const end = tokenAt(tokens, quotation.end)
    quoted.fill(1, t, end)
    t = Math.max(t, end)
  }
  return quoted
}

function countNarrated({ tokens, sentences }: SegmentedText, quoted: Uint8Array): Int32Array {
  const counts = new Int32Array(sentences.length)
  let count = 0
  for (const [i, { firstToken, endToken }] of sentences.entries()) {
    let t = firstToken
    while (t < endToken && (quoted[t] === 1 || tokens[t]!.pos === 'PUNCT')) t++
    if (t < endToken) count++
    counts[i] = count
  }
  return counts
}

/** Notes a mention of an entity at tokens `first` to before `end`. */
export function note(discourse: Discourse, entity: Entity, first: number, end: number): void {
  const { tokens } = discourse.text
  const { sentence, paragraph, start } = tokens[first]!
  const role = roleOf(tokens, first, end)
  const before = discourse.occurrences.at(-1)
  const joined = before && role === 'subject' && /^,? and $/.test(discourse.text.text.slice(before.end, start))
  if (joined) discourse.occurrences.splice(-1, 1, { ...before, role })
  const quoted = discourse.quoted[first] === 1
  discourse.mentions.set(entity, 1 + (discourse.mentions.get(entity) ?? 0))
  discourse.occurrences.push({ entity, token: first, sentence, paragraph, quoted, role, start, end: tokens[end - 1]!.end })
}

/** Notes that somebody spoke, at a token. */
export function noteTurn(discourse: Discourse, entities: readonly Entity[], token: number): void {
  const { sentence, paragraph } = discourse.text.tokens[token]!
  if (entities.length > 0) discourse.turns.push({ entities, token, sentence, paragraph })
}

/** The syntactic role of a phrase, told by its neighbours. */
function roleOf(tokens: readonly Token[], first: number, end: number): Role {
  if (/^['’]s?$/.test(tokens[end]?.text ?? '') || /^(his|its|their)$/.test(tokens[first]!.lower)) return 'possessive'
  const before = tokens[first - 1]
  if (before && before.sentence === tokens[first]!.sentence && before.pos === 'ADP') return 'object'
  let t = end
  if (tokens[t]?.text === ',' && tokens[t + 1]?.pos === 'VERB') t++
  else if (tokens[t]?.text === ',' || tokens[t]?.text === '(') t = afterAside(tokens, t)
  while (tokens[t]?.pos === 'ADV') t++
  const next = tokens[t]
  if (next && next.sentence === tokens[first]!.sentence && (next.pos === 'VERB' || next.pos === 'AUX')) return 'subject'
  return before && before.sentence === tokens[first]!.sentence && before.pos === 'VERB' ? 'object' : 'other'
}

/** The token after `, the mayor of York,` or `(R-Texas)`; the same token if the aside does not end soon. */
function afterAside(tokens: readonly Token[], open: number): number {
  const close = tokens[open]!.text === '(' ? ')' : ','
  for (let t = open + 1; t < Math.min(tokens.length, open + 16); t++)
    if (tokens[t]!.text === close) return t + 1
  return open
}

/** For each token the attribution in whose content it lies innermost, -1 for none. */
export function innermostClaims(tokens: readonly Token[], claims: Attributions): Int32Array {
  const inside = new Int32Array(tokens.length).fill(-1)
  for (const [i, { content }] of claims.entries())
    for (const { start, end } of content) inside.fill(i, tokenAt(tokens, start), tokenAt(tokens, end))
  return inside
}
