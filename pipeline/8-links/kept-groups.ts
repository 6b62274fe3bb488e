import { Growing } from '../model/columns.ts'
import type { Group, Origin } from '../model/schema.ts'
import type { Grouped } from './group.ts'
import { ReportedOrigins, type WrittenReported } from './origins/reported.ts'
import { KeptTexts } from '../model/kept-texts.ts'
import type { ToKeep } from './past.ts'

/** How a group was added: made anew, as it was written but for what its origins go by, or as it was written. */
const [ANEW, ALONE, WHOLE] = [0, 1, 2]

/** Groups in their order, out of the way until they are written. */
export class KeptGroups {
  readonly #added = new Growing<Uint8Array>(Uint8Array)
  /** How many origins are first of each. */
  readonly #count = new Growing<Uint32Array>(Uint32Array)
  readonly #reported = new ReportedOrigins()
  /** Those that were made anew, and their origins. */
  readonly #groups = new KeptTexts()
  readonly #origins = new KeptTexts()

  /** Adds one that is as it was written, of which so many origins are. */
  addWhole(origins: number, reported: WrittenReported | null): void {
    if (reported !== null) this.#reported.addWhole(this.#added.size, reported)
    this.#put(WHOLE, origins)
  }

  /** Adds one that is as it was written but for what its origins go by. */
  addAlone(reported: WrittenReported): void {
    this.#put(ALONE, this.#reported.addAlone(this.#added.size, reported))
  }

  add({ group, traced: { origins, reports } }: Grouped): void {
    const joining = origins.flatMap((origin, i) => (reports[i]!.length > 0 ? [{ origin, reports: reports[i]! }] : []))
    this.#reported.add(this.#added.size, { ids: origins.map(({ id }) => id), joining })
    this.#groups.add(JSON.stringify(group))
    this.#origins.add(JSON.stringify(origins))
    this.#put(ANEW, origins.length)
  }

  #put(added: number, origins: number): void {
    this.#added.push(added)
    this.#count.push(origins)
  }

  /** Merges origins that are one, once all groups are added. */
  merge(): void {
    this.#reported.merge()
    const counts = this.#count.values
    this.#added.values.forEach((added, i) => added !== WHOLE && (counts[i]! -= this.#reported.othersIn(i)))
  }

  isWhole(i: number): boolean {
    return this.#added.at(i) === WHOLE
  }

  /** The id that an origin of a group goes by. */
  idOf(i: number, id: string): string {
    return this.#reported.idOf(i, id)
  }

  /** The groups, with the ids that their origins have by themselves; null for one that is as it was written, and `written` gives one as it was written. */
  *groups(written: (i: number) => Group): Generator<Group | null> {
    const anew = this.#groups.all()
    for (const [i, added] of this.#added.values.entries()) {
      if (added === WHOLE) yield null
      else if (added === ANEW) yield JSON.parse(anew.next().value as string) as Group
      else {
        const group = written(i)
        yield { ...group, support: { ...group.support, origins: this.#reported.of(i).ids } }
      }
    }
  }

  /** The origins of all groups; those that were written with a group, from the line on that `firstLine` gives, as numbers of their lines. */
  *origins(firstLine: (i: number) => number): Generator<Origin | number> {
    const anew = this.#origins.all()
    for (const [i, added] of this.#added.values.entries()) {
      if (added === ALONE) yield* this.#originsAlone(i, firstLine(i))
      else if (added === ANEW) for (const origin of JSON.parse(anew.next().value as string) as Origin[]) yield* this.#now(i, origin)
      else for (let line = firstLine(i), end = line + this.#count.at(i); line < end; line++) yield line
    }
  }

  *#originsAlone(i: number, firstLine: number): Generator<Origin | number> {
    const { ids, joining } = this.#reported.of(i)
    const own = new Map(joining.map(({ origin }) => [origin.id, origin]))
    let line = firstLine
    for (const id of ids) {
      const origin = own.get(id)
      if (origin !== undefined) yield* this.#now(i, origin)
      if (origin === undefined) yield line++
      else if (this.#reported.wasFirst(i, origin)) line++
    }
  }

  /** An origin of a group as it is now, if it is first of it. */
  *#now(i: number, own: Origin): Generator<Origin> {
    const origin = this.#reported.originOf(i, own)
    if (origin !== null) yield origin
  }

  /** How many origins are first of each group, and of all. */
  get counts(): Uint32Array {
    return this.#count.values
  }

  /** What the next run is to know of what they report. */
  get reported(): ToKeep {
    return this.#reported.kept
  }
}
