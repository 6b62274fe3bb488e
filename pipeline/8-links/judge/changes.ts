import type { Change } from '../../model/schema.ts'
import { replacedIn, type Replaced } from '../../text/edits.ts'
import { WordReader, type ScannedWords } from '../../text/scanned-words.ts'

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
  const longer = Math.max(from.numbers.length, to.numbers.length)
  if (a.quoted !== b.quoted && longer - inCommon(from.numbers, to.numbers) > PARAPHRASED * longer) return paraphrased
  const edits = editsOf(from, to)
  if (a.quoted !== b.quoted) {
    const touched = edits.reduce((n, edit) => n + Math.max(edit.from.length, edit.to.length), 0)
    if (touched > PARAPHRASED * longer) return paraphrased
  }
  return edits.map((edit) => ({ kind: kindOf(edit), from: edit.from.join(' '), to: edit.to.join(' ') }))
}

interface Words extends ScannedWords {
  readonly text: string
}

/** The words of texts that were read before: each is compared with several. */
const READ = new Map<string, Words>()
const MOST_READ = 1 << 8
const MOST_WORDS = 1 << 17
let reader = new WordReader()

function forget(): void {
  READ.clear()
  if (reader.size > MOST_WORDS) reader = new WordReader()
}

function wordsOf(text: string): Words {
  let words = READ.get(text)
  if (words === undefined) READ.set(text, (words = { text, ...reader.read(text) }))
  return words
}

/** Words as they stand. */
function exactIn({ text, places }: Words, [start, end]: readonly [number, number]): readonly string[] {
  const words: string[] = []
  for (let i = start; i < end; i++) words.push(text.slice(places[2 * i], places[2 * i + 1]))
  return words
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
  readonly from: readonly string[]
  readonly to: readonly string[]
}

function editsOf(a: Words, b: Words): readonly Edit[] {
  const replaced = replacedIn(a.numbers, b.numbers, MOST_EDITS) ?? [middleOf(a.numbers, b.numbers)]
  return replaced.map(({ from, to }) => ({ from: exactIn(a, from), to: exactIn(b, to) }))
}

/** What stands between the words that both begin and both end with. */
function middleOf(a: Int32Array, b: Int32Array): Replaced {
  const shorter = Math.min(a.length, b.length)
  let [start, end] = [0, 0]
  while (start < shorter && a[start] === b[start]) start++
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  return { from: [start, a.length - end], to: [start, b.length - end] }
}

/** A negation that comes or goes with more words than this is part of what was cut or added. */
const FEW_WORDS = 3

const numbersIn = (words: readonly string[]) => words.filter((word) => NUMERIC.test(word)).join(' ')
const negations = (words: readonly string[]) => words.filter((word) => NEGATIVE.test(word)).length

function kindOf({ from, to }: Edit): Change['kind'] {
  const [was, is] = from.length > 0 && to.length > 0 ? [numbersIn(from), numbersIn(to)] : ['', '']
  if (was !== is && was !== '' && is !== '') return 'number'
  if (Math.max(from.length, to.length) <= FEW_WORDS && negations(from) % 2 !== negations(to) % 2) return 'negation'
  if (to.length === 0) return 'cut'
  return from.length === 0 ? 'added' : 'reworded'
}
