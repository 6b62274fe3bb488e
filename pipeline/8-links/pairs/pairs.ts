import { judge } from '../judge/judge.ts'
import { shippedLinkModel, type LinkModel } from '../judge/model.ts'
import { noProgress, type StartProgress } from '../../model/progress.ts'
import { linkOf } from '../group.ts'
import { ALL_WITH_ALL, candidatesOf } from './candidates.ts'
import { Growing } from '../../model/columns.ts'
import { LinkColumns, type OrderedLinks } from './found.ts'
import type { Corpus } from './corpus.ts'
import type { Recall } from './judged.ts'
import { pairCode } from './pair-code.ts'
import { seenPairs, type SeenBefore, type SeenPairs } from './seen.ts'

/** What pairing and judging gives. */
export interface FoundLinks {
  /** Which pairs were judged, now or before, as {@link pairCode}s in order. */
  readonly judged: Float64Array
  readonly seen: SeenPairs
  readonly links: OrderedLinks
  /** For each claim the first claim with its words and speakers that it is linked to, or itself. */
  readonly copyOf: Int32Array
  /** How many candidate pairs were left out because too many claims share all their rare words, or are alike. */
  readonly cut: number
}

/** After so many pairs it is told how far the judging is. */
const TOLD_AFTER = 1000

/** What an earlier run knew of pairs of claims, and of texts. */
export interface PairsBefore {
  readonly recall: Recall
  readonly seen: SeenBefore
}

/**
 * All links between claims of different articles. Claims with the same words and speakers are taken as one; candidates are those that share a key,
 * whatever the number of claims.
 */
export function findLinks(corpus: Corpus, model: LinkModel = shippedLinkModel, startProgress: StartProgress = noProgress, before: PairsBefore | null = null): FoundLinks {
  const { texts, claims } = corpus
  const { blocks, cut } = corpus.blocks()
  const seen = seenPairs(corpus, blocks, before?.seen ?? null)
  const candidates = candidatesOf(seen, Uint32Array.from({ length: texts.size }, (_, text) => texts.length(text)))
  const links = new Links(corpus, model, before?.recall)
  const copyOf = Int32Array.from({ length: claims.size }, (_, n) => n)
  for (let text = 0; text < texts.size; text++) for (const n of links.judgeCopies(text)) copyOf[n] = texts.first(text)
  const progress = startProgress(candidates.a.length)
  candidates.a.forEach((x, i) => {
    if (i % TOLD_AFTER === 0) progress.add(TOLD_AFTER)
    links.judgeTexts(x, candidates.b[i]!)
  })
  return { judged: links.judged, seen, links: links.found.inOrder(), copyOf, cut: cut + candidates.cut }
}

const NONE: readonly number[] = []

class Links {
  readonly found = new LinkColumns()

  readonly #judged = new Growing<Float64Array>(Float64Array)

  constructor(
    private readonly corpus: Corpus,
    private readonly model: LinkModel,
    private readonly recall?: Recall,
  ) {}

  /** The pairs that were judged, or judged before. */
  get judged(): Float64Array {
    return this.#judged.values.sort()
  }

  /** Judges claims with the same words and speakers, with the first of them, a few also with one another; gives those linked with the first. */
  judgeCopies(text: number): readonly number[] {
    if (this.#isAlone(text)) return NONE
    const [first, ...others] = this.corpus.texts.claimsOf(text) as [number, ...number[]]
    const linked = others.filter((n) => this.#judge(first, n))
    if (others.length < ALL_WITH_ALL) others.forEach((x, i) => others.slice(i + 1).forEach((y) => this.#judge(x, y)))
    return linked
  }

  /** Judges the claims of two texts. */
  judgeTexts(x: number, y: number): void {
    const { texts } = this.corpus
    if (this.#isAlone(x) && this.#isAlone(y)) return void this.#judge(texts.first(x), texts.first(y))
    const [claimsX, claimsY] = [texts.claimsOf(x), texts.claimsOf(y)]
    const all = claimsX.length * claimsY.length <= ALL_WITH_ALL
    for (const a of all ? claimsX : claimsX.slice(0, 1)) for (const b of all ? claimsY : claimsY.slice(0, 1)) this.#judge(a, b)
  }

  /** Whether a text is of one claim. */
  #isAlone(text: number): boolean {
    const { texts } = this.corpus
    return texts.next(texts.first(text)) < 0
  }

  #judge(x: number, y: number): boolean {
    const a = Math.min(x, y)
    const b = Math.max(x, y)
    const { articleOf } = this.corpus.claims
    if (articleOf[a] === articleOf[b]) return false
    this.#judged.push(pairCode(a, b))
    const place = this.recall?.placeOf(a, b) ?? -1
    if (place < 0) return this.#judgeNow(a, b)
    if (!this.recall!.isLinked(place)) return false
    const { type, confidence, written } = this.recall!.linkAt(place)
    this.found.addWritten(a, b, type, confidence, written)
    return type !== 'contradicts'
  }

  #judgeNow(a: number, b: number): boolean {
    const [x, y] = [this.corpus.claim(a), this.corpus.claim(b)]
    const found = judge(this.corpus.claims.vocabulary, this.model, x, y)
    if (found === null) return false
    this.found.add(a, b, linkOf(x.row, y.row, found)) // while its words are at hand
    return found.type !== 'contradicts'
  }
}
