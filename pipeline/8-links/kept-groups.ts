import type { Group, Origin } from '../model/schema.ts'
import type { Grouped, Told } from './group.ts'
import { mergeReports } from './origins/merge.ts'
import { KeptTexts } from './pairs/kept-texts.ts'

/** The origins of a group of which some join reports or credits, so that groups that pass these on as well may have one origin with it; see {@link mergeReports}. */
export interface Reported {
  /** The ids of all its origins, in order. */
  readonly ids: readonly string[]
  /** Those that join reports or credits, by their places among these, and what they join. */
  readonly joining: readonly { readonly place: number; readonly origin: Origin; readonly reports: readonly string[] }[]
}

/** The same of a group that is written, with the places of those that are first of it, in the order of their lines. */
export interface WrittenReported extends Reported {
  readonly written: readonly number[]
}

/** What the origins of groups go by once those are merged that are one. */
export interface Merged {
  /** The id that an origin goes by now. */
  readonly idOf: (id: string) => string
  /** An origin as it is now; null where a group before has it. */
  readonly originOf: (own: Origin) => Origin | null
}

/** Groups by number, out of the way until they are written; what their origins share with others' is at hand. */
export class KeptGroups {
  readonly #texts = new KeptTexts()
  /** Where each is, -1 of one that was written before, where its origins are, and how many these are. */
  readonly #places: number[] = []
  readonly #originsAt: number[] = []
  readonly #count: number[] = []
  readonly #reported = new Map<number, Reported>()
  /** Those that are as they were written but for what their origins go by. */
  readonly #alone = new Map<number, WrittenReported>()

  /** One that is as it was written. */
  addWhole(): void {
    this.#put(-1, -1, 0)
  }

  /** One that is as it was written but for what its origins go by. */
  addAlone(reported: WrittenReported): void {
    this.#alone.set(this.#places.length, reported)
    this.#reported.set(this.#places.length, reported)
    this.#put(-1, -1, reported.ids.length)
  }

  add({ group, traced: { origins, reports, support } }: Grouped): void {
    const joining = origins.flatMap((origin, place) => (reports[place]!.length > 0 ? [{ place, origin, reports: reports[place]! }] : []))
    if (joining.length > 0) this.#reported.set(this.#places.length, { ids: origins.map(({ id }) => id), joining })
    this.#put(this.#texts.add(JSON.stringify({ group, traced: { support } } satisfies Told)), this.#texts.add(JSON.stringify(origins)), origins.length)
  }

  #put(place: number, originsAt: number, count: number): void {
    this.#places.push(place)
    this.#originsAt.push(originsAt)
    this.#count.push(count)
  }

  isWhole(i: number): boolean {
    return this.#places[i]! < 0 && !this.#alone.has(i)
  }

  /** One that is not whole; `written` gives it as it was written. */
  at(i: number, written: () => Group): Told {
    const alone = this.#alone.get(i)
    if (alone === undefined) return JSON.parse(this.#texts.at(this.#places[i]!)) as Told
    const group = written()
    return { group, traced: { support: { ...group.support, origins: alone.ids } } }
  }

  /** The origins of one that is not whole; those that were written with it, from the line on that `firstLine` gives, as numbers of their lines. */
  originsOf(i: number, { originOf }: Merged, firstLine: () => number): readonly (Origin | number)[] {
    const alone = this.#alone.get(i)
    if (alone === undefined) return (JSON.parse(this.#texts.at(this.#originsAt[i]!)) as Origin[]).flatMap((own) => originOf(own) ?? [])
    const joining = new Map(alone.joining.map(({ place, origin }) => [place, origin]))
    return alone.ids.flatMap((_, place) => {
      const own = joining.get(place)
      return own === undefined ? firstLine() + alone.written.indexOf(place) : (originOf(own) ?? [])
    })
  }

  /** How many origins are first of one that is not whole. */
  countOf(i: number, { originOf }: Merged): number {
    return this.#count[i]! - (this.#reported.get(i)?.joining.filter(({ origin }) => originOf(origin) === null).length ?? 0)
  }

  /** Of one that is not whole, {@link WrittenReported} as JSON; undefined where its origins join no reports. */
  reportedOf(i: number, { originOf }: Merged): string | undefined {
    const reported = this.#reported.get(i)
    if (reported === undefined) return undefined
    const { ids, joining } = reported
    const others = new Set(joining.flatMap(({ place, origin }) => (originOf(origin) === null ? [place] : [])))
    return JSON.stringify({ ids, joining, written: [...ids.keys()].filter((place) => !others.has(place)) } satisfies WrittenReported)
  }

  merged(): Merged {
    const { origins, idOf } = mergeReports(Array.from(this.#reported.values(), ({ joining }) => ({ origins: joining.map(({ origin }) => origin), reports: joining.map(({ reports }) => reports) })))
    const byId = new Map(origins.map((origin) => [origin.id, origin]))
    return { idOf, originOf: (own) => (idOf(own.id) === own.id ? (byId.get(own.id) ?? own) : null) }
  }
}
