import { kinOf } from '../lexicon/synonyms.ts'
import type { Link } from '../model/schema.ts'
import { addCopyKeys, hashOf, Keys, mix, rarestWords } from './candidates.ts'
import { compareTexts, overlapOf, readWords, type Comparison, type Words } from './compare.ts'
import { relate, type Related, type Relation, type Side } from './relate.ts'
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
const TELLING = 0.4
/** Two texts are compared in depth from this overlap on, whoever speaks. */
const WORTH_COMPARING = 0.12

/** Claims with the same words and speakers: compared once. */
interface Node {
  readonly words: Words
  readonly members: number[]
}

/**
 * All links between claims of different articles. Claims with the same words and speakers are taken as one; candidates
 * are those that share a key (rare words; speaker and word; stance), never all pairs. `lengths` are in words.
 */
export function findLinks(sides: readonly Side[]): { readonly links: FoundLink[]; readonly lengths: Int32Array } {
  const corpus = new Corpus(sides)
  const { a, b } = corpus.keys().pairs((node) => corpus.nodes[node]!.words.order.length)
  corpus.nodes.forEach((node) => corpus.linkCopies(node))
  a.forEach((x, i) => corpus.linkNodes(corpus.nodes[x]!, corpus.nodes[b[i]!]!))
  const lengths = new Int32Array(sides.length)
  for (const node of corpus.nodes) for (const n of node.members) lengths[n] = node.words.order.length
  return { links: corpus.links, lengths }
}

/** The claims that are being linked, with their words in one vocabulary. */
class Corpus {
  readonly links: FoundLink[] = []
  readonly nodes: readonly Node[]
  readonly #sides: readonly Side[]
  readonly #vocabulary = new Vocabulary()
  readonly #related = new Map<number, Related>()

  constructor(sides: readonly Side[]) {
    this.#sides = sides
    const byText = new Map<string, Node>()
    sides.forEach((side, n) => {
      const key = `${side.claim.text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()}|${side.speakers.join()}`
      const node = byText.get(key)
      if (node) node.members.push(n)
      else byText.set(key, { words: readWords(this.#vocabulary, side.claim.text), members: [n] })
    })
    this.nodes = [...byText.values()]
  }

  keys(): Keys {
    const keys = new Keys()
    const wanted = this.#sides.map((side) => side.claim.stance.map(({ target }) => readWords(this.#vocabulary, target)))
    const { words: spelt, weights } = this.#vocabulary
    const hashes = spelt.map(hashOf)
    const ids = new Map(spelt.map((word, id) => [word, id]))
    this.nodes.forEach((node, i) => {
      const side = this.#sides[node.members[0]!]!
      const rarest = rarestWords(this.#vocabulary, hashes, node.words, RARE)
      const targets = node.members.flatMap((n) => wanted[n]!.flatMap((words) => [...words.content]))
      addCopyKeys(keys, i, rarest, hashes)
      for (const speaker of [...side.speakers, ...side.kin])
        for (const id of new Set([...rarest, ...targets])) keys.add(mix(hashOf(speaker), hashes[id]!), i)
      if (this.#sides.length > FEW_CLAIMS) return
      for (const id of node.words.content) {
        if (weights[id]! < TELLING) continue
        keys.add(hashes[id]!, i)
        for (const kin of kinOf(spelt[id]!)) if (ids.has(kin)) keys.add(hashes[ids.get(kin)!]!, i)
      }
    })
    return keys
  }

  /** Links among claims with the same words and speakers. */
  linkCopies({ words, members }: Node): void {
    if (members.length < 2) return
    const same = compareTexts(this.#vocabulary, words, words)
    const hubs = members.length <= ALL_WITH_ALL ? members.length : 1
    for (let i = 0; i < hubs; i++) for (let j = i + 1; j < members.length; j++) this.#linkClaims(members[i]!, members[j]!, words, words, same)
  }

  linkNodes(x: Node, y: Node): void {
    const { jaccard, contained } = overlapOf(this.#vocabulary, x.words, y.words)
    const stances = [x, y].every(({ members }) => this.#sides[members[0]!]!.claim.stance.length > 0)
    if (jaccard < WORTH_COMPARING && contained < 2 * WORTH_COMPARING && !stances) return
    const compared = compareTexts(this.#vocabulary, x.words, y.words)
    const all = x.members.length * y.members.length <= ALL_WITH_ALL * ALL_WITH_ALL
    for (const a of all ? x.members : x.members.slice(0, 1))
      for (const b of all ? y.members : y.members.slice(0, 1)) this.#linkClaims(a, b, x.words, y.words, compared)
  }

  #linkClaims(a: number, b: number, wordsA: Words, wordsB: Words, compared: Comparison): void {
    if (this.#sides[a]!.article === this.#sides[b]!.article) return
    const found = relate(this.#vocabulary, this.#relatedOf(a, wordsA), this.#relatedOf(b, wordsB), compared)
    if (found) this.links.push({ a, b, ...found })
  }

  #relatedOf(n: number, words: Words): Related {
    let related = this.#related.get(n)
    if (!related) {
      const side = this.#sides[n]!
      related = { ...side, words, stances: side.claim.stance.map((s) => ({ ...s, words: readWords(this.#vocabulary, s.target) })) }
      this.#related.set(n, related)
    }
    return related
  }
}
