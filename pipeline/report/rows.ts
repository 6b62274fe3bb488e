import type { AnnotatedArticle, Claim, Reason, Speaker } from '../model/schema.ts'
import type { Range, Span } from '../model/span.ts'
import type { ArticleClaims, Place, PlacedClaim, TextRow, WrittenArticle, WrittenClaim } from './data.ts'

/** What one article gives the report, before its claims are joined with other articles'. */

const place = ({ start, end }: Range): Place => [start, end]
const placeOrNull = (range: Range | null): Place | null => (range === null ? null : place(range))

/** A title is cut to this many code units where it is made of the first words. */
const TITLE_LENGTH = 90
/** How many reasons are kept for a claim. */
const MOST_REASONS = 5

/** The article's row, without where its claims and its text stand. */
export function articleRow(article: AnnotatedArticle, text: string | null): Omit<WrittenArticle, 'file'> {
  const { source, claims } = article
  return {
    id: source.id,
    title: titleOf(article, text),
    outlet: source.outlet,
    authors: source.authors,
    published: source.published,
    url: webAddress(source.url),
    claims: claims.length,
  }
}

/** The article's title, or its first words. */
export function titleOf(article: AnnotatedArticle, text: string | null): string {
  return article.source.title ?? firstWords(article, text) ?? 'Untitled article'
}

/** The first sentence behind the date line, cut at a word. */
function firstWords({ sentences, source }: AnnotatedArticle, text: string | null): string | null {
  const first = sentences[0]
  if (text === null || first === undefined) return null
  const dateEnd = source.found.published?.end ?? 0
  const from = dateEnd > first.start && dateEnd < first.end ? dateEnd : first.start
  const words = text.slice(from, first.end).replace(/\s+/g, ' ').trim()
  if (words.length <= TITLE_LENGTH) return words || null
  return `${words.slice(0, TITLE_LENGTH).replace(/\s\S*$/, '').replace(/[,;:]$/, '')} …`
}

function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) ? url : null
}

/** The rows of an article's claims. */
export function claimRows({ source, speakers, claims }: AnnotatedArticle): ArticleClaims {
  const names = new Map(speakers.map((speaker) => [speaker.id, speaker]))
  const speaking = speakersOf({ speakers, claims })
  return { article: source.id, claims: claims.map((claim) => claimRow(claim, names, speaking)) }
}

function claimRow(claim: Claim, names: ReadonlyMap<string, Speaker>, speaking: readonly Speaker[]): WrittenClaim {
  return {
    id: claim.id,
    speakers: placesOf(claim, speaking),
    unnamed: isUnnamed(claim, names),
    mention: claim.speaker.mention?.exact ?? null,
    words: claim.content.map(({ exact }) => exact),
    kind: claim.kind,
    commitment: claim.commitment.label,
    stance: claim.stance.map(({ label, target, confidence }) => ({ label, target: target.text, confidence })),
    chain: claim.chain.map((hop) => (hop.speaker === null ? hop.name : (names.get(hop.speaker)?.name ?? hop.name))),
    confidence: claim.confidence,
    checked: claim.why.some(isPersons),
  }
}

const isPersons = ({ rule }: Reason) => rule?.startsWith('person/') === true

/** Those who say something in an article, in that order. */
export function speakersOf({ speakers, claims }: Pick<AnnotatedArticle, 'speakers' | 'claims'>): readonly Speaker[] {
  const names = new Map(speakers.map((speaker) => [speaker.id, speaker]))
  return [...new Set(claims.flatMap(({ speaker }) => speaker.ids))].flatMap((id) => names.get(id) ?? [])
}

/** The places of a claim's speakers among those. */
export function placesOf({ speaker }: Claim, speaking: readonly Speaker[]): readonly number[] {
  return speaker.ids.flatMap((id) => {
    const found = speaking.findIndex((each) => each.id === id)
    return found < 0 ? [] : found
  })
}

/** Whether nobody is named for a claim: the speakers are unnamed people, or there is none. */
export function isUnnamed(claim: Claim, names: ReadonlyMap<string, Speaker>): boolean {
  return claim.speaker.ids.every((id) => names.get(id)?.kind === 'anonymous')
}

/** The text with the places of the claims in it. */
export function textRow(article: AnnotatedArticle, text: string | null): TextRow {
  return { article: article.source.id, text, boilerplate: article.boilerplate.map(place), claims: article.claims.map(placedClaim) }
}

function placedClaim(claim: Claim): PlacedClaim {
  return {
    content: claim.content.map(place),
    cue: placeOrNull(claim.cue),
    mention: placeOrNull(claim.speaker.mention),
    via: placeOrNull(claim.speaker.via),
    resolved: claim.speaker.resolved,
    why: claim.why
      .filter((reason) => !isPersons(reason))
      .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
      .slice(0, MOST_REASONS)
      .map(({ rule, feature, span, weight }) => ({ reason: rule ?? feature ?? '', words: shortly(span), weight })),
  }
}

function shortly(span: Span | null): string | null {
  if (span === null) return null
  return span.exact.length > 60 ? `${span.exact.slice(0, 57)}…` : span.exact
}
