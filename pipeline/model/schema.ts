import { z } from 'zod'
import { spanSchema } from './span.ts'
import { problemSchema } from './problems.ts'

/** The contract: everything that claimtrace writes, and reads back. All other types are inferred from here. */

export const SPEAKER_KINDS = ['person', 'organization', 'group', 'country', 'publication', 'anonymous'] as const
export const COMMITMENTS = ['asserts', 'denies', 'doubts', 'hedges', 'asks', 'demands', 'promises', 'declines'] as const
export const STANCES = ['support', 'oppose', 'conditional', 'open'] as const
export const CLAIM_KINDS = ['direct', 'indirect', 'mixed'] as const
export const MODES = ['speech', 'attitude'] as const
export const RESOLUTIONS = ['name', 'alias', 'title', 'pronoun', 'continued', 'unknown'] as const
export const LINK_TYPES = ['same-quote', 'same-utterance', 'same-claim', 'contradicts'] as const
export const ORIGIN_KINDS = ['utterance', 'report', 'wire', 'copy'] as const

const nullableSpan = spanSchema.nullable()

/** One reason for a finding: a rule's id or a feature in words, where it was seen, and what it weighed. */
export const reasonSchema = z
  .strictObject({ rule: z.string().optional(), feature: z.string().optional(), span: nullableSpan, weight: z.number() })
  .refine((reason) => (reason.rule === undefined) !== (reason.feature === undefined), 'a reason is a rule or a feature')
  .readonly()

export const speakerSchema = z
  .strictObject({
    id: z.string(),
    name: z.string().min(1),
    kind: z.enum(SPEAKER_KINDS),
    descriptions: z.array(z.string()).readonly(),
    mentions: z.array(spanSchema).readonly(),
    anonymity: z.strictObject({ number: z.int().positive().nullable(), reason: nullableSpan }).readonly().nullable(),
  })
  .readonly()

export const hopSchema = z
  .strictObject({ name: z.string(), speaker: z.string().nullable(), mention: nullableSpan, cue: nullableSpan })
  .readonly()

export const stanceSchema = z
  .strictObject({
    target: z.strictObject({ text: z.string().min(1), span: nullableSpan, topic: z.string().nullable() }).readonly(),
    label: z.enum(STANCES),
    rule: z.string(),
    evidence: spanSchema,
  })
  .readonly()

export const commitmentSchema = z
  .strictObject({ label: z.enum(COMMITMENTS), rule: z.string(), evidence: nullableSpan })
  .readonly()

export const claimSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(CLAIM_KINDS),
    mode: z.enum(MODES),
    within: z.string().nullable(),
    content: z.array(spanSchema).min(1).readonly(),
    quoted: z.array(spanSchema).readonly(),
    cue: nullableSpan,
    speaker: z
      .strictObject({ ids: z.array(z.string()).readonly(), mention: nullableSpan, resolved: z.enum(RESOLUTIONS), via: nullableSpan })
      .readonly(),
    chain: z.array(hopSchema).readonly(),
    commitment: commitmentSchema,
    stance: z.array(stanceSchema).readonly(),
    confidence: z.number().min(0).max(1),
    why: z.array(reasonSchema).readonly(),
  })
  .readonly()

export const sourceSchema = z
  .strictObject({
    id: z.string().min(1),
    path: z.string().nullable(),
    textPath: z.string().nullable(),
    sha256: z.string(),
    bytes: z.int().nonnegative(),
    encoding: z.string(),
    length: z.int().nonnegative(),
    title: z.string().nullable(),
    published: z.string().nullable(),
    outlet: z.string().nullable(),
    url: z.string().nullable(),
    found: z.strictObject({ title: nullableSpan, published: nullableSpan, outlet: nullableSpan }).readonly(),
    credits: z.array(spanSchema).readonly(),
  })
  .readonly()

export const ARTICLE_SCHEMA = 'claimtrace/article/1'
export const LINKS_SCHEMA = 'claimtrace/links/1'
export const ERROR_SCHEMA = 'claimtrace/error/1'

export const annotatedArticleSchema = z
  .strictObject({
    schema: z.literal(ARTICLE_SCHEMA),
    claimtrace: z.string(),
    model: z.string(),
    source: sourceSchema,
    unit: z.literal('utf16'),
    sentences: z.array(z.strictObject({ start: z.int().nonnegative(), end: z.int().positive() }).readonly()).readonly(),
    boilerplate: z.array(spanSchema).readonly(),
    speakers: z.array(speakerSchema).readonly(),
    claims: z.array(claimSchema).readonly(),
    problems: z.array(problemSchema).readonly(),
  })
  .readonly()

/** One input that could not be answered, as a line of `extract`. */
export const errorSchema = z
  .strictObject({
    schema: z.literal(ERROR_SCHEMA),
    id: z.string().nullable(),
    path: z.string().nullable(),
    line: z.int().positive().nullable(),
    code: z.string(),
    message: z.string(),
  })
  .readonly()

const claimRefSchema = z.strictObject({ article: z.string(), claim: z.string() }).readonly()

/** One edit of a word diff: `from` is what stood in a, `to` what stands in b instead. */
export const changeSchema = z
  .strictObject({ kind: z.enum(['cut', 'added', 'reworded', 'number', 'negation', 'paraphrased']), from: z.string(), to: z.string() })
  .readonly()

export const linkSchema = z
  .strictObject({
    type: z.enum(LINK_TYPES),
    a: claimRefSchema,
    b: claimRefSchema,
    score: z.number().min(0).max(1),
    why: z.array(z.string()).readonly(),
    changes: z.array(changeSchema).readonly(),
  })
  .readonly()

export const originSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(ORIGIN_KINDS),
    name: z.string(),
    members: z.array(claimRefSchema).readonly(),
    evidence: z
      .array(z.strictObject({ article: z.string(), start: z.int().nonnegative(), end: z.int().positive(), exact: z.string() }).readonly())
      .readonly(),
  })
  .readonly()

export const groupSchema = z
  .strictObject({
    id: z.string(),
    text: z.string(),
    members: z.array(claimRefSchema).readonly(),
    /** Who stands where on what, over the group's members. */
    stances: z
      .array(z.strictObject({ target: z.string(), topic: z.string().nullable(), label: z.enum(STANCES), speakers: z.array(z.string()).readonly() }).readonly())
      .readonly(),
    /** Targets (topic ids) that somebody supports and somebody else opposes. */
    contested: z.array(z.string()).readonly(),
    support: z
      .strictObject({
        articles: z.int().nonnegative(),
        outlets: z.int().nonnegative(),
        origins: z.array(z.string()).readonly(),
        independent: z.int().nonnegative(),
        /** How many of the independent origins rest on unnamed people alone. */
        anonymous: z.int().nonnegative(),
        /** How many articles attest it that trace back neither to each other nor to one report. */
        attested: z.int().nonnegative(),
      })
      .readonly(),
    contradictedBy: z.array(z.string()).readonly(),
  })
  .readonly()

export const linksSchema = z
  .strictObject({
    schema: z.literal(LINKS_SCHEMA),
    speakers: z
      .array(
        z
          .strictObject({
            id: z.string(),
            name: z.string(),
            kind: z.enum(SPEAKER_KINDS),
            aliases: z.array(z.string()).readonly(),
            members: z.array(z.strictObject({ article: z.string(), speaker: z.string() }).readonly()).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    origins: z.array(originSchema).readonly(),
    links: z.array(linkSchema).readonly(),
    groups: z.array(groupSchema).readonly(),
  })
  .readonly()

export type SpeakerKind = (typeof SPEAKER_KINDS)[number]
export type CommitmentLabel = (typeof COMMITMENTS)[number]
export type StanceLabel = (typeof STANCES)[number]
export type ClaimKind = (typeof CLAIM_KINDS)[number]
export type Mode = (typeof MODES)[number]
export type Resolution = (typeof RESOLUTIONS)[number]
export type Speaker = z.infer<typeof speakerSchema>
export type Claim = z.infer<typeof claimSchema>
export type Hop = z.infer<typeof hopSchema>
export type Reason = z.infer<typeof reasonSchema>
export type AnnotatedArticle = z.infer<typeof annotatedArticleSchema>
export type ArticleError = z.infer<typeof errorSchema>
export type ClaimRef = z.infer<typeof claimRefSchema>
export type Link = z.infer<typeof linkSchema>
export type Change = z.infer<typeof changeSchema>
export type Origin = z.infer<typeof originSchema>
export type Group = z.infer<typeof groupSchema>
export type Links = z.infer<typeof linksSchema>
