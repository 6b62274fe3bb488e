import type { StanceLabel } from '../model/schema.ts'
import { LIKELY } from '../model/confidence.ts'
import type { Findings, Matrix, Shown, StanceRow } from './data.ts'
import type { CountedGroup } from './facts.ts'

/** A group as far as it may be a finding. */
export type FoundGroup = Pick<CountedGroup, 'likely' | 'all' | 'differs'> & {
  readonly id: string
  readonly contradictedBy: readonly { readonly group: string; readonly confidence: number }[]
}

/** What deserves a look; with `likely`, from what is likelier right than not. Groups come in order of support and stay so. */
export function findings(groups: readonly FoundGroup[], likely: boolean): Findings {
  const support = (group: FoundGroup) => (likely ? group.likely : group.all)
  const carried: FoundGroup[] = []
  const oneOrigin: FoundGroup[] = []
  const contradicted: [string, string][] = []
  const places = new Map(groups.map(({ id }, place) => [id, place]))
  for (const [index, group] of groups.entries()) {
    const { independent, articles } = support(group)
    if (independent > 1) carried.push(group)
    else if (articles > 1) oneOrigin.push(group)
    for (const { group: other, confidence } of group.contradictedBy) {
      const place = places.get(other) ?? -1
      if (place < index || (likely && confidence < LIKELY)) continue
      if (articles > 0 && support(groups[place]!).articles > 0) contradicted.push([group.id, other])
    }
  }
  carried.sort((a, b) => support(b).independent - support(a).independent)
  oneOrigin.sort((a, b) => support(b).articles - support(a).articles)
  const differing = groups.filter(({ differs }) => (likely ? differs.likely : differs.all))
  return { carried: idsOf(carried), contradicted, differing: idsOf(differing), oneOrigin: idsOf(oneOrigin) }
}

const idsOf = (groups: readonly FoundGroup[]) => groups.map(({ id }) => id)

/** How many findings of each sort the overview shows. */
const SHOWN = 6

/** What the overview shows of findings. */
export function shownOf(found: Findings, matrix: Matrix): Shown {
  const { carried, contradicted, differing, oneOrigin } = found
  return {
    count: { carried: carried.length, contradicted: contradicted.length, differing: differing.length, oneOrigin: oneOrigin.length },
    first: { carried: carried.slice(0, SHOWN), contradicted: contradicted.slice(0, SHOWN), differing: differing.slice(0, SHOWN), oneOrigin: oneOrigin.slice(0, SHOWN) },
    matrix,
  }
}

/** How many speakers and targets the matrix shows. */
const MOST_SPEAKERS = 12
const MOST_TARGETS = 8

/** Who stands where on what, counted claim by claim. */
export class CountedStances {
  readonly #counts = new Map<string, { speaker: string; topic: string; label: StanceLabel; claims: number }>()
  readonly #texts = new Map<string, string>()

  add({ speakers, label, target, topic }: Omit<StanceRow, 'confidence'> & { readonly speakers: readonly string[] }): void {
    this.#texts.set(topic, shorter(this.#texts.get(topic), target))
    for (const speaker of speakers) {
      const at = `${speaker}\n${topic}\n${label}`
      const count = this.#counts.get(at)
      if (count === undefined) this.#counts.set(at, { speaker, topic, label, claims: 1 })
      else count.claims++
    }
  }

  /** The targets with the most speakers, and the speakers with the most stances on those. */
  matrix(): Matrix {
    const all = [...this.#counts.values()]
    const topics = mostFirst(all, ({ topic }) => topic, ({ speaker }) => speaker).slice(0, MOST_TARGETS)
    const onThose = all.filter(({ topic }) => topics.includes(topic))
    const speakers = mostFirst(onThose, ({ speaker }) => speaker, ({ topic }) => topic).slice(0, MOST_SPEAKERS)
    return {
      speakers,
      targets: topics.map((topic) => ({ topic, text: this.#texts.get(topic) ?? topic })),
      cells: onThose.flatMap(({ speaker, topic, label, claims: number }) => {
        const row = speakers.indexOf(speaker)
        return row === -1 ? [] : [{ speaker: row, target: topics.indexOf(topic), label, claims: number }]
      }),
    }
  }
}

/** The keys, those first that go with the most different others; equal ones in order of appearance. */
function mostFirst<T, K>(items: readonly T[], keyOf: (item: T) => K, otherOf: (item: T) => unknown): K[] {
  const others = new Map<K, Set<unknown>>()
  for (const item of items) {
    const set = others.get(keyOf(item)) ?? new Set()
    others.set(keyOf(item), set.add(otherOf(item)))
  }
  return [...others].sort(([, a], [, b]) => b.size - a.size).map(([key]) => key)
}

function shorter(a: string | undefined, b: string): string {
  return a === undefined || b.length < a.length ? b : a
}
