import { withoutPlural } from './inflect.ts'
import { outletNamed } from './outlets.ts'
import { DOCUMENT_NOUNS, GROUP_NOUNS, UNNAMED_NOUNS } from './unnamed.ts'

/** Whether a noun stands for people without a name who tell things: `officials`, `a source`. */
export function isUnnamedSource(noun: string): boolean {
  return UNNAMED_NOUNS.has(noun) || UNNAMED_NOUNS.has(withoutPlural(noun)) || GROUP_NOUNS.has(noun)
}

/** Whether a noun stands for what can be cited for a report: people, documents. */
export function isSourceNoun(noun: string): boolean {
  return isUnnamedSource(noun) || DOCUMENT_NOUNS.has(noun) || DOCUMENT_NOUNS.has(withoutPlural(noun))
}

/** Whether a name is that of a newspaper, agency, station or site. */
export function isOutlet(name: string): boolean {
  return outletNamed(name) !== null
}
