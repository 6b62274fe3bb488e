import type { Article } from './model/article.ts'
import { shortHash } from './model/id.ts'
import type { Attribution, Attributions, Judgements, Quotations, RawHop, RawReason, SegmentedText, Speakers } from './model/layers.ts'
import { PROBLEM_CODES, type RawProblem } from './model/problems.ts'
import { ARTICLE_SCHEMA, type AnnotatedArticle, type Claim, type Hop, type Reason } from './model/schema.ts'
import { anchor, anchorOrNull, type Range } from './model/span.ts'
import { VERSION } from './model/version.ts'

/** Puts the layers together as the written object: every range becomes a span of `article.text`, ids are given. */
export function assemble(
  article: Article,
  segmented: SegmentedText,
  quotes: Quotations,
  attributions: Attributions,
  speakers: Speakers,
  judgements: Judgements,
): AnnotatedArticle {
  const { text } = article
  const span = (range: Range) => anchor(text, range)
  const nullable = (range: Range | null) => anchorOrNull(text, range)
  const ids = claimIds(article, attributions)
  const hop = (raw: RawHop, named: { name: string; speaker: string | null }): Hop => ({
    name: named.name,
    speaker: named.speaker,
    mention: nullable(raw.mention),
    cue: nullable(raw.cue),
  })
  const claim = (raw: Attribution, i: number): Claim => {
    const resolved = speakers.claims[i]!
    const { commitment, stance } = judgements[i]!
    return {
      id: ids[i]!,
      kind: raw.kind,
      mode: raw.mode,
      within: raw.within === null ? null : ids[raw.within]!,
      content: raw.content.map(span),
      quoted: raw.quoted.map(span),
      cue: nullable(raw.cue),
      speaker: { ids: resolved.ids, mention: nullable(raw.mention), resolved: resolved.resolved, via: nullable(resolved.via) },
      chain: raw.chain.map((h, k) => hop(h, speakers.chains[i]![k]!)),
      commitment: { label: commitment.label, rule: commitment.rule, evidence: nullable(commitment.evidence) },
      stance: stance.map((s) => ({
        target: { text: s.target.text, span: nullable(s.target.range), topic: null },
        label: s.label,
        rule: s.rule,
        evidence: span(s.evidence),
      })),
      confidence: round(raw.probability * resolved.probability),
      why: [...raw.why, ...resolved.why].map((reason) => reasonOf(reason, nullable)),
    }
  }
  return {
    schema: ARTICLE_SCHEMA,
    claimtrace: VERSION,
    model: 'none',
    source: {
      id: article.id,
      path: article.path,
      textPath: article.textPath,
      sha256: article.sha256,
      bytes: article.bytes,
      encoding: article.encoding,
      length: text.length,
      title: article.title,
      published: article.published,
      outlet: article.outlet,
      url: article.url,
      found: {
        title: nullable(article.found.title),
        published: nullable(article.found.published),
        outlet: nullable(article.found.outlet),
      },
      credits: article.credits.map(span),
    },
    unit: 'utf16',
    sentences: segmented.sentences.map(({ start, end }) => ({ start, end })),
    boilerplate: article.boilerplate.map(span),
    speakers: speakers.speakers.map((s) => ({
      ...s,
      mentions: s.mentions.map(span),
      anonymity: s.anonymity && { number: s.anonymity.number, reason: nullable(s.anonymity.reason) },
    })),
    claims: attributions.map(claim),
    problems: [...article.problems, ...quotes.problems].map((p) => problemOf(p, nullable)),
  }
}

/** Claim ids hash the text, content, mention and cue, so they survive a re-run and another order; twins get a suffix. */
function claimIds(article: Article, attributions: Attributions): readonly string[] {
  const text = shortHash(article.text)
  const seen = new Map<string, number>()
  return attributions.map((a) => {
    const id = `c${shortHash(text, a.content.map(key).join(','), key(a.mention), key(a.cue))}`
    const twins = seen.get(id) ?? 0
    seen.set(id, twins + 1)
    return twins ? `${id}-${twins + 1}` : id
  })
}

const key = (range: Range | null) => (range ? `${range.start}-${range.end}` : '')

const round = (x: number) => Math.round(Math.min(1, Math.max(0, x)) * 1000) / 1000

function reasonOf(reason: RawReason, nullable: (r: Range | null) => Reason['span']): Reason {
  const rest = { span: nullable(reason.range), weight: round2(reason.weight) }
  return reason.rule !== undefined ? { rule: reason.rule, ...rest } : { feature: reason.feature ?? '', ...rest }
}

const round2 = (x: number) => Math.round(x * 100) / 100

function problemOf(problem: RawProblem, nullable: (r: Range | null) => Reason['span']) {
  return { code: problem.code, message: problem.message || PROBLEM_CODES[problem.code], span: nullable(problem.range) }
}
