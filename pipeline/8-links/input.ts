import type { AnnotatedArticle, Claim, Hop, Speaker, StanceLabel } from '../model/schema.ts'
import { overlaps, type Range, type Span } from '../model/span.ts'

/** What linking keeps of one claim. */
export interface LinkClaim {
  readonly id: string
  readonly kind: Claim['kind']
  readonly within: string | null
  /** The spans of its content, joined by a space. */
  readonly text: string
  readonly start: number
  readonly end: number
  readonly first: Span
  /** Paragraphs, counted from 0, of the start of its content and of the last of content, mention and cue. */
  readonly paragraph: number
  readonly lastParagraph: number
  readonly quoted: boolean
  readonly cue: Span | null
  readonly mention: Span | null
  readonly speakers: readonly string[]
  readonly continued: boolean
  readonly chain: readonly Hop[]
  readonly commitment: Claim['commitment']['label']
  readonly stance: readonly { readonly target: string; readonly topic: string | null; readonly label: StanceLabel }[]
}

/**
 * What linking keeps of one article: made when the article is annotated, while its text is at hand, so that the texts
 * need not stay in memory.
 */
export interface LinkInput {
  readonly article: string
  readonly outlet: string | null
  readonly published: string | null
  readonly credits: readonly Span[]
  readonly speakers: readonly Speaker[]
  readonly claims: readonly LinkClaim[]
  /** Sentences of the article's own words (eight words and more, no quotations): two articles that share them copied. */
  readonly passages: readonly Span[]
}

const COPIED_WORDS = 8

/** Takes from an annotated article and its text what {@link link} needs. */
export function linkInput(article: AnnotatedArticle, text: string): LinkInput {
  const paragraphs = paragraphStarts(text)
  const paragraphAt = (offset: number) => paragraphs.findLastIndex((start) => start <= offset)
  return {
    article: article.source.id,
    outlet: article.source.outlet,
    published: article.source.published,
    credits: article.source.credits,
    speakers: article.speakers.map((speaker) => ({ ...speaker, mentions: [] })),
    claims: article.claims.map((claim) => linkClaim(claim, paragraphAt)),
    passages: passagesOf(article, text),
  }
}

function linkClaim(claim: Claim, paragraphAt: (offset: number) => number): LinkClaim {
  const start = claim.content[0]!.start
  return {
    id: claim.id,
    kind: claim.kind,
    within: claim.within,
    text: claim.content.map((span) => span.exact).join(' '),
    start,
    end: claim.content.at(-1)!.end,
    first: claim.content[0]!,
    paragraph: paragraphAt(start),
    lastParagraph: Math.max(...[...claim.content, claim.cue, claim.speaker.mention].map((span) => paragraphAt(span?.start ?? 0))),
    quoted: claim.kind === 'direct' || claim.quoted.length > 0,
    cue: claim.cue,
    mention: claim.speaker.mention,
    speakers: claim.speaker.ids,
    continued: claim.speaker.resolved === 'continued',
    chain: claim.chain,
    commitment: claim.commitment.label,
    stance: claim.stance.map(({ target, label }) => ({ target: target.text, topic: target.topic, label })),
  }
}

function paragraphStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\n+/g)].map((gap) => gap.index + gap[0].length)]
}

function passagesOf(article: AnnotatedArticle, text: string): Span[] {
  const out: readonly Range[] = [...article.boilerplate, ...article.claims.flatMap((claim) => claim.quoted)]
  return article.sentences
    .filter((sentence) => !out.some((range) => overlaps(range, sentence)))
    .map(({ start, end }) => ({ start, end, exact: text.slice(start, end) }))
    .filter(({ exact }) => exact.split(/\s+/).length >= COPIED_WORDS)
}
