import type { Range } from '../../model/span.ts'
import { verbCues } from '../frames/cues.ts'
import { isVerbal, phraseAfter, phraseRange, subjectPhrase } from '../frames/phrases.ts'
import { isPerson } from '../frames/persons.ts'
import { mainSubject, subjectOf } from '../frames/subject.ts'
import { isDash, rangeOf, word, type View } from '../frames/view.ts'

const CAPITAL = /^\p{Lu}/u
/** Tokens of the longest label, and of the longest line that signs. */
const LONGEST = 16

/** Tokens before a colon that are looked at; few sentences are longer. */
const REACH = 80

/** Who speaks in a quotation, and by which word, where the text says so outside the quotation's own sentence. */
export interface Introduced {
  readonly cue: Range | null
  readonly mention: Range
}

/** Who speaks behind the colon at a token: `The mayor wrote on her page:`, or a label without a verb. Null where the words before name nobody. */
export function introducedBy(view: View, colon: number): Introduced | null {
  if (word(view, colon) !== ':') return null
  const from = Math.max(view.segmented.sentences[view.tokens[colon]!.sentence]!.firstToken, colon - REACH)
  return cuedBefore(view, from, colon) ?? labelBefore(view, from, colon)
}

/** What opens a clause that introduces nothing: `He left after the guard answered a call: “...”`. */
const SUBORDINATE = /^(?:after|before|because|since|until|though|although|if)$/

/** `The mayor wrote on her page:`: the last verb that introduces quotations, and its subject; or who gives out words. */
export function cuedBefore(view: View, from: number, colon: number): (Introduced & { readonly cue: Range }) | null {
  const cue = verbCues(view, from, colon).findLast(({ verb, passive }) => verb.frames.has('quote') && !passive)
  if (cue === undefined) return issuedBefore(view, from, colon)
  const subject = subjectOf(view, cue, from, colon)
  if (subject !== null && subject !== 'inherit' && !subject.inverted && SUBORDINATE.test(word(view, subject.phrase.first - 1))) return null
  const phrase = (subject === 'inherit' ? null : subject?.phrase) ?? mainSubject(view, from, cue.first + 1)
  return phrase === null ? null : { cue: rangeOf(view, cue.first, cue.end), mention: phraseRange(view, withoutConjunction(view, phrase)) }
}

const ISSUING = /^(?:release|issue|publish|post|send|share|give|make|deliver|circulate|offer|leave|have)$/
const ISSUED = /^(?:statement|message|note|post|tweet|letter|e-?mail|reply|response|answer|comment|apology|warning|remark|verdict|advice|explanation|appeal|plea|this)s?$/

/** `The club released the following statement:`, `Doe had this to say:`: the last verb that gives out words, and its subject. */
function issuedBefore(view: View, from: number, colon: number): (Introduced & { readonly cue: Range }) | null {
  const { clauses, clauseAt, phrases } = view.syntax
  for (let i = colon - 1; i >= from; i--) {
    const clause = clauses[clauseAt[i]!]
    const object = clause?.head === i && clause.finite && !clause.passive && clause.subject >= 0 ? phrases[clause.object] : undefined
    if (clause === undefined || object === undefined || object.end > colon || !ISSUING.test(clause.lemma) || !ISSUED.test(word(view, object.head))) continue
    const end = word(view, object.end) === 'to' && isVerbal(view, object.end + 1) ? object.end + 2 : object.end
    if (clause.lemma === 'have' && end === object.end) continue
    return { cue: rangeOf(view, clause.first, end), mention: phraseRange(view, subjectPhrase(view, clause.subject, clause.first, clause.by !== 'relative')) }
  }
  return null
}

const withoutConjunction = (view: View, { first, end }: { first: number; end: number }) => ({
  first: /^(?:and|but|then)$/.test(word(view, first)) && end - first > 1 ? first + 1 : first,
  end,
})

/** `From Governor Roe:`, `Here is Ann Doe on the toll:`, `Ann Doe, mayor of Marlow:`. */
function labelBefore(view: View, from: number, colon: number): Introduced | null {
  if (colon - from > LONGEST) return null
  let at = from
  while (at < colon && /^(?:and|here|is|are|'s|this|now|also|then)$/.test(word(view, at))) at++
  const led = at > from || word(view, at) === 'from'
  if (word(view, at) === 'from') at++
  const phrase = phraseAfter(view, at, colon, false)
  if (phrase === null) return null
  const named = view.syntax.phrases[view.syntax.phraseAt[phrase.end - 1]!]
  if (!CAPITAL.test(view.tokens[phrase.end - 1]!.text) && !(led && named && isPerson(view, named))) return null
  for (let i = phrase.end; i < colon; i++) if (isVerbal(view, i)) return null
  const plain = phrase.end === colon ? phrase.end - phrase.first > 1 || led : word(view, phrase.end) === ',' || (led && word(view, phrase.end) === 'on')
  return plain || word(view, phrase.end) === '(' ? { cue: null, mention: phraseRange(view, phrase) } : null
}

/** `The umpire shook his head. “That was out.”`: who acts in the sentence before a quotation that is a sentence of its own. */
export function actorBefore(view: View, first: number): Introduced | null {
  const { sentences } = view.segmented
  const { sentence, paragraph } = view.tokens[first]!
  const before = sentences[sentence - 1]
  if (sentences[sentence]!.firstToken !== first || before === undefined || view.tokens[before.firstToken]!.paragraph !== paragraph) return null
  for (let i = before.firstToken; i < first; i++) if (view.quoteOf[i]! >= 0) return null
  const phrase = mainSubject(view, before.firstToken, first)
  const named = phrase !== null && view.syntax.phrases[view.syntax.phraseAt[phrase.first]!]
  return named && isPerson(view, named) ? { cue: null, mention: phraseRange(view, phrase) } : null
}

/**
 * Whose the quotation is that ends before token `end`, by what signs it: `“It is a long game.” - Jane Doe`, or on a line of its own below
 * `— Jane Doe, coach` and `Jane Doe, coach`; null where nothing does.
 */
export function signedBy(view: View, end: number): Introduced | null {
  const token = view.tokens[end]
  if (token === undefined) return null
  const { firstToken, endToken } = view.segmented.paragraphs[token.paragraph]!
  const dash = isDash(view, end)
  const first = dash ? end + 1 : end
  if (endToken - first > LONGEST || (!dash && firstToken !== end)) return null
  let last = first
  while (last < endToken && (CAPITAL.test(view.tokens[last]!.text) || (last > first && /^(?:of|de|van|von|the|al|bin)$/.test(word(view, last))))) last++
  if (last - first < 2 || last - first > 6) return null
  const next = word(view, last)
  if (last < endToken && next !== '(' && next !== ',') return null
  if (!dash && (next !== ',' || /^[.?!:]$/.test(word(view, endToken - 1)))) return null
  for (let i = last; i < endToken; i++) if (isVerbal(view, i)) return null
  return { cue: null, mention: rangeOf(view, first, last) }
}
