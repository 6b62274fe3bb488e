import type { Claims } from '../claims/claims.ts'
import { tellingOf, type JudgedClaim, type ToldClaim } from '../judge/claim.ts'
import { listAt, newColumn } from '../../model/columns.ts'
import { GrowingFiledLists } from '../../model/filed-lists.ts'
import { Recent } from '../../model/recent.ts'
import { Keys, type BlockPairs } from './blocks.ts'
import { hashOf } from '../../model/hash.ts'
import { RARE_IN_BLOCK, rareInKeys, rarestWords, rarityOf, wordKeys } from './keys.ts'
import type { Content, Nearing } from './overlap.ts'
import { Texts } from './texts.ts'

/** So many claims are kept as they are judged: candidates are judged in the order of their claims. */
const RECENT = 1 << 11

/** A text as it is compared with others before its claims are judged. */
export interface ComparedText extends Content, Nearing {
  /** Its first claim. */
  readonly first: number
}

/** The claims that are being linked, as they are keyed, paired and judged. */
export class Corpus {
  readonly texts: Texts
  /** What its article tells of each claim, of articles that were `#read`; of its words in one column, from `#from` on. */
  readonly #read: Uint8Array
  readonly #telling: Uint8Array
  readonly #from: Uint32Array
  readonly #own: Float32Array
  readonly #place: Float32Array
  readonly #recent = new Recent<JudgedClaim>(RECENT)

  constructor(readonly claims: Claims) {
    this.texts = new Texts(claims)
    this.#from = newColumn(Uint32Array, claims.size + 1)
    for (let n = 0; n < claims.size; n++) this.#from[n + 1] = this.#from[n]! + this.texts.width(this.texts.of[n]!)
    this.#read = newColumn(Uint8Array, claims.articles.length)
    this.#telling = newColumn(Uint8Array, this.#from[claims.size]!)
    this.#own = newColumn(Float32Array, claims.size)
    this.#place = newColumn(Float32Array, claims.size)
  }

  #readArticle(article: number): void {
    this.#read[article] = 1
    const { from, echo, paragraph } = this.claims.columns
    const first = from[article]!
    const claims = Array.from({ length: from[article + 1]! - first }, (_, i): ToldClaim => {
      const n = first + i
      return { echo: echo.at(n) === 1, paragraph: paragraph.at(n), speakers: listAt(this.claims.speakers, n).join(), words: this.texts.content(this.texts.of[n]!).slice() }
    })
    tellingOf(claims).forEach(({ telling, own, place }, i) => {
      this.#telling.set(telling, this.#from[first + i])
      this.#own[first + i] = own
      this.#place[first + i] = place
    })
  }

  /** What its article tells of a claim. */
  told(n: number): Told {
    if (this.#read[this.claims.articleOf[n]!] === 0) this.#readArticle(this.claims.articleOf[n]!)
    return { telling: this.#telling.subarray(this.#from[n], this.#from[n + 1]), own: this.#own[n]!, place: this.#place[n]! }
  }

  /** The pairs of texts that share a key; and how many were left out of blocks that are too large. */
  pairs(): { readonly pairs: BlockPairs; readonly cut: number } {
    const keys = new Keys()
    const { texts, claims } = this
    const hashes = claims.vocabulary.words.map(hashOf)
    const rarity = rarityOf(claims.vocabulary, texts.holding())
    const parting = new GrowingFiledLists<Uint32Array>(Uint32Array)
    for (let text = 0; text < texts.size; text++) {
      const first = texts.first(text)
      const traits = claims.columns.traits[first]!
      const rare = rarestWords(rarity, hashes, texts.content(text), Math.max(RARE_IN_BLOCK, rareInKeys(traits))).map((id) => hashes[id]!)
      parting.add(rare.slice(0, RARE_IN_BLOCK))
      keys.addAll(wordKeys(rare, traits), text)
      keys.addAll(claims.columns.denial.at(first), text)
      for (const entry of listAt(claims.speakers, first)) keys.addAll(listAt(claims.entries.columns.tied, entry), text)
    }
    const lists = parting.settledInAnyOrder()
    return keys.pairs({ size: (text) => texts.lengths[text]!, rare: (text) => lists.at(text) }, texts.size)
  }

  /** A text as it is compared with others: its content words, and what else tells what it may be related to; see `HELD`. */
  text(n: number): ComparedText {
    const first = this.texts.first(n)
    const { ids, from, to, weight } = this.texts.part(n)
    return { ids, from, to, weight, first, traits: this.claims.columns.traits[first]! }
  }

  /** A claim as it is judged. */
  claim(n: number): JudgedClaim {
    return this.#recent.of(n, () => new CorpusClaim(this, n))
  }
}

type Told = ReturnType<typeof tellingOf>[number]

/** A claim of a corpus, whose row is read, and about which its article is asked, where a judgement asks for that: most pairs share too little. */
class CorpusClaim implements JudgedClaim {
  readonly words: JudgedClaim['words']
  #row: JudgedClaim['row'] | undefined
  #speakers: JudgedClaim['speakers'] | undefined
  #told: Told | undefined
  #cue: JudgedClaim['cue'] | undefined

  constructor(
    private readonly corpus: Corpus,
    private readonly n: number,
  ) {
    this.words = corpus.texts.words(corpus.texts.of[n]!)
  }

  get row(): JudgedClaim['row'] {
    return (this.#row ??= this.corpus.claims.spoken(this.n))
  }

  get speakers(): JudgedClaim['speakers'] {
    return (this.#speakers ??= this.corpus.claims.speakersOf(this.n))
  }

  get day(): JudgedClaim['day'] {
    return this.corpus.claims.dayOf(this.n)
  }

  get cue(): JudgedClaim['cue'] {
    return (this.#cue ??= this.corpus.claims.cue(this.n))
  }

  get traits(): number {
    return this.corpus.claims.columns.traits[this.n]!
  }

  get telling(): Told['telling'] {
    return (this.#told ??= this.corpus.told(this.n)).telling
  }

  get own(): number {
    return (this.#told ??= this.corpus.told(this.n)).own
  }

  get place(): number {
    return (this.#told ??= this.corpus.told(this.n)).place
  }
}
