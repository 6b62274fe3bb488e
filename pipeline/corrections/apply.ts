import { claimId, distinctIds, shortHash } from '../model/id.ts'
import type { RawProblem } from '../model/problems.ts'
import { PROBLEM_CODES } from '../model/problems.ts'
import type { AnnotatedArticle, Claim, ClaimQuotes, Correction, Corrections, Resolution, Speaker, StatedClaim } from '../model/schema.ts'
import { anchor, anchorOrNull, contains, sizeOf, type Range } from '../model/span.ts'
import { findClaim, type ClaimPlaces } from './quote.ts'

/** The rule that stands first among the reasons of what a person judged. */
export const PERSON = { right: 'person/confirmed', mended: 'person/mended', added: 'person/added' } as const

/**
 * The article as a person put it right: confirmed claims are sure, wrong ones gone, mended and added ones as stated, each marked as a
 * person's in `why`. A correction that fits nothing any more is a problem, never a guess.
 * @param topicOf gives the topic of a stance's target.
 */
export function applyCorrections(article: AnnotatedArticle, text: string, corrections: Corrections, topicOf: (target: string) => string | null): AnnotatedArticle {
  const byPlaces = new Map(article.claims.map((claim) => [placesId(claim), claim]))
  const speakers: Speaker[] = [...article.speakers]
  const changed = new Map<Claim, Claim | null>()
  const added: Claim[] = []
  const lost: Correction[] = []
  for (const correction of corrections.claims) {
    const before = correction.verdict === 'added' ? null : claimAt(text, correction.of, byPlaces)
    const places = 'claim' in correction ? findClaim(text, correction.claim) : null
    if ((before === null && correction.verdict !== 'added') || ('claim' in correction && places === null)) lost.push(correction)
    else if (correction.verdict === 'right') changed.set(before!, marked(before!, PERSON.right))
    else if (correction.verdict === 'wrong') changed.set(before!, null)
    else {
      const stated = statedClaim(text, correction.claim, places!, before, speakers, topicOf)
      if (before === null) added.push(stated)
      else changed.set(before, stated)
    }
  }
  const kept = article.claims.flatMap((claim) => (changed.has(claim) ? (changed.get(claim) ?? []) : [claim]))
  const claims = [...kept, ...added].toSorted((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a))
  const ids = distinctIds(claims.map(({ id }) => id))
  const own = claims.map((claim, i) => (claim.id === ids[i] ? claim : { ...claim, id: ids[i]! }))
  return { ...article, speakers, claims: nested(own, changed), problems: [...article.problems, ...lost.map(problemOf)] }
}

const startOf = ({ content }: Claim) => content[0]?.start ?? 0
const endOf = ({ content }: Claim) => content.at(-1)?.end ?? 0
/** What tells a claim from all others of its article. */
const placesId = ({ content, speaker, cue }: Claim) => claimId('', { content, mention: speaker.mention, cue })

/** The claim that is meant by its words: the same content, mention and cue; null where there is none. */
export function claimOfQuotes(text: string, of: ClaimQuotes, claims: readonly Claim[]): Claim | null {
  return claimAt(text, of, new Map(claims.map((claim) => [placesId(claim), claim])))
}

function claimAt(text: string, of: ClaimQuotes, claims: ReadonlyMap<string, Claim>): Claim | null {
  const places = findClaim(text, of)
  return places === null ? null : (claims.get(claimId('', places)) ?? null)
}

/** The claim with a person's word as its first reason, and sure. */
function marked(claim: Claim, rule: string): Claim {
  return { ...claim, stance: claim.stance.map((stance) => ({ ...stance, confidence: 1 })), confidence: 1, why: [{ rule, span: null, weight: 1 }, ...claim.why] }
}

function statedClaim(text: string, stated: StatedClaim, { content, mention, cue }: ClaimPlaces, before: Claim | null, speakers: Speaker[], topicOf: (target: string) => string | null): Claim {
  const spans = content.map((range) => anchor(text, range))
  const ids = stated.speakers.map((speaker) => speakerId(text, speaker, mention, speakers))
  const claim: Claim = {
    id: claimId(shortHash(text), { content, mention, cue }),
    kind: stated.kind,
    mode: before?.mode ?? 'speech',
    within: before?.within ?? null,
    content: spans,
    quoted: stated.kind === 'indirect' ? [] : (before?.quoted.filter((quoted) => content.some((range) => contains(range, quoted))) ?? spans),
    cue: anchorOrNull(text, cue),
    speaker: { ids, mention: anchorOrNull(text, mention), resolved: resolution(text, stated, mention), via: null },
    chain: before?.chain ?? [],
    commitment: { label: stated.commitment, rule: 'person', evidence: null },
    stance: stated.stance.map(({ label, target }) => ({ target: { text: target, span: null, topic: topicOf(target) }, label, rule: 'person', evidence: spans[0]!, confidence: 1 })),
    confidence: 1,
    why: [],
  }
  return marked(claim, before === null ? PERSON.added : PERSON.mended)
}

const PRONOUN = /^(?:he|she|they|it|we|i|who|him|her|them|his|their)$/i

function resolution(text: string, { speakers }: StatedClaim, mention: Range | null): Resolution {
  if (speakers.length === 0) return 'unknown'
  if (mention === null) return 'continued'
  const words = text.slice(mention.start, mention.end)
  if (PRONOUN.test(words)) return 'pronoun'
  return speakers.some(({ name }) => words.includes(name)) ? 'name' : 'alias'
}

/** The id of a named speaker, who is added to the article's where they are not among them yet. */
function speakerId(text: string, { name, kind }: StatedClaim['speakers'][number], mention: Range | null, speakers: Speaker[]): string {
  const known = speakers.find((speaker) => speaker.name.toLowerCase() === name.toLowerCase())
  if (known !== undefined) return known.id
  const numbers = speakers.map(({ id }) => Number(id.slice(1)) || 0)
  const id = `p${Math.max(0, ...numbers) + 1}`
  const mentions = mention === null ? [] : [anchor(text, mention)]
  speakers.push({ id, name, kind, descriptions: [], mentions, anonymity: kind === 'anonymous' ? { number: null, reason: null } : null })
  return id
}

/** The claims with their nesting anew where a claim around or inside was changed: in the smallest claim whose content holds theirs. */
function nested(claims: readonly Claim[], changed: ReadonlyMap<Claim, Claim | null>): Claim[] {
  const gone = new Set([...changed].flatMap(([before, now]) => (now?.id === before.id ? [] : [before.id])))
  const anew = ({ within, why }: Claim) => why[0]?.rule === PERSON.added || why[0]?.rule === PERSON.mended || (within !== null && gone.has(within))
  return claims.map((claim) => (anew(claim) ? { ...claim, within: around(claim, claims) } : claim))
}

function around(claim: Claim, claims: readonly Claim[]): string | null {
  const holders = claims.filter((other) => sizeOf(other.content) > sizeOf(claim.content) && claim.content.every((inner) => other.content.some((outer) => contains(outer, inner))))
  return holders.toSorted((a, b) => sizeOf(a.content) - sizeOf(b.content))[0]?.id ?? null
}

function problemOf(correction: Correction): AnnotatedArticle['problems'][number] {
  const code: RawProblem['code'] = 'corrections/lost'
  const { content } = correction.verdict === 'added' ? correction.claim : correction.of
  return { code, message: `${PROBLEM_CODES[code]}: ${correction.verdict}, “${content[0]?.exact.slice(0, 80) ?? ''}”`, span: null }
}
