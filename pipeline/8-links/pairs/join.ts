import { columnOf, newColumn } from '../../model/columns.ts'
import type { JudgedPair } from '../row.ts'
import { leaveApart } from './apart.ts'
import { edgesByNumber, groupByLongest, longestFirst, type EdgesByNumber } from './groups.ts'

/** Links make groups from this confidence on: cross-validated over the development events, more than half are right from there (88 of 105), and 2 of 5 below. */
const LEAST_LINK = 0.4
/** Two groups become one where at least this share of the pairs of their claims, of different articles, is linked (average linkage). */
const LINKED = 0.5
/** Larger groups are copies of one text around its longest, linked with that one only: they are left as they are. */
const LARGEST = 40

/** What is grouped: claims by their numbers, in order. */
export interface Groupable {
  /** What tells the article of each from others. */
  readonly articleOf: ArrayLike<number | string>
  /** In the order in which they may lead, see {@link leadingOrder}. */
  readonly longest: Uint32Array
  /** For each claim the claim that it goes with in any case, or itself. */
  readonly copyOf: Int32Array
  /** They are gone through more than once. */
  readonly links: Iterable<Pick<JudgedPair, 'a' | 'b' | 'type' | 'confidence'>>
  /** Pairs that a person holds apart. */
  readonly apart: readonly (readonly [number, number])[]
}

/** The numbers of claims in the order in which they may lead a group: those that are likelier right than not first, of these the longest. */
export function leadingOrder(lengths: ArrayLike<number>, isLikely: (claim: number) => boolean): Uint32Array {
  const order = longestFirst(lengths)
  const others = newColumn(Uint32Array, order.length)
  let [first, other] = [0, 0]
  for (let i = 0; i < order.length; i++) {
    const claim = order[i]!
    if (isLikely(claim)) order[first++] = claim
    else others[other++] = claim
  }
  order.set(others.subarray(0, other), first)
  return order
}

/**
 * Joins claims into groups by their likely same-* links: each with the longest that it is linked to ({@link groupByLongest}), then groups with one another
 * ({@link joinGroups}). What is held apart, or contradicts each other, is never in one group. Gives for each claim the one that leads its group.
 */
export function groupClaims({ articleOf, longest, copyOf, links, apart }: Groupable): Int32Array {
  const linked = edgesByNumber(longest.length, (add) => {
    for (const { a, b, type, confidence } of links) if (type !== 'contradicts' && confidence >= LEAST_LINK) add(copyOf[a]!, copyOf[b]!, confidence)
  })
  const contradicting: (readonly [number, number])[] = []
  for (const { a, b, type } of links) if (type === 'contradicts') contradicting.push([a, b])
  const against = new Set(contradicting.flatMap(([a, b]) => [pairKey(copyOf[a]!, copyOf[b]!), pairKey(copyOf[b]!, copyOf[a]!)]))
  const leader = joinGroups(groupByLongest(longest, linked), linked, { articleOf, longest, against })
  return leaveApart(columnOf(Int32Array, leader.length, (claim) => leader[copyOf[claim]!]!), [...apart, ...contradicting])
}

/** What joining needs to know of a claim, by its number. */
interface Joinable extends Pick<Groupable, 'articleOf' | 'longest'> {
  /** Pairs that contradict each other, by {@link pairKey}, both ways. */
  readonly against: ReadonlySet<number>
}

/**
 * Joins groups (each claim's leader) that are one by most of their links, and that do not contradict each other; the longest text leads.
 * So two texts that share little are in one group where what others say holds both. Changes `leader` and gives it back.
 */
function joinGroups(leader: Int32Array, { from, to }: EdgesByNumber, { articleOf, longest, against }: Joinable): Int32Array {
  const members = new Members(leader)
  const rank = newColumn(Int32Array, leader.length)
  const met = newColumn(Uint32Array, leader.length) // in which round of links: some claims are linked twice
  let round = 0
  longest.forEach((claim, i) => (rank[claim] = i))
  for (let n = 0; n < longest.length; n++) {
    const lead = longest[n]!
    if (leader[lead] !== lead || !isLinkedOut(lead)) continue
    const own = members.of(lead)
    for (let other = closestTo(lead, own); other !== undefined; other = closestTo(lead, own)) {
      const joining = members.of(other)
      for (const claim of joining) leader[claim] = lead
      own.push(...joining)
      members.join(lead, other)
    }
  }
  return leader

  /** Whether a link leads out of a group. */
  function isLinkedOut(lead: number): boolean {
    let claim = lead
    do {
      for (let i = from[claim]!; i < from[claim + 1]!; i++) if (leader[to[i]!] !== lead) return true
      claim = members.next(claim)
    } while (claim !== lead)
    return false
  }

  /** The group behind this one in order that most is linked with, if enough is. */
  function closestTo(lead: number, own: readonly number[]): number | undefined {
    const links = new Map<number, number>()
    for (const claim of own) {
      round++
      for (let i = from[claim]!; i < from[claim + 1]!; i++) {
        const linked = to[i]!
        if (met[linked] === round) continue
        met[linked] = round
        const other = leader[linked]!
        if (rank[other]! > rank[lead]!) links.set(other, (links.get(other) ?? 0) + 1)
      }
    }
    let [closest, most]: [number | undefined, number] = [undefined, 0]
    for (const [other, count] of links) {
      const share = own.length + members.count(other) > LARGEST ? 0 : shareOf(count, own, members.of(other))
      if (share < LINKED || share < most || (share === most && rank[other]! > rank[closest!]!)) continue
      closest = other
      most = share
    }
    return closest
  }

  function shareOf(links: number, own: readonly number[], others: readonly number[]): number {
    let pairs = 0
    for (const a of own) for (const b of others) {
      if (against.has(pairKey(a, b))) return 0
      if (articleOf[a] !== articleOf[b]) pairs++
    }
    return links / pairs
  }
}

const pairKey = (a: number, b: number) => a * 0x4000000 + b

/** The members of groups that are joined two by two, by who leads them: rings in a column. */
class Members {
  readonly #next: Int32Array
  readonly #count: Int32Array

  constructor(leader: Int32Array) {
    this.#next = columnOf(Int32Array, leader.length, (n) => n)
    this.#count = newColumn(Int32Array, leader.length).fill(1)
    leader.forEach((lead, claim) => lead !== claim && this.join(lead, claim))
  }

  /** The member behind another, around and around. */
  next(claim: number): number {
    return this.#next[claim]!
  }

  count(lead: number): number {
    return this.#count[lead]!
  }

  /** Those of a group, in whatever order. */
  of(lead: number): number[] {
    const members = [lead]
    for (let claim = this.#next[lead]!; claim !== lead; claim = this.#next[claim]!) members.push(claim)
    return members
  }

  /** Joins one group to another, which leads from now on. */
  join(lead: number, other: number): void {
    const next = this.#next
    ;[next[lead], next[other]] = [next[other]!, next[lead]!]
    this.#count[lead]! += this.#count[other]!
  }
}
