import { readFileSync } from 'node:fs'
import * as z from 'zod'
import type { Grouping } from '../8-links/memory.ts'
import type { JudgedPair } from '../8-links/row.ts'
import { writeAtomic } from '../9-output/write-atomic.ts'
import { sha256 } from '../model/id.ts'
import { linksPath } from '../model/links-folder.ts'
import { regular } from '../model/regular.ts'
import { LINK_TYPES, linksManifestSchema } from '../model/schema.ts'

/** An article by its id, how many claims it has, and a hash of all that decides how they are judged. */
const keptSchema = z.tuple([z.string(), z.int().nonnegative(), z.string()]).readonly()
export type Kept = z.infer<typeof keptSchema>

/**
 * The first line of the file; behind it stand numbers in columns ({@link Columns}). Hashes of what decides judgements besides the articles, of what else decides groups,
 * of what was linked, and of the bytes behind this line; how many pairs and groups there are.
 */
const headSchema = z.strictObject({
  key: z.string(),
  config: z.string(),
  inputs: z.string(),
  columns: z.string(),
  pairs: z.int().nonnegative(),
  groups: z.int().nonnegative(),
  articles: z.array(keptSchema).readonly(),
  contested: z.array(z.string()).readonly(),
}).readonly()
type Head = z.infer<typeof headSchema>

/** Judged pairs in order as numbers of 64 bits, and what was found of each: 0 for nothing, else {@link foundCode}; see {@link Grouping}. */
export interface Columns extends Omit<Grouping, 'contested'> {
  readonly pairs: Float64Array
  readonly found: Uint16Array
}

/** A confidence is written in thousandths. */
const SCALE = 1000

/** What was found of a pair as a number above 0, and what it stands for. */
export const foundCode = ({ type, confidence }: Pick<JudgedPair, 'type' | 'confidence'>): number => 1 + LINK_TYPES.indexOf(type) * (SCALE + 1) + Math.round(confidence * SCALE)
export const foundOf = (code: number) => ({ type: LINK_TYPES[Math.floor((code - 1) / (SCALE + 1))]!, confidence: ((code - 1) % (SCALE + 1)) / SCALE })

/** What the file holds. */
export interface Judged {
  readonly head: Head
  readonly columns: Columns
}

/** What the file holds, where it is whole and of this key; else null. */
export function readJudged(path: string, key: string): Judged | null {
  try {
    const bytes = readFileSync(regular(path))
    const end = bytes.indexOf('\n')
    const head = headSchema.parse(JSON.parse(bytes.toString('utf8', 0, end)))
    const { buffer } = Uint8Array.from(bytes.subarray(end + 1)) // where numbers may begin
    if (head.key !== key || head.columns !== sha256(new Uint8Array(buffer))) return null
    const pairs = new Float64Array(buffer, 0, head.pairs)
    const leader = new Uint32Array(buffer, pairs.byteLength, claimsIn(head.articles))
    const origins = new Uint32Array(buffer, leader.byteOffset + leader.byteLength, head.groups)
    return { head, columns: { pairs, leader, origins, found: new Uint16Array(buffer, origins.byteOffset + origins.byteLength, head.pairs) } }
  } catch {
    return null
  }
}

/** Writes what an earlier run is to be known by, whole or not at all. */
export async function writeJudged(path: string, about: Omit<Head, 'columns' | 'pairs' | 'groups'>, { pairs, leader, origins, found }: Columns): Promise<void> {
  const bytes = Buffer.concat([pairs, leader, origins, found].map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)))
  const head: Head = { ...about, columns: sha256(bytes), pairs: pairs.length, groups: origins.length }
  await writeAtomic(path, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), bytes]))
}

/** How many claims some articles have. */
export const claimsIn = (articles: readonly Kept[]) => articles.reduce((sum, [, claims]) => sum + claims, 0)

/** Lines of a file, and where each begins; the last number is where they end. */
interface Lines {
  readonly bytes: Buffer
  readonly at: Uint32Array
}

export type WrittenLines = Readonly<Record<'links' | 'groups' | 'origins', Lines>>

/** What was made of the same inputs; null where it is not there as it was written. */
export function writtenLines(folder: string, { head, columns }: Judged): WrittenLines | null {
  try {
    const manifest = linksManifestSchema.parse(JSON.parse(readFileSync(regular(linksPath(folder, 'manifest')), 'utf8')))
    if (manifest.inputs !== head.inputs) return null
    const count = { links: columns.found.reduce((n, code) => n + Math.min(1, code), 0), groups: head.groups, origins: columns.origins.reduce((sum, some) => sum + some, 0) }
    const lines = (name: keyof WrittenLines): Lines => {
      const bytes = readFileSync(regular(linksPath(folder, name)))
      const at = new Uint32Array(count[name] + 1)
      for (let n = 0; n < count[name]; n++) at[n + 1] = bytes.indexOf('\n', at[n]) + 1
      if (sha256(bytes) !== manifest.files[name].sha256 || at.at(-1) !== bytes.length) throw new Error('changed since')
      return { bytes, at }
    }
    return { links: lines('links'), groups: lines('groups'), origins: lines('origins') }
  } catch {
    return null
  }
}
