import * as z from 'zod'
import type { Data } from './data.ts'
import { ERROR_SCHEMA } from './problems.ts'

/** The contract: everything that claimtrace writes, and reads back. All other types are inferred from here. */

export const SPEAKER_KINDS = ['person', 'organization', 'group', 'country', 'publication', 'anonymous'] as const
export const COMMITMENTS = ['asserts', 'denies', 'doubts', 'hedges', 'asks', 'demands', 'promises', 'declines'] as const
export const STANCES = ['support', 'oppose', 'conditional', 'open'] as const
export const CLAIM_KINDS = ['direct', 'indirect', 'mixed'] as const
export const MODES = ['speech', 'attitude'] as const
export const RESOLUTIONS = ['name', 'alias', 'title', 'pronoun', 'continued', 'unknown'] as const
export const LINK_TYPES = ['same-quote', 'same-utterance', 'same-claim', 'contradicts'] as const
/** What two versions differ in; `words`: something put into, left out of or changed in a quotation. */
export const DIFFERENCES = ['number', 'date', 'name', 'spelling', 'negation', 'words'] as const
export const ORIGIN_KINDS = ['utterance', 'report', 'wire', 'copy'] as const

export const spanSchema = z
  .strictObject({ start: z.uint32(), end: z.uint32(), exact: z.string().min(1) })
  .refine((span) => span.end - span.start === span.exact.length, 'start, end and exact disagree in length')
const nullableSpan = spanSchema.nullable()

const problemSchema = z.strictObject({ code: z.string(), message: z.string(), span: nullableSpan })

/** One reason for a finding: a rule's id or a feature in words, where it was seen, and what it weighed. */
export const reasonSchema = z
  .strictObject({ rule: z.string().optional(), feature: z.string().optional(), span: nullableSpan, weight: z.number() })
  .refine((reason) => (reason.rule === undefined) !== (reason.feature === undefined), 'a reason is a rule or a feature')

export const speakerSchema = z.strictObject({
  id: z.string(),
  name: z.string().min(1),
  kind: z.enum(SPEAKER_KINDS),
  descriptions: z.array(z.string()),
  mentions: z.array(spanSchema),
  anonymity: z.strictObject({ number: z.int().positive().nullable(), reason: nullableSpan }).nullable(),
})

export const hopSchema = z.strictObject({ name: z.string(), speaker: z.string().nullable(), mention: nullableSpan, cue: nullableSpan })

export const stanceSchema = z.strictObject({
  target: z.strictObject({ text: z.string().min(1), span: nullableSpan, topic: z.string().nullable() }),
  label: z.enum(STANCES),
  rule: z.string(),
  evidence: spanSchema,
  /** Probability that label and target are both right. */
  confidence: z.number().min(0).max(1),
})

export const commitmentSchema = z.strictObject({ label: z.enum(COMMITMENTS), rule: z.string(), evidence: nullableSpan })

export const claimSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(CLAIM_KINDS),
  mode: z.enum(MODES),
  within: z.string().nullable(),
  content: z.array(spanSchema).min(1),
  quoted: z.array(spanSchema),
  cue: nullableSpan,
  speaker: z.strictObject({ ids: z.array(z.string()), mention: nullableSpan, resolved: z.enum(RESOLUTIONS), via: nullableSpan }),
  chain: z.array(hopSchema),
  commitment: commitmentSchema,
  stance: z.array(stanceSchema),
  confidence: z.number().min(0).max(1),
  why: z.array(reasonSchema),
})

export const sourceSchema = z.strictObject({
  id: z.string().min(1),
  path: z.string().nullable(),
  textPath: z.string().nullable(),
  sha256: z.string(),
  bytes: z.int().nonnegative(),
  encoding: z.string(),
  length: z.int().nonnegative(),
  title: z.string().nullable(),
  authors: z.array(z.string()),
  published: z.string().nullable(),
  outlet: z.string().nullable(),
  url: z.string().nullable(),
  /** SHA-256 of the corrections that a person made and that were applied; null where there are none. */
  corrections: z.string().nullable(),
  found: z.strictObject({ title: nullableSpan, published: nullableSpan, outlet: nullableSpan }),
  credits: z.array(spanSchema),
})

export const ARTICLE_SCHEMA = 'claimtrace/article/2'
export const LINKS_SCHEMA = 'claimtrace/links/2'

export const annotatedArticleSchema = z.strictObject({
  schema: z.literal(ARTICLE_SCHEMA),
  claimtrace: z.string(),
  model: z.string(),
  source: sourceSchema,
  unit: z.literal('utf16'),
  sentences: z.array(z.strictObject({ start: z.uint32(), end: z.uint32() })),
  boilerplate: z.array(spanSchema),
  speakers: z.array(speakerSchema),
  claims: z.array(claimSchema),
  problems: z.array(problemSchema),
})

/** One input that could not be answered, as a line of `extract`. */
export const errorSchema = z.strictObject({
  schema: z.literal(ERROR_SCHEMA),
  id: z.string().nullable(),
  path: z.string().nullable(),
  line: z.int().positive().nullable(),
  code: z.string(),
  message: z.string(),
})

const claimRefSchema = z.strictObject({ article: z.string(), claim: z.string() })

/** One edit of a word diff: `from` is what stood in a, `to` what stands in b instead. */
export const changeSchema = z.strictObject({ kind: z.enum(['cut', 'added', 'reworded', 'number', 'negation', 'paraphrased']), from: z.string(), to: z.string() })

/** A passage anchored by its words and by what stands around it; `start` tells which of several places was meant. */
export const quoteSchema = z.strictObject({ exact: z.string().min(1), prefix: z.string(), suffix: z.string(), start: z.int().nonnegative() })

/** Which claim is meant: its content, and the words for its speaker and cue, since two claims may share one content. */
const claimQuotesSchema = z.strictObject({ content: z.array(quoteSchema).min(1), mention: quoteSchema.nullable(), cue: quoteSchema.nullable() })

/** What a person says that a claim is. */
export const statedClaimSchema = z.strictObject({
  ...claimQuotesSchema.shape,
  speakers: z.array(z.strictObject({ name: z.string().trim().min(1), kind: z.enum(SPEAKER_KINDS) })),
  kind: z.enum(CLAIM_KINDS),
  commitment: z.enum(COMMITMENTS),
  stance: z.array(z.strictObject({ label: z.enum(STANCES), target: z.string().trim().min(1) })),
})

/** A person's verdict on a claim that was found, or a claim that was not found. */
export const correctionSchema = z.discriminatedUnion('verdict', [
  z.strictObject({ verdict: z.literal('right'), of: claimQuotesSchema }),
  z.strictObject({ verdict: z.literal('wrong'), of: claimQuotesSchema }),
  z.strictObject({ verdict: z.literal('mended'), of: claimQuotesSchema, claim: statedClaimSchema }),
  z.strictObject({ verdict: z.literal('added'), claim: statedClaimSchema }),
])

/** Two claims that a person holds apart: they are not the same, or one does not contradict the other. */
export const apartSchema = z.strictObject({
  verdict: z.enum(['not-same', 'not-contradicts']),
  of: claimQuotesSchema,
  other: z.strictObject({ article: z.string(), of: claimQuotesSchema }),
})

export const CORRECTIONS_SCHEMA = 'claimtrace/corrections/1'
/** `<id>.corrections.json` beside a source: what a person put right, applied by every later run. */
export const correctionsSchema = z.strictObject({
  schema: z.literal(CORRECTIONS_SCHEMA),
  article: z.string().min(1),
  claims: z.array(correctionSchema),
  apart: z.array(apartSchema),
})

export const linkSchema = z.strictObject({
  type: z.enum(LINK_TYPES),
  a: claimRefSchema,
  b: claimRefSchema,
  /** Probability that the type is right. */
  confidence: z.number().min(0).max(1),
  why: z.array(z.string()),
  changes: z.array(changeSchema),
})

export const originSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(ORIGIN_KINDS),
  name: z.string(),
  members: z.array(claimRefSchema),
  evidence: z.array(z.strictObject({ article: z.string(), start: z.int().nonnegative(), end: z.int().positive(), exact: z.string() })),
})

/** A place in a claim's content. */
const claimSpanSchema = z.strictObject({ article: z.string(), claim: z.string(), start: z.int().nonnegative(), end: z.int().positive(), exact: z.string() })

/** Two versions of one utterance or proposition that disagree in a detail: each version's own words for it. */
export const differenceSchema = z.strictObject({ a: claimSpanSchema, b: claimSpanSchema, kind: z.enum(DIFFERENCES) })

export const groupSchema = z.strictObject({
  id: z.string(),
  text: z.string(),
  members: z.array(claimRefSchema),
  /** Who stands where on what, over the group's members. */
  stances: z.array(z.strictObject({ target: z.string(), topic: z.string().nullable(), label: z.enum(STANCES), speakers: z.array(z.string()) })),
  /** Targets (topic ids) that somebody supports and somebody else opposes. */
  contested: z.array(z.string()),
  support: z.strictObject({
    articles: z.int().nonnegative(),
    outlets: z.int().nonnegative(),
    origins: z.array(z.string()),
    independent: z.int().nonnegative(),
    /** How many of the independent origins rest on unnamed people alone. */
    anonymous: z.int().nonnegative(),
    /** How many articles attest it that trace back neither to each other nor to one report. */
    attested: z.int().nonnegative(),
  }),
  contradictedBy: z.array(z.string()),
  /** Details in which versions of this one claim disagree: no contradiction, but what a desk checks first. */
  differs: z.array(differenceSchema),
})

export const registeredSpeakerSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(SPEAKER_KINDS),
  aliases: z.array(z.string()),
  members: z.array(z.strictObject({ article: z.string(), speaker: z.string() })),
})

const linksFileSchema = z.strictObject({ bytes: z.int().nonnegative(), sha256: z.string() })

/** `links/manifest.json`: which articles the files beside it link, how many rows each has, and what they hold. */
export const linksManifestSchema = z.strictObject({
  schema: z.literal(LINKS_SCHEMA),
  claimtrace: z.string(),
  /** Hash of the articles that were linked, by id and text. */
  run: z.string(),
  articles: z.int().nonnegative(),
  /** Hash of all that linking depends on: what was written about the articles, the configuration, the weights. */
  inputs: z.string(),
  /** Candidate pairs that were not judged, because too many claims share all their rare words. */
  cut: z.int().nonnegative(),
  files: z.strictObject({ speakers: linksFileSchema, links: linksFileSchema, groups: linksFileSchema, origins: linksFileSchema }),
  rows: z.strictObject({ speakers: z.int().nonnegative(), links: z.int().nonnegative(), groups: z.int().nonnegative(), origins: z.int().nonnegative() }),
})

export type SpeakerKind = (typeof SPEAKER_KINDS)[number]
export type CommitmentLabel = (typeof COMMITMENTS)[number]
export type StanceLabel = (typeof STANCES)[number]
export type ClaimKind = (typeof CLAIM_KINDS)[number]
export type Mode = (typeof MODES)[number]
export type Resolution = (typeof RESOLUTIONS)[number]
export type Speaker = Data<typeof speakerSchema>
export type Claim = Data<typeof claimSchema>
export type Hop = Data<typeof hopSchema>
export type Reason = Data<typeof reasonSchema>
export type AnnotatedArticle = Data<typeof annotatedArticleSchema>
export type ArticleError = Data<typeof errorSchema>
export type ClaimRef = Data<typeof claimRefSchema>
export type Link = Data<typeof linkSchema>
export type Change = Data<typeof changeSchema>
export type Quote = Data<typeof quoteSchema>
export type ClaimQuotes = Data<typeof claimQuotesSchema>
export type StatedClaim = Data<typeof statedClaimSchema>
export type Correction = Data<typeof correctionSchema>
export type Corrections = Data<typeof correctionsSchema>
export type Origin = Data<typeof originSchema>
export type Difference = Data<typeof differenceSchema>
export type RegisteredSpeaker = Data<typeof registeredSpeakerSchema>
export type LinksManifest = Data<typeof linksManifestSchema>
export type Group = Data<typeof groupSchema>
/** All that linking gives: the rows of the files in `links/`. */
export interface Links {
  readonly speakers: readonly RegisteredSpeaker[]
  readonly links: readonly Link[]
  readonly groups: readonly Group[]
  readonly origins: readonly Origin[]
}
