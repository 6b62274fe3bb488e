import { fold } from '../../lexicon/gazetteer.ts'
import type { Config } from '../../model/config.ts'
import type { Profile } from './speakers-profile.ts'
import { addTo } from '../../model/group-by.ts'

/** Profiles held for one speaker; grows by union. */
export interface Cluster {
  profiles: Profile[]
  readonly names: Set<string>
  /** Name that the configuration gives, if it does. */
  given: string | null
}

/** Clusters that can be joined, except where the configuration forbids it. */
export interface Clusters {
  /** The cluster that a profile is in now. */
  readonly of: (profile: Profile) => Cluster
  /** Joins two clusters; false if some pair of their names must never merge. */
  readonly join: (a: Cluster, b: Cluster) => boolean
  readonly all: () => readonly Cluster[]
}

/** Every profile in a cluster of its own, to begin with. */
export function createClusters(profiles: readonly Profile[], config: Config): Clusters {
  const byProfile = new Map<Profile, Cluster>()
  for (const profile of profiles) byProfile.set(profile, { profiles: [profile], names: new Set([profile.folded]), given: null })
  const never = neverMerged(config)
  const forbidden = (a: Cluster, b: Cluster) => {
    for (const name of a.names) for (const other of never.get(name) ?? []) if (b.names.has(other)) return true
    return a.given !== null && b.given !== null && a.given !== b.given
  }
  const join = (a: Cluster, b: Cluster): boolean => {
    if (a === b) return true
    if (forbidden(a, b)) return false
    const [into, from] = a.profiles.length >= b.profiles.length ? [a, b] : [b, a]
    into.given ??= from.given
    for (const name of from.names) into.names.add(name)
    for (const profile of from.profiles) {
      into.profiles.push(profile)
      byProfile.set(profile, into)
    }
    return true
  }
  return { of: (profile) => byProfile.get(profile)!, join, all: () => [...new Set(byProfile.values())] }
}

function neverMerged(config: Config): ReadonlyMap<string, readonly string[]> {
  const never = new Map<string, string[]>()
  for (const [a, b] of config.neverMerge) {
    addTo(never, fold(a), fold(b))
    addTo(never, fold(b), fold(a))
  }
  return never
}
