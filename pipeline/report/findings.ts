import { type CountedClaim, type CountedGroup, type Findings, type Matrix } from './data.ts'
import type { StanceLabel } from '../model/schema.ts'
import { LIKELY } from '../model/confidence.ts'

/** What deserves a look; with `likely`, from what is likelier right than not. Groups come in order of support and stay so. */
export function findings(groups: readonly CountedGroup[], claims: readonly CountedClaim[], likely: boolean): Findings {
  const support = (group: CountedGroup | undefined) => (likely ? group?.likely : group?.all) ?? { independent: 0, articles: 0 }
  const shown = (claim: number) => !likely || (claims[claim]?.confidence ?? 0) >= LIKELY
  const carried: number[] = []
  const oneOrigin: number[] = []
  const differing: number[] = []
  const contradicted: [number, number][] = []
  for (const [index, group] of groups.entries()) {
    const { independent, articles } = support(group)
    if (independent > 1) carried.push(index)
    else if (articles > 1) oneOrigin.push(index)
    if (group.differs.some(([a, b]) => shown(a) && shown(b))) differing.push(index)
    for (const { group: other, confidence } of group.contradictedBy) {
      if (other < index || (likely && confidence < LIKELY)) continue
      if (articles > 0 && support(groups[other]).articles > 0) contradicted.push([index, other])
    }
  }
  carried.sort((a, b) => support(groups[b]).independent - support(groups[a]).independent || a - b)
  oneOrigin.sort((a, b) => support(groups[b]).articles - support(groups[a]).articles || a - b)
  return { carried, contradicted, differing, oneOrigin, matrix: matrixOf(claims, likely) }
}

/** How many speakers and targets the matrix shows. */
const MOST_SPEAKERS = 12
const MOST_TARGETS = 8

/** Who stands where on what: the targets with the most speakers, and the speakers with the most stances on those. */
function matrixOf(claims: readonly CountedClaim[], likely: boolean): Matrix {
  const counts = new Map<string, { speaker: number; topic: string; label: StanceLabel; claims: number }>()
  const texts = new Map<string, string>()
  for (const { speakers, stance, confidence } of claims) {
    if (likely && confidence < LIKELY) continue
    for (const { label, target, topic, confidence: sure } of stance) {
      if (likely && sure < LIKELY) continue
      texts.set(topic, shorter(texts.get(topic), target))
      for (const speaker of speakers) {
        const at = `${speaker}\n${topic}\n${label}`
        const count = counts.get(at)
        if (count === undefined) counts.set(at, { speaker, topic, label, claims: 1 })
        else count.claims++
      }
    }
  }
  const all = [...counts.values()]
  const topics = mostFirst(all, ({ topic }) => topic, ({ speaker }) => speaker).slice(0, MOST_TARGETS)
  const onThose = all.filter(({ topic }) => topics.includes(topic))
  const speakers = mostFirst(onThose, ({ speaker }) => speaker, ({ topic }) => topic).slice(0, MOST_SPEAKERS)
  return {
    speakers,
    targets: topics.map((topic) => ({ topic, text: texts.get(topic) ?? topic })),
    cells: onThose.flatMap(({ speaker, topic, label, claims: number }) => {
      const row = speakers.indexOf(speaker)
      return row === -1 ? [] : [{ speaker: row, target: topics.indexOf(topic), label, claims: number }]
    }),
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
