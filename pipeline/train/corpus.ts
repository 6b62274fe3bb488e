import { existsSync, statSync } from 'node:fs'
import * as z from 'zod'
import { readFixtures } from '../check/fixtures.ts'
import { UserError } from '../model/user-error.ts'
import { overlaps, sizeOf } from '../model/span.ts'
import type { GoldArticle, GoldAttribution } from './gold.ts'
import { readRows } from './read-rows.ts'

const spansSchema = z.array(z.object({ start: z.int().nonnegative(), end: z.int().positive() }))

/** A line of a corpus: the text and who says what in it. */
const rowSchema = z.object({
  id: z.string().min(1),
  text: z.string().min(1),
  outlet: z.string().nullish(),
  date: z.string().nullish(),
  published: z.string().nullish(),
  attributions: z.array(z.object({ source: spansSchema, cue: spansSchema, content: spansSchema, reporting: z.boolean().optional() })),
  discard: spansSchema.optional(),
})

/**
 * The articles to learn from: a JSONL file with a row per article, or a folder of fixtures (marked texts in which all
 * claims are marked, and articles with their gold).
 * @throws UserError naming file, line and what to do.
 */
export function readCorpus(path: string): GoldArticle[] {
  if (!existsSync(path)) {
    throw new UserError(`${path}: no such file or folder; name a JSONL file with gold attributions, or a folder of fixtures`)
  }
  const articles = statSync(path).isDirectory() ? fromFixtures(path) : fromRows(path)
  if (articles.length === 0) throw new UserError(`${path}: holds no gold attributions to learn from`)
  return articles
}

function fromRows(path: string): GoldArticle[] {
  return readRows(path, rowSchema, 'an article with attributions').map(({ id, text, outlet, date, published, attributions, discard }) => ({
    id,
    text,
    outlet: outlet ?? '',
    month: (date ?? published ?? '').slice(0, 7),
    attributions: attributions.map((a) => ({ ...a, reporting: a.reporting !== false })),
    discard: discard ?? [],
  }))
}

/** Claims inside another claim are left out: the tagger's segments do not nest. */
function fromFixtures(path: string): GoldArticle[] {
  return readFixtures(path).documents
    .filter((d) => d.group === 'articles' || d.complete.has('claims'))
    .map(({ id, text, claims }) => {
      const attributions = claims.map((c): GoldAttribution => ({
        source: c.mention ?? [],
        cue: c.cue ?? [],
        content: c.content,
        reporting: c.mode !== 'attitude' && !c.weak,
      }))
      const outer = attributions.filter((a) => !attributions.some((b) => b !== a && around(b, a)))
      return { id, text, outlet: '', month: '', attributions: outer, discard: [] }
    })
}

/** Whether `inner` lies in the content of `outer`. */
function around(outer: GoldAttribution, inner: GoldAttribution): boolean {
  const first = inner.cue[0] ?? inner.content[0]
  return first !== undefined && sizeOf(outer.content) > sizeOf(inner.content) && outer.content.some((part) => overlaps(part, first))
}
