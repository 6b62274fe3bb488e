import { isGivenName } from '../../lexicon/given-names.ts'
import { fold } from '../../lexicon/gazetteer.ts'
import { sameSpelling } from '../speakers/names.ts'
import { VERBAL } from './traits.ts'

const NAME = /(?<![\p{L}’'-])\p{Lu}[\p{L}’'-]+(?: \p{Lu}\.)?(?: \p{Lu}[\p{L}’'-]+)+/gu
/** Behind these a name is no subject: `the mother of Ada Holm`, `under Ada Holm`. */
const GOVERNED = /(?:^|[^\p{L}])(?:of|for|to|by|with|from|in|at|on|under|against|about|after|before|and|or|than|as|like|over|between)\s$/iu
const POSSESSIVE = /['’]s?$/

/** The full name of a person, folded, whom a text is about: as its subject, before its first verb; or null. Names by the given names that are known. */
function subjectOf(text: string): string | null {
  const lead = text.slice(0, text.search(VERBAL))
  for (const { 0: name, index } of [...lead.matchAll(NAME)].toReversed()) {
    const words = name.split(' ')
    const given = words.findIndex((word) => isGivenName(word.toLowerCase()))
    if (given < 0 || given === words.length - 1 || POSSESSIVE.test(name) || GOVERNED.test(lead.slice(0, index))) continue
    return fold(words.slice(given).join(' '))
  }
  return null
}

/** Whether each of two texts is about a person whose surname the other does not have in any spelling: `Ada Holm will sing`, `Ben Rusk will sing`. */
export function ofOtherPeople(a: string, b: string): boolean {
  const [x, y] = [subjectOf(a), subjectOf(b)]
  return x !== null && y !== null && !isNamedIn(x, b) && !isNamedIn(y, a)
}

function isNamedIn(name: string, text: string): boolean {
  const surname = name.slice(name.lastIndexOf(' ') + 1)
  return fold(text).split(/[^\p{L}-]+/u).some((word) => sameSpelling(surname, word))
}
