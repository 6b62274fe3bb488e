import { fold } from '../../lexicon/gazetteer.ts'
import type { LinkSpeaker } from '../row.ts'
import { daysApart, type JudgedClaim } from './claim.ts'
import { readWords } from './compare.ts'
import { ACCUSING, deniedBy, NOUN as POINTER_NOUN, type Pointer } from './denied.ts'
import { has, TRAIT } from './traits.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * Keys by which a denial of `the allegations` meets the allegations: the names of who denies, and the names in what is alleged; by
 * which one of `Norby's report` meets what Norby reported: the names in the phrase, which are keys of the speaker's own. Empty for all other claims.
 */
export function denialKeys({ row, traits }: Pick<JudgedClaim, 'row' | 'traits'>): readonly string[] {
  if (traits & TRAIT.pointsAtDenied) return [...row.speakers.flatMap(namesFor).flatMap(lastWord).map((name) => `denied ${name}`), ...namesIn(pointerOf(row.claim).phrase)]
  return traits & TRAIT.alleges ? [...new Set([row.claim.text, ...row.claim.about].flatMap((text) => text.match(CAPITALIZED) ?? []))].map((name) => `denied ${fold(name)}`) : []
}

const CAPITALIZED = /\p{Lu}[\p{L}-]+/gu
const NAME = /\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*)*/gu
const namesIn = (text: string) => [...new Set([...(text.match(NAME) ?? []), ...(text.match(CAPITALIZED) ?? [])].map((name) => fold(name.replace(/['’]s?$/, ''))))]
const lastWord = (name: string) => name.match(/[^ ]+$/) ?? []
const pointerOf = ({ text, cue, commitment }: JudgedClaim['row']['claim']) => deniedBy(text, cue?.exact ?? '', commitment) as Pointer

/** By what a speaker is named in an allegation: a surname, whom it speaks for. */
const namesFor = ({ kind, name, surname, speaksFor, standsFor, names }: LinkSpeaker): readonly string[] => [...(kind === 'anonymous' || !/\p{Lu}/u.test(name) ? [] : surname === null ? names : [surname]), ...speaksFor, ...standsFor].filter((each) => each.length > 2)

/** Whether a text names one of the speakers of a claim. */
function naming(text: string, { row }: JudgedClaim): boolean {
  const folded = ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  return row.speakers.some((speaker) => namesFor(speaker).some((name) => folded.includes(` ${name} `)))
}

/** What is denied by which noun: an allegation is what somebody is reproached with, a report what is told in any way. */
const REPORT = /\b(?:report|stor(?:y|ies)|article|rumou?r)/i
const CLAIM = /\b(?:claim|assertion)s?\b/i
const PLURAL = new RegExp(String.raw`(?:stories|(?:${POINTER_NOUN})s)\b`, 'i')
/** Whom one accuses, blames or charges stands first. */
const PERSON_FIRST = /\b(?:accus|blam|charg)/i
const REPROACHING = /\b(?:accus|blam|charg|alleg)/i
/** Elsewhere whom an allegation is about is named in so many code units from its start. */
const ABOUT = 80
/** Days within which `the allegations` are these, and within which `it is a lie` and `I had nothing to do with it` are an answer. */
const DAYS = { allegations: 7, answer: 2 } as const
/** Words before a noun that do not tell which allegations are meant. */
const ANY_ALLEGATION: ReadonlySet<string> = new Set('new latest recent early late medium press newspaper online local internet initial original various numerous multiple other such false bogus unfounded cover week'.split(' '))

/** a points at what it denies; b alleges it: against who denies, or as the one whose allegation is denied; and it is told around the denial. */
export function pointerDenied(vocabulary: Vocabulary, a: JudgedClaim, b: JudgedClaim): string | null {
  if (!has(a, TRAIT.pointsAtDenied) || !has(b, TRAIT.alleges)) return null
  const [x, { text, about, cue }] = [a.row.claim, b.row.claim]
  const { by, phrase } = pointerOf(x)
  const object = PERSON_FIRST.test(cue!.exact) ? text.split(/ (?:of|for|with|over) /)[0]! : text.slice(0, ABOUT)
  const whose = naming(phrase, b)
  if (!whose && (!naming([object, ...about].join(' '), a) || namesAnother(phrase, a))) return null
  const seen: Seen = { cue: cue!.exact, days: daysApart(a, b), whose, named: naming(x.around, b), told: toldIn(vocabulary, a, b) }
  if (by !== 'noun') return answers(by, seen) ? `one answers it: ${x.text.slice(0, SHOWN)}` : null
  if (!isMeant(phrase, seen) || !qualifiersOf(vocabulary, phrase, [a, b]).every((id) => b.words.order.includes(id))) return null
  return `one denies it: ${x.text.slice(0, SHOWN)}`
}

/** So much of a denial is shown as the reason. */
const SHOWN = 60

/** What is known of a denial that points at something and of an allegation. */
interface Seen {
  readonly cue: string
  readonly days: number | null
  /** Whether it is denied as the allegation of who makes it. */
  readonly whose: boolean
  /** Whether who makes the allegation is named around the denial, and how many telling words of it are there. */
  readonly named: boolean
  readonly told: number
}

function answers(by: Pointer['by'], { cue, days, named, told }: Seen): boolean {
  const answered = by === 'innocence' ? PERSON_FIRST : ACCUSING
  return days !== null && days <= DAYS.answer && answered.test(cue) && (told >= 2 || (named && told >= 1))
}

function isMeant(phrase: string, { cue, days, whose, named, told }: Seen): boolean {
  if (days !== null && days > DAYS.allegations) return false
  const plural = PLURAL.test(phrase)
  if (!REPORT.test(phrase) && !REPROACHING.test(cue)) {
    if (!ACCUSING.test(cue)) return plural && days !== null && named && told >= 2
    if (!CLAIM.test(phrase) && !(plural && days !== null)) return false
  }
  if (days !== null) return named || told >= 1
  if (PERSON_FIRST.test(cue)) return told >= 1
  return told >= 3 && (plural || whose)
}

/** What a word must weigh to tell something. */
const TELLING = 0.3

/** Whether a phrase names somebody other than who speaks: then it is that one's story that is meant. */
const namesAnother = (phrase: string, a: JudgedClaim) => (phrase.replace(/^\p{L}+ /u, '').match(CAPITALIZED) ?? []).some((name) => !naming(name, a))

/** How many telling words of b, no names, stand around a. */
function toldIn(vocabulary: Vocabulary, { row }: JudgedClaim, { words }: JudgedClaim): number {
  const told = new Set(readWords(vocabulary, row.claim.around, false).content)
  const own = new Set(row.speakers.flatMap(namesFor))
  return words.content.filter((id) => told.has(id) && vocabulary.weights[id]! > TELLING && !vocabulary.isName(id) && !own.has(vocabulary.words[id]!)).length
}

/** The words of a pointer that tell which allegations are meant: before its noun, and what they are about. */
function qualifiersOf(vocabulary: Vocabulary, phrase: string, [a, b]: readonly [JudgedClaim, JudgedClaim]): readonly number[] {
  const own = new Set([a, b].flatMap(({ row }) => row.speakers.flatMap(namesFor)))
  const telling = phrase.replace(NOUN_AND_MAKER, ' ')
  return [...readWords(vocabulary, telling, false).content].filter((id) => !ANY_ALLEGATION.has(vocabulary.words[id]!) && !own.has(vocabulary.words[id]!) && !vocabulary.isName(id))
}

const NOUN_AND_MAKER = new RegExp(String.raw`\b(?:${POINTER_NOUN})s?\b(?: (?:by|from|made by|brought by) .*)?`, 'i')
