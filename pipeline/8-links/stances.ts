import { FUNCTION_WORDS } from '../lexicon/function-words.ts'
import { lemmaOf } from '../lexicon/synonyms.ts'
import type { Config } from '../model/config.ts'
import type { Group } from '../model/schema.ts'
import { namedTopic, wordsOf } from '../text/named-topic.ts'
import type { ClaimRow } from './row.ts'
import { LIKELY } from '../model/confidence.ts'

/** One key for all targets that are the same thing: the configured topic that the target names, else its content words in any form and order. */
export function targetKey(target: string, topics: Config['topics']): string {
  const words = wordsOf(target)
  const content = words.filter((word) => word.length > 1 && !FUNCTION_WORDS.has(word))
  return namedTopic(target, topics) ?? ([...new Set((content.length > 0 ? content : words).map(lemmaOf))].sort().join('-') || 'unnamed')
}

const others = <T>(one: ReadonlySet<T>, other: ReadonlySet<T>) => [...one].some((id) => !other.has(id))

/** Whether a target names one thing by itself: a configured topic, or two content words and more; `Kim` or `the plan` may be any. */
const namesOneThing = (key: string, topics: Config['topics']) => key.includes('-') || topics.some(({ id }) => id === key)

/** A speaker's side on a target, likelier right than not. */
export interface Side {
  /** See {@link targetKey}. */
  readonly target: string
  readonly label: 'support' | 'oppose'
  /** Id in the registry. */
  readonly speaker: string
}

/** What a claim says of a target. */
export interface Stance {
  /** See {@link targetKey}. */
  readonly target: string
  /** The side that it takes, where it is likelier right than not and the target names one thing; else null. */
  readonly side: Side['label'] | null
}

/** What a claim says of its targets, one by one. */
export function stancesIn({ stance, confidence: ofClaim }: ClaimRow['claim'], topics: Config['topics']): readonly Stance[] {
  return stance.map(({ target, label, confidence }) => {
    const key = targetKey(target, topics)
    const isSide = confidence >= LIKELY && ofClaim >= LIKELY && (label === 'support' || label === 'oppose') && namesOneThing(key, topics)
    return { target: key, side: isSide ? label : null }
  })
}

/** The sides that the speakers of a claim take on targets that name one thing; where nobody is named, nobody in its article. */
export function sidesOf({ article, claim, speakers }: ClaimRow, topics: Config['topics']): readonly Side[] {
  const takers = speakers.length > 0 ? speakers.map(({ id }) => id) : [`nobody in ${article}`]
  return stancesIn(claim, topics).flatMap(({ target, side }) => (side === null ? [] : takers.map((speaker) => ({ target, label: side, speaker }))))
}

/** The targets that one speaker supports and another opposes, each by whatever tells it from others. The sides of one target, or of many. */
export function contestedTargets<Target, Speaker>(all: Iterable<{ readonly target: Target; readonly label: Side['label']; readonly speaker: Speaker }>): ReadonlySet<Target> {
  const sides = new Map<Target, Record<Side['label'], Set<Speaker>>>()
  for (const { target, label, speaker } of all) {
    const side = sides.get(target) ?? { support: new Set<Speaker>(), oppose: new Set<Speaker>() }
    sides.set(target, side)
    side[label].add(speaker)
  }
  return new Set([...sides].flatMap(([target, { support, oppose }]) => (others(support, oppose) && others(oppose, support) ? [target] : [])))
}

/** Who stands where on what, over the members of a group. */
export function stancesOf(rows: readonly ClaimRow[], topics: Config['topics']): Group['stances'] {
  const table = new Map<string, { target: string; topic: string; label: Group['stances'][number]['label']; speakers: Set<string> }>()
  for (const { claim, speakers } of rows)
    for (const { target, label } of claim.stance) {
      const topic = targetKey(target, topics)
      const entry = table.get(`${topic}\n${label}`) ?? { target, topic, label, speakers: new Set<string>() }
      entry.speakers.add(speakers.map(({ name }) => name).join(', ') || 'unknown')
      table.set(`${topic}\n${label}`, entry)
    }
  return [...table.values()].map(({ target, topic, label, speakers }) => ({ target, topic, label, speakers: [...speakers].sort() }))
}
