import type { Group } from '../model/schema.ts'
import { type CountedClaim, type GroupRow, type OriginRow, type Support } from './data.ts'
import type { Joined } from './joined.ts'
import { groupBy } from '../model/group-by.ts'
import { LIKELY } from '../model/confidence.ts'

/** A group's claims, by place and row. */
type Member = readonly [place: number, row: CountedClaim]

/**
 * The row of one group.
 * @param placeOf gives a claim's place among all claims, or undefined where no article holds it.
 */
export function groupRow(group: Group, index: number, joined: Joined, claims: readonly CountedClaim[], placeOf: (article: string, claim: string) => number | undefined, indexOf: ReadonlyMap<string, number>): GroupRow {
  const members = group.members.flatMap(({ article, claim }): Member[] => {
    const place = placeOf(article, claim)
    const row = place === undefined ? undefined : claims[place]
    return place === undefined || row === undefined ? [] : [[place, row]]
  })
  const origins = counted(originRows(group, members, joined, placeOf), group.support.independent, claims)
  const unlikely = new Set(members.flatMap(([place, { confidence }]) => (confidence < LIKELY ? [place] : [])))
  return {
    id: group.id,
    text: group.text,
    claims: members.map(([place]) => place),
    speakers: [...new Set(members.flatMap(([, { speakers }]) => speakers))],
    likely: supportOf(members.filter(([place]) => !unlikely.has(place)), origins),
    all: supportOf(members, origins),
    unnamed: members.every(([, { unnamed }]) => unnamed),
    origins,
    contradictedBy: group.contradictedBy.flatMap((id) => {
      const other = indexOf.get(id)
      return other === undefined ? [] : [{ group: other, ...joined.contradiction(index, other) }]
    }),
    differs: group.differs.flatMap(({ a, b, kind }) => {
      const [placeA, placeB] = [placeOf(a.article, a.claim), placeOf(b.article, b.claim)]
      return placeA === undefined || placeB === undefined ? [] : [{ kind, a: { claim: placeA, exact: a.exact }, b: { claim: placeB, exact: b.exact } }]
    }),
  }
}

function supportOf(members: readonly Member[], origins: readonly OriginRow[]): Support {
  const places = new Set(members.map(([place]) => place))
  const counting = origins.filter(({ claims, counts }) => counts && claims.some((claim) => places.has(claim))).length
  return {
    independent: Math.max(counting, Math.min(1, members.length)),
    articles: new Set(members.map(([, { article }]) => article)).size,
  }
}

/** As many origins count as the links say are independent: first those that somebody is named for. The order stays. */
function counted(origins: readonly Omit<OriginRow, 'counts'>[], independent: number, claims: readonly CountedClaim[]): readonly OriginRow[] {
  const told = (origin: Omit<OriginRow, 'counts'>) => {
    const rows = origin.claims.flatMap((place) => claims[place] ?? [])
    return rows.some(({ unnamed, chained }) => !unnamed || chained) ? 2 : Number(rows.some(({ speakers }) => speakers.length > 0))
  }
  const first = new Set(origins.toSorted((a, b) => told(b) - told(a)).slice(0, independent))
  return origins.map((origin) => ({ claims: origin.claims, counts: first.has(origin), of: origin.of }))
}

/** The components of a group's claims, joined by origins and by article: what is in one counts once. */
function originRows(group: Group, members: readonly Member[], joined: Joined, placeOf: (article: string, claim: string) => number | undefined): Omit<OriginRow, 'counts'>[] {
  const roots = new Map<string, string>()
  const rootOf = (node: string): string => {
    const next = roots.get(node) ?? node
    return next === node ? node : rootOf(next)
  }
  const own = new Set(members.map(([place]) => place))
  const refs = group.members.filter(({ article, claim }) => own.has(placeOf(article, claim) ?? -1))
  for (const ref of refs) for (const origin of joined.originsOf(ref)) roots.set(rootOf(`article ${ref.article}`), rootOf(`origin ${origin}`))
  return [...groupBy(refs, ({ article }) => rootOf(`article ${article}`)).values()].map((component) => {
    const origins = new Set(component.flatMap((ref) => joined.originsOf(ref)))
    const articles = new Set(component.map(({ article }) => article))
    return {
      claims: component.flatMap(({ article, claim }) => placeOf(article, claim) ?? []),
      of: Array.from(origins, (origin) => joined.readOrigin(origin)).map(({ kind, name, evidence }) => ({
        kind,
        name,
        passages: [...new Set(evidence.filter(({ article }) => articles.has(article)).map(({ exact }) => exact))].slice(0, 3),
      })),
    }
  })
}
