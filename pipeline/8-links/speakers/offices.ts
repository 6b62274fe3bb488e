import { countryOf, fold, known } from '../../lexicon/gazetteer.ts'
import type { SpeakerKind } from '../../model/schema.ts'

/** Who speaks in another's name. From general knowledge. */
const SPEAKS =
  String.raw`spokes(?:man|woman|person|people|men|women)|press (?:secretary|officer|aide)|(?:communications|campaign) (?:director|manager|chief|chair(?:man|woman)?|aide|adviser|advisor)s?|lawyers?|attorneys?|solicitors?|publicist|representatives?`
/** Who heads a body or a country, so that it speaks through them. From general knowledge. */
const HEADS =
  String.raw`president|prime minister|premier|chancellor|king|queen|secretary[ -]general|director[ -]general|chief executive(?: officer)?|CEO|chief|head|director|leader|chair(?:man|woman|person)?|governor|mayor|commissioner`
const FORMER = /\b(?:former|ex|ousted|late|vice|deputy|acting|assistant)\b/i

/** Seats of governments, by the country whose head of government or state they stand for. From general knowledge. */
const SEATS: readonly (readonly [country: string, ...seats: string[]])[] = [
  ['united states', 'white house', 'oval office'],
  ['united kingdom', 'downing street', 'number 10', 'no 10'],
  ['russia', 'kremlin'],
  ['france', 'elysee', 'elysee palace'],
  ['south korea', 'blue house'],
  ['vatican', 'holy see'],
]
const SEATED: ReadonlyMap<string, readonly string[]> = new Map(SEATS.map(([country, ...seats]) => [country, seats]))
/** Heads of whole countries; a president of whom no country is told is taken for the one whose seat is named without it as well. */
const OF_COUNTRY = /\b(?:president|prime minister|premier|chancellor|king|queen|pope)\b/i
/** What is said by somebody's campaign or office is said in their name: `the Nolan campaign`, `Nolan administration`. */
const OWNED = /^(.+?)(?:'s?)? (?:campaign|camp|administration|team|office|government|estate|foundation)$/

const NAME = String.raw`((?:\p{Lu}[\p{L}\p{N}.&'’-]*|of|the|and|for)(?: (?:\p{Lu}[\p{L}\p{N}.&'’-]*|of|the|and|for))*)`
const eitherCase = (words: string) => words.replace(/\b\p{Ll}/gu, (letter) => `[${letter.toUpperCase()}${letter}]`)
const patternsOf = (words: string, nouns = eitherCase(words)) => [
  new RegExp(String.raw`\b(?:${nouns}) (?:for|of|to|at) (?:the )?${NAME}`, 'u'),
  new RegExp(String.raw`(\p{Lu}[\p{L}.&-]*(?: \p{Lu}[\p{L}.&-]*)*)['’]s? (?:[\p{L}-]+ ){0,2}(?:${nouns})\b`, 'u'),
  new RegExp(String.raw`(\p{Lu}[\p{L}.&-]*(?: \p{Lu}[\p{L}.&-]*)*) (?:[\p{Ll}-]+ )?(?:${nouns})\b`, 'u'),
]
const [SPEAKS_FOR, HEADS_OF] = [patternsOf(SPEAKS), patternsOf(HEADS)]

/** Folded names of those that a phrase says its bearer speaks for: `a spokesman for Vera Nolan`, `Nolan's lawyer`, `Port Authority spokeswoman`. */
export function speaksForIn(phrase: string): readonly string[] {
  return SPEAKS_FOR.flatMap((pattern) => namesIn(pattern.exec(phrase)?.[1]))
}

/** Folded names of the bodies and countries that a phrase says its bearer heads (`Danish prime minister`, `NATO chief`), with their seats. */
export function headsIn(phrase: string): readonly string[] {
  if (FORMER.test(phrase)) return []
  const bodies = HEADS_OF.flatMap((pattern) => namesIn(pattern.exec(phrase)?.[1]))
  if (!OF_COUNTRY.test(phrase)) return bodies
  const seats = bodies.flatMap((body) => SEATED.get(body) ?? [])
  return bodies.length === 0 && /^president$/i.test(phrase) ? ['white house'] : [...bodies, ...seats]
}

/** Whom a body's own name says it belongs to: `the Nolan campaign` -> `nolan`; the country of a seat of government. */
export function ownersOf(folded: string, kind: SpeakerKind): readonly string[] {
  const owner = OWNED.exec(folded)?.[1]
  const seat = SEATS.find(([, ...seats]) => seats.includes(folded))
  return [...(owner === undefined || kind === 'person' ? [] : namesIn(owner)), ...(seat ? [seat[0]] : [])]
}

/** A name folded, as the country it stands for where it is an adjective, and the surname of who owns it: `Polish` -> `poland`. */
function namesIn(name: string | undefined): readonly string[] {
  if (name === undefined) return []
  const folded = fold(name.replace(/ (?:of|the|and|for)$/, ''))
  const owner = OWNED.exec(folded)?.[1]
  const country = countryOf(folded)
  return [country === null ? folded : fold(country), ...(owner === undefined ? [] : [owner]), ...(known(folded)?.key ? [fold(known(folded)!.key)] : [])]
}
