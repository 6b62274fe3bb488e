import type { Change } from '../../model/schema.ts'
import { Numbers, replacedIn } from '../../text/edits.ts'

const WORD = /\d+(?:[.,]\d+)*%?|[\p{L}\p{M}]+(?:['’][\p{L}]+)*/gu
const NUMERIC = /^\d|^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|thousand|million|billion|dozens?|half)$/i
const NEGATIVE = /^(?:not|no|never|none|nobody|nothing|nor|neither|without|cannot)$|n['’]t$/i
/** From this share of words that differ on, a text that is quoted on one side only is a paraphrase and is not spelt out word by word. */
const PARAPHRASED = 0.5

const UNCHANGED: readonly Change[] = []

/** A side of a comparison of wordings. */
export interface Wording {
  readonly text: string
  readonly quoted: boolean
}

/**
 * What was changed from a's wording to b's: words cut, added or reworded, a number or a negation changed, or a quotation
 * turned into a paraphrase. Case, punctuation and quotation marks are no changes.
 */
export function changesOf(a: Wording, b: Wording): readonly Change[] {
  if (a.text === b.text) return UNCHANGED
  if (READ.size > MOST_READ) forget()
  const [from, to] = [wordsOf(a.text), wordsOf(b.text)]
  const paraphrased: readonly Change[] = [{ kind: 'paraphrased', from: a.text, to: b.text }]
  const longer = Math.max(from.exact.length, to.exact.length)
  if (a.quoted !== b.quoted && longer - inCommon(from.numbers, to.numbers) > PARAPHRASED * longer) return paraphrased
  const edits = editsOf(from, to)
  if (a.quoted !== b.quoted) {
    const touched = edits.reduce((n, edit) => n + Math.max(edit.from.length, edit.to.length), 0)
    if (touched > PARAPHRASED * longer) return paraphrased
  }
  return edits.map((edit) => ({ kind: kindOf(edit), from: edit.from.join(' '), to: edit.to.join(' ') }))
}

/** The words of a text as they stand, and a number for each as it is compared. */
interface Words {
  readonly exact: readonly string[]
  readonly numbers: Int32Array
}

/** The words of texts that were read before: each is compared with several. */
const READ = new Map<string, Words>()
const MOST_READ = 1 << 10
let plainNumbers = new Numbers()
/** The numbers of words as they stand. */
const NUMBERED = new Map<string, number>()

function forget(): void {
  READ.clear()
  if (NUMBERED.size < MOST_NUMBERED) return
  NUMBERED.clear()
  plainNumbers = new Numbers()
}
const MOST_NUMBERED = 1 << 17

function wordsOf(text: string): Words {
  let words = READ.get(text)
  if (words !== undefined) return words
  const exact = text.match(WORD) ?? []
  words = { exact, numbers: new Int32Array(exact.length) }
  for (let i = 0; i < exact.length; i++) words.numbers[i] = numberOf(exact[i]!)
  READ.set(text, words)
  return words
}

function numberOf(word: string): number {
  let number = NUMBERED.get(word)
  if (number === undefined) NUMBERED.set(word, (number = plainNumbers.of(plain(word))))
  return number
}

/** How many words both have, in whatever order: no alignment keeps more. */
function inCommon(from: Int32Array, to: Int32Array): number {
  const left = new Map<number, number>()
  for (const word of from) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of to) {
    const count = left.get(word) ?? 0
    left.set(word, count - 1)
    if (count > 0) common++
  }
  return common
}

/** Wordings that are further apart than by so many words are not compared word by word: between their common beginning and end all is one change. */
const MOST_EDITS = 1000

interface Edit {
  from: string[]
  to: string[]
}

function editsOf({ exact: from, numbers: a }: Words, { exact: to, numbers: b }: Words): readonly Edit[] {
  const replaced = replacedIn(a, b, MOST_EDITS)
  return replaced === null ? [middleOf(from, to, (i, j) => a[i] === b[j])] : replaced.map((at) => ({ from: from.slice(...at.from), to: to.slice(...at.to) }))
}

/** What stands between the words that both begin and both end with. */
function middleOf(from: readonly string[], to: readonly string[], isSame: (i: number, j: number) => boolean): Edit {
  const shorter = Math.min(from.length, to.length)
  let [start, end] = [0, 0]
  while (start < shorter && isSame(start, start)) start++
  while (end < shorter - start && isSame(from.length - 1 - end, to.length - 1 - end)) end++
  return { from: from.slice(start, from.length - end), to: to.slice(start, to.length - end) }
}

const plain = (word: string) => word.toLowerCase().replace('’', "'")

/** A negation that comes or goes with more words than this is part of what was cut or added. */
const FEW_WORDS = 3

const numbersIn = (words: readonly string[]) => words.filter((word) => NUMERIC.test(word)).join(' ')
const negations = (words: readonly string[]) => words.filter((word) => NEGATIVE.test(word)).length

function kindOf({ from, to }: Edit): Change['kind'] {
  const [was, is] = [numbersIn(from), numbersIn(to)]
  if (was !== is && was !== '' && is !== '') return 'number'
  if (Math.max(from.length, to.length) <= FEW_WORDS && negations(from) % 2 !== negations(to) % 2) return 'negation'
  if (to.length === 0) return 'cut'
  return from.length === 0 ? 'added' : 'reworded'
}
