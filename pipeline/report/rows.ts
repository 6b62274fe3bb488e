import type { AnnotatedArticle, Claim, Reason, Speaker } from '../model/schema.ts'
import type { Range, Span } from '../model/span.ts'
import type { ArticleRow, ClaimRow, Place, PlacedClaim, StanceRow, TextRow } from './data.ts'

/** What one article gives the report, before its claims are joined with other articles'. */

const place = ({ start, end }: Range): Place => [start, end]
const placeOrNull = (range: Range | null): Place | null => (range === null ? null : place(range))

/** A title is cut to this many code units where it is made of the first words. */
const TITLE_LENGTH = 90
/** How many reasons are kept for a claim. */
const MOST_REASONS = 5

/** The article's row, without the places of its claims and text among the others'. */
export function articleRow(article: AnnotatedArticle, text: string | null): Omit<ArticleRow, 'firstClaim' | 'textFile'> {
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

/** The claim's row; the speakers and the group are told by what joins articles. */
export function claimRow(claim: Claim, names: ReadonlyMap<string, Speaker>): Omit<ClaimRow, 'article' | 'speakers' | 'group' | 'stance'> {
  return {
    id: claim.id,
    unnamed: claim.speaker.ids.every((id) => names.get(id)?.kind === 'anonymous'),
    mention: claim.speaker.mention?.exact ?? null,
    words: claim.content.map(({ exact }) => exact),
    kind: claim.kind,
    commitment: claim.commitment.label,
    chain: claim.chain.map((hop) => (hop.speaker === null ? hop.name : (names.get(hop.speaker)?.name ?? hop.name))),
    confidence: claim.confidence,
    checked: claim.why.some(isPersons),
  }
}

const isPersons = ({ rule }: Reason) => rule?.startsWith('person/') === true

/** A claim's stances; `topicOf` gives what a target is called over the corpus, or null. */
export function stanceRows(claim: Claim, topicOf: (target: string) => string | null): StanceRow[] {
  return claim.stance.map(({ target, label, confidence }) => ({
    label,
    target: target.text,
    topic: target.topic ?? topicOf(target.text) ?? target.text.toLowerCase(),
    confidence,
  }))
}

/** The text with the places of the claims in it. */
export function textRow(article: AnnotatedArticle, index: number, text: string | null): TextRow {
  return { article: index, text, boilerplate: article.boilerplate.map(place), claims: article.claims.map(placedClaim) }
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
