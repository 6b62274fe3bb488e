import { countWhile } from '../../model/bisect.ts'
import { columnOf, Growing, listsByNumber, newColumn, wholeOf, type Column, type SlicedColumn } from '../../model/columns.ts'
import type { Origin } from '../../model/schema.ts'
import { hashOf } from '../../model/hash.ts'
import { KeptTexts, TextsInColumn } from '../../model/kept-texts.ts'
import { firstOf, pairCode, secondOf } from '../pairs/pair-code.ts'
import type { Kept, ToKeep } from '../past.ts'
import { mergeReports } from './merge.ts'
import { Sets } from './sets.ts'

/** The origins of a group of which some join reports or credits, so that groups that pass these on as well may have one origin with it; see {@link mergeReports}. */
export interface Reported {
  /** The ids of all its origins, in order. */
  readonly ids: readonly string[]
  /** Those that join reports or credits, in the same order, and what they join. */
  readonly joining: readonly { readonly origin: Origin; readonly reports: readonly string[] }[]
}

/** The same as an earlier run kept it: as JSON, and for each of those that join reports 1 where the group was the first that has it. */
export interface WrittenReported {
  readonly text: Uint8Array
  readonly first: Uint8Array
}

/** Bits of a hash that a {@link pairCode} has no room for. */
const BEYOND = 6
/** Stands for an origin of a group before. */
const OTHER = -1

const DIGITS = 12
/** The number of an origin's id, an `o` and so many hexadecimal digits; and the id of a number. */
const numberOf = (id: string): number => parseInt(id.slice(1), 16)
const idFrom = (number: number): string => `o${number.toString(16).padStart(DIGITS, '0')}`

/** What groups report, which are added in their order, out of the way. Those of their origins that join reports are numbered one after another, and what is compared of these is at hand. */
export class ReportedOrigins {
  readonly #texts = new KeptTexts()
  /** Of each group that reports something its number, the place of its text, and where its origins begin. */
  readonly #group = new Growing<Uint32Array>(Uint32Array)
  readonly #place = new Growing<Float64Array>(Float64Array)
  readonly #from = new Growing<Uint32Array>(Uint32Array)
  /** Of each origin that joins reports the number of its id, 1 where its group was the first that has it, and the origin that it goes by. */
  readonly #id = new Growing<Float64Array>(Float64Array)
  readonly #was = new Growing<Uint8Array>(Uint8Array)
  readonly #now = new Growing<Int32Array>(Int32Array)
  /** What they join, as hashes, each with the number of the origin. */
  readonly #reports = new Growing<Float64Array>(Float64Array)
  /** Where those are kept that others may go by, else -1. */
  #mergedAt = new Float64Array()
  readonly #merged = new KeptTexts()

  /** Adds what a group reports, if anything. */
  add(group: number, reported: Reported): void {
    if (reported.joining.length > 0) this.#add(group, JSON.stringify(reported), reported, null)
  }

  /** Adds what a group reports that stands but for what its origins go by; gives how many these are. */
  addAlone(group: number, { text, first }: WrittenReported): number {
    const reported = JSON.parse(new TextDecoder().decode(text)) as Reported
    this.#add(group, text, reported, first)
    return reported.ids.length
  }

  /** Adds what a group reports that stands, and all its origins go by. */
  addWhole(group: number, { text, first }: WrittenReported): void {
    this.#begin(group, text)
    for (const is of first) {
      this.#id.push(0)
      this.#was.push(is)
      this.#now.push(is === 1 ? this.#now.size : OTHER)
    }
  }

  #add(group: number, text: string | Uint8Array, { joining }: Reported, first: Uint8Array | null): void {
    this.#begin(group, text)
    joining.forEach(({ origin, reports }, i) => {
      const own = this.#now.size
      for (const report of reports) this.#reports.push(pairCode(hashOf(report) >>> BEYOND, own))
      this.#id.push(numberOf(origin.id))
      this.#was.push(first?.[i] ?? 0)
      this.#now.push(own)
    })
  }

  #begin(group: number, text: string | Uint8Array): void {
    this.#group.push(group)
    this.#place.push(this.#texts.add(text))
    this.#from.push(this.#now.size)
  }

  /** Merges those that are one, once all are added; those alone are read that may be one by the hashes of what they join. */
  merge(): void {
    const size = this.#now.size
    const sets = new Sets(size)
    const reports = this.#reports.values.sort()
    for (let i = 1; i < reports.length; i++) if (firstOf(reports[i]!) === firstOf(reports[i - 1]!)) sets.join(secondOf(reports[i]!), secondOf(reports[i - 1]!))
    const { from, values } = listsByNumber(size, (add) => {
      for (let own = 0; own < size; own++) add(sets.find(own), own)
    })
    this.#mergedAt = newColumn(Float64Array, size).fill(-1)
    for (let set = 0; set < size; set++) if (from[set + 1]! - from[set]! > 1) this.#mergeSome(values.subarray(from[set], from[set + 1]))
  }

  #mergeSome(some: Uint32Array): void {
    const now = this.#now.values
    const all = Array.from(some, (own) => ({ own, ...this.#joiningAt(own) }))
    const { origins, idOf } = mergeReports(all.map(({ origin, reports }) => ({ origins: [origin], reports: [reports] })))
    const numbers = new Map(all.map(({ own, origin }) => [origin.id, own]))
    for (const { own, origin } of all) now[own] = numbers.get(idOf(origin.id))!
    for (const origin of origins) this.#mergedAt[numbers.get(origin.id)!] = this.#merged.add(JSON.stringify(origin))
  }

  #joiningAt(own: number): Reported['joining'][number] {
    const i = countWhile(this.#from.size, (n) => this.#from.at(n) <= own) - 1
    return this.#read(i).joining[own - this.#from.at(i)]!
  }

  #read(i: number): Reported {
    return JSON.parse(this.#texts.at(this.#place.at(i))) as Reported
  }

  /** What a group reports that reports something. */
  of(group: number): Reported {
    return this.#read(this.#placeOf(group))
  }

  /** The id that an origin of a group goes by, once they are merged. */
  idOf(group: number, id: string): string {
    const own = this.#find(group, id)
    return own < 0 ? id : idFrom(this.#id.at(this.#now.at(own)))
  }

  /** An origin of a group as it is once they are merged; null where a group before has it. */
  originOf(group: number, origin: Origin): Origin | null {
    const own = this.#find(group, origin.id)
    if (own < 0) return origin
    if (this.#now.at(own) !== own) return null
    const place = this.#mergedAt[own]!
    return place < 0 ? origin : (JSON.parse(this.#merged.at(place)) as Origin)
  }

  /** Whether the first group that had an origin, which joins reports, was this one. */
  wasFirst(group: number, { id }: Origin): boolean {
    return this.#was.at(this.#find(group, id)) === 1
  }

  /** How many origins of a group are those of groups before. */
  othersIn(group: number): number {
    const [from, end] = this.#range(this.#placeOf(group))
    let others = 0
    for (let own = from; own < end; own++) if (this.#now.at(own) !== own) others++
    return others
  }

  /** The origin of a group that joins reports and has an id; -1 where none does. */
  #find(group: number, id: string): number {
    const [from, end] = this.#range(this.#placeOf(group))
    const number = from < end ? numberOf(id) : 0
    for (let own = from; own < end; own++) if (this.#id.at(own) === number) return own
    return -1
  }

  /** The place of a group among those that report something, or -1. */
  #placeOf(group: number): number {
    const i = countWhile(this.#group.size, (n) => this.#group.at(n) < group)
    return i < this.#group.size && this.#group.at(i) === group ? i : -1
  }

  /** The origins that join reports of a group in a place: the first, and the one behind the last. */
  #range(i: number): readonly [from: number, end: number] {
    if (i < 0) return [0, 0]
    return [this.#from.at(i), i + 1 < this.#from.size ? this.#from.at(i + 1) : this.#now.size]
  }

  /** What {@link reportedBefore} finds in the next run. */
  get kept(): ToKeep {
    const first = columnOf(Uint8Array, this.#now.size, (own) => Number(this.#now.at(own) === own))
    return { numbers: { reportedGroup: this.#group.values, reportedPlace: this.#place.values, reportedFrom: this.#from.values, reportedFirst: first, reported: this.#texts }, lists: {} }
  }
}

/** What groups reported in an earlier run, by their numbers then; null where it is nothing. */
export function reportedBefore({ numbers }: Kept): (group: number) => WrittenReported | null {
  const [groups, places, from, first] = ['reportedGroup', 'reportedPlace', 'reportedFrom', 'reportedFirst'].map((name) => wholeOf(numbers[name]!)) as [Column, Column, Column, Uint8Array]
  const texts = new TextsInColumn(numbers['reported'] as SlicedColumn<Uint8Array>)
  return (group) => {
    const i = countWhile(groups.length, (n) => groups[n]! < group)
    return groups[i] === group ? { text: texts.at(places[i]!), first: first.subarray(from[i], from[i + 1]) } : null
  }
}
