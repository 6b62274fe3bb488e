import { foldWords } from '../text/fold.ts'

/** Whether two names, descriptions or stance targets mean the same, as a person comparing an answer with gold would say. */

const RANKS = new Set('the a an of unnamed mr mrs ms dr president prime minister senator sen rep gov'.split(' '))
/** Words too short to tell targets apart by their length, yet telling. */
const SHORT_TELLING = new Set('eu un us uk war tax ban law aid gun job gop'.split(' '))
const MOST_EXTRA_WORDS = 3
const LONGEST_TARGET = 12
const LEAST_TARGET_SHARE = 0.2
const UNKNOWN_WORD_WEIGHT = 2

/** One name within the other (at most three words more), or the same last name and first initial; ranks do not count. */
function sameName(a: string, b: string): boolean {
  const [x, y] = [a, b].map((name) => foldWords(name).filter((word) => !RANKS.has(word))) as [string[], string[]]
  if (x.length === 0 || y.length === 0) return foldWords(a).join(' ') === foldWords(b).join(' ')
  const [few, many] = x.length <= y.length ? [x, y] : [y, x]
  if (many.length - few.length <= MOST_EXTRA_WORDS && few.every((word) => many.includes(word))) return true
  return x.at(-1) === y.at(-1) && x[0]?.charAt(0) === y[0]?.charAt(0)
}

/** {@link sameName}, or a word of four letters or more in common: for people without a name. */
export function sameDescription(a: string, b: string): boolean {
  return sameName(a, b) || foldWords(a).some((word) => word.length > 3 && foldWords(b).includes(word))
}

/** Whether every gold name is among ours and every one of ours among gold; both empty agree. */
export function sameNames({ gold, ours, anonymous }: {
  readonly gold: readonly string[]
  readonly ours: readonly string[]
  readonly anonymous: boolean
}): boolean {
  const same = anonymous ? sameDescription : sameName
  if (gold.length === 0 || ours.length === 0) return gold.length === ours.length
  return gold.every((g) => ours.some((o) => same(g, o))) && ours.every((o) => gold.some((g) => same(g, o)))
}

/**
 * Compares stance targets by the stems they share, each weighed by how well it tells gold's own targets apart. A target of more than
 * twelve words is none.
 */
export class TargetMatcher {
  private readonly weights = new Map<string, number>()

  constructor(goldTargets: readonly string[]) {
    const counts = new Map<string, number>()
    for (const target of goldTargets) for (const stem of stems(target)) counts.set(stem, (counts.get(stem) ?? 0) + 1)
    for (const [stem, count] of counts) this.weights.set(stem, Math.log(1 + goldTargets.length / count))
  }

  same({ gold, ours }: { readonly gold: string; readonly ours: string }): boolean {
    if (foldWords(ours).length > LONGEST_TARGET) return false
    const [x, y] = [stems(gold), stems(ours)]
    const shared = [...x].filter((stem) => y.has(stem))
    return shared.length > 0 && this.weigh(shared) / this.weigh(new Set([...x, ...y])) >= LEAST_TARGET_SHARE
  }

  private weigh(words: Iterable<string>): number {
    return [...words].reduce((sum, word) => sum + (this.weights.get(word) ?? UNKNOWN_WORD_WEIGHT), 0)
  }
}

function stems(text: string): ReadonlySet<string> {
  const telling = foldWords(text).filter((word) => word.length >= 4 || SHORT_TELLING.has(word))
  return new Set(telling.map((word) => word.slice(0, 5)))
}
