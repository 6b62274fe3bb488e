import { kinOf } from '../../lexicon/synonyms.ts'
import type { Link } from '../../model/schema.ts'
import { addCopyKeys, countTexts, hashOf, Keys, mix, rarestWords, rarityOf } from './candidates.ts'
import { compareTexts, readWords, type Comparison, type Words } from '../judge/compare.ts'
import { Edges, groupByLongest } from './groups.ts'
import { relate, speakerTie, type Related, type Relation, type Side, type Wanted } from '../judge/relate.ts'
import { Texts } from '../judge/texts.ts'
import { Vocabulary } from '../judge/vocabulary.ts'

export type LinkType = Link['type']

/** A link between two claims, by number, with what speaks for it. */
export interface FoundLink extends Relation {
  readonly a: number
  readonly b: number
}

/** Up to this many claims every shared word is worth a look; beyond, only rare ones and those of the same speaker. */
const FEW_CLAIMS = 20_000
/** Of copies of one text, up to this many are linked all with all; beyond, with the first. */
const ALL_WITH_ALL = 8
/** How many of a claim's rarest words make keys; how rare a word must be to be a key by itself. */
const RARE = 4
const RARE_IN_BLOCK = 7
const TELLING = 0.4
/** Near copies by overlap alone, where there are too many claims to compare all candidates in depth. */
const COPIES = { jaccard: 0.45, contained: 0.7, shared: 4 } as const
/** Two texts are compared in depth from this overlap on, whoever speaks. */
const WORTH_COMPARING = 0.12

/**
 * All links between claims of different articles. Claims with the same words and speakers are taken as one; candidates
 * are those that share a key (rare words; speaker and word; stance), never all pairs. `lengths` are in words; `copyOf`
 * is for each claim the first claim with its words and speakers that it is linked to, or itself.
 */
export function findLinks(sides: readonly Side[]): { readonly links: FoundLink[]; readonly lengths: Int32Array; readonly copyOf: Int32Array } {
  const corpus = new Corpus(sides)
  const { texts } = corpus
  const { a, b } = corpus.candidates()
  const copyOf = Int32Array.from(sides, (_, n) => n)
  const lengths = new Int32Array(sides.length)
  for (let text = 0; text < texts.size; text++) {
    for (const n of corpus.linkCopies(text)) copyOf[n] = texts.first(text)
    for (const n of texts.claims(text)) lengths[n] = texts.length(text)
  }
  if (corpus.few) a.forEach((x, i) => corpus.linkTexts(x, b[i]!))
  else linkStars(corpus, a, b)
  return { links: corpus.links, lengths, copyOf }
}

/**
 * Links of many claims: near copies by overlap alone first; then each text, longest first, is compared in depth with the
 * longest text that it may be a copy of and that is no copy itself. Other pairs are compared where speakers are the same.
 */
function linkStars(corpus: Corpus, a: Uint32Array, b: Uint32Array): void {
  const copies = new Edges()
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i]!, b[i]!]
    const overlap = corpus.copied(x, y)
    if (overlap > 0) copies.add(x, y, overlap)
    else if (corpus.named && corpus.haveTies(x, y)) corpus.linkTexts(x, y)
  }
  const { texts } = corpus
  const longest = Uint32Array.from({ length: texts.size }, (_, x) => x).sort((x, y) => texts.length(y) - texts.length(x) || x - y)
  const leader = groupByLongest(longest, copies)
  leader.forEach((lead, x) => {
    if (lead !== x) corpus.linkTexts(lead, x)
  })
}

/** The claims that are being linked, with their words in one vocabulary. */
class Corpus {
  readonly links: FoundLink[] = []
  readonly texts: Texts
  readonly few: boolean
  readonly named: boolean
  readonly #sides: readonly Side[]
  readonly #vocabulary = new Vocabulary()
  readonly #stances = new Map<number, readonly Wanted[]>()

  constructor(sides: readonly Side[]) {
    this.#sides = sides
    this.few = sides.length <= FEW_CLAIMS
    this.named = sides.some(({ speakers }) => speakers.length > 0)
    this.texts = new Texts(this.#vocabulary, sides.length)
    sides.forEach(({ claim, speakers }, n) => this.texts.add(n, claim.text, (first) => sameStrings(sides[first]!.speakers, speakers)))
    sides.forEach(({ claim }, n) => {
      if (claim.stance.length > 0) this.#stances.set(n, claim.stance.map((s) => ({ ...s, words: readWords(this.#vocabulary, s.target) })))
    })
  }

  /** Pairs of texts that share a key, by their numbers. */
  candidates(): { readonly a: Uint32Array; readonly b: Uint32Array } {
    const keys = new Keys()
    const { texts } = this
    const { words: spelt, weights } = this.#vocabulary
    const hashes = spelt.map(hashOf)
    const rarity = rarityOf(this.#vocabulary, countTexts(this.#vocabulary, texts))
    const ids = new Map(spelt.map((word, id) => [word, id]))
    const rarest = (text: number, count: number) => rarestWords(rarity, hashes, texts.content(text), count)
    for (let text = 0; text < texts.size; text++) {
      const rare = rarest(text, RARE)
      addCopyKeys(keys, text, rare, hashes)
      this.#addSpeakerKeys(keys, text, rare, hashes)
      if (!this.few) continue
      for (const id of texts.content(text)) {
        if (weights[id]! < TELLING) continue
        keys.add(hashes[id]!, text)
        for (const kin of kinOf(spelt[id]!)) if (ids.has(kin)) keys.add(hashes[ids.get(kin)!]!, text)
      }
    }
    return keys.pairs((text) => texts.length(text), (text) => rarest(text, RARE_IN_BLOCK))
  }

  /** Keys of what one speaker, or who speaks for the same, says with the same rare words or wants of the same. */
  #addSpeakerKeys(keys: Keys, text: number, rare: readonly number[], hashes: readonly number[]): void {
    const { speakers, kin } = this.#sides[this.texts.first(text)]!
    if (speakers.length + kin.length === 0) return
    const targets = this.texts.claims(text).flatMap((n) => (this.#stances.get(n) ?? []).flatMap(({ words }) => [...words.content]))
    for (const speaker of [...speakers, ...kin])
      for (const id of new Set([...rare, ...targets])) keys.add(mix(hashOf(speaker), hashes[id]!), text)
  }

  /** Links claims with the same words and speakers with the first of them, a few also with one another; gives those linked with the first. */
  linkCopies(text: number): readonly number[] {
    const [first, ...others] = this.texts.claims(text) as [number, ...number[]]
    if (others.length === 0) return others
    const words = this.texts.words(text)
    const same = compareTexts(this.#vocabulary, words, words)
    const linked = others.filter((n) => this.#linkClaims(first, n, words, words, same))
    if (this.few && others.length < ALL_WITH_ALL)
      others.forEach((x, i) => others.slice(i + 1).forEach((y) => this.#linkClaims(x, y, words, words, same)))
    return linked
  }

  /** How much two texts overlap, if that is so much that one may be a copy of the other, else 0. */
  copied(x: number, y: number): number {
    const { jaccard, contained, shared } = this.texts.overlap(x, y)
    return jaccard >= COPIES.jaccard || (contained >= COPIES.contained && shared >= COPIES.shared) ? jaccard + contained : 0
  }

  /** Whether two texts have a speaker, or what the speakers stand for, in common. */
  haveTies(x: number, y: number): boolean {
    const tie = speakerTie(this.#sides[this.texts.first(x)]!, this.#sides[this.texts.first(y)]!)
    return tie === 'same' || tie === 'kin'
  }

  /** Compares two texts in depth and links their claims. */
  linkTexts(x: number, y: number): void {
    const { jaccard, contained } = this.texts.overlap(x, y)
    const stances = [x, y].every((text) => this.#stances.has(this.texts.first(text)))
    if (jaccard < WORTH_COMPARING && contained < 2 * WORTH_COMPARING && !stances) return
    const [wordsX, wordsY] = [this.texts.words(x), this.texts.words(y)]
    const compared = compareTexts(this.#vocabulary, wordsX, wordsY)
    if (!this.few) return void this.#linkClaims(this.texts.first(x), this.texts.first(y), wordsX, wordsY, compared)
    const [claimsX, claimsY] = [this.texts.claims(x), this.texts.claims(y)]
    const all = claimsX.length * claimsY.length <= ALL_WITH_ALL * ALL_WITH_ALL
    for (const a of all ? claimsX : claimsX.slice(0, 1))
      for (const b of all ? claimsY : claimsY.slice(0, 1)) this.#linkClaims(a, b, wordsX, wordsY, compared)
  }

  #linkClaims(a: number, b: number, wordsA: Words, wordsB: Words, compared: Comparison): boolean {
    if (this.#sides[a]!.article === this.#sides[b]!.article) return false
    const found = relate(this.#vocabulary, this.#relatedOf(a, wordsA), this.#relatedOf(b, wordsB), compared)
    if (found) this.links.push({ a: Math.min(a, b), b: Math.max(a, b), ...found })
    return found !== null
  }

  #relatedOf(n: number, words: Words): Related {
    const { row, claim, article, speakers, kin, anonymous, person, body, day } = this.#sides[n]! // spelt out: a spread takes three times as long
    return { row, claim, article, speakers, kin, anonymous, person, body, day, words, stances: this.#stances.get(n) ?? NO_STANCES }
  }
}

const NO_STANCES: readonly Wanted[] = []

const sameStrings = (a: readonly string[], b: readonly string[]) => a === b || (a.length === b.length && a.every((x, i) => x === b[i]))
