import type { Claims } from './claims/claims.ts'
import type { Kept, Past } from './past.ts'
import { linksBefore, type LinksBefore } from './pairs/judged.ts'

/** The groups of claims: for each claim the one that leads its group, and for each group, in the order of their first claims, how many origins are first of it. */
export interface Grouping {
  readonly leader: Uint32Array
  readonly origins: Uint32Array
  /** Targets that one speaker supports and another opposes. */
  readonly contested: readonly string[]
}

/** What an earlier run found, as far as it may stand still. */
export interface Before extends Grouping {
  /** The number that each claim had; -1 of one that is new, or of an article of which something has changed that decides its groups. */
  readonly was: Int32Array
  readonly links: LinksBefore
}

/** What the next run is to know of the groups. */
export const keptGroups = ({ leader, origins, contested }: Grouping): Kept => ({ numbers: { leader, origins }, lists: { contested } })

/** What an earlier run found; `moved` gives the numbers that claims have now, or -1, and `stands` says of an article whether the articles that have its text are the same. */
export function groupsBefore({ kept }: Past, moved: Int32Array, { size, articleOf }: Claims, stands: (article: number) => boolean): Before {
  const was = new Int32Array(size).fill(-1)
  moved.forEach((now, before) => {
    if (now >= 0 && stands(articleOf[now]!)) was[now] = before
  })
  const { leader, origins } = kept.numbers as { readonly leader: Uint32Array; readonly origins: Uint32Array }
  return { leader, origins, contested: kept.lists['contested'] as readonly string[], was, links: linksBefore(kept, moved) }
}
