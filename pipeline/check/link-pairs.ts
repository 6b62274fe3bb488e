import { parse } from 'yaml'
import * as z from 'zod'
import type { LinkInput } from '../8-links/input.ts'
import { link } from '../8-links/link.ts'
import { NO_CONFIG } from '../model/config.ts'
import { COMMITMENTS, LINK_TYPES, SPEAKER_KINDS, STANCES } from '../model/schema.ts'
import { FixtureError } from './fixture-error.ts'

/** Pairs of claims from two articles, and how a person says they are linked: `links/pairs.yaml`. */

const stanceSchema = z.string().transform((row, context) => {
  const label = STANCES.find((name) => row.startsWith(`${name} `))
  if (label !== undefined) return { label, target: row.slice(label.length + 1), topic: null }
  context.addIssue(`a stance is a label (${STANCES.join(', ')}) and a target`)
  return z.NEVER
})

const moreSchema = z.strictObject({
  role: z.string().optional(),
  kind: z.enum(SPEAKER_KINDS).default('person'),
  date: z.string().optional(),
  commitment: z.enum(COMMITMENTS).default('asserts'),
  stance: z.array(stanceSchema).default([]),
})

/** `[speaker, words]` or `[speaker, words, more]`; words in “marks” are a quotation. */
const sideSchema = z
  .union([z.tuple([z.string(), z.string().min(1), moreSchema]), z.tuple([z.string(), z.string().min(1)])])
  .transform(([speaker, words, more]) => ({ speaker, words, more: more ?? moreSchema.parse({}) }))

const pairsSchema = z.array(
  z
    .strictObject({
      title: z.string().min(1),
      a: sideSchema,
      b: sideSchema,
      link: z.enum([...LINK_TYPES, 'none']),
      /** Kinds of edits that must be named among the changes. */
      changes: z.array(z.string()).default([]),
    })
    .readonly(),
)
export type LinkPair = z.infer<typeof pairsSchema>[number]
export type PairSide = LinkPair['a']

/**
 * The pairs of a file of YAML.
 * @throws FixtureError that names the pair and what is wrong with it.
 */
export function parseLinkPairs(source: string, file: string): readonly LinkPair[] {
  let rows: unknown
  try {
    rows = parse(source, { schema: 'core' })
  } catch (error) {
    throw new FixtureError(file, null, `not YAML: ${(error as Error).message}`)
  }
  const parsed = pairsSchema.safeParse(rows)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const index = issue?.path[0]
  const title = Array.isArray(rows) && typeof index === 'number' ? (rows[index] as { title?: string } | null)?.title : undefined
  throw new FixtureError(file, null, `pair "${title ?? String(index)}": ${issue?.path.slice(1).map(String).join('.') ?? ''}: ${issue?.message ?? ''}`)
}

/** How the two sides of a pair are linked, and the kinds of edits between them. */
export function linkOfPair({ a, b }: LinkPair): { readonly type: LinkPair['link']; readonly changes: readonly string[] } {
  const [found] = link([articleOf('a', a), articleOf('b', b)], NO_CONFIG).links
  return { type: found?.type ?? 'none', changes: found?.changes.map(({ kind }) => kind) ?? [] }
}

/** One side of a pair as an article that holds this claim alone. */
export function articleOf(article: string, { speaker, words, more }: PairSide): LinkInput {
  const marks = [...words.matchAll(/[“"][^”"]*[”"]/g)].map(([mark]) => mark)
  const kind = marks.includes(words) ? 'direct' : marks.length > 0 ? 'mixed' : 'indirect'
  return {
    article,
    outlet: article,
    published: more.date ?? null,
    credits: [],
    passages: [],
    passageHashes: [],
    speakers: [{ id: 'p1', name: speaker, kind: more.kind, descriptions: more.role === undefined ? [] : [more.role], mentions: [], anonymity: null }],
    claims: [
      {
        id: 'c1',
        kind,
        within: null,
        text: words,
        start: 0,
        end: words.length,
        content: [{ start: 0, end: words.length, exact: words }],
        venue: null,
        paragraph: 0,
        lastParagraph: 0,
        quoted: marks.length > 0,
        cue: null,
        mention: null,
        speakers: ['p1'],
        continued: false,
        chain: [],
        commitment: more.commitment,
        about: [],
        around: '',
        stance: more.stance.map((stance) => ({ ...stance, confidence: 1 })),
        confidence: 1,
      },
    ],
  }
}
