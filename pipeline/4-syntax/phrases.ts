import type { NounPhrase, SegmentedText, Tokens } from '../model/layers.ts'
import type { Runs } from './runs.ts'
import { isTimeNoun, isTimePhrase, POS, WORD } from './words.ts'

/** A noun phrase whose place in the sentence is still being worked out. */
export type Phrase = { -readonly [Key in keyof NounPhrase]: NounPhrase[Key] }

/** Words before a determiner that belong to the phrase: `all the clubs`. */
const PREDETERMINERS = new Set(['both', 'all', 'half', 'such', 'even', 'only', 'many', 'what', 'quite'])
const ORDINAL = /^(?:third|fourth|fifth|sixth|second|first|former|latter|other|rest|poor|rich|elderly)$/
const HEADS = POS.NOUN | POS.PROPN | POS.PRON | POS.NUM | POS.SYM

/** Tokens `from` to before `to` of a text, with what is known of each. */
interface Reading extends Runs {
  readonly tokens: SegmentedText['tokens']
  readonly from: number
  readonly to: number
}

/** The noun phrases of tokens `from` to before `to`, added in order; each lies in one nominal run, or in two that a participle joins. */
export function addPhrases(phrases: Phrase[], phraseAt: Int32Array, { tokens }: SegmentedText, runs: Runs, from: number, to: number): void {
  const here: Reading = { tokens, tag: runs.tag, is: runs.is, run: runs.run, runEnd: runs.runEnd, from, to }
  const { tag, is, run, runEnd } = runs
  for (let i = from; i < to; ) {
    const first = i
    if (!opens(here, i) || is[i]! & WORD.marker && !(is[i]! & WORD.alone)) {
      i++
      continue
    }
    let end = run[i]! >= 0 ? runEnd[i]! : i + 1
    for (let j = i + 1; j < end; j++) if (tag[j] === POS.VERB) end = j
    for (let next = goesOn(here, first, end); next > end; next = goesOn(here, first, next)) end = next
    for (const stop = end; i < stop; ) {
      const cut = cutAtTime(here, i, stop)
      addPhrase(here, phrases, phraseAt, i, cut)
      i = cut
    }
  }
}

/** A run begins here, or a demonstrative, article or number that no run holds. */
function opens(here: Reading, i: number): boolean {
  const { tokens, tag, is, run, from } = here
  if (run[i] === i) return tag[i] !== POS.VERB
  if (i > from && run[i]! >= 0 && (tag[i - 1] === POS.VERB || is[i - 1]! & WORD.marker) && tag[i] !== POS.VERB && run[i] === run[i - 1]) return true
  if (!(is[i]! & WORD.relative) || run[i]! >= 0 || run[i + 1]! !== i + 1) return false
  if (tokens[i]!.lower !== 'that' || !(tag[i + 1]! & (POS.NOUN | POS.ADJ | POS.NUM))) return false
  return isTimeNoun(tokens[i + 1]!.lower) || (tag[i] === POS.DET && !tokens[i + 1]!.lower.endsWith('s'))
}

/** Where the phrase goes on behind `end`: over a participle or adverb before its noun (`a proposed price`), a name's odd word. */
function goesOn(here: Reading, first: number, end: number): number {
  const { tokens, tag, is, run, runEnd, to } = here
  if (end + 1 > to) return end
  if (is[first]! & WORD.relative && end === first + 1) return runEnd[end]!
  if (is[end]! & WORD.possessive && run[end + 1] === end + 1) return runEnd[end + 1]!
  const last = tag[end - 1]!
  const { lower, text } = tokens[end]!
  const bare = last & POS.DET && !(is[end - 1]! & WORD.alone && tag[end]! & POS.AUX)
  const open = bare || is[end - 1]! & (WORD.possessivePronoun | WORD.possessive)
  const nounNext = end + 1 < to && run[end + 1] === end + 1 && tag[end + 1]! & (POS.NOUN | POS.PROPN | POS.ADJ | POS.NUM)
  if (open && nounNext && tag[end]! & POS.VERB && /(?:ed|ing|en|wn)$/.test(lower)) return runEnd[end + 1]!
  if (end === first + 1 && last & POS.ADJ && nounNext && tag[end]! & POS.VERB && lower.endsWith('ed')) return runEnd[end + 1]!
  if (open && nounNext && tag[end]! & (POS.ADV | POS.ADP) && !/^(?:of|in|on|at|as|by|with)$/.test(lower)) return runEnd[end + 1]!
  // A third said; the Daily Echo
  if (bare && ORDINAL.test(lower)) return run[end] === end ? runEnd[end]! : end + 1
  if (bare && last & POS.DET && PREDETERMINERS.has(tokens[end - 1]!.lower) && run[end] === end) return runEnd[end]!
  const capital = text !== lower && text.length > 2 && !(is[end]! & WORD.reporting)
  const named = last & POS.PROPN || (last & POS.NOUN && isArticled(here, first) && tokens[end - 1]!.text !== tokens[end - 1]!.lower)
  // said ranger | Dot Finch
  const surname = tokens[end + 1]
  const titled = last & POS.NOUN && tokens[end - 1]!.text === tokens[end - 1]!.lower && end + 1 < to && tag[end + 1]! & POS.PROPN && surname!.text !== surname!.lower
  if (capital && tag[end]! & (POS.VERB | POS.ADV | POS.ADP) && (bare || named || titled)) {
    tag[end] = POS.PROPN
    return nounNext ? runEnd[end + 1]! : end + 1
  }
  // a website posting | made on Monday
  if (lower.endsWith('ing') && tag[end]! & POS.VERB && last & (POS.NOUN | POS.PROPN) && isArticled(here, first) && tag[end + 1]! & (POS.VERB | POS.AUX)) {
    tag[end] = POS.NOUN
    return end + 1
  }
  return end
}

/** A phrase of running text that an article opens: no headline's. */
function isArticled({ tokens }: Reading, first: number): boolean {
  return /^(?:the|an?)$/.test(tokens[first]!.lower)
}

/** Where a time begins that only stands behind a phrase: `the mayor | Monday`, `officials | last week`. */
function cutAtTime({ tokens, tag, is }: Reading, first: number, end: number): number {
  if (is[first]! & WORD.time || isTimePhrase(tokens[first]!.lower, tokens[first + 1]?.lower ?? '')) {
    const own = is[first]! & WORD.time ? first + 1 : first + 2
    return own < end && tag[own]! & (POS.PROPN | POS.PRON) && !isTimeNoun(tokens[own]!.lower) && !(is[own]! & WORD.possessive) ? own : end
  }
  for (let i = first + 1; i < end; i++) {
    // denying them | entry
    if (is[i - 1]! & (WORD.object | WORD.nominative) && tag[i - 1]! & POS.PRON) return i
    if (tag[i - 1]! & (POS.DET | POS.ADJ) || is[i - 1]! & WORD.possessive) continue
    const day = is[i]! & WORD.time && !(i + 1 < end && tag[i + 1]! & POS.NOUN && !isTimeNoun(tokens[i + 1]!.lower))
    if (day || isTimePhrase(tokens[i]!.lower, tokens[i + 1]?.lower ?? '')) return i
  }
  return end
}

/** Adds the phrase of tokens `first` to before `cut`, where it has a noun or can do without. */
function addPhrase(here: Reading, phrases: Phrase[], phraseAt: Int32Array, first: number, cut: number): void {
  const { tokens, tag, is, from } = here
  let end = cut
  while (end > first && is[end - 1]! & (WORD.possessive | WORD.hyphen)) end--
  // Teams from both cities | both
  if (end - first === 1 && /^(?:both|all|each)$/.test(tokens[first]!.lower) && first > from && phraseAt[first - 1]! >= 0) return
  const proper = end - first > 2 && tag[first]! & POS.DET && tag[end - 1]! & POS.ADJ && tag[end - 2]! & (POS.PROPN | POS.ADJ)
  let head = end - 1
  if (!proper) while (head >= first && !(tag[head]! & HEADS)) head--
  if (head < first) {
    // no noun: the poor, those; but neither an article nor a predicate's adjective
    head = end - 1
    const alone = is[first]! & WORD.alone || (end - first > 1 && (tag[first]! & POS.DET || is[first]! & WORD.possessivePronoun))
    if (head < first || !alone) return
  }
  const possessor = possessorOf(here, first, head)
  phraseAt.fill(phrases.length, first, head + 1)
  phrases.push({ first, end: head + 1, head, name: nameOf(here, first, head), possessor, reach: head + 1, preposition: -1, of: -1, apposes: -1, joins: -1, role: 'other', clause: -1 })
}

function possessorOf({ is }: Reading, first: number, head: number): Tokens | null {
  for (let i = head - 1; i > first; i--) if (is[i]! & WORD.possessive) return { first, end: i }
  return head > first && is[first]! & WORD.possessivePronoun ? { first, end: first + 1 } : null
}

/** The capitalised words up to the head; a sentence's first word counts if it is tagged as a name. */
function nameOf({ tokens, tag }: Reading, first: number, head: number): Tokens | null {
  if (!(tag[head]! & POS.PROPN)) return null
  let start = head
  while (start > first && tag[start - 1]! & (POS.PROPN | POS.SYM) && tokens[start - 1]!.text !== tokens[start - 1]!.lower) start--
  return { first: start, end: head + 1 }
}
