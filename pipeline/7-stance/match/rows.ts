import type { Token } from '../../model/layers.ts'
import { perForm, type WordForm } from '../../model/word-form.ts'
import { compile, matchAt, type Pattern } from './pattern.ts'

/** What a word can do for the patterns of a table of rows. */
interface Word<Row> {
  /** Patterns that it can begin; earlier rows stand first. */
  readonly begins: Entry<Row>[]
  /** Numbers of the needs (pattern.ts) that it meets. */
  readonly meets: number[]
}

interface Entry<Row> {
  readonly row: Row
  readonly pattern: Pattern
  /** The number of what the pattern needs, and how far off that may stand; number 0 is never missed. */
  readonly need: number
  readonly reach: number
}

/** Rows by the words of their patterns, so that a token meets only the few rows it could start. */
export interface RowIndex<Row> {
  /** What a form can do, as written and as its lemma. */
  readonly wordOf: (form: WordForm) => Word<Row>
  /** Scratch: for each need, by number, the nearest token behind that meets it. */
  readonly nearest: Int32Array
}

/** The index of all patterns of all rows. */
export function indexRows<Row extends { readonly match: readonly string[] }>(rows: readonly Row[]): RowIndex<Row> {
  const words = new Map<string, Word<Row>>()
  const wordOf = (text: string) => {
    const word = words.get(text) ?? { begins: [], meets: [] }
    words.set(text, word)
    return word
  }
  const numbers = new Map<string, number>([['', 0]])
  for (const row of rows)
    for (const source of row.match) {
      const pattern = compile(source)
      const needed = pattern.needs?.words ?? []
      const key = needed.join('|')
      const need = numbers.get(key) ?? numbers.size
      if (!numbers.has(key)) for (const text of new Set(needed)) wordOf(text).meets.push(need)
      numbers.set(key, need)
      for (const text of pattern.triggers) wordOf(text).begins.push({ row, pattern, need, reach: pattern.needs?.reach ?? 0 })
    }
  const nothing: Word<Row> = { begins: [], meets: [] }
  const wordOfForm = perForm(({ lower, lemma }) => {
    const written = words.get(lower)
    const base = lemma && lemma !== lower ? words.get(lemma) : undefined
    if (!written || !base) return written ?? base ?? nothing
    return { begins: [...written.begins, ...base.begins], meets: [...written.meets, ...base.meets] }
  })
  return { wordOf: wordOfForm, nearest: new Int32Array(numbers.size) }
}

export interface Match<Row> {
  readonly row: Row
  readonly pattern: Pattern
  /** Tokens `from` to before `to`. */
  readonly from: number
  readonly to: number
}

/**
 * Every match of every row that begins at a token; of one row, the longest at each. Before `cueEnd` parts of speech are not asked for.
 * Read from the end, so that it is known at each token how near what a pattern needs stands behind it: few patterns are tried.
 */
export function matchRows<Row>(index: RowIndex<Row>, tokens: readonly Token[], cueEnd: number): readonly Match<Row>[] {
  const found: Match<Row>[] = []
  const { wordOf, nearest } = index
  nearest.fill(tokens.length + FAR)
  for (let at = tokens.length - 1; at >= 0; at--) {
    const { begins, meets } = wordOf(tokens[at]!.form)
    if (begins.length > 0) {
      nearest[0] = at
      matchEntries(begins, nearest, tokens, at, cueEnd, found, found.length)
    }
    for (let k = 0; k < meets.length; k++) nearest[meets[k]!] = at
  }
  return found.length > 1 ? found.sort((a, b) => a.from - b.from) : found
}

/** Further than any pattern reaches. */
const FAR = 1000

/** Adds what matches at token `at` to `found`, whose entries from `first` on are of this token; of one row the longer match stays. */
function matchEntries<Row>(
  entries: readonly Entry<Row>[],
  nearest: Int32Array,
  tokens: readonly Token[],
  at: number,
  cueEnd: number,
  found: Match<Row>[],
  first: number,
): void {
  for (const { row, pattern, need, reach } of entries) {
    if (nearest[need]! > at + reach) continue
    const to = matchAt(pattern, tokens, at, at < cueEnd)
    if (to === null) continue
    let same = first
    while (same < found.length && found[same]!.row !== row) same++
    if (same === found.length || to > found[same]!.to) found[same] = { row, pattern, from: at, to }
  }
}
