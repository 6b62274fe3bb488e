import { distance } from 'fastest-levenshtein'
import { FUNCTION_WORDS } from '../../lexicon/function-words.ts'
import { TIMES } from '../../lexicon/times.ts'
import type { Difference } from '../../model/schema.ts'
import { editRuns } from '../../text/edits.ts'
import type { ClaimRow } from '../row.ts'
import { sameWording } from './wording.ts'

const WORD = /\d+(?:[.,]\d+)*|[\p{L}\p{M}]+(?:['’-][\p{L}]+)*/gu
const NUMERAL = /^\d|^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|million|billion)$/i
const NAME = /^\p{Lu}/u
const YEAR = /^(?:19|20)\d\d$/
/** Two versions of one wording share this much of the shorter, word by word in order; a detail is so many words. */
const ALIGNED = 0.6
const DETAIL = 3
/** Versions that are further apart than by so many words are not aligned. */
const MOST_EDITS = 1000
/** Spellings of one name are at most so many letters apart. */
const SPELLING = 2

interface Word {
  readonly start: number
  readonly end: number
  readonly exact: string
}

/** One version of an utterance, read once for all comparisons: its words, and how they are compared. */
export interface Version {
  readonly row: ClaimRow
  readonly words: readonly Word[]
  readonly plain: readonly string[]
}

/** Reads a claim for {@link differencesOf}. Pure. */
export function versionOf(row: ClaimRow): Version {
  const words = wordsOf(row)
  return { row, words, plain: words.map(plain) }
}

/** The details in which two versions of one utterance disagree, each with the words of either version. Pure. */
export function differencesOf({ row: a, words: x, plain: from }: Version, { row: b, words: y, plain: to }: Version): readonly Difference[] {
  if (from.length === to.length && from.every((word, i) => word === to[i])) return []
  const parts = editRuns(from, to, MOST_EDITS)
  if (parts === null) return []
  const kept = parts.reduce((sum, { added, removed, count }) => sum + (added || removed ? 0 : count), 0)
  if (kept < ALIGNED * Math.min(x.length, y.length)) return []
  const found: Difference[] = []
  let [i, j] = [0, 0]
  parts.forEach(({ added, removed, count }, k) => {
    const next = parts[k + 1]
    if (removed && next?.added && count <= DETAIL && next.count <= DETAIL) {
      const [was, is] = [x.slice(i, i + count), y.slice(j, j + next.count)]
      const kind = kindOf(was, is, a.claim.kind === 'direct' && b.claim.kind === 'direct')
      if (kind !== null) found.push({ a: spanOf(a, was), b: spanOf(b, is), kind })
    }
    if (!added) i += count
    if (!removed) j += count
  })
  return found
}

function wordsOf({ claim }: ClaimRow): readonly Word[] {
  return claim.content.flatMap(({ start, exact }) => {
    let end = 0
    return (exact.match(WORD) ?? []).map((word) => {
      const at = exact.indexOf(word, end) // between two words there is no letter
      end = at + word.length
      return { start: start + at, end: start + end, exact: word }
    })
  })
}

const plain = ({ exact }: Word) => exact.toLowerCase().replaceAll('’', "'")

function kindOf(from: readonly Word[], to: readonly Word[], quoted: boolean): Difference['kind'] | null {
  if (sameWording(from.map(plain), to.map(plain))) return null
  const isName = (word: Word) => NAME.test(word.exact) && !FUNCTION_WORDS.has(plain(word))
  const both = (is: (word: Word) => boolean) => from.some(is) && to.some(is)
  if (both((word) => YEAR.test(word.exact) || (NAME.test(word.exact) && TIMES.has(plain(word))))) return 'date'
  if (both(({ exact }) => NUMERAL.test(exact))) return 'number'
  if (from.length === to.length && from.every(isName) && to.every(isName))
    return from.every((word, k) => distance(plain(word), plain(to[k]!)) <= SPELLING) ? 'spelling' : 'name'
  return quoted ? 'words' : null
}

/** The text of the claim between the first and the last word; within one span of its content, or the first word alone. */
function spanOf({ article, claim }: ClaimRow, words: readonly Word[]): Difference['a'] {
  const first = words[0]!
  const span = claim.content.find(({ start, end }) => start <= first.start && first.end <= end)!
  const { end } = words.findLast((word) => word.end <= span.end)!
  return { article, claim: claim.id, start: first.start, end, exact: span.exact.slice(first.start - span.start, end - span.start) }
}
