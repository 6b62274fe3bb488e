import { OUTLET_WORDS } from '../../lexicon/organizations.ts'
import { outletNamed } from '../../lexicon/outlets.ts'
import type { Range, Span } from '../../model/span.ts'

const CAPITAL = String.raw`\p{Lu}[\p{L}\p{N}.&-]*`
/** What an outlet's name follows where a speaker talked to it, or where it reported: `she told the Harbour Times`. */
const BEFORE =
  /\b(?:told|tells|telling|interview(?:ed)? (?:with|on|by|to)|(?:speaking|spoke) (?:to|with|on)|statement to|appear(?:ed|ing|ance) on|according to|reported by|via|citing) (?:the )?/.source
const VENUE = new RegExp(`${BEFORE}(?<name>${CAPITAL}(?: (?:of |the )?${CAPITAL}){0,9})`, 'dgu')

/** The first outlet that a sentence names as having been told something or reported it, or null. Known outlets, and names such as `Harbour Times`. */
export function venueIn(text: string, { start, end }: Range): Span | null {
  for (const match of text.slice(start, end).matchAll(VENUE)) {
    const [from] = match.indices!.groups!['name']!
    for (let name = match.groups!['name']!; name !== ''; name = name.replace(/ ?\S+$/u, ''))
      if (outletNamed(name) || (name.includes(' ') && OUTLET_WORDS.has(name.split(' ').at(-1)!.toLowerCase())))
        return { start: start + from, end: start + from + name.length, exact: name }
  }
  return null
}
