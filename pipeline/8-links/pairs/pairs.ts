import { cueOf, tellingOf, type JudgedClaim } from '../judge/claim.ts'
import { judge } from '../judge/judge.ts'
import { shippedLinkModel, type LinkModel } from '../judge/model.ts'
import { traitsOf } from '../judge/traits.ts'
import { Vocabulary } from '../judge/vocabulary.ts'
import { noProgress, type StartProgress } from '../../model/progress.ts'
import type { ClaimRow, JudgedPair } from '../row.ts'
import { Keys } from './blocks.ts'
import { Edges, groupByLongest } from './groups.ts'
import { hashOf } from './hash.ts'
import { countTexts, keysOf, RARE_IN_BLOCK, rareInKeys, rarestWords, rarityOf } from './keys.ts'
import { isAlike, isCopy, mayBeRelated } from './overlap.ts'
import { Texts } from './texts.ts'

/** What pairing and judging gives. */
export interface FoundLinks {
  readonly links: readonly JudgedPair[]
  /** Of each claim, in words. */
  readonly lengths: Int32Array
  /** For each claim the first claim with its words and speakers that it is linked to, or itself. */
  readonly copyOf: Int32Array
  /** How many candidate pairs were left out because too many claims share all their rare words. */
  readonly cut: number
}

/** Of copies of one text, up to this many are judged all with all; beyond, with the first or longest. */
export const ALL_WITH_ALL = 4
/** So many claims are kept as they are judged: candidates are judged in the order of their claims. */
const RECENT = 1 << 13

/** After so many pairs it is told how far the judging is. */
const TOLD_AFTER = 1000

/**
 * All links between claims of different articles; the rows come article by article. Claims with the same words and speakers are
 * taken as one; candidates are those that share a key, whatever the number of claims.
 */
export function findLinks(rows: readonly ClaimRow[], model: LinkModel = shippedLinkModel, startProgress: StartProgress = noProgress): FoundLinks {
  const corpus = new Corpus(rows, model)
  const { texts } = corpus
  const { a, b, cut } = corpus.candidates()
  const copyOf = Int32Array.from(rows, (_, n) => n)
  const lengths = new Int32Array(rows.length)
  for (let text = 0; text < texts.size; text++) {
    for (const n of corpus.judgeCopies(text)) copyOf[n] = texts.first(text)
    for (const n of texts.claims(text)) lengths[n] = texts.length(text)
  }
  const more = judgeAll(corpus, a, b, startProgress)
  return { links: corpus.links.sort((x, y) => x.a - y.a || x.b - y.b), lengths, copyOf, cut: cut + more }
}

/**
 * Judges the candidates. Near copies of one text come in sets around the longest; of a large set each is judged with that one
 * only, since more links say no more. Gives how many pairs were left out so.
 */
function judgeAll(corpus: Corpus, a: Uint32Array, b: Uint32Array, startProgress: StartProgress): number {
  const { texts } = corpus
  const progress = startProgress(2 * a.length)
  const copies = new Edges()
  const alike = new Uint8Array(a.length)
  for (let i = 0; i < a.length; i++) {
    if (i % TOLD_AFTER === 0) progress.add(TOLD_AFTER)
    const overlap = texts.overlap(a[i]!, b[i]!)
    alike[i] = Number(isAlike(overlap))
    if (isCopy(overlap)) copies.add(a[i]!, b[i]!, overlap.jaccard + overlap.contained)
  }
  const longest = Uint32Array.from({ length: texts.size }, (_, x) => x).sort((x, y) => texts.length(y) - texts.length(x) || x - y)
  const leader = groupByLongest(longest, copies)
  const size = new Uint32Array(texts.size)
  for (const lead of leader) size[lead]!++
  let cut = 0
  for (let i = 0; i < a.length; i++) {
    if (i % TOLD_AFTER === 0) progress.add(TOLD_AFTER)
    const [x, y] = [a[i]!, b[i]!]
    const lead = leader[x]!
    if (lead === leader[y] && size[lead]! > ALL_WITH_ALL && lead !== x && lead !== y) cut++
    else corpus.judgeTexts(x, y, alike[i] === 1)
  }
  return cut
}

/** The claims that are being linked, with their words in one vocabulary. */
class Corpus {
  readonly links: JudgedPair[] = []
  readonly texts: Texts
  readonly #rows: readonly ClaimRow[]
  readonly #model: LinkModel
  readonly #vocabulary = new Vocabulary()
  readonly #textOf: Int32Array
  /** What its article tells of each claim; of its words in one column, from `#from` on. */
  readonly #telling: Uint8Array
  readonly #from: Uint32Array
  readonly #own: Float32Array
  readonly #place: Float32Array
  readonly #traits: Uint16Array
  readonly #cues = new Map<string, Int32Array>()
  readonly #recent: JudgedClaim[] = []

  constructor(rows: readonly ClaimRow[], model: LinkModel) {
    this.#rows = rows
    this.#model = model
    this.texts = new Texts(this.#vocabulary, rows.length)
    this.#textOf = Int32Array.from(rows, ({ claim, speakers }, n) => this.texts.add(n, claim.text, hashOf(speakers.map(({ id }) => id).join()), (first) => sameSpeakers(rows[first]!.speakers, speakers)))
    for (const cue of new Set(rows.map(({ claim }) => claim.cue?.exact ?? ''))) this.#vocabulary.read(cue, false)
    this.texts.settle()
    this.#from = new Uint32Array(rows.length + 1)
    this.#textOf.forEach((text, n) => (this.#from[n + 1] = this.#from[n]! + this.texts.content(text).length))
    this.#telling = new Uint8Array(this.#from[rows.length]!)
    this.#own = new Float32Array(rows.length)
    this.#place = new Float32Array(rows.length)
    this.#traits = Uint16Array.from(rows, traitsOf)
    for (let from = 0, to = 0; from < rows.length; from = to) {
      while (to < rows.length && rows[to]!.article === rows[from]!.article) to++
      this.#readArticle(from, to)
    }
  }

  #readArticle(from: number, to: number): void {
    const words = Array.from(this.#textOf.subarray(from, to), (text) => this.texts.content(text))
    tellingOf(this.#rows.slice(from, to), words).forEach(({ telling, own, place }, i) => {
      this.#telling.set(telling, this.#from[from + i])
      this.#own[from + i] = own
      this.#place[from + i] = place
    })
  }

  /** Pairs of texts that share a key, by their numbers. */
  candidates(): { readonly a: Uint32Array; readonly b: Uint32Array; readonly cut: number } {
    const keys = new Keys()
    const { texts } = this
    const hashes = this.#vocabulary.words.map(hashOf)
    const rarity = rarityOf(this.#vocabulary, countTexts(this.#vocabulary, texts))
    const rare = (text: number, count = RARE_IN_BLOCK) => rarestWords(rarity, hashes, texts.content(text), count).map((id) => hashes[id]!)
    for (let text = 0; text < texts.size; text++) {
      const claim = { row: this.#rows[texts.first(text)]!, traits: this.#traits[texts.first(text)]! }
      for (const key of keysOf(claim, rare(text, rareInKeys(claim)))) keys.add(key, text)
    }
    return keys.pairs({ size: (text) => texts.length(text), rare })
  }

  /** Judges claims with the same words and speakers, with the first of them, a few also with one another; gives those linked with the first. */
  judgeCopies(text: number): readonly number[] {
    const [first, ...others] = this.texts.claims(text) as [number, ...number[]]
    if (others.length === 0) return others
    const linked = others.filter((n) => this.#judge(first, n))
    if (others.length < ALL_WITH_ALL) others.forEach((x, i) => others.slice(i + 1).forEach((y) => this.#judge(x, y)))
    return linked
  }

  /** Judges the claims of two texts, if they are alike or may be related otherwise. */
  judgeTexts(x: number, y: number, alike: boolean): void {
    const [firstX, firstY] = [this.texts.first(x), this.texts.first(y)]
    if (!alike && !mayBeRelated(this.#rows[firstX]!, this.#traits[firstX]!, this.#rows[firstY]!, this.#traits[firstY]!)) return
    const [claimsX, claimsY] = [this.texts.claims(x), this.texts.claims(y)]
    const all = claimsX.length * claimsY.length <= ALL_WITH_ALL
    for (const a of all ? claimsX : claimsX.slice(0, 1)) for (const b of all ? claimsY : claimsY.slice(0, 1)) this.#judge(a, b)
  }

  #judge(x: number, y: number): boolean {
    const [a, b] = [Math.min(x, y), Math.max(x, y)]
    if (this.#rows[a]!.article === this.#rows[b]!.article) return false
    const found = judge(this.#vocabulary, this.#model, this.#claim(a), this.#claim(b))
    if (found === null) return false
    const { type, confidence, why } = found
    this.links.push({ a, b, type, confidence, why })
    return type !== 'contradicts'
  }

  #claim(n: number): JudgedClaim {
    const known = this.#recent[n % RECENT]
    if (known?.row === this.#rows[n]) return known!
    return (this.#recent[n % RECENT] = this.#prepare(n))
  }

  #prepare(n: number): JudgedClaim {
    const row = this.#rows[n]!
    const cue = row.claim.cue?.exact ?? ''
    let words = this.#cues.get(cue)
    if (words === undefined) this.#cues.set(cue, (words = cueOf(this.#vocabulary, row)))
    const telling = this.#telling.subarray(this.#from[n], this.#from[n + 1])
    return { row, words: this.texts.words(this.#textOf[n]!), cue: words, telling, own: this.#own[n]!, place: this.#place[n]!, traits: this.#traits[n]! }
  }
}

const sameSpeakers = (a: ClaimRow['speakers'], b: ClaimRow['speakers']) => a.length === b.length && a.every(({ id }, i) => id === b[i]!.id)
