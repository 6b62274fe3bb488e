import type { Origin } from '../../model/schema.ts'
import type { Traced } from './origins.ts'
import { Sets } from './sets.ts'

/**
 * The origins of all groups. One report, or one credit, that an article passes on in claims of several groups is one origin of them all.
 * `idOf` gives the id that an origin of a group goes by now.
 */
export function mergeReports(groups: readonly Pick<Traced, 'origins' | 'reports'>[]): { readonly origins: readonly Origin[]; readonly idOf: (id: string) => string } {
  const all = groups.flatMap(({ origins, reports }) => origins.map((origin, i) => ({ origin, keys: reports[i]! })))
  const sets = new Sets(all.length)
  sets.joinByKey((i) => all[i]!.keys)
  const renamed = new Map<string, string>()
  const origins = sets.all().map((members) => {
    const [first, ...others] = members.map((i) => all[i]!.origin) as [Origin, ...Origin[]]
    for (const { id } of others) renamed.set(id, first.id)
    return others.length === 0 ? first : { ...first, members: unique([first, ...others].flatMap((each) => each.members), ({ article, claim }) => `${article}\n${claim}`), evidence: unique([first, ...others].flatMap((each) => each.evidence), ({ article, start }) => `${article}\n${start}`) }
  })
  return { origins, idOf: (id) => renamed.get(id) ?? id }
}

const unique = <T>(list: readonly T[], keyOf: (item: T) => string): T[] => [...new Map(list.map((item) => [keyOf(item), item])).values()]
