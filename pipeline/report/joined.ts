import { Growing, listsByNumber, type Lists } from '../model/columns.ts'
import { LIKELY } from '../model/confidence.ts'
import { textHash } from '../model/hash.ts'
import { LinePlaces } from '../model/line-places.ts'
import { LINK_TYPES, type ClaimRef, type Group, type Link, type Origin } from '../model/schema.ts'
import { groupFacts, type CountedGroup, type GroupFacts, type Names } from './facts.ts'
import type { LinkFiles } from './input.ts'
import { OriginLines } from './origin-lines.ts'

/** A group as it is known from an earlier report, and what counted of it. */
export interface KnownGroup {
  readonly facts: GroupFacts
  readonly counted: CountedGroup
}

/** What is known of lines of groups by their marks; null: its group says no more than its one claim does. */
export type KnownGroups = ReadonlyMap<number, (() => KnownGroup) | null>

/** A group, where its line stands, what tells that from others, and what counted of it before. */
export interface JoinedGroup extends GroupFacts {
  readonly mark: number
  readonly line: number
  readonly before: CountedGroup | null
}

/** Why two groups contradict each other, and how sure that is. */
type Contradiction = Pick<Link, 'confidence' | 'why'>
/** Groups without a link between members are as sure as a coin. */
const UNLINKED: Contradiction = { confidence: LIKELY, why: [] }

/**
 * What joins the claims of the articles, so that one leads to the other. Of groups numbers are held of which claims they have, and their lines are read only where they are not known from
 * before; of origins where they stand: they are read when they are asked for.
 */
export class Joined {
  /** Groups that say more than their one claim does, the best supported first. */
  readonly groups: readonly JoinedGroup[]
  /** Marks of the lines of groups that do not. */
  readonly alone = new Growing<Float64Array>(Float64Array)
  readonly #byId: ReadonlyMap<string, JoinedGroup>
  readonly #places: LinePlaces
  /** By number of article the claims that are in groups, and of each what tells its id, and the group's place. */
  readonly #claimsIn: Lists<Uint32Array>
  readonly #keys: Float64Array
  readonly #groupOf: Uint32Array
  /** By pair of groups: of the links between them the surest. */
  readonly #contradictions = new Map<string, Contradiction>()
  readonly #origins: OriginLines | null

  constructor(
    private readonly links: LinkFiles | null,
    private readonly names: Names,
    before: KnownGroups,
  ) {
    const lines = links?.columns('groups') ?? { lengths: new Uint32Array(), marks: [] }
    this.#places = new LinePlaces(lines.lengths)
    const groups: JoinedGroup[] = []
    for (const [line, mark] of lines.marks.entries()) {
      const known = before.get(mark)
      const { facts, counted } = known === undefined ? { facts: groupFacts(this.#row(line), names), counted: null } : (known?.() ?? { facts: null, counted: null })
      if (facts === null) this.alone.push(mark)
      else groups.push({ ...facts, mark, line, before: counted })
    }
    this.groups = groups.sort(bySupport)
    this.#byId = new Map(groups.map((group) => [group.id, group]))
    const members = groups.reduce((sum, group) => sum + group.members.length / 2, 0)
    ;[this.#keys, this.#groupOf] = [new Float64Array(members), new Uint32Array(members)]
    this.#claimsIn = this.#noteMembers()
    if (links !== null) this.#readContradictions(links)
    this.#origins = links && new OriginLines(links)
  }

  #noteMembers(): Lists<Uint32Array> {
    return listsByNumber(this.names.articles.all.length, (add) => {
      let n = 0
      for (const [place, { members }] of this.groups.entries())
        for (let i = 0; i < members.length; i += 2) {
          this.#keys[n] = members[i + 1]!
          this.#groupOf[n] = place
          add(members[i]!, n++)
        }
    })
  }

  #readContradictions(links: LinkFiles): void {
    const { lengths, marks } = links.columns('links')
    const places = new LinePlaces(lengths)
    const type = LINK_TYPES.indexOf('contradicts')
    for (let line = marks.indexOf(type); line >= 0; line = marks.indexOf(type, line + 1)) this.#addContradiction(links.row('links', places.at(line)))
  }

  #addContradiction({ a, b, confidence, why }: Link): void {
    const at = pair(this.#groupWith(a), this.#groupWith(b))
    const before = this.#contradictions.get(at)
    if (before === undefined || confidence > before.confidence) this.#contradictions.set(at, { confidence, why })
  }

  #groupWith({ article, claim }: ClaimRef): string {
    const number = this.names.articles.known(article)
    return (number === null ? null : this.groupOf(number, textHash(claim)))?.id ?? ''
  }

  /** The group of a claim, by the number of its article and what tells its id; null: it stands alone. */
  groupOf(article: number, claim: number): JoinedGroup | null {
    if (article >= this.#claimsIn.from.length - 1) return null
    for (let i = this.#claimsIn.from[article]!; i < this.#claimsIn.from[article + 1]!; i++) {
      const member = this.#claimsIn.values[i]!
      if (this.#keys[member] === claim) return this.groups[this.#groupOf[member]!]!
    }
    return null
  }

  #row(line: number): Group {
    return this.links!.row('groups', this.#places.at(line))
  }

  /** A group of {@link groups}, read anew. */
  readGroup({ line }: JoinedGroup): Group {
    return this.#row(line)
  }

  /** Tells the lines of a group's origins from others. */
  originMarks({ origins }: GroupFacts): readonly number[] {
    return this.#origins!.marksOf(origins)
  }

  /** A group's origins in the order of their lines, read anew. */
  readOrigins({ origins }: GroupFacts, { support }: Group): readonly Origin[] {
    return this.#origins!.read(origins).filter(({ id }) => support.origins.includes(id))
  }

  /** The groups that contradict one. */
  contradictions({ id, contradictedBy }: GroupFacts): readonly (Contradiction & { readonly group: string })[] {
    if (contradictedBy.length === 0) return [] // of most: there are many
    return Array.from(contradictedBy, (word) => this.names.words.at(word)).filter((other) => this.#byId.has(other)).map((group) => ({ group, ...(this.#contradictions.get(pair(id, group)) ?? UNLINKED) }))
  }
}

const pair = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`)

function bySupport(a: JoinedGroup, b: JoinedGroup): number {
  return b.independent - a.independent || b.articles - a.articles || b.members.length - a.members.length || (a.id < b.id ? -1 : 1)
}
