import { ORGANIZATION_WORDS, OUTLET_WORDS } from '../../lexicon/organizations.ts'
import { isSentence } from '../judge/traits.ts'
import type { ClaimRow } from '../row.ts'
import { Sets } from './sets.ts'

/** Cues whose subject is not who says so: `Apple is said to`. */
const PASSIVE = /\b(?:is|are|was|were|be|been|being)\b(?: \p{L}+ly)? (?:said|believed|thought|reported|rumou?red|expected|understood|alleged|known|claimed|supposed|tipped|slated)\b/u
/** Texts that are no propositions of their own: infinitives (`to release the hostages`). */
const INFINITIVE = /^["“'‘]?to \p{Ll}/u
/** Commitments that do not say that something is so, or is not. */
const STATES_NOTHING: ReadonlySet<string> = new Set(['asks', 'declines'])
/** A proper name, as opposed to a description: `the report`, `a video`. */
const PROPER = /^\p{Lu}|^\p{Ll}{1,3}[-’']\p{Lu}/u
/** Descriptions that name no source but what it was published in: `a report`, `the video`, `a statement attributed to`. */
const PUBLISHED = /^(?:no one|nobody)$|\b(?:reports?|articles?|stor(?:y|ies)|accounts?|rumou?rs?|claims?|news|posts?|postings?|websites?|sites?|blogs?|media|press|papers?|newspapers?|outlets?|tweets?|videos?|films?|clips?|letters?|headlines?|pieces?|pages?|statements?|footage|audio|tapes?|images?|documents?|transcripts?|confusion|speculation)$/i
const BEHIND_HEAD = / (?:of|who|that|which|in|at|from|with|on|for|to|by|linked|attributed)\b.*$/i
const WORD = /\p{Lu}[\p{L}\p{N}]+/gu

/**
 * Of sets of members that no origin and no article ties, those that count as independent support, at least one. A set counts if one of its claims states a proposition and tells its
 * source by more than what it was published in; sets of which one passes on what the other says are one. Pure.
 */
export function independentOf(rows: readonly ClaimRow[], sets: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const counting = sets.filter((members) => members.some((i) => supports(rows[i]!)))
  if (counting.length < 2) return counting.length > 0 ? counting : sets.slice(0, 1)
  const joined = new Sets(counting.length)
  const sources = counting.map((members) => new Set(members.flatMap((i) => sourcesOf(rows[i]!).flatMap(wordsOf))))
  const passedOn = counting.map((members) => members.flatMap((i) => passedOnIn(rows[i]!).flatMap(wordsOf)))
  const last = counting.map((members) => new Set(members.flatMap((i) => sourcesOf(rows[i]!).flatMap((name) => wordsOf(name).at(-1) ?? []))))
  passedOn.forEach((words, i) => {
    for (const [j, own] of sources.entries()) if (i !== j && (words.some((word) => own.has(word)) || [...last[i]!].some((word) => own.has(word) && !ORGANIZATION_WORDS.has(word.toLowerCase()) && !OUTLET_WORDS.has(word.toLowerCase())))) joined.join(i, j)
  })
  return joined.all().map((members) => members.flatMap((k) => counting[k]!))
}

function supports(row: ClaimRow): boolean {
  const { text, cue, commitment } = row.claim
  return !STATES_NOTHING.has(commitment) && tellsSource(row) && !INFINITIVE.test(text) && !PASSIVE.test(cue?.exact ?? '') && isSentence(text)
}

/** Whether a claim's article tells who says it, or through whom it came; `a report` and `the video` may be anybody's. */
const tellsSource = ({ speakers, carriers }: ClaimRow) =>
  carriers.some(({ name }) => PROPER.test(name)) || speakers.some(({ name }) => PROPER.test(name) || !PUBLISHED.test(name.replace(BEHIND_HEAD, '')))

/** Whom a claim's article names as having told its speaker, or its text for what it says. */
const passedOnIn = ({ claim, passesOn = [] }: ClaimRow): readonly string[] => [...claim.chain.map(({ name }) => name), ...passesOn]
const sourcesOf = ({ speakers, carriers }: ClaimRow): readonly string[] => [...speakers, ...carriers].map(({ name }) => name)
const wordsOf = (name: string): readonly string[] => name.match(WORD) ?? []
