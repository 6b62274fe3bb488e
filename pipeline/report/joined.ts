import type { Place } from '../model/lines.ts'
import type { LinkRow, LinkRowName } from '../model/links-folder.ts'
import type { AnnotatedArticle, ClaimRef, Group, Link, Origin, RegisteredSpeaker } from '../model/schema.ts'
import { LIKELY } from '../model/confidence.ts'
import { refKey } from '../model/id.ts'

/** The rows of links: all of a kind, each with its place, and one by its place. */
export interface LinkFiles {
  rows<Name extends LinkRowName>(name: Name): Iterable<{ readonly row: LinkRow<Name> } & Place>
  row<Name extends LinkRowName>(name: Name, place: Place): LinkRow<Name>
}

/** What is held of a group: what sorts it, and what its claims need. */
interface HeldGroup extends Place {
  readonly id: string
  readonly independent: number
  readonly articles: number
  readonly members: number
  readonly stances: Group['stances']
}

export type KnownSpeaker = Omit<RegisteredSpeaker, 'members'>

/**
 * What joins the claims and speakers of the articles, so that one leads to the other. Keys are article and claim or speaker. Of groups and origins, which
 * may be many and long, little more is held than where they stand: they are read when they are asked for.
 */
export class Joined {
  /** Groups that say more than their one claim does, the best supported first. */
  readonly groups: readonly HeldGroup[]
  /** The claims of these groups, numbered. */
  readonly #members = new Map<string, number>()
  /** By the number of a claim: the place of its group in {@link groups}; its origins, by their number. */
  readonly #groupOf: Int32Array
  readonly #originsOf: number[][] = []
  readonly #origins: Place[] = []
  readonly #speakerOf = new Map<string, KnownSpeaker>()
  /** By pair of groups: of the links between them the surest. */
  readonly #contradictions = new Map<string, Pick<Link, 'confidence' | 'why'>>()

  constructor(private readonly links: LinkFiles | null) {
    const read: HeldGroup[] = []
    const readAs: number[] = []
    for (const { row, at, size } of links?.rows('groups') ?? []) {
      if (!tellsMore(row)) continue
      for (const member of row.members) readAs[numberOf(this.#members, refKey(member))] = read.length
      read.push({ id: row.id, independent: row.support.independent, articles: row.support.articles, members: row.members.length, stances: row.stances, at, size })
    }
    const order = read.map((_, i) => i).sort((a, b) => bySupport(read[a]!, read[b]!))
    const places = new Int32Array(order.length)
    for (const [place, i] of order.entries()) places[i] = place
    this.groups = order.map((i) => read[i]!)
    this.#groupOf = Int32Array.from(readAs, (i) => places[i]!)
    for (const { row: { members, ...speaker } } of links?.rows('speakers') ?? []) for (const member of members) this.#speakerOf.set(`${member.article}\n${member.speaker}`, speaker)
    for (const { row, at, size } of links?.rows('origins') ?? []) this.#addOrigin(row, { at, size })
    for (const { row } of links?.rows('links') ?? []) if (row.type === 'contradicts') this.#addContradiction(row)
  }

  #addOrigin({ members }: Origin, place: Place): void {
    const own = members.flatMap((member) => this.#members.get(refKey(member)) ?? [])
    if (own.length === 0) return
    for (const member of own) (this.#originsOf[member] ??= []).push(this.#origins.length)
    this.#origins.push(place)
  }

  #addContradiction({ a, b, confidence, why }: Link): void {
    const at = pair(this.group(a) ?? -1, this.group(b) ?? -1)
    const before = this.#contradictions.get(at)
    if (before === undefined || confidence > before.confidence) this.#contradictions.set(at, { confidence, why })
  }

  /** How many claims the groups have. */
  get members(): number {
    return this.#members.size
  }

  /** The number of a claim of a group, below {@link members}; undefined where it stands alone. */
  member(ref: ClaimRef): number | undefined {
    return this.#members.get(refKey(ref))
  }

  /** Place of a claim's group in {@link groups}; null where it stands alone. */
  group(ref: ClaimRef): number | null {
    const member = this.member(ref)
    return member === undefined ? null : this.#groupOf[member]!
  }

  /** A group of {@link groups}, read anew. */
  readGroup(index: number): Group {
    return this.links!.row('groups', this.groups[index]!)
  }

  /** Who a speaker of an article is over the corpus. */
  speaker(article: AnnotatedArticle, id: string): KnownSpeaker | null {
    return this.#speakerOf.get(`${article.source.id}\n${id}`) ?? null
  }

  /** The numbers of a claim's origins. */
  originsOf(ref: ClaimRef): readonly number[] {
    const member = this.member(ref)
    return (member !== undefined && this.#originsOf[member]) || []
  }

  /** An origin by its number, read anew. */
  readOrigin(number: number): Origin {
    return this.links!.row('origins', this.#origins[number]!)
  }

  /** Why two groups contradict each other, and how sure that is. Groups without a link between members are as sure as a coin. */
  contradiction(a: number, b: number): { readonly confidence: number; readonly why: readonly string[] } {
    return this.#contradictions.get(pair(a, b)) ?? { confidence: LIKELY, why: [] }
  }
}

const pair = (a: number, b: number) => (a < b ? `${a} ${b}` : `${b} ${a}`)

function numberOf(numbers: Map<string, number>, of: string): number {
  const known = numbers.get(of) ?? numbers.size
  if (known === numbers.size) numbers.set(of, known)
  return known
}

function tellsMore({ members, contradictedBy, differs }: Group): boolean {
  return members.length > 1 || contradictedBy.length > 0 || differs.length > 0
}

function bySupport(a: HeldGroup, b: HeldGroup): number {
  return b.independent - a.independent || b.articles - a.articles || b.members - a.members || (a.id < b.id ? -1 : 1)
}
