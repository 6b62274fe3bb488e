import { FUNCTION_WORDS } from '../../lexicon/frequencies.ts'
import { TITLES } from '../../lexicon/titles.ts'
import { TENS, UNITS } from '../../lexicon/numbers.ts'
import { MONTHS } from '../../lexicon/times.ts'

/** A word of a text, and the form in which it is compared. A contraction is two words at one place. */
export interface Word {
  /** In which of the texts that are read together it stands, and where in it. */
  readonly part: number
  readonly start: number
  readonly end: number
  readonly exact: string
  /** Lower case without accents, spelt as in the United States, numbers in digits: what says the same in other letters is the same. */
  readonly plain: string
  /** It opens a sentence or a quotation, where every word has a capital. */
  readonly opens: boolean
  /** It stands in brackets or letters of it are masked: an editor's, not the speaker's. */
  readonly edited: boolean
}

const WORD = /(?:\p{Lu}\.){2,}|\d+(?:[.,]\d+)*(?:(?:s|st|nd|rd|th)(?!\p{L}))?|[\p{L}\p{M}*]+(?:['’‘][\p{L}*]+)*/gu
const OPENING = /(?:[.!?:…]["”’']?\s+|["“‘([]\s*)["“‘([]?$/
/** Other ways to write a word. */
const WRITTEN: ReadonlyMap<string, string> = new Map(
  `cannot=can not|can't=can not|won't=will not|shan't=shall not|ain't=is not|gonna=going to|wanna=want to|gotta=got to|gimme=give me|lemme=let me|em=them|'em=them|towards=toward|upon=on|until=till|amongst=among
  whilst=while|although=though|mom=mum|ok=okay|yeah=yes|percent=per cent|hanged=hung|learnt=learned|aluminium=aluminum|grey=gray|programme=program|skeptical=sceptical|skeptic=sceptic`
    .split(/\||\n\s*/).map((pair) => pair.split('=') as [string, string]),
)
const CONTRACTED: readonly (readonly [RegExp, string])[] = [
  [/n't$/, ' not'], [/'ll$/, ' will'], [/'ve$/, ' have'], [/'re$/, ' are'], [/^i'm$/, 'i am'], [/'d$/, ' would'], [/^(it|that|there|here|he|she|what|who|where|how|let)'s$/, '$1 is'], [/'s$/, ''],
]
/** Spellings of the United States for British ones. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/our(?=s?$|ed$|ing$|ite|able|ful|hood)/, 'or'], [/tre(?=s?$)/, 'ter'], [/ae(?=[dmo])/, 'e'], [/^(f?)oe(?=[dst])/, '$1e'], [/oeuv/, 'euv'], [/is(?=e[ds]?$|ing$|ation)/, 'iz'], [/ogue/, 'og'], [/ence$/, 'ense'], [/ll(?=ed$|ing$|er$)/, 'l'],
]
const SCALES: ReadonlyMap<string, string> = new Map([['m', 'million'], ['mn', 'million'], ['mln', 'million'], ['bn', 'billion'], ['b', 'billion'], ['k', 'thousand'], ['tn', 'trillion']])

/** Every one of them is shorter. */
const SCALE_LETTERS = 4

/** The words of a text that is given in parts, in order. Pure. */
export function wordingOf(parts: readonly string[]): readonly Word[] {
  const words: Word[] = []
  parts.forEach((exact, part) => {
    let [open, last] = [0, 0]
    for (const word of exact.match(WORD) ?? []) {
      const index = exact.indexOf(word, last) // what stands between two words holds no letters
      const before = exact.slice(Math.max(0, last - 1), index) // with the last letter of the word before, which may be a stop or a digit
      const goesOn = last > 0 && before.length === 2 && before[1] === ' ' && before[0] !== '.'
      for (let i = goesOn ? index : last; i < index; i++) open = '[('.includes(exact[i]!) ? open + 1 : '])'.includes(exact[i]!) ? Math.max(0, open - 1) : open
      const opens = !goesOn && ((last === 0 && before.trim() === '') || OPENING.test(before))
      last = index + word.length
      const edited = open > 0 || word.includes('*') || (BRACKETS.includes(exact[exact[last] === ' ' ? last + 1 : last] ?? ' ') && EDITED.test(exact.slice(last, last + BEHIND)))
      for (const plain of formsOf(word, before)) words.push({ part, start: index, end: last, exact: word, opens, edited, plain })
    }
  })
  return words
}

const BRACKETS = '[]()'
const EDITED = /^ ?(?:[\])]|[[(]sic)/
/** What stands behind a word is looked at so far. */
const BEHIND = 5

/** The forms in which a word is compared. */
function formsOf(word: string, before: string): readonly string[] {
  const scale = word.length < SCALE_LETTERS && /\d ?$/.test(before) ? SCALES.get(lowerOf(word)) : undefined
  if (scale !== undefined) return [scale]
  let forms = FORMS.get(word)
  if (forms !== undefined) return forms
  if (FORMS.size > 100_000) FORMS.clear() // bounded: names never end
  FORMS.set(word, (forms = findForms(lowerOf(word))))
  return forms
}

const FORMS = new Map<string, readonly string[]>()
const lowerOf = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll(/[’‘]/g, "'")

function findForms(lower: string): readonly string[] {
  if (/^\d/.test(lower)) return [lower.replaceAll(',', '').replace(/(?:st|nd|rd|th)$/, '')]
  const whole = WRITTEN.get(lower)
  if (whole !== undefined) return whole.split(' ')
  const [ending, instead] = CONTRACTED.find(([contracted]) => contracted.test(lower)) ?? [/$/, '']
  return lower.replace(ending, instead).replaceAll(/['.]/g, '').split(' ').map(formOf)
}

function formOf(word: string): string {
  const unit = UNITS.indexOf(word)
  if (unit >= 0) return `${unit}`
  const ten = TENS.findIndex((tens) => word === tens || word === tens.replace(/y$/, 'ies'))
  if (ten >= 0) return `${ten + 2}0${word.endsWith('ies') ? 's' : ''}`
  if (word.length >= 3 && word.length <= 4) {
    const month = MONTHS.find((name) => name.startsWith(word.slice(0, 3)) && (word.length === 3 || word === 'sept'))
    if (month !== undefined) return month
  }
  const office = TITLES.get(word)?.find(({ title, also }) => title === word && also[0] !== undefined && isCut(word, also[0]))?.also[0]
  if (office !== undefined) return office
  return FUNCTION_WORDS.has(word) ? word : SPELLINGS.reduce((spelt, [british, ours]) => spelt.replace(british, ours), word)
}

/** `sgt`, of sergeant: its letters in order, without vowels between them. */
const isCut = (short: string, long: string) => short.length < long.length - 2 && new RegExp(`^${[...short].join('\\p{L}*')}`, 'u').test(long)
