import { cueOf, tellingOf, type JudgedClaim } from '../judge/claim.ts'
import { traitsOf } from '../judge/traits.ts'
import { Vocabulary } from '../judge/vocabulary.ts'
import { sha256, shortHash } from '../../model/id.ts'
import type { LinkClaim } from '../input.ts'
import type { ArticleState } from '../memory.ts'
import type { ClaimRow, LinkSpeaker } from '../row.ts'
import { Keys, type Blocks } from './blocks.ts'
import { hashOf } from './hash.ts'
import { countTexts, keysOf, RARE_IN_BLOCK, rareInKeys, rarestWords, rarityOf } from './keys.ts'
import { nearnessOf, type Nearness, type Overlap } from './overlap.ts'
import { Texts } from './texts.ts'

/** So many claims are kept as they are judged: candidates are judged in the order of their claims. */
const RECENT = 1 << 13

/** The claims that are being linked, with their words in one vocabulary. */
export class Corpus {
  readonly texts: Texts
  readonly rows: readonly ClaimRow[]
  readonly vocabulary = new Vocabulary()
  /** For each claim the first of its article. */
  readonly firstOf: Int32Array
  readonly #textOf: Int32Array
  /** What its article tells of each claim; of its words in one column, from `#from` on. */
  readonly #telling: Uint8Array
  readonly #from: Uint32Array
  readonly #own: Float32Array
  readonly #place: Float32Array
  readonly #traits: Uint16Array
  readonly #cues = new Map<string, Int32Array>()
  readonly #recent: JudgedClaim[] = []

  /** The rows come article by article. */
  constructor(rows: readonly ClaimRow[]) {
    this.rows = rows
    this.texts = new Texts(this.vocabulary, rows.length)
    this.#textOf = Int32Array.from(rows, ({ claim, speakers }, n) => this.texts.add(n, claim.text, hashOf(speakers.map(({ id }) => id).join()), (first) => sameSpeakers(rows[first]!.speakers, speakers)))
    for (const cue of new Set(rows.map(({ claim }) => claim.cue?.exact ?? ''))) this.vocabulary.read(cue, false)
    this.texts.settle()
    this.#from = new Uint32Array(rows.length + 1)
    this.#textOf.forEach((text, n) => (this.#from[n + 1] = this.#from[n]! + this.texts.content(text).length))
    this.#telling = new Uint8Array(this.#from[rows.length]!)
    this.#own = new Float32Array(rows.length)
    this.#place = new Float32Array(rows.length)
    this.firstOf = new Int32Array(rows.length)
    this.#traits = new Uint16Array(rows.length)
    for (let n = 0; n < rows.length; n++) {
      const first = this.texts.first(this.#textOf[n]!)
      this.#traits[n] = first < n && sameWords(rows[first]!.claim, rows[n]!.claim) ? this.#traits[first]! : traitsOf(rows[n]!)
    }
    for (let from = 0, to = 0; from < rows.length; from = to) {
      while (to < rows.length && rows[to]!.article === rows[from]!.article) to++
      this.firstOf.fill(from, from, to)
      this.#readArticle(from, to)
    }
  }

  #readArticle(from: number, to: number): void {
    const words = Array.from(this.#textOf.subarray(from, to), (text) => this.texts.content(text))
    tellingOf(this.rows.slice(from, to), words).forEach(({ telling, own, place }, i) => {
      this.#telling.set(telling, this.#from[from + i])
      this.#own[from + i] = own
      this.#place[from + i] = place
    })
  }

  /** What the corpus tells of each article. */
  states(): readonly ArticleState[] {
    const hashes = new Map<LinkSpeaker, string>()
    const hashed = (speaker: LinkSpeaker) => {
      const hash = hashes.get(speaker) ?? shortHash(JSON.stringify(speaker))
      hashes.set(speaker, hash)
      return hash
    }
    const isName = Uint8Array.from(this.vocabulary.words, (_, id) => Number(this.vocabulary.isName(id)))
    const names = (ids: Int32Array) => {
      let places = ''
      for (let i = 0; i < ids.length; i++) if (isName[ids[i]!]) places += ` ${i}`
      return places
    }
    const states: ArticleState[] = []
    for (let from = 0, to = 0; from < this.rows.length; from = to) {
      const { article } = this.rows[from]!
      while (to < this.rows.length && this.rows[to]!.article === article) to++
      const rows = this.rows.slice(from, to)
      const told = rows.map(({ speakers }, i) => [speakers.map(hashed).join(), names(this.texts.order(this.#textOf[from + i]!)), names(this.#cueOf(from + i))].join(';'))
      states.push({ article, claims: rows.map(({ claim }) => claim.id), state: sha256(told.join('\n')) })
    }
    return states
  }

  /** Blocks of texts that share a key, by their numbers; and how many pairs were left out of those that are too large. */
  blocks(): { readonly blocks: Blocks; readonly cut: number } {
    const keys = new Keys()
    const { texts } = this
    const hashes = this.vocabulary.words.map(hashOf)
    const rarity = rarityOf(this.vocabulary, countTexts(this.vocabulary, texts))
    const rare = (text: number, count = RARE_IN_BLOCK) => rarestWords(rarity, hashes, texts.content(text), count).map((id) => hashes[id]!)
    for (let text = 0; text < texts.size; text++) {
      const claim = { row: this.rows[texts.first(text)]!, traits: this.#traits[texts.first(text)]! }
      for (const key of keysOf(claim, rare(text, rareInKeys(claim)))) keys.add(key, text)
    }
    return keys.blocks({ size: (text) => texts.length(text), rare })
  }

  /** See {@link nearnessOf}. */
  nearness(x: number, y: number, overlap: Overlap): Nearness | null {
    const [a, b] = [this.texts.first(x), this.texts.first(y)]
    return nearnessOf(overlap, this.rows[a]!, this.#traits[a]!, this.rows[b]!, this.#traits[b]!)
  }

  /** A claim as it is judged. */
  claim(n: number): JudgedClaim {
    const known = this.#recent[n % RECENT]
    if (known?.row === this.rows[n]) return known!
    return (this.#recent[n % RECENT] = this.#prepare(n))
  }

  #cueOf(n: number): Int32Array {
    const cue = this.rows[n]!.claim.cue?.exact ?? ''
    let words = this.#cues.get(cue)
    if (words === undefined) this.#cues.set(cue, (words = cueOf(this.vocabulary, this.rows[n]!)))
    return words
  }

  #prepare(n: number): JudgedClaim {
    const row = this.rows[n]!
    const telling = this.#telling.subarray(this.#from[n], this.#from[n + 1])
    return { row, words: this.texts.words(this.#textOf[n]!), cue: this.#cueOf(n), telling, own: this.#own[n]!, place: this.#place[n]!, traits: this.#traits[n]! }
  }
}

const sameSpeakers = (a: ClaimRow['speakers'], b: ClaimRow['speakers']) => a.length === b.length && a.every(({ id }, i) => id === b[i]!.id)
const sameWords = (a: LinkClaim, b: LinkClaim) => a.text === b.text && a.cue?.exact === b.cue?.exact && a.commitment === b.commitment
