import { PRONOUNS } from '../lexicon/pronouns.ts'
import type { Attributions, RawHop, SegmentedText, Speakers, Syntax } from '../model/layers.ts'
import { tokenAt } from '../text/token-at.ts'
import { describe } from './entities/descriptions.ts'
import { beginDiscourse, isQuoted, otherwise, UNKNOWN, type Decision } from './sieves/discourse.ts'
import { gather } from './entities/entities.ts'
import { meansInterviewee } from './sieves/interviews.ts'
import { findNames } from './names/names.ts'
import { isHuman } from './sieves/pronouns.ts'
import { indexNames, placeKey, read, type Reading } from './sieves/resolve.ts'
import { written } from './emit.ts'

/**
 * Resolves every attribution's mention, and every hop of its chain, to a speaker. The article is read once from front to
 * back: names are known beforehand, pronouns and descriptions are resolved against what was read so far. Where the
 * candidates cannot be told apart the answer is nobody.
 */
export function resolveSpeakers(text: SegmentedText, syntax: Syntax, claims: Attributions): Speakers {
  const names = findNames(text) //                                       capitalised names with their titles
  const directory = gather(names) //                                     names -> entities
  describe(text, syntax, names, directory) //                                    what the text calls them
  const reading = read(beginDiscourse(text, syntax, directory, indexNames(names, syntax)), names, claims)
  const resolved = claims.map((_, i) => follow(reading, i, 0)) //        continued claims, first person
  return written(reading.discourse, claims, resolved, (hop) => hopDecision(reading, hop, resolved))
}

/** How long a chain of claims that continue each other is followed: it may be a circle. */
const LONGEST = 50
/** What one more claim between a claim and its speaker's mention costs, and what reading `I` as the enclosing speaker does. */
const CONTINUED = 0.97
const FIRST_PERSON = 0.9
const INTERVIEWEE = 0.7

/** The decision for attribution i: by its mention, by the claim it continues, or for `I` by the quotation it stands in. */
function follow(reading: Reading, i: number, depth: number): Decision {
  const claim = reading.claims[i]!
  if (depth > LONGEST) return UNKNOWN
  if (claim.mention) return reading.decisions.get(placeKey(claim.mention)) ?? firstPerson(reading, i, depth)
  if (claim.continues === null) return UNKNOWN
  const before = follow(reading, claim.continues, depth + 1)
  if (before.entities.length === 0) return UNKNOWN
  const via = reading.claims[claim.continues]!.mention ?? before.via
  return { entities: before.entities, resolved: 'continued', via, probability: before.probability * CONTINUED, why: [] }
}

/** `I` in a quotation is whoever speaks it: by the claim around it. */
function firstPerson(reading: Reading, i: number, depth: number): Decision {
  const { mention, within } = reading.claims[i]!
  const { text, syntax } = reading.discourse
  const token = tokenAt(text.tokens, mention!.start)
  const word = text.tokens[token]
  const pronoun = word && word.text !== 'i' ? PRONOUNS.get(word.lower) : undefined
  if (word && within === null && !isQuoted(syntax, token) && reading.interviewee && meansInterviewee(text, token))
    return { entities: [reading.interviewee], resolved: 'pronoun', via: reading.interviewee.full, probability: INTERVIEWEE, why: [] }
  if (pronoun?.person !== 1 || pronoun.number !== 'singular' || within === null) return UNKNOWN
  const outer = follow(reading, within, depth + 1)
  if (outer.entities.length !== 1 || !isHuman(outer.entities[0]!)) return UNKNOWN
  return otherwise(outer, 'pronoun', reading.claims[within]!.mention ?? outer.via, outer.probability * FIRST_PERSON)
}

function hopDecision({ decisions }: Reading, hop: RawHop, resolved: readonly Decision[]): Decision | null {
  const own = hop.mention && decisions.get(placeKey(hop.mention))
  return own || (hop.attribution === null ? null : (resolved[hop.attribution] ?? null))
}
