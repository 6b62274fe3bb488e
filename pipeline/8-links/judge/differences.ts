import { FUNCTION_WORDS } from '../../lexicon/frequencies.ts'
import type { Difference } from '../../model/schema.ts'
import { Numbers, replacedIn, type Replaced } from '../../text/edits.ts'
import type { ClaimRow } from '../row.ts'
import { detailOf } from './detail.ts'
import { type Word, wordingOf } from './wording.ts'

/** Two versions of one wording share this much of the shorter, word by word in order; a detail is so many words. */
const ALIGNED = 0.6
const DETAIL = 3
/** So many words that both have stand before and behind a detail, or either text begins or ends there; and so many in all. */
const ANCHORED = { each: 1, both: 3 } as const
/** Versions that are further apart than by so many words are not aligned. */
const MOST_EDITS = 1000
/** A text in which so many of the longer words have capitals is a headline: a capital makes no name there. */
const HEADLINE = { share: 0.7, words: 4, letters: 4 } as const

/** One version of an utterance, read once for all comparisons: its words, and how they are compared. */
export interface Version extends Reading {
  readonly row: ClaimRow
}

interface Reading {
  readonly words: readonly Word[]
  /** For each word a number, equal for words that are the same as they are compared. */
  readonly numbers: Int32Array
  readonly headline: boolean
}

/** Reads claims for {@link differencesOf}: what is compared is read together. Pure. */
export function versionsOf(rows: readonly ClaimRow[]): readonly Version[] {
  const numbers = new Numbers()
  const read = new Map<string, Reading>()
  return rows.map((row) => {
    const parts = row.claim.content.map(({ exact }) => exact)
    const key = parts.join('\u001f')
    const reading = read.get(key) ?? readingOf(wordingOf(parts), numbers)
    read.set(key, reading)
    return { row, ...reading }
  })
}

function readingOf(words: readonly Word[], numbers: Numbers): Reading {
  const long = words.filter(({ exact }) => exact.length >= HEADLINE.letters)
  const headline = long.length >= HEADLINE.words && long.filter(({ exact }) => /^\p{Lu}/u.test(exact)).length >= HEADLINE.share * long.length
  return { words, numbers: Int32Array.from(words, ({ plain }) => numbers.of(plain)), headline }
}

/** The details in which two versions of one utterance disagree, each with the words of either version. Pure. */
export function differencesOf(x: Version, y: Version): readonly Difference[] {
  if (x.headline || y.headline) return []
  const edits = replacedIn(x.numbers, y.numbers, MOST_EDITS)
  if (edits === null) return []
  const kept = x.words.length - edits.reduce((sum, { from: [start, end] }) => sum + end - start, 0)
  if (kept < ALIGNED * Math.min(x.words.length, y.words.length)) return []
  const quoted = x.row.claim.kind === 'direct' && y.row.claim.kind === 'direct'
  return edits.flatMap((edit, k) => {
    const [was, is] = [withoutArticle(x.words.slice(...edit.from)), withoutArticle(y.words.slice(...edit.to))]
    if (was.length === 0 || is.length === 0 || Math.max(was.length, is.length) > DETAIL || !isAnchored(x, y, edits, k)) return []
    const kind = detailOf(was, is, quoted)
    return kind === null ? [] : [{ a: spanOf(x.row, was), b: spanOf(y.row, is), kind }]
  })
}

const withoutArticle = (words: readonly Word[]) => (words[0]?.plain === 'the' ? words.slice(1) : words)

/** Whether enough words that both have stand around a detail for the two to be in one place. */
function isAnchored(x: Version, y: Version, edits: readonly Replaced[], k: number): boolean {
  const { from, to } = edits[k]!
  const before = x.words.slice(edits[k - 1]?.from[1] ?? 0, from[0])
  const behind = x.words.slice(from[1], edits[k + 1]?.from[0])
  const begins = from[0] === 0 && to[0] === 0
  const ends = from[1] === x.words.length && to[1] === y.words.length
  const says = [...before, ...behind].some(({ plain }) => !FUNCTION_WORDS.has(plain))
  return says && (begins || before.length >= ANCHORED.each) && (ends || behind.length >= ANCHORED.each) && before.length + behind.length >= ANCHORED.both
}

/** The text of the claim between the first and the last word; within one span of its content. */
function spanOf({ article, claim }: ClaimRow, words: readonly Word[]): Difference['a'] {
  const { part, start } = words[0]!
  const span = claim.content[part]!
  const { end } = words.findLast((word) => word.part === part)!
  return { article, claim: claim.id, start: span.start + start, end: span.start + end, exact: span.exact.slice(start, end) }
}
