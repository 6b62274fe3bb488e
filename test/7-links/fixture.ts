import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { LinkInput } from '../../pipeline/7-links/input.ts'
import { COMMITMENTS, LINK_TYPES, SPEAKER_KINDS, STANCES, type StanceLabel } from '../../pipeline/model/schema.ts'

const moreSchema = z.strictObject({
  role: z.string().optional(),
  kind: z.enum(SPEAKER_KINDS).default('person'),
  date: z.string().optional(),
  commitment: z.enum(COMMITMENTS).default('asserts'),
  stance: z.array(z.string()).default([]),
})
const sideSchema = z.tuple([z.string(), z.string()], z.unknown()).transform(([speaker, words, more]) => ({ speaker, words, ...moreSchema.parse(more ?? {}) }))
const pairsSchema = z.array(
  z.strictObject({ title: z.string(), a: sideSchema, b: sideSchema, link: z.enum([...LINK_TYPES, 'none']), changes: z.array(z.string()).default([]) }),
)
export type Side = z.infer<typeof sideSchema>

/** The pairs of fixtures/links/pairs.yaml. */
export function readPairs() {
  return pairsSchema.parse(parse(readFileSync(new URL('../../fixtures/links/pairs.yaml', import.meta.url), 'utf8'), { schema: 'core' }))
}

/** One side of a pair as an article with that claim alone. */
export function articleOf(article: string, side: Side): LinkInput {
  const { speaker, words, kind, role, date, commitment, stance } = side
  const marks = [...words.matchAll(/[“"][^”"]*[”"]/g)]
  const first = { start: 0, end: words.length, exact: words }
  return {
    article, outlet: article, published: date ?? null, credits: [], passages: [],
    speakers: [{ id: 'p1', name: speaker, kind, descriptions: role ? [role] : [], mentions: [], anonymity: null }],
    claims: [{
      id: 'c1', kind: marks.some(([mark]) => mark === words) ? 'direct' : marks.length ? 'mixed' : 'indirect', within: null, text: words, start: 0, end: words.length, first,
      paragraph: 0, lastParagraph: 0, quoted: marks.length > 0, cue: null, mention: null, speakers: ['p1'], continued: false, chain: [], commitment,
      stance: stance.map((row) => {
        const label = STANCES.find((name) => row.startsWith(`${name} `)) as StanceLabel
        return { label, target: row.slice(label.length + 1), topic: null }
      }),
    }],
  }
}
