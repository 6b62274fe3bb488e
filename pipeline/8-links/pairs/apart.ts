import { copied } from '../../model/columns.ts'
import type { Claims } from '../claims/claims.ts'
import type { Link } from '../../model/schema.ts'

/** Pairs of claims, by number, that a person holds apart. */
export interface ApartPairs {
  readonly same: readonly (readonly [number, number])[]
  readonly contradicts: readonly (readonly [number, number])[]
}

/** What articles hold apart; a pair of which one claim is not there is left. */
export function apartPairs(claims: Claims): ApartPairs {
  const pairs: { same: [number, number][]; contradicts: [number, number][] } = { same: [], contradicts: [] }
  const holding = claims.articles.flatMap((source) => source.apart().map((each) => ({ ...each, article: source.article })))
  if (holding.length === 0) return pairs
  const numberOf = new Map(claims.articles.map(({ article }, i) => [article, i]))
  const claimOf = (article: string, id: string) => {
    const number = numberOf.get(article)
    const place = number === undefined ? -1 : claims.rowsIn(number).findIndex(({ claim }) => claim.id === id)
    return place < 0 ? undefined : claims.columns.from[number!]! + place
  }
  for (const { article, claim, other, verdict } of holding) {
    const [a, b] = [claimOf(article, claim), claimOf(other.article, other.claim)]
    if (a !== undefined && b !== undefined) pairs[verdict === 'not-same' ? 'same' : 'contradicts'].push([a, b])
  }
  return pairs
}

/** Which links are between claims that are held apart; null where none is. */
export function linksApart({ same, contradicts }: ApartPairs): ((link: { readonly a: number; readonly b: number; readonly type: Link['type'] }) => boolean) | null {
  if (same.length + contradicts.length === 0) return null
  const held = { same: new Set(same.map(([a, b]) => key(a, b))), contradicts: new Set(contradicts.map(([a, b]) => key(a, b))) }
  return ({ a, b, type }) => held[type === 'contradicts' ? 'contradicts' : 'same'].has(key(a, b))
}

const key = (a: number, b: number) => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** The groups (each claim's leader) where no two claims are in one that a person holds apart, or that contradict each other: of such two, the one that does not lead leaves. */
export function leaveApart(leader: Int32Array, pairs: readonly (readonly [number, number])[]): Int32Array {
  const leaders = copied(leader)
  for (const [a, b] of pairs) {
    if (leaders[a] !== leaders[b]) continue
    const leaving = leaders[b] === b ? a : b
    leaders[leaving] = leaving
  }
  return leaders
}
