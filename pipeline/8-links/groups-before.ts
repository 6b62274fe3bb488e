import { newColumn, wholeOf, type SlicedColumn } from '../model/columns.ts'
import type { Claims } from './claims/claims.ts'
import { linksBefore, type LinksBefore } from './pairs/judged.ts'
import { reportedBefore, type WrittenReported } from './origins/reported.ts'
import { keptOf, type Past, type ToKeep } from './past.ts'

/** The groups of claims, by number in the order of their first claims. */
export interface Grouping {
  /** For each claim the one that leads its group. */
  readonly leader: Uint32Array
  /** For each group, how many origins are first of it. */
  readonly origins: Uint32Array
  /** Targets that one speaker supports and another opposes. */
  readonly contested: readonly string[]
  /** What a run has to know of what they report that makes no group of it anew, see {@link ReportedOrigins}. */
  readonly reported: ToKeep
}

/** What the next run is to know of the groups. */
export const keptGroups = ({ leader, origins, contested, reported }: Grouping): ToKeep => keptOf([{ numbers: { leader, origins }, lists: { contested } }, reported])

/** What an earlier run found, as far as it may stand still. */
export class GroupsBefore {
  readonly leader: Uint32Array
  readonly contested: readonly string[]
  /** The number that each claim had; -1 of one that is new, or of an article of which something has changed that decides its groups. */
  readonly was: Int32Array
  readonly links: LinksBefore
  /** By claim that leads a group, the number of the group. */
  readonly #numbers: Int32Array
  /** Where the lines of each group's origins begin. */
  readonly #firstLine: Uint32Array
  readonly #reported: (group: number) => WrittenReported | null

  /** `moved` gives the numbers that claims have now, or -1, and `stands` says of an article whether the articles that have its text are the same. */
  constructor({ kept }: Past, moved: Int32Array, { size, articleOf }: Claims, stands: (article: number) => boolean) {
    const [leader, origins] = [wholeOf(kept.numbers['leader'] as SlicedColumn<Uint32Array>), wholeOf(kept.numbers['origins']!)]
    const { contested } = kept.lists as Record<string, readonly string[]>
    this.was = newColumn(Int32Array, size).fill(-1)
    moved.forEach((now, before) => {
      if (now >= 0 && stands(articleOf[now]!)) this.was[now] = before
    })
    this.leader = leader
    this.contested = contested!
    this.links = linksBefore(kept, moved)
    this.#numbers = numbersOf(leader)
    this.#firstLine = newColumn(Uint32Array, origins.length + 1)
    origins.forEach((count, i) => (this.#firstLine[i + 1] = this.#firstLine[i]! + count))
    this.#reported = reportedBefore(kept)
  }

  /** The number that the group had which a claim leads: its line. */
  numberOf(lead: number): number {
    return this.#numbers[this.was[lead]!]!
  }

  /** The line of the first of its origins, and the one behind the last. */
  originsAt(lead: number): readonly [from: number, to: number] {
    const number = this.numberOf(lead)
    return [this.#firstLine[number]!, this.#firstLine[number + 1]!]
  }

  /** What the group reported; null where none of its origins joins reports. */
  reportedOf(lead: number): WrittenReported | null {
    return this.#reported(this.numberOf(lead))
  }
}

/** For each claim that leads a group the number of the group, in the order of their first claims. */
function numbersOf(leader: Uint32Array): Int32Array {
  const numbers = newColumn(Int32Array, leader.length).fill(-1)
  let next = 0
  for (let n = 0; n < leader.length; n++) if (numbers[leader[n]!]! < 0) numbers[leader[n]!] = next++
  return numbers
}
