import { REPORTING_VERBS } from '../lexicon/reporting.ts'
import { TITLES } from '../lexicon/titles.ts'
import { perForm } from '../model/word-form.ts'
import { POS, posBit } from '../text/pos.ts'
import { PLAIN_DATES } from '../lexicon/times.ts'

/** What the syntax needs to know of a word form: its part of speech as a bit, and the {@link WORD} classes that it is in. */
export interface WordClass {
  readonly tag: number
  readonly is: number
}

/** Classes of words, one bit each. */
export const WORD = {
  /** `that`, `which`, `who`, `what`: never part of a nominal run. */
  relative: 1,
  possessive: 2,
  hyphen: 4,
  comma: 8,
  dash: 16,
  /** Ends a clause whatever came before: full stop, semicolon, colon. */
  stop: 32,
  /** Opens a subordinate clause. */
  marker: 64,
  to: 128,
  /** `'s`-like or possessive pronoun before its noun. */
  possessivePronoun: 256,
  /** A form of be or get. */
  be: 512,
  modal: 1024,
  negator: 2048,
  /** Takes a clause without `that`. */
  takesClause: 4096,
  /** May be a past participle without an auxiliary: `seen`, `held`, `obtained`. */
  participle: 8192,
  /** Is nothing but a past participle. */
  participleOnly: 16384,
  /** Names a day or a time by itself: `Monday`, `yesterday`. */
  time: 32768,
  /** Determiner that can stand alone: `some`, `both`, `those`. */
  alone: 65536,
  object: 131072,
  /** Verb or auxiliary form of a reporting verb, particle or not. */
  reporting: 262144,
  openBracket: 524288,
  closeBracket: 1048576,
  /** Personal pronoun that can only be a subject. */
  nominative: 2097152,
  /** Preposition that may open a clause: `after he left`. */
  opensClause: 4194304,
  /** Governs a bare infinitive with its own subject: `helped him win`. */
  causes: 8388608,
  title: 16777216,
} as const

const classes = new Map<string, number>()
const put = (words: string, bit: number) => {
  for (const word of words.split(' ')) classes.set(word, (classes.get(word) ?? 0) | bit)
}
put('that which who what', WORD.relative)
put("'s ’s", WORD.possessive)
put('-', WORD.hyphen)
put(',', WORD.comma)
put('– — -- ―', WORD.dash)
put('. ? ! … ; :', WORD.stop)
put('( [', WORD.openBracket)
put(') ]', WORD.closeBracket)
put('that which who whom whose what whether if how why when where while because although though unless until since once whereas whoever whatever', WORD.marker)
put('to', WORD.to)
put('his her its their my your our', WORD.possessivePronoun)
put("be am is are was were been being 's 're 'm ’s ’re ’m get gets got getting", WORD.be)
put("will would wo can could ca may might must shall should 'll 'd ’ll ’d ought", WORD.modal)
put("not n't n’t never", WORD.negator)
put('know knows knew means meant mean see sees saw hear heard learn learned guess wish decided ensure ensures', WORD.takesClause)
put('held made found built led left caught sent brought bought taught lost won cut hit put set sold paid kept met hurt shot', WORD.participle)
put('done gone seen taken given known written shown drawn grown thrown broken chosen spoken stolen driven eaten fallen hidden sworn torn worn born begun forgotten been', WORD.participle | WORD.participleOnly)
put([...PLAIN_DATES, 'yesterday today tomorrow tonight'].join(' '), WORD.time)
put('this that these those some many all both each any another several few most neither either half one none others enough more', WORD.alone)
put('him them me us', WORD.object)
put('i he she we they', WORD.nominative)
put('after before since until till as than for like except', WORD.opensClause)
put('help helps helped helping let lets letting make makes made making see saw watch watched hear heard have had having', WORD.causes)

/** The class of a word form, worked out once for each. */
export const wordClass = perForm(({ lower, pos }): WordClass => {
  let is = classes.get(lower) ?? 0
  const readings = REPORTING_VERBS.get(lower)
  if (readings?.some(({ particle }) => particle === null)) is |= WORD.reporting
  if (TITLES.has(lower)) is |= WORD.title
  if (readings?.some(({ frames }) => frames.has('that') || frames.has('quote'))) is |= WORD.takesClause
  if (lower.endsWith('ed') && lower.length > 3) is |= WORD.participle
  return { tag: posBit(pos), is }
})

const SEASON = /^(?:week|weekend|month|year|night|summer|winter|spring|autumn|fall|morning|afternoon|evening|decade|day)s?$/

/** `last week`, `this month`, `next year`: a time that begins at a word before another. */
export const isTimePhrase = (word: string, next: string): boolean => /^(?:last|next|this|earlier|late|early|every|each|that)$/.test(word) && SEASON.test(next)

/** Whether a noun names a stretch of time. */
export const isTimeNoun = (word: string): boolean => SEASON.test(word)

export { POS }
