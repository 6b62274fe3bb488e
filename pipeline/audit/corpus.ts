import type { AnnotatedArticle, Claim, ClaimRef, Group, Link, Links, Origin } from '../model/schema.ts'
import type { Output } from './load.ts'

/** A claim with the article that holds it. */
export interface Placed {
  readonly article: AnnotatedArticle
  readonly claim: Claim
}

/** A claim group with its members at hand. Claims that no group holds are groups of one. */
export interface PlacedGroup {
  readonly group: Group
  /** False: made up here for a claim that stands alone. */
  readonly written: boolean
  readonly members: readonly Placed[]
}

/** The names that a claim's speakers go by: in the article, and over the corpus. */
export interface SpeakerNames {
  readonly name: string
  readonly kind: string
  readonly descriptions: readonly string[]
  readonly aliases: readonly string[]
  /** Why somebody is not named, in the article's words; null where it gives no reason or names them. */
  readonly unnamedBecause: string | null
}

/** Who stands where on what, in one group. */
type StanceHere = Group['stances'][number] & { readonly group: string }

/** What a stance is about, as groups compare it. */
export const topicOf = ({ topic, target }: { readonly topic: string | null; readonly target: string }): string => topic ?? target.toLowerCase()

/** What was written, so that one thing leads to the other. */
export class Corpus {
  readonly groups: readonly PlacedGroup[]
  private readonly claims: ReadonlyMap<string, Placed>
  private readonly origins: ReadonlyMap<string, readonly Origin[]>
  private readonly links: ReadonlyMap<string, readonly Link[]>
  private readonly registry: ReadonlyMap<string, Links['speakers'][number]>
  private readonly byId: ReadonlyMap<string, PlacedGroup>
  private stances: ReadonlyMap<string, readonly StanceHere[]> | null = null

  constructor({ articles, links }: Output) {
    this.claims = new Map(articles.flatMap((article) => article.claims.map((claim) => [key(article.source.id, claim.id), { article, claim }] as const)))
    this.registry = new Map((links?.speakers ?? []).flatMap((speaker) => speaker.members.map((member) => [key(member.article, member.speaker), speaker] as const)))
    this.origins = table(links?.origins ?? [], ({ members }) => members)
    this.links = table(links?.links ?? [], ({ a }) => [a])
    const written = (links?.groups ?? []).map((group): PlacedGroup => ({ group, written: true, members: group.members.flatMap((ref) => this.find(ref) ?? []) }))
    const grouped = new Set(written.flatMap(({ members }) => members))
    const alone = [...this.claims.values()].filter((placed) => !grouped.has(placed)).map(groupOfOne)
    this.groups = [...written.filter(({ members }) => members.length > 0), ...alone]
    this.byId = new Map(this.groups.map((each) => [each.group.id, each]))
  }

  find({ article, claim }: ClaimRef): Placed | null {
    return this.claims.get(key(article, claim)) ?? null
  }

  group(id: string): PlacedGroup | null {
    return this.byId.get(id) ?? null
  }

  /** The stances of all groups towards one target, by its topic. */
  stancesOn(topic: string): readonly StanceHere[] {
    this.stances ??= listed(this.groups.flatMap(({ group }) => group.stances.map((stance) => [topicOf(stance), { group: group.id, ...stance }] as const)))
    return this.stances.get(topic) ?? []
  }

  originsOf({ article, claim }: Placed): readonly Origin[] {
    return this.origins.get(key(article.source.id, claim.id)) ?? []
  }

  /** The links that name a claim first. */
  linksFrom({ article, claim }: Placed): readonly Link[] {
    return this.links.get(key(article.source.id, claim.id)) ?? []
  }

  /** The speakers of a claim; empty where the text names nobody. */
  speakersOf({ article, claim }: Placed): readonly SpeakerNames[] {
    return claim.speaker.ids.map((id) => {
      const local = article.speakers.find((speaker) => speaker.id === id)
      const global = this.registry.get(key(article.source.id, id))
      const name = global?.name ?? local?.name ?? id
      return {
        name,
        kind: local?.kind ?? 'person',
        descriptions: local?.descriptions ?? [],
        unnamedBecause: local?.anonymity?.reason?.exact ?? null,
        aliases: [...new Set([local?.name ?? name, ...(global?.aliases ?? [])])].filter((alias) => alias !== name),
      }
    })
  }
}

const key = (article: string, id: string) => `${article}\n${id}`

/** What is said of each claim. */
function table<T>(rows: readonly T[], claimsOf: (row: T) => readonly ClaimRef[]): ReadonlyMap<string, readonly T[]> {
  return listed(rows.flatMap((row) => claimsOf(row).map(({ article, claim }) => [key(article, claim), row] as const)))
}

/** The values of each key, in order. */
function listed<T>(pairs: Iterable<readonly [string, T]>): ReadonlyMap<string, readonly T[]> {
  const lists = new Map<string, T[]>()
  for (const [at, value] of pairs) {
    const list = lists.get(at)
    if (list === undefined) lists.set(at, [value])
    else list.push(value)
  }
  return lists
}

/** A claim's words: the spans of its content. */
export function wordsOf({ content }: Claim): string {
  return content.map(({ exact }) => exact.replace(/\s+/g, ' ')).join(' … ')
}

/** Whether everybody who said it is unnamed, or nobody is given. */
export function isAnonymous({ article, claim }: Placed): boolean {
  return claim.speaker.ids.every((id) => article.speakers.find((speaker) => speaker.id === id)?.kind === 'anonymous')
}

function groupOfOne(placed: Placed): PlacedGroup {
  const { article, claim } = placed
  const names = claim.speaker.ids.map((id) => article.speakers.find((speaker) => speaker.id === id)?.name ?? id)
  return {
    written: false,
    members: [placed],
    group: {
      id: claim.id,
      text: wordsOf(claim),
      members: [{ article: article.source.id, claim: claim.id }],
      stances: claim.stance.map(({ target, label }) => ({ target: target.text, topic: target.topic, label, speakers: names })),
      contested: [],
      support: { articles: 1, outlets: 1, origins: [], independent: 1, anonymous: Number(isAnonymous(placed)), attested: 1 },
      contradictedBy: [],
      differs: [],
    },
  }
}
