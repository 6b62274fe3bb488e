import type { Link } from '../model/schema.ts'
import { addCopyKeys, hashOf, Keys, mix, rarestWords } from './candidates.ts'
import { compareTexts, overlapOf, readWords, type Words } from './compare.ts'
import { relate, type Relation, type Side } from './relate.ts'
import { Vocabulary } from './vocabulary.ts'
import { kinOf } from '../lexicon/synonyms.ts'

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
/** Two texts are compared in depth from this overlap on, whoever speaks. */
const WORTH_COMPARING = 0.12

/** Claims with the same words and speakers: compared once. */
interface Node {
  readonly words: Words
  readonly members: number[]
}

/**
 * All links between claims of different articles. Claims with the same words and speakers are taken as one; candidates
 * are those that share a key (rare words; speaker and word; stance), never all pairs.
 */
export function findLinks(sides: readonly Side[]): { readonly links: FoundLink[]; readonly sizes: Int32Array } {
  const vocabulary = new Vocabulary()
  const nodes = collapse(sides, vocabulary)
  const keys = keysOf(sides, nodes, vocabulary)
  const { a, b } = keys.pairs((node) => nodes[node]!.words.order.length)
  const links: FoundLink[] = []
  for (const node of nodes) linkCopies(sides, node, vocabulary, links)
  for (let i = 0; i < a.length; i++) linkNodes(sides, nodes[a[i]!]!, nodes[b[i]!]!, vocabulary, links)
  const sizes = new Int32Array(sides.length)
  for (const node of nodes) for (const n of node.members) sizes[n] = node.words.order.length
  return { links, sizes }
}

function collapse(sides: readonly Side[], vocabulary: Vocabulary): Node[] {
  const byText = new Map<string, Node>()
  sides.forEach((side, n) => {
    const key = `${side.claim.text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()}|${side.speakers.join()}`
    const node = byText.get(key)
    if (node) node.members.push(n)
    else byText.set(key, { words: readWords(vocabulary, side.claim.text), members: [n] })
  })
  return [...byText.values()]
}

function keysOf(sides: readonly Side[], nodes: readonly Node[], vocabulary: Vocabulary): Keys {
  const keys = new Keys()
  const hashes = vocabulary.words.map(hashOf)
  const ids = new Map(vocabulary.words.map((word, id) => [word, id]))
  nodes.forEach((node, i) => {
    const side = sides[node.members[0]!]!
    const rarest = rarestWords(vocabulary, hashes, node.words, 6)
    addCopyKeys(keys, i, rarest, hashes)
    for (const speaker of [...side.speakers, ...side.kin])
      for (const id of rarest.slice(0, 4)) keys.add(mix(hashOf(speaker), hashes[id]!), i)
    for (const { target, topic } of side.claim.stance) keys.add(hashOf(`stance ${topic ?? target.toLowerCase()}`), i)
    if (sides.length > FEW_CLAIMS) return
    for (const id of node.words.content) {
      if (vocabulary.weights[id]! < 0.4) continue
      keys.add(hashes[id]!, i)
      for (const kin of kinOf(vocabulary.words[id]!)) if (ids.has(kin)) keys.add(hashes[ids.get(kin)!]!, i)
    }
  })
  return keys
}

/** Links among claims with the same words and speakers. */
function linkCopies(sides: readonly Side[], { words, members }: Node, vocabulary: Vocabulary, links: FoundLink[]): void {
  if (members.length < 2) return
  const same = compareTexts(vocabulary, words, words)
  const hubs = members.length <= ALL_WITH_ALL ? members.length : 1
  for (let i = 0; i < hubs; i++)
    for (let j = i + 1; j < members.length; j++) linkClaims(sides, members[i]!, members[j]!, (a, b) => relate(vocabulary, { ...a, words }, { ...b, words }, same), links)
}

function linkNodes(sides: readonly Side[], x: Node, y: Node, vocabulary: Vocabulary, links: FoundLink[]): void {
  const { jaccard, contained } = overlapOf(vocabulary, x.words, y.words)
  const [first, second] = [sides[x.members[0]!]!, sides[y.members[0]!]!]
  const stance = first.claim.stance.length > 0 && second.claim.stance.length > 0
  if (jaccard < WORTH_COMPARING && contained < 2 * WORTH_COMPARING && !stance) return
  const words = compareTexts(vocabulary, x.words, y.words)
  const all = x.members.length * y.members.length <= ALL_WITH_ALL * ALL_WITH_ALL
  for (const a of all ? x.members : x.members.slice(0, 1))
    for (const b of all || a === x.members[0] ? y.members : []) linkClaims(sides, a, b, (s, t) => relate(vocabulary, { ...s, words: x.words }, { ...t, words: y.words }, words), links)
}

function linkClaims(sides: readonly Side[], a: number, b: number, relation: (a: Side, b: Side) => Relation | null, links: FoundLink[]): void {
  if (sides[a]!.article === sides[b]!.article) return
  const found = relation(sides[a]!, sides[b]!)
  if (found) links.push({ a, b, ...found })
}
