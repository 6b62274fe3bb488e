import type { ClaimRef, Group, Origin } from '../model/schema.ts'
import type { OriginRow, Support, WrittenGroup } from './data.ts'
import type { CountedGroup } from './facts.ts'
import { groupBy } from '../model/group-by.ts'
import { refKey } from '../model/id.ts'
import { LIKELY } from '../model/confidence.ts'

/** A claim of a group, with its place among the claims of its article and its speakers over the corpus. */
export interface Member {
  readonly ref: ClaimRef
  readonly place: number
  readonly speakers: readonly string[]
  readonly confidence: number
  readonly isUnnamed: boolean
  readonly isChained: boolean
}

/** The row of one group, of which `members` are those claims that an article holds, and what counts of it. */
export function groupRow(group: Group, members: readonly Member[], origins: readonly Origin[], contradictedBy: WrittenGroup['contradictedBy']): { readonly row: WrittenGroup; readonly counted: Omit<CountedGroup, 'of'> } {
  const places = new Map(members.map(({ ref }, place) => [refKey(ref), place]))
  const rows = counted(originRows(members, places, origins), group.support.independent, members)
  const isLikely = (place: number) => members[place]!.confidence >= LIKELY
  const all = [...members.keys()]
  const differs = group.differs.flatMap(({ a, b, kind }) => {
    const [placeA, placeB] = [places.get(refKey(a)), places.get(refKey(b))]
    return placeA === undefined || placeB === undefined ? [] : [{ kind, a: { claim: placeA, exact: a.exact }, b: { claim: placeB, exact: b.exact } }]
  })
  const support = { likely: supportOf(all.filter(isLikely), members, rows), all: supportOf(all, members, rows) }
  const row: WrittenGroup = {
    id: group.id,
    text: group.text,
    claims: members.map(({ ref, place }) => [ref.article, place]),
    speakers: [...new Set(members.flatMap(({ speakers }) => speakers))],
    ...support,
    unnamed: members.every(({ isUnnamed }) => isUnnamed),
    origins: rows,
    contradictedBy,
    differs,
  }
  return { row, counted: { ...support, differs: { likely: differs.some(({ a, b }) => isLikely(a.claim) && isLikely(b.claim)), all: differs.length > 0 } } }
}

function supportOf(places: readonly number[], members: readonly Member[], origins: readonly OriginRow[]): Support {
  const some = new Set(places)
  const counting = origins.filter(({ claims, counts }) => counts && claims.some((claim) => some.has(claim))).length
  return {
    independent: Math.max(counting, Math.min(1, places.length)),
    articles: new Set(places.map((place) => members[place]!.ref.article)).size,
  }
}

/** As many origins count as the links say are independent: first those that somebody is named for. The order stays. */
function counted(origins: readonly Omit<OriginRow, 'counts'>[], independent: number, members: readonly Member[]): readonly OriginRow[] {
  const told = (origin: Omit<OriginRow, 'counts'>) => {
    const claims = origin.claims.map((place) => members[place]!)
    return claims.some(({ isUnnamed, isChained }) => !isUnnamed || isChained) ? 2 : Number(claims.some(({ speakers }) => speakers.length > 0))
  }
  const first = new Set(origins.toSorted((a, b) => told(b) - told(a)).slice(0, independent))
  return origins.map((origin) => ({ claims: origin.claims, counts: first.has(origin), of: origin.of }))
}

/** The components of a group's claims, joined by origins and by article: what is in one counts once. */
function originRows(members: readonly Member[], places: ReadonlyMap<string, number>, origins: readonly Origin[]): Omit<OriginRow, 'counts'>[] {
  const roots = new Map<string, string>()
  const rootOf = (node: string): string => {
    const next = roots.get(node) ?? node
    return next === node ? node : rootOf(next)
  }
  const originsOf = members.map((): Origin[] => [])
  for (const origin of origins) for (const ref of origin.members) originsOf[places.get(refKey(ref)) ?? -1]?.push(origin)
  for (const [place, { ref }] of members.entries()) for (const { id } of originsOf[place]!) roots.set(rootOf(`article ${ref.article}`), rootOf(`origin ${id}`))
  return [...groupBy([...members.keys()], (place) => rootOf(`article ${members[place]!.ref.article}`)).values()].map((claims) => {
    const articles = new Set(claims.map((place) => members[place]!.ref.article))
    return {
      claims,
      of: Array.from(new Set(claims.flatMap((place) => originsOf[place]!)), ({ kind, name, evidence }) => ({
        kind,
        name,
        passages: [...new Set(evidence.filter(({ article }) => articles.has(article)).map(({ exact }) => exact))].slice(0, 3),
      })),
    }
  })
}
