import type { Link } from '../../model/schema.ts'
import type { LinkInput } from '../input.ts'
import type { ClaimRow } from '../row.ts'

/** Pairs of claims, by number, that a person holds apart. */
export interface ApartPairs {
  readonly same: readonly (readonly [number, number])[]
  readonly contradicts: readonly (readonly [number, number])[]
}

/** What the inputs hold apart, by the numbers of the rows; a pair of which one claim is not there is left. */
export function apartPairs(inputs: readonly LinkInput[], rows: readonly ClaimRow[]): ApartPairs {
  const pairs: { same: [number, number][]; contradicts: [number, number][] } = { same: [], contradicts: [] }
  if (inputs.every(({ apart = [] }) => apart.length === 0)) return pairs
  const numberOf = new Map(rows.map((row, n) => [`${row.article}\n${row.claim.id}`, n]))
  for (const { article, apart = [] } of inputs)
    for (const { claim, other, verdict } of apart) {
      const [a, b] = [numberOf.get(`${article}\n${claim}`), numberOf.get(`${other.article}\n${other.claim}`)]
      if (a !== undefined && b !== undefined) pairs[verdict === 'not-same' ? 'same' : 'contradicts'].push([a, b])
    }
  return pairs
}

/** The links without those between claims that are held apart. */
export function withoutApart<T extends { readonly a: number; readonly b: number; readonly type: Link['type'] }>(links: readonly T[], { same, contradicts }: ApartPairs): readonly T[] {
  if (same.length + contradicts.length === 0) return links
  const held = { same: new Set(same.map(([a, b]) => key(a, b))), contradicts: new Set(contradicts.map(([a, b]) => key(a, b))) }
  return links.filter(({ a, b, type }) => !held[type === 'contradicts' ? 'contradicts' : 'same'].has(key(a, b)))
}

const key = (a: number, b: number) => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** The groups (each claim's leader) where no two claims are in one that a person holds apart, or that contradict each other: of such two, the one that does not lead leaves. */
export function leaveApart(leader: Int32Array, pairs: readonly (readonly [number, number])[]): Int32Array {
  const leaders = leader.slice()
  for (const [a, b] of pairs) {
    if (leaders[a] !== leaders[b]) continue
    const leaving = leaders[b] === b ? a : b
    leaders[leaving] = leaving
  }
  return leaders
}
