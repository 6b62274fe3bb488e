import type { Span } from '../../model/span.ts'
import type { LinkClaim, LinkInput } from '../input.ts'
import { PASSAGE_WORDS, passageKeys, wordsIn } from './passages.ts'
import { Sets } from './sets.ts'

/** The passages of {@link PASSAGE_WORDS} words in a claim's content: the words, and where a passage stands in the text. */
export interface Passages {
  readonly keys: readonly number[]
  readonly spanOf: (key: number) => Span
}

/** Reads the passages of a claim; a key is a hash of 52 bits of the passage's words. */
export function passagesOf({ content }: LinkClaim): Passages {
  const words = content.flatMap(({ exact, start }) => wordsIn(exact, start))
  const keys = passageKeys(words)
  return {
    keys,
    spanOf: (key) => {
      const i = keys.indexOf(key)
      const [first, last] = [words[i]!, words[i + PASSAGE_WORDS - 1]!]
      const inside = content.find(({ start, end }) => start <= first.start && last.end <= end)
      const home = inside ?? content.find(({ start, end }) => start <= first.start && first.end <= end)!
      const end = Math.min(last.end, home.end)
      return { start: first.start, end, exact: home.exact.slice(first.start - home.start, end - home.start) }
    },
  }
}

/** From this share of the kept passages of either on, most of an article is another's. */
const MOST = 0.5
/** Fewer kept passages than this say nothing of an article. */
const LEAST = 3
/** A passage that more articles share (a slogan, a footer) is compared with the first of them only. */
const LARGEST_BLOCK = 100

/** Articles most of which is one text: the number of the first of them stands for all, and a passage that each shares with another. */
export interface Family {
  readonly id: number
  readonly evidence: Span
}

/**
 * The families of articles that copied one another or one text: where most of the shorter one stands in the other. By article;
 * articles that share less have none.
 */
export function familiesOf(inputs: readonly LinkInput[]): ReadonlyMap<string, Family> {
  const holders = new Map<string, { article: number; span: Span }[]>()
  inputs.forEach(({ passages }, article) => {
    for (const span of passages) {
      const key = wordsIn(span.exact).map(({ word }) => word).join(' ')
      const list = holders.get(key)
      if (list) list.push({ article, span })
      else holders.set(key, [{ article, span }])
    }
  })
  const sets = new Sets(inputs.length)
  const evidence = new Map<number, Span>()
  for (const [a, counts] of sharedPassages(holders.values()))
    for (const [b, { count, spans }] of counts) {
      const least = Math.min(inputs[a]!.passages.length, inputs[b]!.passages.length)
      if (count < LEAST || count < MOST * least) continue
      sets.join(a, b)
      if (!evidence.has(a)) evidence.set(a, spans[0])
      if (!evidence.has(b)) evidence.set(b, spans[1])
    }
  return new Map([...evidence].map(([n, span]) => [inputs[n]!.article, { id: sets.find(n), evidence: span }]))
}

type Shared = { count: number; readonly spans: readonly [Span, Span] }

/** How many of the kept passages two articles share, by the number of the first and of the second. */
function sharedPassages(blocks: Iterable<readonly { article: number; span: Span }[]>): ReadonlyMap<number, ReadonlyMap<number, Shared>> {
  const shared = new Map<number, Map<number, Shared>>()
  for (const block of blocks) {
    const firsts = block.length > LARGEST_BLOCK ? block.slice(0, 1) : block
    firsts.forEach((a, i) => {
      const counts = shared.get(a.article) ?? new Map<number, Shared>()
      shared.set(a.article, counts)
      for (const b of block.slice(i + 1)) {
        const pair = counts.get(b.article)
        if (pair) pair.count++
        else counts.set(b.article, { count: 1, spans: [a.span, b.span] })
      }
    })
  }
  return shared
}
