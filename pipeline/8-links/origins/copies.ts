import type { Span } from '../../model/span.ts'
import type { LinkClaim, LinkInput } from '../input.ts'
import { PASSAGE_WORDS, passageKey, passagesIn, wordsIn } from './passages.ts'
import { Sets } from './sets.ts'

/** The passages of a text, for all claims of a group that have it. */
export class Passages {
  /** See {@link passagesIn}. */
  readonly keys: readonly number[]
  #most: readonly [start: number, end: number] | undefined

  constructor(private readonly text: string) {
    this.keys = passagesIn(text)
  }

  /** The first passage that most others hold too, where it stands in a claim of this text; `held` is the same for all of them, and empty where all hold the same. */
  spanOfMost(held: ReadonlyMap<number, number>, { content }: LinkClaim): Span {
    const [from, to] = (this.#most ??= this.#place(this.keys.reduce((most, each) => (held.get(each)! > held.get(most)! ? each : most))))
    const [first] = content as [Span]
    return content.length === 1 ? { start: first.start + from, end: first.start + to, exact: first.exact.slice(from, to) } : inSpans(content, from, to)
  }

  #place(key: number): readonly [number, number] {
    const i = this.keys.indexOf(key)
    const words = wordsIn(this.text)
    return [words[i]!.start, words[i + PASSAGE_WORDS - 1]!.end]
  }
}

/** What stands from one place to another in the spans of a content that are joined by a space; cut at the end of the span that it begins in. */
function inSpans(content: readonly Span[], from: number, to: number): Span {
  let before = 0
  for (const span of content) {
    const [first, last] = [from - before, Math.min(to - before, span.exact.length)]
    if (first < span.exact.length) return { start: span.start + first, end: span.start + last, exact: span.exact.slice(first, last) }
    before += span.exact.length + 1
  }
  throw new RangeError('a passage beyond its claim')
}

/** From this share of the kept passages of either on, most of an article is another's. */
const MOST = 0.5
/** Fewer kept passages than this say nothing of an article. */
const LEAST = 3
/** Whether two articles that share so many passages are copies; `kept` are the fewest of either. */
export const areCopies = (shared: number, kept: number): boolean => shared >= LEAST && shared >= MOST * kept
/** A passage that more articles share (a slogan, a footer) is compared with the first of them only. */
export const LARGEST_BLOCK = 100

/** Articles most of which is one text, in the name of the first of them, and a passage that each shares with another. */
export interface Family {
  readonly id: string
  readonly evidence: Span
}

/** A kept passage of an article. */
export interface PassageRow {
  /** Its words: two articles that share it have it in common. */
  readonly key: string
  readonly article: string
  /** How many passages are kept of the article. */
  readonly kept: number
  readonly span: Span
}

/** Two articles that share passages: how many, and the first of a with its like in b; a comes before b. */
export interface SharedPassages {
  readonly a: string
  readonly b: string
  readonly count: number
  /** The fewest passages that are kept of either. */
  readonly least: number
  readonly spans: readonly [Span, Span]
}

/** The kept passages of an article as rows, each once. */
export function passageRows({ article, passages }: LinkInput): readonly PassageRow[] {
  const keyed = new Map(passages.map((span) => [passageKey(span.exact), span] as const).toReversed())
  return [...keyed].map(([key, span]) => ({ key, article, kept: passages.length, span }))
}

/** Which articles share the passage of one block, which holds each article once. */
export function sharedIn(block: readonly PassageRow[]): readonly SharedPassages[] {
  const holders = block.toSorted((x, y) => (x.article < y.article ? -1 : 1))
  const firsts = holders.length > LARGEST_BLOCK ? holders.slice(0, 1) : holders
  return firsts.flatMap((a, i) => holders.slice(i + 1).map((b) => ({ a: a.article, b: b.article, count: 1, least: Math.min(a.kept, b.kept), spans: [a.span, b.span] as const })))
}

/** Both counts of two articles as one. Associative and commutative. */
export const addShared = (x: SharedPassages, y: SharedPassages): SharedPassages => ({ ...(x.spans[0].start <= y.spans[0].start ? x : y), count: x.count + y.count })

/** The families that pairs of articles make, by article; of pairs that share less none. Takes all pairs, or those of one component. */
export function familiesFrom(pairs: Iterable<SharedPassages>): ReadonlyMap<string, Family> {
  const copies = [...pairs].filter(({ count, least }) => areCopies(count, least)).sort((x, y) => (x.a < y.a || (x.a === y.a && x.b < y.b) ? -1 : 1))
  const articles = [...new Set(copies.flatMap(({ a, b }) => [a, b]))].sort()
  const place = new Map(articles.map((article, i) => [article, i]))
  const sets = new Sets(articles.length)
  const evidence = new Map<string, Span>()
  for (const { a, b, spans } of copies) {
    sets.join(place.get(a)!, place.get(b)!)
    if (!evidence.has(a)) evidence.set(a, spans[0])
    if (!evidence.has(b)) evidence.set(b, spans[1])
  }
  return new Map(articles.map((article, i) => [article, { id: articles[sets.find(i)]!, evidence: evidence.get(article)! }]))
}
