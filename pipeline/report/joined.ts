import { countWhile } from '../model/bisect.ts'
import { columnOf } from '../model/columns.ts'
import { addTo } from '../model/group-by.ts'
import { idKey, idLine, LINES } from '../model/line-columns.ts'
import { LinePlaces } from '../model/line-places.ts'
import type { Place } from '../model/lines.ts'
import type { LineColumns, LinkRow, LinkRowName } from '../model/links-folder.ts'
import { LINK_TYPES, type Group, type Link, type Origin, type RegisteredSpeaker } from '../model/schema.ts'
import { LIKELY } from '../model/confidence.ts'
import type { JoinedClaims } from './data.ts'
import { groupFacts, type ArticleFacts, type GroupFacts } from './facts.ts'
import type { ReportFacts } from './memory.ts'

/** The rows of links: all of a kind, what is known of their lines, and one by its place. */
export interface LinkFiles {
  rows<Name extends LinkRowName>(name: Name): Iterable<{ readonly row: LinkRow<Name> }>
  columns(name: LinkRowName): LineColumns
  row<Name extends LinkRowName>(name: Name, place: Place): LinkRow<Name>
}

export type KnownSpeaker = Omit<RegisteredSpeaker, 'members'>

/** A group, with what tells its line from others. */
export type JoinedGroup = GroupFacts & { readonly mark: number }
/** Which group a claim is in, and its place there. */
export interface MemberOf {
  readonly group: JoinedGroup
  readonly index: number
}

/** Why two groups contradict each other, and how sure that is. */
type Contradiction = Pick<Link, 'confidence' | 'why'>
/** Groups without a link between members are as sure as a coin. */
const UNLINKED: Contradiction = { confidence: LIKELY, why: [] }

/**
 * What joins the claims and speakers of the articles, so that one leads to the other. Of groups little more is held than which claims they have, and that is read only of
 * those that are not known from before; of origins where they stand: they are read when they are asked for.
 */
export class Joined {
  /** Groups that say more than their one claim does, the best supported first. */
  readonly groups: readonly JoinedGroup[]
  /** Marks of the lines of groups that do not. */
  readonly alone = new Set<number>()
  readonly #groupsIn = new Map<string, (readonly [claim: string, member: MemberOf])[]>()
  readonly #places = new Map<string, Place>()
  readonly #speakersIn = new Map<string, (readonly [speaker: string, known: KnownSpeaker])[]>()
  /** By pair of groups: of the links between them the surest. */
  readonly #contradictions = new Map<string, Contradiction>()
  readonly #origins: OriginLines | null

  constructor(
    private readonly links: LinkFiles | null,
    before: Pick<ReportFacts, 'groups' | 'alone'>,
  ) {
    const groups: JoinedGroup[] = []
    for (const [place, mark] of links === null ? [] : linesOf(links.columns('groups'))) {
      const facts = before.alone.has(mark) ? null : (before.groups.get(mark)?.facts ?? groupFacts(links!.row('groups', place)))
      if (facts === null) this.alone.add(mark)
      else this.#addGroup(groups, { ...facts, mark }, place)
    }
    this.groups = groups.sort(bySupport)
    for (const { row: { members, ...speaker } } of links?.rows('speakers') ?? []) for (const member of members) addTo(this.#speakersIn, member.article, [member.speaker, speaker] as const)
    for (const [place, type] of links === null ? [] : linesOf(links.columns('links'))) if (LINK_TYPES[type] === 'contradicts') this.#addContradiction(links!.row('links', place))
    this.#origins = links && new OriginLines(links)
  }

  #addGroup(groups: JoinedGroup[], group: JoinedGroup, place: Place): void {
    groups.push(group)
    this.#places.set(group.id, place)
    for (const [index, { article, claim }] of group.members.entries()) addTo(this.#groupsIn, article, [claim, { group, index }] as const)
  }

  #addContradiction({ a, b, confidence, why }: Link): void {
    const [one, other] = [a, b].map(({ article, claim }) => this.#groupsIn.get(article)?.find(([member]) => member === claim)?.[1].group.id)
    const at = pair(one ?? '', other ?? '')
    const before = this.#contradictions.get(at)
    if (before === undefined || confidence > before.confidence) this.#contradictions.set(at, { confidence, why })
  }

  /** The claims of an article that are in groups, by their ids. */
  membersIn(article: string): ReadonlyMap<string, MemberOf> {
    return new Map(this.#groupsIn.get(article))
  }

  /** A group of {@link groups}, read anew. */
  readGroup(id: string): Group {
    return this.links!.row('groups', this.#places.get(id)!)
  }

  /** Who a speaker of an article is over the corpus. */
  speaker(article: string, id: string): KnownSpeaker | null {
    return this.#speakersIn.get(article)?.find(([speaker]) => speaker === id)?.[1] ?? null
  }

  /** Tells the lines of a group's origins from others. */
  originMarks({ origins }: GroupFacts): readonly number[] {
    return this.#origins!.marksOf(origins)
  }

  /** A group's origins in the order of their lines, read anew. */
  readOrigins({ origins }: GroupFacts): readonly Origin[] {
    return this.#origins!.read(origins)
  }

  /** The groups that contradict one. */
  contradictions({ id, contradictedBy }: GroupFacts): readonly (Contradiction & { readonly group: string })[] {
    return contradictedBy.filter((other) => this.#places.has(other)).map((group) => ({ group, ...(this.#contradictions.get(pair(id, group)) ?? UNLINKED) }))
  }
}

/** What joins the claims of an article, some of which are members of groups, with others; its speakers go by these ids. */
export function joinedClaims({ claims }: ArticleFacts, members: ReadonlyMap<string, MemberOf>, speakers: readonly string[]): JoinedClaims {
  return {
    speakers,
    claims: claims.map(([id, , , , , stances]) => {
      const group = members.get(id)?.group
      return [group?.id ?? null, ...stances.map(({ target, topic }) => topic ?? group?.topics.find(([other]) => other === target)?.[1] ?? target.toLowerCase())]
    }),
  }
}

const pair = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`)

function bySupport(a: JoinedGroup, b: JoinedGroup): number {
  return b.independent - a.independent || b.articles - a.articles || b.members.length - a.members.length || (a.id < b.id ? -1 : 1)
}

/** The lines of a file, each where it stands and its mark. */
function* linesOf({ lengths, marks }: LineColumns): Generator<readonly [Place, mark: number]> {
  const places = new LinePlaces(lengths)
  for (let line = 0; line < lengths.length; line++) yield [places.at(line), marks[line]!]
}

/** The lines of origins, found by their ids. */
class OriginLines {
  readonly #columns: LineColumns
  readonly #places: LinePlaces
  /** Keys and numbers of all lines, in order. */
  readonly #byKey: Float64Array

  constructor(private readonly links: LinkFiles) {
    this.#columns = links.columns('origins')
    this.#places = new LinePlaces(this.#columns.lengths)
    const { keys } = this.#columns
    this.#byKey = columnOf(Float64Array, keys.length, (line) => keys[line]! * LINES + line).sort()
  }

  marksOf(ids: readonly string[]): readonly number[] {
    return this.#linesOf(ids).map((line) => this.#columns.marks[line]!)
  }

  read(ids: readonly string[]): readonly Origin[] {
    return this.#linesOf(ids).map((line) => this.links.row('origins', this.#places.at(line))).filter(({ id }) => ids.includes(id))
  }

  /** The lines that have these ids, and may be some with ids of the same keys. */
  #linesOf(ids: readonly string[]): readonly number[] {
    const lines = new Set<number>()
    for (const id of ids) {
      const key = idKey(idLine(id)) * LINES
      for (let i = countWhile(this.#byKey.length, (at) => this.#byKey[at]! < key); this.#byKey[i]! < key + LINES; i++) lines.add(this.#byKey[i]! - key)
    }
    return [...lines].sort((a, b) => a - b)
  }
}
