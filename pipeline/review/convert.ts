import { claimOfQuotes } from '../corrections/apply.ts'
import { claimQuotes, findClaim } from '../corrections/quote.ts'
import { CORRECTIONS_SCHEMA, type AnnotatedArticle, type Claim, type ClaimQuotes, type Correction, type Corrections, type StatedClaim } from '../model/schema.ts'
import type { Range } from '../model/span.ts'
import type { Apart, Judged, ReviewState, Stated } from './state.ts'

/** Between what the page says by ids and places, and what is kept by words. */

const range = ({ start, end }: Range): Range => ({ start, end })
const rangeOrNull = (span: Range | null): Range | null => span && range(span)
/** What tells a claim from all others of its article. */
export const placesOf = ({ content, speaker, cue }: Claim) => ({ content, mention: speaker.mention, cue })

/** A claim as it was found, in the form in which a person states one. */
export function statedOf(claim: Claim, { speakers }: AnnotatedArticle): Stated {
  return {
    content: claim.content.map(range),
    mention: rangeOrNull(claim.speaker.mention),
    cue: rangeOrNull(claim.cue),
    speakers: claim.speaker.ids.flatMap((id) => speakers.filter((speaker) => speaker.id === id).map(({ name, kind }) => ({ name, kind }))),
    kind: claim.kind,
    commitment: claim.commitment.label,
    stance: claim.stance.map(({ label, target }) => ({ label, target: target.text })),
  }
}

/**
 * A person's verdicts as they are kept beside the source. What names no claim of the article is left out.
 * @param quotesOf gives the words of a claim of another article, or null where there is none.
 */
export function correctionsOf(article: AnnotatedArticle, text: string, state: ReviewState, quotesOf: (article: string, claim: string) => ClaimQuotes | null): Corrections {
  const quotes = new Map(article.claims.map((claim) => [claim.id, claimQuotes(text, placesOf(claim))]))
  const claims = state.judged.flatMap(({ claim, verdict, stated }): Correction[] => {
    const of = quotes.get(claim)
    if (verdict === 'added') return stated === null ? [] : [{ verdict, claim: statedQuotes(text, stated) }]
    if (of === undefined) return []
    if (verdict !== 'mended') return [{ verdict, of }]
    return stated === null ? [] : [{ verdict, of, claim: statedQuotes(text, stated) }]
  })
  const apart = state.apart.flatMap(({ claim, other, verdict }) => {
    const [own, others] = [quotes.get(claim), quotesOf(other.article, other.claim)]
    return own === undefined || others === null ? [] : [{ verdict, of: own, other: { article: other.article, of: others } }]
  })
  return { schema: CORRECTIONS_SCHEMA, article: article.source.id, claims, apart }
}

function statedQuotes(text: string, { content, mention, cue, speakers, kind, commitment, stance }: Stated): StatedClaim {
  return { ...claimQuotes(text, { content, mention, cue }), speakers, kind, commitment, stance }
}

/**
 * What was kept, as the page shows it, and how many verdicts fit nothing any more.
 * @param claimAt finds a claim of another article by its words.
 */
export function stateOf(article: AnnotatedArticle, text: string, corrections: Corrections, claimAt: (article: string, of: ClaimQuotes) => string | null): { readonly state: ReviewState; readonly lost: number } {
  const idOf = (of: ClaimQuotes): string | null => claimOfQuotes(text, of, article.claims)?.id ?? null
  const judged = corrections.claims.flatMap((correction, i): Judged[] => {
    const stated = 'claim' in correction ? statedAt(text, correction.claim) : null
    if ('claim' in correction && stated === null) return []
    const claim = correction.verdict === 'added' ? `added-${i}` : idOf(correction.of)
    return claim === null ? [] : [{ claim, verdict: correction.verdict, stated }]
  })
  const apart = corrections.apart.flatMap(({ verdict, of, other }): Apart[] => {
    const [claim, otherClaim] = [idOf(of), claimAt(other.article, other.of)]
    return claim === null || otherClaim === null ? [] : [{ claim, other: { article: other.article, claim: otherClaim }, verdict }]
  })
  return { state: { judged, apart }, lost: corrections.claims.length - judged.length }
}

function statedAt(text: string, claim: StatedClaim): Stated | null {
  const places = findClaim(text, claim)
  if (places === null) return null
  const { speakers, kind, commitment, stance } = claim
  return { ...places, speakers, kind, commitment, stance }
}
