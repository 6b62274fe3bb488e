import { isNickname, NICKNAMES } from '../../lexicon/nicknames.ts'
import { groupBy } from '../../model/group-by.ts'
import { hasArticle, sameSpelling, soundsAlike, surnameKey, transliterated } from './names.ts'
import type { Cluster, Clusters } from './speakers-clusters.ts'
import { agree, conflict, type Named, type Profile } from './speakers-profile.ts'

/** More people than this in a block are told apart by their names alone. */
const LARGEST_BLOCK = 60
/** So many profiles stand for a cluster: the same ones in whatever order it grew. */
const SAMPLE = 12

/**
 * Joins the profiles of people: equal names unless role or nationality tells homonyms apart; within a block of surnames that may be
 * one, forms of one name where no second fits; a surname alone only where title, role or context agree. Who shares a surname and no
 * more stays apart.
 */
export function joinPeople(clusters: Clusters, people: readonly Profile[]): void {
  const full = people.filter((p) => p.words.length > 1)
  for (const same of groupBy(full, (p) => p.folded).values()) joinEqual(clusters, same)
  for (const block of groupBy(full, (p) => surnameKey(surname(p))).values()) joinForms(clusters, block)
  const bearers = groupBy(full, surname)
  for (const [name, bare] of groupBy(people.filter((p) => p.words.length === 1), (p) => p.folded)) {
    const heads = headsOf(clusters, bearers.get(name) ?? [])
    if (heads.length <= LARGEST_BLOCK) joinBare(clusters, bare, heads.map(sample))
    joinLeftBare(clusters, bare)
  }
}

/** One key for people whose surnames may be one. */
export const personKey = (p: Named): string => `person ${surnameKey(p.words.length > 1 ? surname(p) : p.folded)}`

const surname = (p: Named) => p.parts.at(-1)!
const headsOf = (clusters: Clusters, block: readonly Profile[]) => [...new Set(block.map((p) => clusters.of(p)))].sort(byName)

/** Equal names: those that say their field or nationality first, so that those that say nothing join the larger part. */
function joinEqual(clusters: Clusters, same: readonly Profile[]): void {
  if (same.length < 2) return
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

/** Joins the clusters of names that are forms of one where all that fit also fit each other: who could be two people is left alone. */
function joinForms(clusters: Clusters, block: readonly Profile[]): void {
  const heads = headsOf(clusters, block)
  if (heads.length < 2 || heads.length > LARGEST_BLOCK) return
  const samples = heads.map((head) => [...groupBy(sample(head), (p) => p.folded).values()])
  const fits = samples.map((own, i) => new Set(heads.filter((_, j) => i !== j && own.some((x) => samples[j]!.some((y) => areForms(x, y))))))
  const fitOf = new Map(heads.map((head, i) => [head, fits[i]!]))
  for (const [cluster, others] of fitOf) {
    if (![...others].every((a) => [...others].every((b) => a === b || fitOf.get(a)!.has(b)))) continue
    for (const other of others) clusters.join(clusters.of(cluster.profiles[0]!), clusters.of(other.profiles[0]!))
  }
}

/** Whether one of some bearers of a name in full and one of another's, of surnames that may be one, are one person as far as names, titles and company tell. */
function areForms(some: readonly Profile[], others: readonly Profile[]): boolean {
  const fit = namesFit(some[0]!, others[0]!)
  return fit !== 'no' && some.some((a) => others.some((b) => !conflict(a, b) && (fit === 'yes' || agree(a, b))))
}

/** Whether two names in full may be one person's, `agreeing` where title, role or context have to tell. */
function namesFit(a: Profile, b: Profile): 'yes' | 'agreeing' | 'no' {
  const [x, y] = [a.parts, b.parts]
  const [first, other] = [x[0]!, y[0]!]
  if (surname(a) !== surname(b)) {
    const alike = soundsAlike(surname(a), surname(b)) || ([a, b].every((p) => hasArticle(p.words.at(-1)!)) && sameSpelling(surname(a), surname(b)))
    if (alike && (transliterated(first) === transliterated(other) || isNickname(first, other))) return 'yes'
    return first === other && sameSpelling(surname(a), surname(b)) ? 'agreeing' : 'no'
  }
  if (first === other) return x.length === 2 || y.length === 2 || x.every((w) => y.includes(w)) || y.every((w) => x.includes(w)) ? 'yes' : 'no'
  if (isShortFor(first, other) || isShortFor(other, first) || transliterated(first) === transliterated(other)) return 'yes'
  const initial = (first.length === 1 || other.length === 1) && first.charAt(0) === other.charAt(0)
  return initial || nearlyEqual(first, other) ? 'agreeing' : 'no'
}

/** `Bill` for `William`, by the table; `Dan` for `Daniel`. `Ann` and `Anna` are two names. */
const isShortFor = (short: string, long: string) =>
  NICKNAMES.get(long)?.includes(short) === true || (short.length >= 3 && long.length - short.length >= 2 && long.startsWith(short))

const nearlyEqual = (a: string, b: string) => Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a) || sameSpelling(a, b))

function sample(cluster: Cluster): readonly Profile[] {
  if (cluster.profiles.length <= SAMPLE) return cluster.profiles
  return [...cluster.profiles].sort((a, b) => b.described.size - a.described.size || byDescription(a, b)).slice(0, SAMPLE)
}

const nameKey = (cluster: Cluster) => cluster.profiles.map((p) => `${p.folded} ${p.article}\n${p.speaker}`).sort()[0]!
const byName = (a: Cluster, b: Cluster) => (nameKey(a) < nameKey(b) ? -1 : 1)

/** A surname alone joins the one bearer whose role agrees. */
function joinBare(clusters: Clusters, bare: readonly Profile[], bearers: readonly (readonly Profile[])[]): void {
  for (const profile of bare) {
    const agreeing = bearers.filter((some) => some.some((p) => agree(p, profile)))
    if (agreeing.length === 1) clusters.join(clusters.of(agreeing[0]![0]!), clusters.of(profile))
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
