import { columnOf } from '../../model/columns.ts'
import { judge } from '../judge/judge.ts'
import { shippedLinkModel, type LinkModel } from '../judge/model.ts'
import { LINK_TYPES } from '../../model/schema.ts'
import { noProgress, type StartProgress } from '../../model/progress.ts'
import { linkOf } from '../group.ts'
import { ALL_WITH_ALL, candidatesOf } from './candidates.ts'
import type { Rows } from '../../model/rows.ts'
import { JudgedPairs, type OrderedLinks } from './found.ts'
import { typeIn } from './found-code.ts'
import type { Corpus } from './corpus.ts'
import { recalledFound, recalledLine, UNKNOWN, type Recall } from './judged.ts'
import { seenPairs, type SeenBefore, type SeenPairs } from './seen.ts'

/** What pairing and judging gives. */
export interface FoundLinks {
  /** Which pairs were judged, now or before, in order. */
  readonly judged: Rows
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
  const { pairs, cut } = corpus.pairs()
  const seen = seenPairs(corpus, pairs, before?.seen ?? null)
  const candidates = candidatesOf(seen, texts.lengths)
  const links = new Links(corpus, model, before?.recall)
  const copyOf = columnOf(Int32Array, claims.size, (n) => n)
  for (let text = 0; text < texts.size; text++) for (const n of links.judgeCopies(text)) copyOf[n] = texts.first(text)
  const progress = startProgress(candidates.rows.length)
  let told = 0
  for (const [, x, y] of candidates.rows.pieces() as Iterable<readonly [Uint32Array, Uint32Array, Uint32Array]>)
    for (let i = 0; i < x.length; i++) {
      if (told++ % TOLD_AFTER === 0) progress.add(TOLD_AFTER)
      links.judgeTexts(x[i]!, y[i]!)
    }
  return { ...links.pairs.inOrder(), seen, copyOf, cut: cut + candidates.cut }
}

const NONE: readonly number[] = []

class Links {
  readonly pairs: JudgedPairs

  constructor(
    private readonly corpus: Corpus,
    private readonly model: LinkModel,
    private readonly recall?: Recall,
  ) {
    this.pairs = new JudgedPairs(corpus.claims.size)
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
    const all = texts.countUpTo(x, ALL_WITH_ALL + 1) * texts.countUpTo(y, ALL_WITH_ALL + 1) <= ALL_WITH_ALL
    if (!all) return void this.#judge(texts.first(x), texts.first(y))
    for (let a = texts.first(x); a >= 0; a = texts.next(a)) for (let b = texts.first(y); b >= 0; b = texts.next(b)) this.#judge(a, b)
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
    const known = this.recall?.of(a, b) ?? UNKNOWN
    if (known === UNKNOWN) return this.#judgeNow(a, b)
    const found = recalledFound(known)
    if (found === 0) this.pairs.add(a, b)
    else this.pairs.addWritten(a, b, found, recalledLine(known))
    return found > 0 && LINK_TYPES[typeIn(found)] !== 'contradicts'
  }

  #judgeNow(a: number, b: number): boolean {
    const [x, y] = [this.corpus.claim(a), this.corpus.claim(b)]
    const found = judge(this.corpus.claims.vocabulary, this.model, x, y)
    if (found === null) this.pairs.add(a, b)
    else this.pairs.addLinked(a, b, linkOf(x.row, y.row, found)) // while its words are at hand
    return found !== null && found.type !== 'contradicts'
  }
}
