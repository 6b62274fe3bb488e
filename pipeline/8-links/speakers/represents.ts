import { COUNTRIES } from '../../lexicon/nationalities.ts'
import type { Speaker } from '../../model/schema.ts'

/** Offices whose holders speak for the country or body that their title names. */
const OFFICE =
  /\b(?:president|minister|chancellor|premier|secretary|chief|head|leader|king|queen|ambassador|envoy|government|ministry|commission|spokes(?:man|woman|person)|governor|mayor|commissioner|official|chair(?:man|woman|person)?|director|administration)s?\b/i
/** `envoy for Norway` does not speak for Norway, and a former minister for nobody. */
const ABOUT = / (?:for|to|on|in charge of|responsible for) .*$/i
const FORMER = /\b(?:former|ex-?|ousted|late|opposition)\b/i

/** Seats and short names of governments, by the country or body that they stand for. From general knowledge. */
const SEATS: readonly (readonly [country: string, ...seats: string[]])[] = [
  ['United States', 'White House', 'Pentagon', 'State Department', 'Oval Office', 'Capitol Hill'],
  ['United Kingdom', 'Downing Street', 'Whitehall', 'Westminster', 'Foreign Office', 'Buckingham Palace'],
  ['Russia', 'Kremlin'],
  ['France', 'Elysee', 'Élysée', "Quai d'Orsay"],
  ['Germany', 'Bundestag', 'Bundeswehr'],
  ['Israel', 'Knesset'],
  ['South Korea', 'Blue House'],
  ['Turkey', 'Sublime Porte'],
  ['Vatican', 'Holy See'],
]

const COUNTRY_OF: ReadonlyMap<string, string> = new Map([
  ...COUNTRIES.flatMap(({ name, aliases, adjectives, people, capitals }) =>
    [name, ...aliases, ...adjectives, ...people, ...capitals].map((alias) => [alias, name] as const)),
  ...SEATS.flatMap(([country, ...seats]) => seats.map((seat) => [seat, country] as const)),
])
const NAMES = [...COUNTRY_OF.keys()].sort((a, b) => b.length - a.length).map((alias) => alias.replace(/\./g, '\\.'))
const COUNTRY = new RegExp(`(?<![\\p{L}.])(${NAMES.join('|')})(?![\\p{L}])`, 'gu')
const ACRONYM = /\b[A-Z]{2,6}\b/g
const OWNER = /\b(\p{Lu}[\p{L}-]+)['’]s? /gu

/**
 * The countries and bodies that a speaker is (a country, its capital or seat of government, an organization) or speaks for by
 * the office that a description names (`German Chancellor`, `NATO chief`, `Smith's spokesman`: all who are Smith's).
 */
export function kinOfSpeaker({ kind, name, descriptions }: Speaker): readonly string[] {
  if (kind === 'country') return [COUNTRY_OF.get(name) ?? name]
  if (kind === 'organization') return [...bodiesIn(name), acronymOf(name)].filter((body) => body !== '')
  if (kind !== 'person') return []
  return descriptions.filter((description) => OFFICE.test(description) && !FORMER.test(description)).flatMap((description) => bodiesIn(description.replace(ABOUT, '')))
}

function bodiesIn(text: string): readonly string[] {
  const countries = [...text.matchAll(COUNTRY)].map((m) => COUNTRY_OF.get(m[1]!)!)
  const acronyms = (text.match(ACRONYM) ?? []).filter((acronym) => !COUNTRY_OF.has(acronym))
  const owners = [...text.replace(COUNTRY, '').matchAll(OWNER)].map((m) => `${m[1]}'s`)
  return [...countries, ...acronyms, ...owners]
}

/** `European Union` -> `EU`; empty for names of one word. */
function acronymOf(name: string): string {
  const initials = (name.match(/\b\p{Lu}/gu) ?? []).join('')
  return initials.length > 1 && name.includes(' ') ? initials : ''
}
