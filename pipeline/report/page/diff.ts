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

/** A word with what stands behind it; what stands before the first word goes with that. */
const PIECES = /[^\p{L}\p{N}]*[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*[^\p{L}\p{N}]*/gu
const AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu
/** Longer versions are not compared, since that takes time with the square of their differences. */
const MOST_WORDS = 1500
/** Versions that share less than this part of the words are told in other words. */
const SHARED = 0.5

/** Compares `text` with `base` word by word; case, punctuation and spaces make no difference. */
export function compare(base: string, text: string): Compared {
  const [from, to] = [base.match(PIECES) ?? [], text.match(PIECES) ?? []]
  if (from.length + to.length > MOST_WORDS) return { runs: null, lacks: [] }
  const parts = diffArrays(from, to, { comparator: same })
  const shared = parts.reduce((sum, { value, added, removed }) => sum + (added || removed ? 0 : value.length), 0)
  if (shared < SHARED * Math.min(from.length, to.length)) return { runs: null, lacks: [] }
  return {
    runs: parts.filter(({ removed }) => !removed).flatMap(({ value, added }) => (added ? alone(value.join('')) : [{ text: value.join(''), only: false }])),
    lacks: parts.flatMap(({ value, removed }) => (removed ? [value.join('').replace(AROUND, '')] : [])),
  }
}

const same = (a: string, b: string) => a.replace(AROUND, '').toLowerCase() === b.replace(AROUND, '').toLowerCase()

/** Words of one version alone, without the marks and spaces around them. */
function alone(text: string): Run[] {
  const [before = ''] = /^[^\p{L}\p{N}]*/u.exec(text) ?? []
  const [after = ''] = /[^\p{L}\p{N}]*$/u.exec(text.slice(before.length)) ?? []
  const words = text.slice(before.length, text.length - after.length)
  return [{ text: before, only: false }, { text: words, only: true }, { text: after, only: false }].filter((run) => run.text !== '')
}
