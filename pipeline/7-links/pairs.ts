import { kinOf } from '../lexicon/synonyms.ts'
import type { Link } from '../model/schema.ts'
import { addCopyKeys, countTexts, hashOf, Keys, mix, rarestWords, rarityOf } from './candidates.ts'
import { compareTexts, overlapOf, readWords, wordsOf, type Comparison, type Words } from './compare.ts'
import { Edges, groupByLongest } from './groups.ts'
import { relate, speakerTie, type Related, type Relation, type Side } from './relate.ts'
import { Vocabulary } from './vocabulary.ts'

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

/** Claims with the same words and speakers: compared once. */
interface Node {
  readonly words: Words
  readonly members: number[]
}

/**
 * All links between claims of different articles. Claims with the same words and speakers are taken as one; candidates
 * are those that share a key (rare words; speaker and word; stance), never all pairs. `lengths` are in words; `copyOf`
 * is for each claim the first claim with its words and speakers that it is linked to, or itself.
 */
export function findLinks(sides: readonly Side[]): { readonly links: FoundLink[]; readonly lengths: Int32Array; readonly copyOf: Int32Array } {
  const corpus = new Corpus(sides)
  const { a, b } = corpus.candidates()
  const copyOf = Int32Array.from(sides, (_, n) => n)
  for (const node of corpus.nodes) for (const n of corpus.linkCopies(node)) copyOf[n] = node.members[0]!
  if (corpus.few) a.forEach((x, i) => corpus.linkNodes(corpus.nodes[x]!, corpus.nodes[b[i]!]!))
  else linkStars(corpus, a, b)
  const lengths = new Int32Array(sides.length)
  for (const node of corpus.nodes) for (const n of node.members) lengths[n] = node.words.order.length
  return { links: corpus.links, lengths, copyOf }
}

/**
 * Links of many claims: near copies by overlap alone first; then each text, longest first, is compared in depth with the
 * longest text that it may be a copy of and that is no copy itself. Other pairs are compared where speakers are the same.
 */
function linkStars(corpus: Corpus, a: Uint32Array, b: Uint32Array): void {
  const copies = new Edges()
  a.forEach((x, i) => {
    const y = b[i]!
    const overlap = corpus.copied(x, y)
    if (overlap > 0) copies.add(x, y, overlap)
    else if (corpus.named && corpus.haveTies(x, y)) corpus.linkNodes(corpus.nodes[x]!, corpus.nodes[y]!)
  })
  const size = (x: number) => corpus.nodes[x]!.words.order.length
  const longest = corpus.nodes.map((_, x) => x).sort((x, y) => size(y) - size(x) || x - y)
  const leader = groupByLongest(longest, copies)
  leader.forEach((lead, x) => {
    if (lead !== x) corpus.linkNodes(corpus.nodes[lead]!, corpus.nodes[x]!)
  })
}

/** The claims that are being linked, with their words in one vocabulary. */
class Corpus {
  readonly links: FoundLink[] = []
  readonly nodes: readonly Node[]
  /** Whether there are few enough claims to compare all candidates in depth. */
  readonly few: boolean
  /** Whether any speaker is known. */
  readonly named: boolean
  readonly #sides: readonly Side[]
  readonly #vocabulary = new Vocabulary()
  readonly #related: Related[] = []

  constructor(sides: readonly Side[]) {
    this.#sides = sides
    this.few = sides.length <= FEW_CLAIMS
    this.named = sides.some(({ speakers }) => speakers.length > 0)
    const nodes: Node[] = []
    const byHash = new Map<number, Node[]>()
    sides.forEach((side, n) => {
      const order = this.#vocabulary.read(side.claim.text)
      const hash = hashOfWords(order)
      const bucket = byHash.get(hash)
      const same = bucket?.find((node) => sameWords(node.words.order, order) && sides[node.members[0]!]!.speakers.join() === side.speakers.join())
      if (same) return void same.members.push(n)
      const node = { words: wordsOf(this.#vocabulary, order), members: [n] }
      nodes.push(node)
      if (bucket) bucket.push(node)
      else byHash.set(hash, [node])
    })
    this.nodes = nodes
  }

  /** Pairs of texts that share a key, by their numbers. */
  candidates(): { readonly a: Uint32Array; readonly b: Uint32Array } {
    const keys = new Keys()
    const wanted = this.#sides.map((side) => side.claim.stance.map(({ target }) => readWords(this.#vocabulary, target)))
    const { words: spelt, weights } = this.#vocabulary
    const hashes = spelt.map(hashOf)
    const rarity = rarityOf(this.#vocabulary, countTexts(this.#vocabulary, this.nodes.map(({ words }) => words)))
    const ids = new Map(spelt.map((word, id) => [word, id]))
    const rarest = (node: number, count: number) => rarestWords(rarity, hashes, this.nodes[node]!.words, count)
    this.nodes.forEach((node, i) => {
      const side = this.#sides[node.members[0]!]!
      const rare = rarest(i, RARE)
      const targets = node.members.flatMap((n) => wanted[n]!.flatMap((words) => [...words.content]))
      addCopyKeys(keys, i, rare, hashes)
      for (const speaker of [...side.speakers, ...side.kin])
        for (const id of new Set([...rare, ...targets])) keys.add(mix(hashOf(speaker), hashes[id]!), i)
      if (!this.few) return
      for (const id of node.words.content) {
        if (weights[id]! < TELLING) continue
        keys.add(hashes[id]!, i)
        for (const kin of kinOf(spelt[id]!)) if (ids.has(kin)) keys.add(hashes[ids.get(kin)!]!, i)
      }
    })
    return keys.pairs((node) => this.nodes[node]!.words.order.length, (node) => rarest(node, RARE_IN_BLOCK))
  }

  /** Links claims with the same words and speakers with the first of them, a few also with one another; gives those linked with the first. */
  linkCopies({ words, members }: Node): number[] {
    if (members.length < 2) return []
    const same = compareTexts(this.#vocabulary, words, words)
    const [first, ...others] = members as [number, ...number[]]
    const linked = others.filter((n) => this.#linkClaims(first, n, words, words, same))
    if (this.few && members.length <= ALL_WITH_ALL)
      others.forEach((x, i) => others.slice(i + 1).forEach((y) => this.#linkClaims(x, y, words, words, same)))
    return linked
  }

  /** How much two texts overlap, if that is so much that one may be a copy of the other, else 0. */
  copied(x: number, y: number): number {
    const { jaccard, contained, shared } = overlapOf(this.#vocabulary, this.nodes[x]!.words, this.nodes[y]!.words)
    return jaccard >= COPIES.jaccard || (contained >= COPIES.contained && shared >= COPIES.shared) ? jaccard + contained : 0
  }

  /** Whether two texts have a speaker, or what the speakers stand for, in common. */
  haveTies(x: number, y: number): boolean {
    const tie = speakerTie(this.#sides[this.nodes[x]!.members[0]!]!, this.#sides[this.nodes[y]!.members[0]!]!)
    return tie === 'same' || tie === 'kin'
  }

  /** Compares two texts in depth; whether any of their claims are linked. */
  linkNodes(x: Node, y: Node): boolean {
    const { jaccard, contained } = overlapOf(this.#vocabulary, x.words, y.words)
    const stances = [x, y].every(({ members }) => this.#sides[members[0]!]!.claim.stance.length > 0)
    if (jaccard < WORTH_COMPARING && contained < 2 * WORTH_COMPARING && !stances) return false
    const before = this.links.length
    const compared = compareTexts(this.#vocabulary, x.words, y.words)
    const all = this.few && x.members.length * y.members.length <= ALL_WITH_ALL * ALL_WITH_ALL
    for (const a of all ? x.members : x.members.slice(0, 1))
      for (const b of all ? y.members : y.members.slice(0, 1)) this.#linkClaims(a, b, x.words, y.words, compared)
    return this.links.length > before
  }

  #linkClaims(a: number, b: number, wordsA: Words, wordsB: Words, compared: Comparison): boolean {
    if (this.#sides[a]!.article === this.#sides[b]!.article) return false
    const found = relate(this.#vocabulary, this.#relatedOf(a, wordsA), this.#relatedOf(b, wordsB), compared)
    if (found) this.links.push({ a: Math.min(a, b), b: Math.max(a, b), ...found })
    return found !== null
  }

  #relatedOf(n: number, words: Words): Related {
    const side = this.#sides[n]!
    return (this.#related[n] ??= { ...side, words, stances: side.claim.stance.map((s) => ({ ...s, words: readWords(this.#vocabulary, s.target) })) })
  }
}

function hashOfWords(order: Int32Array): number {
  let [low, high] = [0, 0]
  for (let i = 0; i < order.length; i++) {
    low = mix(low, order[i]!)
    high = mix(high, order[i]! + 0x5bd1e995)
  }
  return low * 0x100000 + (high & 0xfffff)
}

const sameWords = (a: Int32Array, b: Int32Array) => a.length === b.length && a.every((id, i) => id === b[i])
