import type { Attributions, RawReason, SegmentedText, Syntax, Token } from '../../model/layers.ts'
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

/** P(no name was owed) where nobody is named: somebody the article names is meant, or nobody fits at all. Counted on the development events. */
const OWED_NONE = { rivals: 0.1, nobody: 0.6 }

/** The decision for nobody, since no mention is there or nobody fits it. */
export const UNKNOWN: Decision = { entities: [], resolved: 'unknown', via: null, probability: OWED_NONE.nobody, why: [] }

/** The decision for nobody, with the candidates that could not be told apart as its reasons. */
export function undecided(why: readonly RawReason[]): Decision {
  return { entities: [], resolved: 'unknown', via: null, probability: OWED_NONE.rivals, why }
}

/** One place where an entity was mentioned, by whatever words. */
export interface Occurrence extends Range {
  readonly entity: Entity
  readonly token: number
  readonly sentence: number
  readonly paragraph: number
  readonly quoted: boolean
  readonly subject: boolean
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
  readonly syntax: Syntax
  readonly directory: Directory
  readonly names: NameIndex
  /** For each sentence how many up to it are not wholly in quotation marks. */
  readonly narrated: Int32Array
  /** In order. */
  readonly occurrences: Occurrence[]
  /** How often each was mentioned so far, and where last. */
  readonly mentions: Map<Entity, { readonly count: number; readonly last: Occurrence }>
  readonly turns: Turn[]
  /** Speakers without a name, in order. */
  readonly unnamed: Entity[]
}

/** The empty state at the beginning of an article. */
export function beginDiscourse(text: SegmentedText, syntax: Syntax, directory: Directory, names: NameIndex): Discourse {
  return { text, syntax, directory, names, narrated: countNarrated(text, syntax), occurrences: [], mentions: new Map(), turns: [], unnamed: [] }
}

/** Whether a token stands in quotation marks. */
export const isQuoted = (syntax: Syntax, token: number): boolean => syntax.quotation[token]! >= 0

function countNarrated({ tokens, sentences }: SegmentedText, syntax: Syntax): Int32Array {
  const counts = new Int32Array(sentences.length)
  let count = 0
  for (const [i, { firstToken, endToken }] of sentences.entries()) {
    let t = firstToken
    while (t < endToken && (isQuoted(syntax, t) || tokens[t]!.pos === 'PUNCT')) t++
    if (t < endToken) count++
    counts[i] = count
  }
  return counts
}

/** Notes a mention of an entity at tokens `first` to before `end`. */
export function note(discourse: Discourse, entity: Entity, first: number, end: number): void {
  const { tokens } = discourse.text
  const { sentence, paragraph, start } = tokens[first]!
  const quoted = isQuoted(discourse.syntax, first)
  const subject = isSubject(discourse.syntax, first, end)
  const last = { entity, token: first, sentence, paragraph, quoted, subject, start, end: tokens[end - 1]!.end }
  discourse.mentions.set(entity, { count: 1 + (discourse.mentions.get(entity)?.count ?? 0), last })
  discourse.occurrences.push(last)
}

/** Whether the phrase that ends a mention is the subject of a clause, and not only whose it is. */
function isSubject({ phrases, phraseAt }: Syntax, first: number, end: number): boolean {
  const phrase = phrases[phraseAt[end - 1]!]
  return phrase !== undefined && phrase.role === 'subject' && phrase.head >= first && phrase.head < end
}

/** Notes that somebody spoke, at a token. */
export function noteTurn(discourse: Discourse, entities: readonly Entity[], token: number): void {
  const { sentence, paragraph } = discourse.text.tokens[token]!
  if (entities.length > 0) discourse.turns.push({ entities, token, sentence, paragraph })
}

/** For each token the attribution in whose content it lies innermost, -1 for none. */
export function innermostClaims(tokens: readonly Token[], claims: Attributions): Int32Array {
  const inside = new Int32Array(tokens.length).fill(-1)
  for (const [i, { content }] of claims.entries())
    for (const { start, end } of content) inside.fill(i, tokenAt(tokens, start), tokenAt(tokens, end))
  return inside
}
