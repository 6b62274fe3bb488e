import { distance } from 'fastest-levenshtein'
import { NICKNAMES } from '../../lexicon/nicknames.ts'
import type { Cluster, Clusters } from './speakers-clusters.ts'
import { agree, conflict, type Profile } from './speakers-profile.ts'

/**
 * Joins the profiles of people: equal names unless role or nationality tells homonyms apart; middle names left out;
 * initials, nicknames and misspellings only where title, role or context agree; a surname alone where one person bears it.
 */
export function joinPeople(clusters: Clusters, people: readonly Profile[]): void {
  const full = people.filter((p) => p.words.length > 1)
  for (const same of groupBy(full, (p) => p.folded).values()) joinEqual(clusters, same)
  for (const block of groupBy(full, surname).values()) joinVariants(clusters, block)
  for (const block of groupBy(full, (p) => skeleton(surname(p))).values()) joinMisspelled(clusters, block)
  const bearers = groupBy(full, surname)
  for (const [name, bare] of groupBy(people.filter((p) => p.words.length === 1), (p) => p.folded)) {
    joinBare(clusters, bare, bearers.get(name) ?? [])
    joinLeftBare(clusters, bare)
  }
}

const surname = (p: Profile) => p.words.at(-1)!

/** Equal names: those that say their field or nationality first, so that those that say nothing join the larger part. */
function joinEqual(clusters: Clusters, same: readonly Profile[]): void {
  const telling = same.filter((p) => p.fields.size > 0 || p.nationalities.size > 0).sort(byDescription)
  const parts: Profile[] = []
  for (const profile of telling) {
    const part = parts.find((first) => !clusters.of(first).profiles.slice(0, SAMPLE).some((other) => conflict(other, profile)))
    if (!part || !clusters.join(clusters.of(part), clusters.of(profile))) parts.push(profile)
  }
  const largest = [...parts].sort((a, b) => clusters.of(b).profiles.length - clusters.of(a).profiles.length || byDescription(a, b))[0]
  const silent = same.filter((p) => p.fields.size === 0 && p.nationalities.size === 0)
  const home = largest ?? silent[0]
  for (const profile of silent) if (home && profile !== home) clusters.join(clusters.of(home), clusters.of(profile))
}

const byDescription = (a: Profile, b: Profile) => (descriptionKey(a) < descriptionKey(b) ? -1 : 1)
const descriptionKey = (p: Profile) => `${[...p.fields].sort().join()} ${[...p.nationalities].sort().join()} ${p.article}\n${p.speaker}`

/** Names of one surname whose given names are variants of each other. */
function joinVariants(clusters: Clusters, block: readonly Profile[]): void {
  joinPairs(clusters, block, (a, b) => {
    const like = givenNames(a.words, b.words)
    return like === 'same' ? !conflict(a, b) : like === 'variant' && agree(a, b)
  })
}

/** Names whose surnames are a letter or two apart and whose given names are equal. */
function joinMisspelled(clusters: Clusters, block: readonly Profile[]): void {
  joinPairs(clusters, block, (a, b) => {
    const [x, y] = [surname(a), surname(b)]
    if (x === y || a.words[0] !== b.words[0]) return false
    return distance(x, y) <= (Math.min(x.length, y.length) >= 7 ? 2 : 1) && agree(a, b)
  })
}

/** Joins the clusters of like names where exactly one other fits: who could be two people is left alone. */
function joinPairs(clusters: Clusters, block: readonly Profile[], fits: (a: Profile, b: Profile) => boolean): void {
  const heads = [...new Set(block.map((p) => clusters.of(p)))].sort(byName)
  const wanted = heads.map((cluster) => heads.filter((other) => other !== cluster && anyFits(cluster, other, fits)))
  const all = heads.map((cluster, i) => [cluster, wanted[i]!] as const)
  for (const [cluster, others] of all) {
    const compatible = others.every((a) => others.every((b) => a === b || anyFits(a, b, fits)))
    if (compatible) for (const other of others) clusters.join(clusters.of(cluster.profiles[0]!), clusters.of(other.profiles[0]!))
  }
}

const SAMPLE = 12

function anyFits(a: Cluster, b: Cluster, fits: (x: Profile, y: Profile) => boolean): boolean {
  return sample(a).some((x) => sample(b).some((y) => fits(x, y) || fits(y, x)))
}

/** A few profiles that stand for a cluster: the same ones in whatever order it grew. */
function sample(cluster: Cluster): readonly Profile[] {
  if (cluster.profiles.length <= SAMPLE) return cluster.profiles
  return [...cluster.profiles].sort((a, b) => b.described.size - a.described.size || byDescription(a, b)).slice(0, SAMPLE)
}

const nameKey = (cluster: Cluster) => cluster.profiles.map((p) => `${p.folded} ${p.article}\n${p.speaker}`).sort()[0]!
const byName = (a: Cluster, b: Cluster) => (nameKey(a) < nameKey(b) ? -1 : 1)

function givenNames(a: readonly string[], b: readonly string[]): 'same' | 'variant' | null {
  const [x, y] = [a[0]!, b[0]!]
  if (x === y) return a.length === 2 || b.length === 2 || a.every((w) => b.includes(w)) || b.every((w) => a.includes(w)) ? 'same' : null
  if (x.length === 1 || y.length === 1) return x.charAt(0) === y.charAt(0) ? 'variant' : null
  if (NICKNAMES.get(x)?.includes(y) || NICKNAMES.get(y)?.includes(x)) return 'variant'
  if (Math.min(x.length, y.length) >= 3 && (x.startsWith(y) || y.startsWith(x))) return 'variant'
  return Math.min(x.length, y.length) >= 3 && distance(x, y) === 1 ? 'variant' : null
}

/** A surname alone: the one person who bears it, unless the roles conflict; of several the one whose role agrees. */
function joinBare(clusters: Clusters, bare: readonly Profile[], bearers: readonly Profile[]): void {
  const candidates = [...new Set(bearers.map((p) => clusters.of(p)))].map(sample)
  for (const profile of bare) {
    const agreeing = candidates.filter((some) => some.some((p) => agree(p, profile)))
    const fitting = agreeing.length > 0 ? agreeing : candidates.filter((some) => !some.some((p) => conflict(p, profile)))
    const sure = agreeing.length === 1 || (fitting.length === 1 && candidates.length === 1)
    if (sure) clusters.join(clusters.of(fitting[0]![0]!), clusters.of(profile))
  }
}

/** Surnames that no article gives in full join each other where the roles agree. */
function joinLeftBare(clusters: Clusters, same: readonly Profile[]): void {
  const heads: Profile[] = []
  for (const profile of same) {
    if (clusters.of(profile).profiles.some((p) => p.words.length > 1)) continue
    const home = heads.slice(0, SAMPLE).find((p) => agree(p, profile))
    if (home) clusters.join(clusters.of(home), clusters.of(profile))
    else heads.push(profile)
  }
}

/** Spellings of one consonant, and what is written in many ways or not at all. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/[^a-z]/g, ''],
  [/ck|q/g, 'k'],
  [/ph/g, 'f'],
  [/[aeiouyhj]/g, ''],
  [/z/g, 's'],
  [/w/g, 'v'],
]

/** What is left of a surname in whatever spelling: its first letter and its consonants, each once. */
function skeleton(name: string): string {
  let rest = name.slice(1)
  for (const [from, to] of SPELLINGS) rest = rest.replace(from, to)
  return name.charAt(0) + rest.replace(/(.)\1+/g, '$1')
}

/** Groups in order of first appearance. */
export function groupBy<T>(list: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of list) {
    const k = key(item)
    const group = groups.get(k)
    if (group) group.push(item)
    else groups.set(k, [item])
  }
  return groups
}
