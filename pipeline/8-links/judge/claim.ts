import type { ClaimRow, SpokenClaim } from '../row.ts'
import { readWords, type Words } from './compare.ts'
import { traitsOf } from './traits.ts'
import type { Vocabulary } from './vocabulary.ts'

/** One claim as it is judged: the row, its words, and what its article tells about them. */
export interface JudgedClaim {
  readonly row: SpokenClaim
  /** Those of its row. */
  readonly speakers: ClaimRow['speakers']
  readonly day: ClaimRow['day']
  readonly words: Words
  /** The content words of its cue. */
  readonly cue: Int32Array
  /** For each content word how far it tells this claim from the others of its article, 0 (all have it) to 255 (no other). */
  readonly telling: Uint8Array
  /** How many claims of its article have the same speakers; of an article with few claims, how many there would be in one of {@link USUAL}. */
  readonly own: number
  /** Where it stands among the claims of its article by paragraph, 0 to 1; the middle where all are in one paragraph. */
  readonly place: number
  /** See {@link TRAIT}. */
  readonly traits: number
}

/** Claims of a usual article. */
const USUAL = 8

/** What tells of a claim what its article tells of it. */
export interface ToldClaim {
  /** Whether it takes up another claim. */
  readonly echo: boolean
  /** One for all claims of an article that have the same speakers. */
  readonly speakers: string
  readonly paragraph: number
  /** Its content words, each once, in order. */
  readonly words: Int32Array
}

/** A row as {@link tellingOf} takes it. */
export const toldClaim = ({ claim, speakers }: ClaimRow, words: Int32Array): ToldClaim => ({ echo: claim.echo !== undefined, speakers: speakers.map(({ id }) => id).join('\n'), paragraph: claim.paragraph, words })

/** What an article tells of each of its claims. Pure. What takes up another claim counts for nothing. */
export function tellingOf(claims: readonly ToldClaim[]): readonly Pick<JudgedClaim, 'telling' | 'own' | 'place'>[] {
  const holds = new Map<number, number>()
  const said = claims.filter(({ echo }) => !echo)
  for (const { words: content } of said) for (let i = 0; i < content.length; i++) holds.set(content[i]!, (holds.get(content[i]!) ?? 0) + 1)
  const scale = 255 / Math.log(said.length + 1)
  const byHolders = Uint8Array.from({ length: said.length + 1 }, (_, n) => (n > 0 ? Math.round(scale * Math.log((said.length + 1) / n)) : 0))
  const own = new Map<string, number>()
  for (const { speakers } of said) own.set(speakers, (own.get(speakers) ?? 0) + 1)
  const last = claims.reduce((most, { paragraph }) => Math.max(most, paragraph), 0)
  return claims.map(({ words, speakers, paragraph }) => ({
    telling: tellingIn(words, (id) => byHolders[holds.get(id)!]!),
    own: Math.fround(own.get(speakers)! * Math.max(1, USUAL / said.length)),
    place: last > 0 ? Math.fround(paragraph / last) : 0.5,
  }))
}

function tellingIn(words: Int32Array, tells: (id: number) => number): Uint8Array {
  const telling = new Uint8Array(words.length)
  for (let i = 0; i < words.length; i++) telling[i] = tells(words[i]!)
  return telling
}

/** The claims of one article prepared for judging. Pure. */
export function judgedClaims(vocabulary: Vocabulary, rows: readonly ClaimRow[]): readonly JudgedClaim[] {
  const words = rows.map(({ claim }) => readWords(vocabulary, claim.text))
  const told = tellingOf(rows.map((row, i) => toldClaim(row, words[i]!.content)))
  return rows.map((row, i) => ({ row, speakers: row.speakers, day: row.day, words: words[i]!, cue: cueOf(vocabulary, row.claim.cue?.exact ?? ''), ...told[i]!, traits: traitsOf(row) }))
}

const NO_WORDS = new Int32Array(0)

/** The content words of a claim's cue, which may be none. */
export const cueOf = (vocabulary: Vocabulary, cue: string): Int32Array => (cue === '' ? NO_WORDS : readWords(vocabulary, cue, false).content)

/** Days between the publication of two claims' articles, or null where they are not known. */
export const daysApart = ({ day: x }: Pick<ClaimRow, 'day'>, { day: y }: Pick<ClaimRow, 'day'>): number | null => (x === null || y === null ? null : Math.abs(x - y))
