import { GrowingLists, type Lists } from '../../model/columns.ts'
import { groupBy } from '../../model/group-by.ts'
import type { Kept, Past } from '../past.ts'
import { LARGEST_BLOCK } from './copies.ts'
import { HashMarks, markGone, sharedHashes, type PassageColumns, type PassageTexts } from './passage-columns.ts'

/** A hash that more than {@link LARGEST_BLOCK} articles have (of a slogan, a footer). */
export interface Slogan {
  readonly hash: number
  /** Whether they have it of different passages, or some could not be read: chance, or damage. */
  readonly mixed: boolean
  /** The passages that more than {@link LARGEST_BLOCK} articles share: of each the key and the first article. */
  readonly firsts: readonly (readonly [key: string, first: number])[]
}

/** What is to be compared. */
export interface Reached {
  /** By article: 1 where it may share passages with others otherwise than before; all without a past. */
  readonly reached: Uint8Array
  /** Places of articles that share a hash, in order; those of more than {@link LARGEST_BLOCK} share the passage, with the first only. All that hold a reached article are here. */
  readonly blocks: Lists<Uint32Array>
  /** All there are, by hash. */
  readonly slogans: ReadonlyMap<number, Slogan>
}

/** What {@link reachedBy} finds of them in the next run. */
export const keptSlogans = (slogans: Reached['slogans']): Kept['lists'] => ({ familiesSlogans: [...slogans.values()] })

/**
 * The articles that a change reaches: those that are new or have changed, those that hold a passage which became or ceased to be one that is compared
 * with the first only, and the first where it is another. All pairs of other articles share what they shared before.
 */
export function reachedBy(past: Past | null, columns: PassageColumns, texts: PassageTexts): Reached {
  const articles = columns.from.length - 1
  const reached = new Uint8Array(articles)
  if (past === null) return { reached: reached.fill(1), ...look({ columns, texts, marks: null, before: new Map(), stood: () => false }) }
  const marks = new HashMarks()
  const reach = (article: number) => {
    reached[article] = 1
    marks.addAll(columns.hash.subarray(columns.from[article], columns.from[article + 1]))
  }
  const before = slogansIn(past)
  markGone(marks, past)
  for (const { hash, mixed } of before.values()) if (mixed) marks.add(hash)
  for (let i = 0; i < articles; i++) if (past.was[i]! < 0) reach(i)
  for (;;) {
    const seen = look({ columns, texts, marks, before, stood: (article) => past.was[article]! >= 0 })
    const more = seen.turned.filter((article) => reached[article] === 0)
    if (more.length === 0) return { reached, ...seen }
    more.forEach(reach)
  }
}

/** The slogans that there were, with the numbers that their articles have now, or -1. */
function slogansIn({ kept, now }: Past): ReadonlyMap<number, Slogan> {
  const slogans = kept.lists['familiesSlogans'] as readonly Slogan[]
  return new Map(slogans.map(({ hash, mixed, firsts }) => [hash, { hash, mixed, firsts: firsts.map(([key, first]) => [key, now[first]!] as const) }]))
}

interface Sight {
  readonly columns: PassageColumns
  readonly texts: PassageTexts
  readonly marks: HashMarks | null
  readonly before: ReadonlyMap<number, Slogan>
  /** Whether an article is as it was. */
  readonly stood: (article: number) => boolean
}

/** Looks at the marked hashes; `turned` are the articles for which it matters that a slogan is other than before. Reads articles that share one which is new, and those that did not stand. */
function look({ columns, texts, marks, before, stood }: Sight): Omit<Reached, 'reached'> & { readonly turned: readonly number[] } {
  const blocks = new GrowingLists<Uint32Array>(Uint32Array)
  const slogans = new Map([...before].filter(([hash]) => marks !== null && !marks.has(hash)))
  const turned: number[] = []
  for (const places of sharedHashes(columns, marks)) {
    const hash = columns.hash[places[0]!]!
    const was = before.get(hash)
    const known = was === undefined || was.mixed ? null : was.firsts[0]![0]
    const parts = places.length > LARGEST_BLOCK ? groupBy([...places], (place) => (known !== null && stood(columns.owner[place]!) ? known : texts.keyAt(place))) : null
    const is = parts && sloganOf(hash, parts, columns)
    if (is !== null) slogans.set(hash, is)
    for (const block of parts?.values() ?? [places]) blocks.add(block)
    if (was !== undefined && is !== null && !was.mixed && !is.mixed) {
      const [first, now] = [was.firsts[0]![1], is.firsts[0]![1]]
      if (first !== now) turned.push(...(first < 0 ? [now] : [first, now]))
    } else if (was !== undefined || is !== null) for (const place of places) turned.push(columns.owner[place]!)
  }
  return { blocks: blocks.lists, slogans, turned }
}

/** A slogan by the places of each of its passages. */
function sloganOf(hash: number, parts: ReadonlyMap<string, readonly number[]>, { owner }: PassageColumns): Slogan {
  const large = [...parts].filter(([, places]) => places.length > LARGEST_BLOCK)
  return { hash, mixed: parts.size > 1 || parts.has(''), firsts: large.map(([key, places]) => [key, owner[places[0]!]!]) }
}
