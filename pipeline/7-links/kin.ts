import { COUNTRIES } from '../lexicon/nationalities.ts'
import type { Speaker } from '../model/schema.ts'

/** Offices whose holders speak for the country or body that their title names. */
const OFFICE =
  /\b(?:president|minister|chancellor|premier|secretary|chief|head|leader|king|queen|ambassador|envoy|government|ministry|commission|spokes(?:man|woman|person)|governor|mayor|commissioner|official|chair(?:man|woman|person)?|director)s?\b/i

const COUNTRY_OF: ReadonlyMap<string, string> = new Map(
  COUNTRIES.flatMap(({ name, aliases, adjectives, people, capitals }) =>
    [name, ...aliases, ...adjectives, ...people, ...capitals].map((alias) => [alias, name] as const)),
)
const COUNTRY = new RegExp(`(?<![\\p{L}.])(?:the )?(${[...COUNTRY_OF.keys()].sort((a, b) => b.length - a.length).map((alias) => alias.replace(/\./g, '\\.')).join('|')})(?![\\p{L}])`, 'gu')
const ACRONYM = /\b[A-Z]{2,6}\b/g

/**
 * The countries and bodies that a speaker is (a country, its capital, an organization) or speaks for by the office that a
 * description names (`German Chancellor`, `NATO chief`).
 */
export function kinOfSpeaker({ kind, name, descriptions }: Speaker): readonly string[] {
  const bodies = (text: string) => [
    ...[...text.matchAll(COUNTRY)].map((m) => COUNTRY_OF.get(m[1]!)!),
    ...(text.match(ACRONYM) ?? []).filter((acronym) => !COUNTRY_OF.has(acronym)),
  ]
  if (kind === 'country') return [COUNTRY_OF.get(name) ?? name]
  if (kind === 'organization') return [...bodies(name), acronymOf(name)].filter(Boolean)
  if (kind !== 'person') return []
  return descriptions.filter((description) => OFFICE.test(description)).flatMap(bodies)
}

/** `European Union` -> `EU`; empty for names of one word. */
function acronymOf(name: string): string {
  const initials = (name.match(/\b\p{Lu}/gu) ?? []).join('')
  return initials.length > 1 && name.includes(' ') ? initials : ''
}
