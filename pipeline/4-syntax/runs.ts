import { SAYING_NOUNS } from '../lexicon/reporting-nouns.ts'
import type { SegmentedText } from '../model/layers.ts'
import { POS, WORD, wordClass } from './words.ts'

/** Per token the part of speech, the {@link WORD} classes, and the nominal run around it. */
export interface Runs {
  readonly tag: Int32Array
  readonly is: Int32Array
  readonly run: Int32Array
  readonly runEnd: Int32Array
}

/** Shorter words before a hyphen are prefixes of verbs, but for capitals: `co-operate`, `pre-empted`. */
const LEAST_BOUND = 4

const NOMINAL = POS.DET | POS.ADJ | POS.NOUN | POS.PROPN | POS.NUM | POS.PRON | POS.SYM

/**
 * Nominal runs: articles, adjectives, numbers, nouns, pronouns and possessive endings one behind the other, begun anew at an article or
 * pronoun. Quotation marks belong to none, whatever their part of speech.
 */
export function nominalRuns({ tokens, sentences }: SegmentedText, mark: Int8Array): Runs {
  const n = tokens.length
  const tag = new Int32Array(n)
  const is = new Int32Array(n)
  const run = new Int32Array(n).fill(-1)
  const runEnd = new Int32Array(n).fill(-1)
  for (let i = 0; i < n; i++) {
    const found = wordClass(tokens[i]!.form)
    tag[i] = mark[i] ? POS.PUNCT : isOwned(i, found.tag) ? POS.NOUN : found.tag
    is[i] = mark[i] ? 0 : found.is
  }
  for (let i = 2; i + 1 < n; i++) if (is[i - 1]! & WORD.hyphen && isCompound(i)) tag[i] = POS.ADJ
  const glued = (i: number) => is[i]! & WORD.hyphen && i > 0 && i < n - 1 && tokens[i]!.start === tokens[i - 1]!.end
  const nominal = (i: number) => (tag[i]! & NOMINAL && !(is[i]! & WORD.relative)) || is[i]! & WORD.possessive || glued(i)
  for (const { firstToken, endToken } of sentences)
    for (let i = firstToken; i < endToken; ) {
      if (!nominal(i) || is[i]! & WORD.possessive) {
        i++
        continue
      }
      let j = i + 1
      for (; j < endToken && nominal(j); j++) {
        const before = tag[j - 1]!
        if (tag[j]! & POS.DET && !(before & POS.DET)) break
        if (tag[j]! & POS.PRON && !(is[j - 1]! & WORD.possessive) && !(before & POS.DET)) break
      }
      run.fill(i, i, j)
      runEnd.fill(j, i, j)
      i = j
    }
  for (let i = 1; i < n; i++) {
    if (isVerbInDisguise(i)) tag[i] = POS.VERB
    else if (isTitleInDisguise(i)) tag[i] = POS.NOUN
    if (isPlainApostrophe(i)) is[i] = WORD.possessive
  }
  return { tag, is, run, runEnd }

  /** Nouns that are tagged as verbs behind whose they are, or as what there is: `the minister's | escape`, `there are | rumours`. */
  function isOwned(i: number, own: number): boolean {
    if (i > 1 && own & POS.VERB && is[i - 1]! & WORD.be && tokens[i - 2]!.lower === 'there') return !/(?:ed|ing|en)$/.test(tokens[i]!.lower)
    return i > 0 && (own & POS.VERB) !== 0 && (is[i - 1]! & WORD.possessive) !== 0 && tokens[i - 1]!.pos === 'PART' && !tokens[i]!.lower.endsWith('ed')
  }

  /** Participles that a hyphen binds to the word before and that describe the noun behind: `the Norby- | based | group`; but `re- | elected`. */
  function isCompound(i: number): boolean {
    const [bound, hyphen, own] = [tokens[i - 2]!, tokens[i - 1]!, tokens[i]!]
    if (!(tag[i]! & POS.VERB) || hyphen.start !== bound.end || own.start !== hyphen.end || (bound.text.length < LEAST_BOUND && bound.text === bound.lower)) return false
    return (tag[i + 1]! & (POS.NOUN | POS.PROPN | POS.ADJ)) !== 0 && tokens[i + 1]!.start > own.end
  }

  /** Titles that are tagged as adjectives: `the fire | chief | said`. */
  function isTitleInDisguise(i: number): boolean {
    return (tag[i]! & POS.ADJ) !== 0 && (is[i]! & WORD.title) !== 0 && (tag[i - 1]! & POS.NOUN) !== 0 && i + 1 < n && (tag[i + 1]! & (POS.VERB | POS.AUX)) !== 0
  }

  /** The mark of `the cyclists' plan`. */
  function isPlainApostrophe(i: number): boolean {
    const { text, start, end } = tokens[i]!
    if ((text !== "'" && text !== '’') || mark[i] || i + 1 >= n) return false
    return tokens[i - 1]!.end === start && tokens[i - 1]!.lower.endsWith('s') && tokens[i + 1]!.start > end && run[i + 1] === i + 1
  }

  /** Verbs that are tagged as nouns or adjectives: `fishermen rescued`, `the Herald reports that`, `her son rides a`, `by moving the`, `will close`, `was branded “reckless”`. */
  function isVerbInDisguise(i: number): boolean {
    if (!(tag[i]! & (POS.NOUN | POS.ADJ)) || mark[i - 1]) return false
    const { lower, text } = tokens[i]!
    const before = tokens[i - 1]!
    if (text !== lower) return false
    const articleNext = i + 1 < n && ((tag[i + 1]! & POS.DET) !== 0 || (is[i + 1]! & WORD.possessivePronoun) !== 0)
    if (is[i - 1]! & WORD.modal && tag[i - 1]! & POS.AUX) return true
    if (is[i - 1]! & WORD.be && lower.endsWith('ed') && is[i]! & WORD.reporting) return mark[i + 1] === 1 || /^(?:by|as)$/.test(tokens[i + 1]?.lower ?? '')
    if (lower.endsWith('ing')) return articleNext && (tag[i - 1]! & (POS.ADP | POS.PUNCT)) !== 0
    if (articleNext && lower.endsWith('ed') && is[i]! & WORD.participle && tag[i - 1]! & (POS.PUNCT | POS.ADV)) return true
    if (before.lower === 'who') return lower.endsWith('s') && (is[i]! & WORD.reporting) !== 0
    const noun = (tag[i - 1]! & (POS.NOUN | POS.PROPN)) !== 0 && run[i] === run[i - 1] && !(is[i - 1]! & WORD.time)
    if (!noun) return false
    if (is[i]! & WORD.participle && lower.endsWith('ed')) return true
    // a strike, the Ledger reports.
    if (tag[i - 1]! & POS.PROPN && lower.endsWith('s') && is[i]! & WORD.reporting && /^[.,:]$/.test(tokens[i + 1]?.lower ?? '')) return true
    const that = tokens[i + 1]?.lower === 'that' && (is[i]! & WORD.reporting) !== 0
    return lower.endsWith('s') && !before.lower.endsWith('s') ? articleNext || that : that && !SAYING_NOUNS.has(lower)
  }
}
