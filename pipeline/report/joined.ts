import type { LinkRows } from '../model/links-folder.ts'
import type { AnnotatedArticle, ClaimRef, Group, Link, Origin, RegisteredSpeaker } from '../model/schema.ts'
import { LIKELY } from './data.ts'

/** What joins the claims and speakers of the articles, so that one leads to the other. Keys are article and claim or speaker. */
export class Joined {
  /** Groups that say more than their one claim does, the best supported first. */
  readonly groups: readonly Group[]
  private readonly groupOf = new Map<string, number>()
  private readonly speakerOf = new Map<string, RegisteredSpeaker>()
  private readonly origins = new Map<string, Origin[]>()
  private readonly contradictions = new Map<string, Link[]>()

  constructor(links: LinkRows | null) {
    const groups: Group[] = []
    for (const group of links?.groups ?? []) if (tellsMore(group)) groups.push(group)
    this.groups = groups.sort(bySupport)
    for (const [index, { members }] of this.groups.entries()) for (const member of members) this.groupOf.set(key(member), index)
    for (const speaker of links?.speakers ?? []) for (const member of speaker.members) this.speakerOf.set(`${member.article}\n${member.speaker}`, speaker)
    for (const origin of links?.origins ?? []) for (const member of origin.members) if (this.groupOf.has(key(member))) listIn(this.origins, key(member)).push(origin)
    for (const link of links?.links ?? []) if (link.type === 'contradicts') listIn(this.contradictions, this.pairOf(link)).push(link)
  }

  /** Place of a claim's group in {@link groups}; null where it stands alone. */
  group(ref: ClaimRef): number | null {
    return this.groupOf.get(key(ref)) ?? null
  }

  /** Who a speaker of an article is over the corpus. */
  speaker(article: AnnotatedArticle, id: string): RegisteredSpeaker | null {
    return this.speakerOf.get(`${article.source.id}\n${id}`) ?? null
  }

  originsOf(ref: ClaimRef): readonly Origin[] {
    return this.origins.get(key(ref)) ?? []
  }

  /** Why two groups contradict each other, and how sure that is. Groups without a link between members are as sure as a coin. */
  contradiction(a: number, b: number): { readonly confidence: number; readonly why: readonly string[] } {
    const links = this.contradictions.get(pair(a, b)) ?? []
    const best = links.toSorted((x, y) => y.confidence - x.confidence)[0]
    return { confidence: best?.confidence ?? LIKELY, why: best?.why ?? [] }
  }

  private pairOf({ a, b }: Link): string {
    return pair(this.group(a) ?? -1, this.group(b) ?? -1)
  }
}

const key = ({ article, claim }: ClaimRef) => `${article}\n${claim}`
const pair = (a: number, b: number) => (a < b ? `${a} ${b}` : `${b} ${a}`)

function listIn<T>(map: Map<string, T[]>, at: string): T[] {
  const list = map.get(at) ?? []
  if (list.length === 0) map.set(at, list)
  return list
}

function tellsMore({ members, contradictedBy, differs }: Group): boolean {
  return members.length > 1 || contradictedBy.length > 0 || differs.length > 0
}

function bySupport(a: Group, b: Group): number {
  return b.support.independent - a.support.independent || b.support.articles - a.support.articles || b.members.length - a.members.length || (a.id < b.id ? -1 : 1)
}
