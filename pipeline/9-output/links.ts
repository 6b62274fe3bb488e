import { rm } from 'node:fs/promises'
import type { z } from 'zod'
import { LINK_ROW_NAMES, LINK_ROWS, linksPath } from '../model/links-folder.ts'
import { linksManifestSchema, LINKS_SCHEMA, type Links, type LinksManifest } from '../model/schema.ts'
import { BUILD } from '../model/version.ts'
import { checked } from './json.ts'
import { writeAtomic } from './write-atomic.ts'

/**
 * Writes `links/`: a row a line, each file whole or as it was. The manifest goes first and comes last, so that where it stands the
 * files beside it belong together.
 * @throws Error for a row that does not fit its schema; rejects with the system's error where a file cannot be written.
 */
export async function writeLinks(folder: string, links: Links, run: string, articles: number): Promise<void> {
  await rm(linksPath(folder, 'manifest'), { force: true })
  for (const name of LINK_ROW_NAMES) await writeAtomic(linksPath(folder, name), linesOf(LINK_ROWS[name], links[name]))
  const [speakers, rows, groups, origins] = [links.speakers.length, links.links.length, links.groups.length, links.origins.length]
  const manifest: LinksManifest = { schema: LINKS_SCHEMA, claimtrace: BUILD, run, articles, rows: { speakers, links: rows, groups, origins } }
  await writeAtomic(linksPath(folder, 'manifest'), `${JSON.stringify(checked(linksManifestSchema, manifest), null, 2)}\n`)
}

function* linesOf(schema: z.ZodType, rows: Iterable<unknown>): Generator<string> {
  for (const row of rows) yield `${JSON.stringify(checked(schema, row))}\n`
}
