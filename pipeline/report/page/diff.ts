import { diffArrays } from 'diff'

/** A run of words that a version shares with another, or that it alone has. */
export interface Run {
  readonly text: string
  readonly only: boolean
}

/** What one version has and lacks beside another. Null runs: told in other words, so that marks would say nothing. */
export interface Compared {
  readonly runs: readonly Run[] | null
  readonly lacks: readonly string[]
}

const PIECES = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*|[^\p{L}\p{N}]+/gu
const WORD = /[\p{L}\p{N}]/u
/** Longer versions are not compared, since that takes time with the square of their differences. */
const MOST_PIECES = 3000
/** Versions that share less than this part of the words are told in other words. */
const SHARED = 0.4

/** Compares `text` with `base` word by word; case, quotation marks and spaces make no difference. */
export function compare(base: string, text: string): Compared {
  const [from, to] = [base.match(PIECES) ?? [], text.match(PIECES) ?? []]
  if (from.length + to.length > MOST_PIECES) return { runs: null, lacks: [] }
  const parts = diffArrays(from, to, { comparator: same })
  const shared = parts.reduce((sum, { value, added, removed }) => sum + (added || removed ? 0 : words(value)), 0)
  if (shared < SHARED * Math.min(words(from), words(to))) return { runs: null, lacks: [] }
  return {
    runs: joined(parts.filter(({ removed }) => !removed).map(({ value, added }) => ({ text: value.join(''), only: added && words(value) > 0 }))),
    lacks: parts.flatMap(({ value, removed }) => (removed && words(value) > 0 ? [value.join('').trim()] : [])),
  }
}

const words = (pieces: readonly string[]) => pieces.filter((piece) => WORD.test(piece)).length

/** Words by their letters; whatever stands between words is the same as any other. */
function same(a: string, b: string): boolean {
  return WORD.test(a) ? a.toLowerCase() === b.toLowerCase() : !WORD.test(b)
}

function joined(runs: readonly Run[]): Run[] {
  const all: Run[] = []
  for (const { text, only } of runs) {
    const last = all.at(-1)
    if (last?.only === only) all[all.length - 1] = { text: last.text + text, only }
    else all.push({ text, only })
  }
  return all
}
