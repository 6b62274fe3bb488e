import type { ClaimRef, Group, Links } from '../../model/schema.ts'
import { Sets } from '../pairs/groups.ts'

/** What is known of one member of a group for counting its support. */
export interface Member {
  readonly article: string
  readonly outlet: string | null
  readonly origins: readonly string[]
  /** The origins that tie its article to others or to a report, without the utterance itself. */
  readonly carriers: readonly string[]
  readonly anonymous: boolean
}

/**
 * Support of a group: articles, outlets (an article of unknown outlet counts as one), all origins, and how many of them are
 * independent, i.e. sets of members that share no origin with one another; `anonymous` of these rest on unnamed people alone;
 * `attested` is how many carriers there are that trace back neither to each other nor to one report.
 */
export function supportOf(members: readonly Member[]): Group['support'] {
  const articles = new Set(members.map((member) => member.article))
  const outlets = new Set(members.map((member) => member.outlet ?? member.article))
  const origins = [...new Set(members.flatMap((member) => member.origins))].sort()
  if (members.length === 1) return { articles: 1, outlets: 1, origins, independent: 1, anonymous: members[0]!.anonymous ? 1 : 0, attested: 1 }
  const roots = components(members, (member) => member.origins)
  const named = new Set(members.flatMap((member, i) => (member.anonymous ? [] : [roots[i]!])))
  const independent = new Set(roots)
  return {
    articles: articles.size,
    outlets: outlets.size,
    origins,
    independent: independent.size,
    anonymous: [...independent].filter((root) => !named.has(root)).length,
    attested: new Set(components(members, (member) => [member.article, ...member.carriers])).size,
  }
}

/** For each member the number of the set it belongs to: members that share a key are of one set. */
function components(members: readonly Member[], keysOf: (member: Member) => readonly string[]): number[] {
  const sets = new Sets(members.length)
  const first = new Map<string, number>()
  members.forEach((member, i) => {
    for (const key of keysOf(member)) {
      const before = first.get(key)
      if (before === undefined) first.set(key, i)
      else sets.join(before, i)
    }
  })
  return members.map((_, i) => sets.find(i))
}

/** What is left of a group's support when an origin is withdrawn. */
export interface Withdrawal {
  readonly group: string
  /** Members that stand without the origin; 0: the group falls. */
  readonly left: number
  readonly of: number
}

const key = ({ article, claim }: ClaimRef) => `${article}\n${claim}`

/** What would fall if one origin were withdrawn: every group with a member that traces back to it. */
export function withdraw(links: Links, origin: string): readonly Withdrawal[] {
  const falling = new Set(links.origins.find(({ id }) => id === origin)?.members.map(key))
  return links.groups
    .filter((group) => group.support.origins.includes(origin))
    .map((group) => ({ group: group.id, left: group.members.filter((member) => !falling.has(key(member))).length, of: group.members.length }))
}
