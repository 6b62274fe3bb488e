import { FUNCTION_WORDS } from '../../lexicon/function-words.ts'
import { lemmaOf } from '../../lexicon/synonyms.ts'
import type { Config } from '../../model/config.ts'
import { namedTopic, wordsOf } from '../../text/named-topic.ts'

/** Least share of the weight of two targets' words that they hold in common, to be one topic. */
const SAME = 0.5
/** A rare word weighs at most as much as one that 1 of this many targets holds. */
const RAREST = 50
/** Topics are looked up by so many of a target's rarest words. */
const TELLING = 3

/**
 * One topic id for each target, so that targets that mean the same thing over the corpus come together: by the phrases of
 * `configTopics` where one is in the target (the earlier topic first), else by content words. Targets are taken from the most
 * frequent down; each joins the first topic that it shares at least half of its weighted word stems with, or founds one, whose id
 * is its own words as a slug. The order of `targets` plays no part.
 */
export function topicsOf(targets: readonly string[], configTopics: Config['topics']): ReadonlyMap<string, string> {
  const counts = new Map<string, number>()
  for (const target of targets) counts.set(target, (counts.get(target) ?? 0) + 1)
  const stems = new Map([...counts.keys()].map((target) => [target, stemsOf(target)]))
  const weigh = weightsOf(counts, stems)

  const topics = new Map<string, string>()
  const founders = new Map<string, Founder[]>()
  for (const target of [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)! || a.length - b.length || (a < b ? -1 : 1))) {
    const own = stems.get(target)!
    const chosen = namedTopic(target, configTopics) ?? nearest(own, founders, weigh)?.id
    topics.set(target, chosen ?? slugOf(target))
    if (chosen !== undefined) continue
    const founder = { id: slugOf(target), stems: own }
    for (const stem of own) founders.set(stem, [...(founders.get(stem) ?? []), founder])
  }
  return topics
}

interface Founder {
  readonly id: string
  readonly stems: ReadonlySet<string>
}

/** The founded topic that shares most with the stems, if that is enough; of equals the one founded first. */
function nearest(
  own: ReadonlySet<string>,
  founders: ReadonlyMap<string, readonly Founder[]>,
  weigh: (stem: string) => number,
): Founder | null {
  let best: Founder | null = null
  let most = SAME
  const telling = [...own].sort((a, b) => weigh(b) - weigh(a)).slice(0, TELLING)
  for (const founder of new Set(telling.flatMap((stem) => founders.get(stem) ?? []))) {
    const total = (stems: Iterable<string>) => [...stems].reduce((sum, stem) => sum + weigh(stem), 0)
    const share = total([...own].filter((stem) => founder.stems.has(stem))) / total(new Set([...own, ...founder.stems]))
    if (share > most || (share === most && best === null)) [best, most] = [founder, share]
  }
  return best
}

/** How much a stem tells apart: the logarithm of how many targets there are to each that holds it. */
function weightsOf(counts: ReadonlyMap<string, number>, stems: ReadonlyMap<string, ReadonlySet<string>>): (stem: string) => number {
  const held = new Map<string, number>()
  let all = 0
  for (const [target, count] of counts) {
    all += count
    for (const stem of stems.get(target)!) held.set(stem, (held.get(stem) ?? 0) + count)
  }
  return (stem) => Math.log(1 + Math.min(RAREST, all / (held.get(stem) ?? 1)))
}

/** First letters of the lemmas of the content words; all words where there is no other. */
function stemsOf(target: string): ReadonlySet<string> {
  const words = wordsOf(target)
  const content = words.filter((word) => word.length > 1 && !FUNCTION_WORDS.has(word))
  return new Set((content.length > 0 ? content : words).map((word) => lemmaOf(word).slice(0, 6)))
}

function slugOf(target: string): string {
  const words = wordsOf(target)
  const content = words.filter((word) => !FUNCTION_WORDS.has(word) || words.length === 1)
  return (content.length > 0 ? content : words).join('-') || 'unnamed'
}
