import { fold, known } from '../../lexicon/gazetteer.ts'
import type { Config } from '../../model/config.ts'
import { shortHash } from '../../model/id.ts'
import type { Links, RegisteredSpeaker, Speaker } from '../../model/schema.ts'
import { createClusters, type Cluster, type Clusters } from './speakers-clusters.ts'
import { addTo, groupBy, sortedBy } from '../../model/group-by.ts'
import { wordsOf } from './names.ts'
import { joinPeople, personKey } from './speakers-people.ts'
import { companyOf, profileOf, type Named, type Profile } from './speakers-profile.ts'

type Registry = Links['speakers']
type Input = { readonly article: string; readonly speakers: readonly Speaker[] }

/**
 * The registry of speakers over all articles. People join by name, with misspellings and short forms where title, role
 * or context agree, never homonyms; bodies, countries and outlets join by any of their known names or by acronym; unnamed
 * speakers and descriptions stay with their article. The configuration's names come first, its `neverMerge` last.
 * The same for every order of the articles; cost grows with the number of speakers.
 */
export function mergeSpeakers(articles: readonly Input[], config: Config): Registry {
  return mergeProfiles(articles.flatMap(profilesOf), config)
}

/** An entry of the registry, and the profiles of its members in the order of these. */
interface Merged {
  readonly entry: RegisteredSpeaker
  readonly members: readonly Profile[]
}

/** The registry of some profiles: of all, or of those that {@link speakerKeys} joins. Their order does not matter. */
export const mergeProfiles = (unordered: readonly Profile[], config: Config): Registry => mergedOf(unordered, config).map(({ entry }) => entry)

/** As {@link mergeProfiles}, with who the members are. */
export function mergedOf(unordered: readonly Profile[], config: Config): readonly Merged[] {
  const profiles = sortedBy(unordered, refKey)
  const clusters = createClusters(profiles, config)
  joinConfigured(clusters, profiles, config)
  const named = profiles.filter((p) => isNamed(p))
  for (const same of groupBy(named.filter((p) => p.kind !== 'person'), bodyKey).values()) joinAll(clusters, same)
  joinAcronyms(clusters, named)
  joinPeople(clusters, named.filter((p) => p.kind === 'person'))
  return entriesOf(clusters.all()).sort((a, b) => (isBefore(a.entry, b.entry) ? -1 : 1))
}

/** What tells where an entry stands in the registry. */
export type Ordered = Pick<RegisteredSpeaker, 'id' | 'name'>

/** Whether one entry stands before another in the registry: by name, then by id. */
export const isBefore = (a: Ordered, b: Ordered): boolean => a.name < b.name || (a.name === b.name && a.id < b.id)

/** The profiles of an article's speakers. */
export function profilesOf({ article, speakers }: Input): readonly Profile[] {
  const company = companyOf(speakers)
  return speakers.map((speaker) => profileOf(article, speaker, company))
}

/** Of each configuration, by folded name, the keys of the speakers that it gives the name to. */
const GIVEN = new WeakMap<Config, ReadonlyMap<string, readonly string[]>>()

function givenKeys(config: Config): ReadonlyMap<string, readonly string[]> {
  const had = GIVEN.get(config)
  if (had) return had
  const keys = new Map<string, string[]>()
  for (const { name, aliases } of config.speakers) for (const alias of new Set([name, ...aliases].map(fold))) addTo(keys, alias, `given ${name}`)
  GIVEN.set(config, keys)
  return keys
}

/** Keys of a speaker: whoever may be joined with it shares one, or is joined with another who does. Unnamed speakers have none. */
export function speakerKeys(p: Named, config: Config): readonly string[] {
  const given = p.kind === 'anonymous' ? [] : (givenKeys(config).get(p.folded) ?? [])
  if (!isNamed(p)) return given
  if (p.kind === 'person') return [...given, personKey(p)]
  const initials = isAcronym(p) ? p.folded : p.words.length > 1 && isBody(p) ? initialsOf(p) : ''
  return [...given, `body ${bodyKey(p)}`, ...(/^\S{3,12}$/.test(initials) ? [`initials ${initials}`] : [])]
}

const refKey = (p: Profile) => `${p.folded}\n${p.article}\n${p.speaker}`

/** Whether a speaker has a name of its own: not `anonymous`, not a description such as `the company` or `a poll`. */
function isNamed(p: Named): boolean {
  if (p.kind === 'anonymous') return false
  if (p.kind === 'group') return p.words.some((word) => known(word) !== undefined) || /^\p{Lu}.*\s\p{Lu}/u.test(p.name)
  return /^[\p{Lu}\d]/u.test(p.name) || known(p.folded) !== undefined
}

/** The end of a site's address, which its name is written with or without: `Norby Herald`, `NorbyHerald.com`. */
const SITE = /\.(?:com|org|net|co\.\p{L}{2})$/u

/** One key for all names of a body: its known full name, `trump administration` however its owner is put, a site's name however its words are joined. */
function bodyKey(p: Named): string {
  const folded = p.folded.replace(SITE, '')
  const found = known(folded)
  if (found) return `${found.kind === 'capital' ? 'country' : found.kind} ${found.key}`
  const words = wordsOf(folded).map((word) => word.replace(/'s?$/, ''))
  if (/^(administration|campaign|camp)$/.test(words.at(-1)!) && words.length > 1) return words.slice(-2).join(' ')
  return words.join('').replaceAll('-', '')
}

/** Acronyms that the gazetteer does not know join the one body of the corpus whose initials they are. */
function joinAcronyms(clusters: Clusters, named: readonly Profile[]): void {
  const bodies = named.filter(isBody)
  const long = groupBy(bodies.filter((p) => p.words.length > 1), initialsOf)
  for (const p of bodies) {
    if (!isAcronym(p)) continue
    const owners = [...new Set((long.get(p.folded) ?? []).map((owner) => clusters.of(owner)))]
    if (owners.length === 1) clusters.join(owners[0]!, clusters.of(p))
  }
}

const isBody = (p: Named) => p.kind === 'organization' || p.kind === 'publication'
const isAcronym = (p: Named) => isBody(p) && /^(\p{Lu}\.?){3,6}$/u.test(p.name) && !known(p.folded)
const initialsOf = (p: Named) => p.words.filter((w) => !/^(of|the|for|and|on|&)$/.test(w)).map((w) => w.charAt(0)).join('')

function joinConfigured(clusters: Clusters, profiles: readonly Profile[], config: Config): void {
  const byName = groupBy(profiles.filter((p) => p.kind !== 'anonymous'), (p) => p.folded)
  for (const { name, aliases } of config.speakers) {
    const same = [name, ...aliases].flatMap((alias) => byName.get(fold(alias)) ?? [])
    for (const p of same) clusters.of(p).given ??= name
    joinAll(clusters, same)
  }
}

function joinAll(clusters: Clusters, same: readonly Profile[]): void {
  for (const p of same) clusters.join(clusters.of(same[0]!), clusters.of(p))
}

const memberKey = (member: { article: string; speaker: string }) => `${member.article}\n${member.speaker}`

/** Whoever alone bears a name keeps its id whatever articles come and go; of several bearers, and of who has no name of its own, each has its first member's. */
function entriesOf(clusters: readonly Cluster[]): Merged[] {
  const sorted = clusters.map((cluster) => ({ cluster, members: sortedBy(cluster.profiles, refKey) }))
  const bearers = groupBy(sorted.map(({ members: [first] }) => first!).filter(isNamed), nameKey)
  return sorted.map(({ cluster, members }) => {
    const [first] = members as [Profile]
    return entryOf(cluster, members, `s${bearers.get(nameKey(first))?.length === 1 && isNamed(first) ? shortHash(nameKey(first)) : shortHash(refKey(first))}`)
  })
}

const nameKey = (p: Named) => `${p.kind}\n${p.folded}`

function entryOf(cluster: Cluster, sorted: readonly Profile[], id: string): Merged {
  const names = [...groupBy(sorted, (p) => p.name)].map(([name, of]) => ({ name, count: of.length, words: name.split(' ').length }))
  const full = names.filter((n) => n.words > 1 || names.every((m) => m.words === 1))
  const best = [...full].sort((a, b) => b.count - a.count || b.words - a.words || (a.name < b.name ? -1 : 1))[0]!
  const name = cluster.given ?? best.name
  const kinds = [...groupBy(sorted, (p) => p.kind)].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
  const members = sortedBy(sorted, memberKey)
  const entry = {
    id,
    name,
    kind: kinds[0]![0] as Speaker['kind'],
    aliases: names.map((n) => n.name).filter((alias) => alias !== name).sort(),
    members: members.map(({ article, speaker }) => ({ article, speaker })),
  }
  return { entry, members }
}
