import { listAt } from '../model/columns.ts'
import { LIKELY } from '../model/confidence.ts'
import type { StanceLabel } from '../model/schema.ts'
import { STANCE, UNNAMED, type ArticleColumns } from './articles.ts'
import { CountedStances } from './findings.ts'
import type { Joined } from './joined.ts'
import type { Words } from './words.ts'

/** A stance of an article's claim, at a place among the numbers of its stances. */
export interface ToldStance {
  readonly claim: number
  readonly label: StanceLabel
  readonly target: string
  /** Equal for targets that are the same thing, as far as the article and its group tell. */
  readonly topic: string
  readonly confidence: number
}

/** The stances of the claims of an article, by where it stands among all and its number, those of a claim one behind another. */
export function stancesOf({ stances, claims }: ArticleColumns, n: number, article: number, words: Words, joined: Joined): readonly ToldStance[] {
  const numbers = listAt(stances, n)
  return Array.from({ length: numbers.length / STANCE }, (_, i) => {
    const [claim, label, target, topic, confidence] = numbers.subarray(i * STANCE, (i + 1) * STANCE) as unknown as [number, number, number, number, number]
    const known = topic > 0 ? topic - 1 : topicIn(joined.groupOf(article, listAt(claims, n)[claim]!)?.topics, target)
    return { claim, label: words.at(label) as StanceLabel, target: words.at(target), topic: known === undefined ? words.at(target).toLowerCase() : words.at(known), confidence }
  })
}

function topicIn(topics: Uint32Array | undefined, target: number): number | undefined {
  for (let i = 0; i < (topics?.length ?? 0); i += 2) if (topics![i] === target) return topics![i + 1]
  return undefined
}

/** What is counted over all articles. */
export interface Counts {
  /** Claims of nobody who is named, as far as they are likelier right than not. */
  unnamed: number
  readonly unlikely: { claims: number; stances: number }
  /** Words. */
  readonly outlets: Set<number>
  readonly stances: { readonly likely: CountedStances; readonly all: CountedStances }
}

/** Counts over all articles; `told` gives, by where one stands, the numbers of its speakers and the stances of its claims. */
export function counted(columns: ArticleColumns, told: (n: number) => { readonly speakers: Uint32Array; readonly stances: readonly ToldStance[] }, ids: readonly string[]): Counts {
  const { outlets, claims, confidences, traits, saidBy, stances: { from: stancesFrom } } = columns
  const counts: Counts = { unnamed: 0, unlikely: { claims: 0, stances: 0 }, outlets: new Set(), stances: { likely: new CountedStances(), all: new CountedStances() } }
  for (const [claim, confidence] of confidences.entries()) {
    if (confidence < LIKELY) counts.unlikely.claims++
    else if ((traits[claim]! & UNNAMED) > 0) counts.unnamed++
  }
  for (const [n, outlet] of outlets.entries()) {
    if (outlet > 0) counts.outlets.add(outlet - 1)
    if (stancesFrom[n] === stancesFrom[n + 1]) continue
    const { speakers, stances } = told(n)
    for (const { claim: place, label, target, topic, confidence } of stances) {
      const claim = claims.from[n]! + place
      const stance = { speakers: Array.from(listAt(saidBy, claim), (speaker) => ids[speakers[speaker]!]!), label, target, topic }
      counts.stances.all.add(stance)
      if (confidence < LIKELY) counts.unlikely.stances++
      else if (confidences[claim]! >= LIKELY) counts.stances.likely.add(stance)
    }
  }
  return counts
}
