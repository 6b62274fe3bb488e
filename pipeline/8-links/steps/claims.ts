import { readWords } from '../judge/compare.ts'
import { tellingOf, toldClaim } from '../judge/claim.ts'
import { traitsOf } from '../judge/traits.ts'
import { FUNCTION, Vocabulary } from '../judge/vocabulary.ts'
import { hashOf } from '../../model/hash.ts'
import { keysOf, RARE_IN_BLOCK, rareInKeys, rarestWords, rarityOf } from '../pairs/keys.ts'
import { sha256 } from '../../model/id.ts'
import type { ClaimRow } from '../row.ts'

/** The words of one claim: of rows with one `text` only one counts towards the texts that hold a word. */
export interface ClaimWords {
  readonly text: string
  /** Content words, each once. */
  readonly content: readonly string[]
  /** Words met as names are written, and words met in lower case; function words too. */
  readonly names: readonly string[]
  readonly common: readonly string[]
}

/** What a corpus tells of a word: how many different texts hold it, and whether it is met as a name only. */
export interface WordCount {
  readonly texts: number
  readonly name: boolean
}

/** A claim as it is keyed, paired and judged: all that these need of the corpus is in it. */
export interface PreparedClaim {
  readonly row: ClaimRow
  /** Its place among the claims of its article, from 0. Claims are ordered by article, then by this. */
  readonly n: number
  /** One for all claims that have the same words and the same speakers. */
  readonly text: string
  /** How many words it has. */
  readonly length: number
  /** By content word in the order of spelling, see {@link JudgedClaim}. */
  readonly telling: readonly number[]
  readonly own: number
  readonly place: number
  /** Those of its words that are names in this corpus. */
  readonly names: readonly string[]
  /** Its rarest words as hashes, rarest first: they part a block that is too large. */
  readonly rare: readonly number[]
  /** Of claims with one `text` the keys of the first stand for all: two texts are compared if they share one. */
  readonly keys: readonly number[]
}

/** The words of the claims of one article. */
export function wordsOf(rows: readonly ClaimRow[]): readonly ClaimWords[] {
  return rows.map((row) => {
    const vocabulary = new Vocabulary()
    const words = vocabulary.read(row.claim.text)
    const keysWhere = (is: (id: number) => boolean) => [...new Set(words)].filter(is).map((id) => vocabulary.key(id)).sort()
    return {
      text: textId(vocabulary, words, row),
      content: keysWhere((id) => !(vocabulary.kinds[id]! & FUNCTION)),
      names: keysWhere((id) => vocabulary.marksOf(id).name),
      common: keysWhere((id) => vocabulary.marksOf(id).common),
    }
  })
}

/** What claims tell of the words in them; rows that share a `text` count once. As a sum by key: distinct texts of `content`; name if in any `names` and in no `common`. */
export function countWords(claims: Iterable<ClaimWords>): ReadonlyMap<string, WordCount> {
  const counts = new Map<string, { texts: number; name: boolean; common: boolean }>()
  const at = (word: string) => {
    const count = counts.get(word) ?? { texts: 0, name: false, common: false }
    counts.set(word, count)
    return count
  }
  const seen = new Set<string>()
  for (const { text, content, names, common } of claims) {
    if (!seen.has(text)) for (const word of content) at(word).texts++
    seen.add(text)
    for (const word of names) at(word).name = true
    for (const word of common) at(word).common = true
  }
  return new Map([...counts].map(([word, { texts, name, common }]) => [word, { texts, name: name && !common }]))
}

/** Prepares the claims of one article, given all of them in their order. Words that `counts` does not hold are taken to be in one claim only. */
export function prepareClaims(rows: readonly ClaimRow[], counts: ReadonlyMap<string, WordCount>): readonly PreparedClaim[] {
  const vocabulary = new Vocabulary()
  for (const { claim } of rows) vocabulary.read(claim.text)
  vocabulary.renumber()
  const words = rows.map(({ claim }) => readWords(vocabulary, claim.text, false))
  const known = vocabulary.words.map((_, id) => counts.get(vocabulary.key(id)))
  const hashes = vocabulary.words.map(hashOf)
  const rarity = rarityOf(vocabulary, known.map((count) => count?.texts ?? 1))
  const told = tellingOf(rows.map((row, i) => toldClaim(row, words[i]!.content)))
  return rows.map((row, n) => {
    const { order, content } = words[n]!
    const claim = { row, traits: traitsOf(row) }
    const rarest = rarestWords(rarity, hashes, content, Math.max(RARE_IN_BLOCK, rareInKeys(claim.traits))).map((id) => hashes[id]!)
    return {
      row, n, text: textId(vocabulary, order, row), length: order.length, ...told[n]!, telling: [...told[n]!.telling],
      names: [...new Set(order)].filter((id) => known[id]?.name ?? vocabulary.isName(id)).map((id) => vocabulary.key(id)),
      rare: rarest.slice(0, RARE_IN_BLOCK), keys: [...new Set(keysOf(claim, rarest))],
    }
  })
}

const textId = (vocabulary: Vocabulary, words: Iterable<number>, { speakers }: ClaimRow) =>
  sha256(`${[...words].map((id) => vocabulary.key(id)).join(' ')}\n${speakers.map(({ id }) => id).join(' ')}`).slice(0, 20)
