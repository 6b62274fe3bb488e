import { fold, known } from '../../lexicon/gazetteer.ts'
import { TIMES } from '../../lexicon/times.ts'
import { comparePair, type LonePair } from './lone-features.ts'
import lone from './lone-weights.json' with { type: 'json' }
import { probability } from './model.ts'

/** Whether two texts say the same, by themselves: no speakers, no time. */
export interface LoneJudgement {
  readonly same: boolean
  /** 0 to 1; from 0.5 on they are taken to say the same. */
  readonly score: number
  readonly why: readonly string[]
}

/** Conflicts tell apart what is otherwise one text: so much of one of them, and of the other (`nobody` for `several people`), what conflicts aside. */
const OTHERWISE = 0.95
const OTHERWISE_LEAST = 0.6

/**
 * Judges two texts by what the judge of links sees of their words, weighed for texts that are put side by side, which mostly share their words
 * (`claimtrace train --texts`). Symmetric.
 */
export function judgeTexts(a: string, b: string): LoneJudgement {
  const pair = comparePair(a, b)
  const p = probability(lone, lone.same, pair.features)
  const against = conflictIn(pair)
  const score = against === null ? p : Math.min(p, 1 - p)
  const { seen: { compared }, vocabulary: { words } } = pair
  const names = (ids: readonly number[]) => ids.map((id) => words[id]!).join(', ')
  const shared = compared.shared.length > 0 ? [`shared words: ${names(compared.shared)}`] : []
  const related = compared.related.map(([v, w]) => `related words: ${names([v])} / ${names([w])}`)
  return { same: score >= 0.5, score: Math.round(score * 1000) / 1000, why: [...(against === null ? [] : [against]), ...shared, ...related] }
}

/** The conflict of two texts that are otherwise one, or null. A name or a date more in one of them is none; a day, month or country in place of another is one, and any name where all else is the same. */
export function conflictIn({ conflict, vocabulary, texts }: LonePair): string | null {
  const [mine, others] = [timesIn(texts[0]), timesIn(texts[1])]
  const [from, to] = [[...mine].filter((time) => !others.has(time)), [...others].filter((time) => !mine.has(time))]
  if (from.length > 0 && to.length > 0) return `another time: ${from.join(', ')} / ${to.join(', ')}`
  const isCountry = (ids: readonly number[]) => ids.every((id) => known(fold(vocabulary.words[id]!))?.kind === 'country')
  if (conflict === null || conflict.kind === 'date') return null
  if (conflict.kind === 'name' && !conflict.words.every(isCountry) && Math.min(...conflict.shared) < OTHERWISE) return null
  return Math.max(...conflict.shared) < OTHERWISE || Math.min(...conflict.shared) < OTHERWISE_LEAST ? null : conflict.why
}

/** Days and months by name. */
const timesIn = (text: string) => new Set((text.match(/(?<!^|[.!?]\s+)\b\p{Lu}\p{Ll}+/gu) ?? []).filter((word) => TIMES.has(word.toLowerCase())))
