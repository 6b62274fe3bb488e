import { createHash, type Hash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { z } from 'zod'
import { GrowingLines } from '../model/line-columns.ts'
import { piecesIn } from '../model/lines.ts'
import { LINK_ROW_NAMES, LINK_ROWS, linksPath, WrittenLines, type LineColumns, type LinesOfLinks, type LinkRow, type LinkRowName } from '../model/links-folder.ts'
import { regular } from '../model/regular.ts'
import { linksManifestSchema, LINKS_SCHEMA, type LinksManifest } from '../model/schema.ts'
import { BUILD } from '../model/version.ts'
import { checked } from './json.ts'
import { writeAtomic } from './write-atomic.ts'

/** All that is written, each row once, and how many there are; some as they were written before. */
type RowsOfLinks = { readonly [Name in LinkRowName]: Iterable<LinkRow<Name> | WrittenLines> & { readonly length: number } }

/**
 * Writes `links/`: a row a line, each file whole or as it was. The manifest goes first and comes last, so that where it stands the
 * files beside it belong together. Before it comes, `told` is given what is known of the lines, which is given back too.
 * @throws Error for a row that does not fit its schema; rejects with the system's error where a file cannot be written.
 */
export async function writeLinks(folder: string, links: RowsOfLinks & Pick<LinksManifest, 'cut'>, about: Pick<LinksManifest, 'run' | 'articles' | 'inputs'>, told: (lines: LinesOfLinks) => Promise<void> = async () => {}): Promise<LinesOfLinks> {
  await rm(linksPath(folder, 'manifest'), { force: true })
  const files: Partial<Record<LinkRowName, LinksManifest['files'][LinkRowName]>> = {}
  const lines: Partial<Record<LinkRowName, LineColumns>> = {}
  for (const name of LINK_ROW_NAMES) {
    const [path, hash, own] = [linksPath(folder, name), createHash('sha256'), new GrowingLines(name, links[name].length)]
    await writeAtomic(path, linesOf(LINK_ROWS[name], links[name], hash, own))
    lines[name] = own.columns
    files[name] = { bytes: statSync(path).size, sha256: hash.digest('hex') }
  }
  const [speakers, rows, groups, origins] = [links.speakers.length, links.links.length, links.groups.length, links.origins.length]
  const manifest = checked(linksManifestSchema, { schema: LINKS_SCHEMA, claimtrace: BUILD, ...about, cut: links.cut, files, rows: { speakers, links: rows, groups, origins } })
  await told(lines as LinesOfLinks)
  await writeAtomic(linksPath(folder, 'manifest'), `${JSON.stringify(manifest, null, 2)}\n`)
  return lines as LinesOfLinks
}

function* linesOf(schema: z.ZodType, rows: Iterable<unknown>, hash: Hash, own: GrowingLines): Generator<Uint8Array> {
  const line = new LineBuffer()
  for (const row of rows) {
    const lines = row instanceof WrittenLines ? row.bytes : line.put(`${JSON.stringify(checked(schema, row))}\n`)
    if (row instanceof WrittenLines) own.append(row.columns)
    else own.add(lines.length, lines, 0, lines.length - 1)
    hash.update(lines)
    yield lines
  }
}

/** The bytes of a line, which hold until the next one is put there. */
class LineBuffer {
  #bytes = Buffer.allocUnsafe(1 << 12)

  put(line: string): Buffer {
    const most = 3 * line.length // bytes of UTF-8
    if (most > this.#bytes.length) this.#bytes = Buffer.allocUnsafe(2 * most)
    return this.#bytes.subarray(0, this.#bytes.write(line))
  }
}

/** The manifest of links that were made of the same, where all their files are as they were written; else null. */
export function linksOf(folder: string, inputs: string): LinksManifest | null {
  const path = linksPath(folder, 'manifest')
  try {
    const manifest = existsSync(path) ? linksManifestSchema.parse(JSON.parse(readFileSync(regular(path), 'utf8'))) : null
    if (manifest?.inputs !== inputs) return null
    for (const name of LINK_ROW_NAMES) if (!isFile(linksPath(folder, name), manifest.files[name])) return null
    return manifest
  } catch {
    return null
  }
}

function isFile(path: string, { bytes, sha256 }: LinksManifest['files'][LinkRowName]): boolean {
  const file = lstatSync(path)
  if (!file.isFile() || file.size !== bytes) return false
  const hash = createHash('sha256')
  for (const piece of piecesIn(path)) hash.update(piece.bytes)
  return hash.digest('hex') === sha256
}
