import type { Article } from './model/article.ts'
import type { Config } from './model/config.ts'
import { calibrated } from './model/confidence.ts'
import { claimId, shortHash, distinctIds } from './model/id.ts'
import type { Attribution, Attributions, Judgements, Quotations, RawReason, SegmentedText, Speakers } from './model/layers.ts'
import { PROBLEM_CODES, type RawProblem } from './model/problems.ts'
import { ARTICLE_SCHEMA, type AnnotatedArticle, type Claim, type Reason } from './model/schema.ts'
import { anchor, anchorOrNull, type Range, type Span } from './model/span.ts'
import { BUILD } from './model/version.ts'
import { namedTopic } from './text/named-topic.ts'

/** All layers over one article, and the id of the attribution model that made them. */
export interface Layers {
  readonly text: SegmentedText
  readonly quotes: Quotations
  readonly claims: Attributions
  /** What the attribution left out. */
  readonly leftOut: readonly RawProblem[]
  readonly speakers: Speakers
  readonly judgements: Judgements
  readonly model: string
  /** Topics that the user named; others are found over the corpus. */
  readonly topics: Config['topics']
}

/** Puts the layers together as the written object: every range becomes a span of `article.text`, ids are given. */
export function assemble(article: Article, layers: Layers): AnnotatedArticle {
  const spans = spansOf(article.text)
  const ids = claimIds(article, layers.claims)
  const unnamed = new Set(layers.speakers.speakers.flatMap(({ id, kind }) => (kind === 'anonymous' ? [id] : [])))
  return {
    schema: ARTICLE_SCHEMA,
    claimtrace: BUILD,
    model: layers.model,
    source: sourceOf(article, spans),
    unit: 'utf16',
    sentences: layers.text.sentences.map(({ start, end }) => ({ start, end })),
    boilerplate: article.boilerplate.map(spans.one),
    speakers: layers.speakers.speakers.map((s) => ({
      id: s.id,
      name: s.name,
      kind: s.kind,
      descriptions: s.descriptions,
      mentions: s.mentions.map(spans.one),
      anonymity: s.anonymity && { number: s.anonymity.number, reason: spans.maybe(s.anonymity.reason) },
    })),
    claims: layers.claims.map((raw, i) => claimOf(raw, i, { ids, unnamed }, layers, spans)),
    problems: [...article.problems, ...layers.quotes.problems, ...layers.leftOut].map(({ code, message, range }) => ({
      code,
      message: message || PROBLEM_CODES[code],
      span: spans.maybe(range),
    })),
  }
}

interface Spans {
  readonly one: (range: Range) => Span
  readonly maybe: (range: Range | null) => Span | null
}

const spansOf = (text: string): Spans => ({ one: (range) => anchor(text, range), maybe: (range) => anchorOrNull(text, range) })

function sourceOf(article: Article, { one, maybe }: Spans): AnnotatedArticle['source'] {
  return {
    id: article.id,
    path: article.path,
    textPath: article.textPath,
    sha256: article.sha256,
    bytes: article.bytes,
    encoding: article.encoding,
    length: article.text.length,
    title: article.title,
    authors: article.authors,
    published: article.published,
    outlet: article.outlet,
    url: article.url,
    corrections: null,
    found: { title: maybe(article.found.title), published: maybe(article.found.published), outlet: maybe(article.found.outlet) },
    credits: article.credits.map(one),
  }
}

/** The ids of all claims, and of the speakers without a name. */
interface Known {
  readonly ids: readonly string[]
  readonly unnamed: ReadonlySet<string>
}

function claimOf(raw: Attribution, i: number, { ids, unnamed }: Known, { speakers, judgements, topics }: Layers, { one, maybe }: Spans): Claim {
  const { ids: speakerIds, resolved, via, probability, why } = speakers.claims[i]!
  const { commitment, stance } = judgements[i]!
  return {
    id: ids[i]!,
    kind: raw.kind,
    mode: raw.mode,
    within: raw.within === null ? null : ids[raw.within]!,
    content: raw.content.map(one),
    quoted: raw.quoted.map(one),
    cue: maybe(raw.cue),
    speaker: { ids: speakerIds, mention: maybe(raw.mention), resolved, via: maybe(via) },
    chain: raw.chain.map(({ mention, cue }, k) => {
      const { name, speaker } = speakers.chains[i]![k]!
      return { name, speaker, mention: maybe(mention), cue: maybe(cue) }
    }),
    commitment: { label: commitment.label, rule: commitment.rule, evidence: maybe(commitment.evidence) },
    stance: stance.map(({ target, label, rule, evidence, probability: chance }) => ({
      target: { text: target.text, span: maybe(target.range), topic: namedTopic(target.text, topics) },
      label,
      rule,
      evidence: one(evidence),
      confidence: round(chance, 3),
    })),
    confidence: round(calibrated(raw.probability * probability, raw, knownAs(speakerIds, unnamed)), 3),
    why: [...raw.why, ...why].map((reason) => reasonOf(reason, maybe)),
  }
}

/** Whether speakers are named, or at least described, or not found. */
function knownAs(ids: readonly string[], unnamed: ReadonlySet<string>): 'named' | 'unnamed' | 'unknown' {
  if (ids.length === 0) return 'unknown'
  return ids.every((id) => unnamed.has(id)) ? 'unnamed' : 'named'
}

/** Claim ids hash the text, content, mention and cue, so they survive a re-run and another order; twins get a suffix. */
function claimIds(article: Article, attributions: Attributions): readonly string[] {
  const text = shortHash(article.text)
  return distinctIds(attributions.map((a) => claimId(text, a)))
}

/** As `toFixed` rounds, which is slow: it is asked only where the next digits are so near to a half that a product may mislead. */
function round(x: number, digits: number): number {
  const scaled = x * 10 ** digits
  const fraction = Math.abs(scaled % 1)
  return Math.abs(fraction - 0.5) > 1e-6 ? Math.round(scaled) / 10 ** digits : Number(x.toFixed(digits))
}

function reasonOf({ rule, feature, range, weight }: RawReason, maybe: Spans['maybe']): Reason {
  const span = maybe(range)
  const rounded = round(weight, 2)
  return rule !== undefined ? { rule, span, weight: rounded } : { feature: feature ?? '', span, weight: rounded }
}
