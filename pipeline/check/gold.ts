import * as z from 'zod'
import { CLAIM_KINDS, COMMITMENTS, LINK_TYPES, SPEAKER_KINDS, STANCES } from '../model/schema.ts'
import { spanSchema } from '../model/schema.ts'
import type { Span } from '../model/span.ts'

/** What a person judged about a whole article: `<id>.gold.json` beside `<id>.txt`. */

const nullableSpan = spanSchema.nullable()

const goldClaimSchema = z
  .strictObject({
    key: z.string().min(1),
    kind: z.enum(CLAIM_KINDS),
    content: z.array(spanSchema).min(1).readonly(),
    speaker: z.strictObject({ names: z.array(z.string()).readonly(), anonymous: z.boolean().optional(), mention: nullableSpan }).readonly(),
    cue: nullableSpan,
    commitment: z.enum(COMMITMENTS),
    stance: z.array(z.strictObject({ target: z.string().min(1), label: z.enum(STANCES) }).readonly()).readonly(),
    chain: z.array(z.strictObject({ name: z.string(), mention: nullableSpan, cue: nullableSpan }).readonly()).readonly(),
    /** A belief, an intention, a bare noun: neither owed nor an error when found. */
    weak: z.boolean().optional(),
  })
  .readonly()

export const goldArticleSchema = z
  .strictObject({ article: z.string().min(1), offsets: z.literal('utf16'), claims: z.array(goldClaimSchema).readonly() })
  .readonly()
export type GoldArticle = z.infer<typeof goldArticleSchema>
export type GoldClaim = z.infer<typeof goldClaimSchema>

/** `article#key` of a gold claim. */
const refSchema = z.string().regex(/^[^#]+#[^#]+$/, 'a claim is named as article#key')

export const goldLinksSchema = z
  .strictObject({
    cluster: z.string(),
    links: z.array(z.strictObject({ type: z.enum(LINK_TYPES), members: z.tuple([refSchema, refSchema]).readonly(), note: z.string() }).readonly()).readonly(),
  })
  .readonly()
export type GoldLinks = z.infer<typeof goldLinksSchema>

export const goldOriginsSchema = z.array(
  z
    .strictObject({
      origin: z.string(),
      members: z.array(refSchema).readonly(),
      evidence: z.string(),
      evidence_by_article: z.record(z.string(), z.string()).optional(),
      note: z.string().optional(),
    })
    .readonly(),
).readonly()
export type GoldOrigins = z.infer<typeof goldOriginsSchema>

export const goldSpeakersSchema = z
  .array(z.strictObject({ name: z.string(), aliases: z.array(z.string()).readonly(), kind: z.enum(SPEAKER_KINDS) }).readonly())
  .readonly()
export type GoldSpeakers = z.infer<typeof goldSpeakersSchema>

/** Every mistake of a gold article against its text, one line each: a span that is not there, a key twice. */
export function mistakesOf(gold: GoldArticle, text: string): readonly string[] {
  const spans = gold.claims.flatMap((claim) => spansOf(claim).map((span) => ({ key: claim.key, span })))
  const wrong = spans
    .filter(({ span }) => text.slice(span.start, span.end) !== span.exact)
    .map(({ key, span }) => `${key}: the text holds ${JSON.stringify(text.slice(span.start, span.end))} at ${span.start}-${span.end}, not ${JSON.stringify(span.exact)}`)
  const keys = gold.claims.map(({ key }) => key)
  return [...wrong, ...keys.filter((key, i) => keys.indexOf(key) < i).map((key) => `${key}: two claims have this key`)]
}

function spansOf(claim: GoldClaim): readonly Span[] {
  return [...claim.content, claim.cue, claim.speaker.mention, ...claim.chain.flatMap((hop) => [hop.mention, hop.cue])].filter((span) => span !== null)
}
