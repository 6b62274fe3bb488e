import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { sha256 } from '../model/id.ts'
import type { Column, Pieces } from '../model/columns.ts'
import { regular } from '../model/regular.ts'
import { writeAtomic } from './write-atomic.ts'

const KINDS = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float32Array, Float64Array } as const

/** The first line of the file: what the columns are about, their names, kinds and lengths in the order in which they stand behind it, and a hash of these bytes. */
const headSchema = z.strictObject({
  about: z.unknown(),
  columns: z.array(z.tuple([z.string(), z.enum(Object.keys(KINDS) as (keyof typeof KINDS)[]), z.int().nonnegative()])),
  sha256: z.string(),
})

/** Where a column may begin, and behind the first line the first one. */
const ALIGNED = 8
const padded = (bytes: number) => Math.ceil(bytes / ALIGNED) * ALIGNED

/** Bytes that are written at once. */
const PIECE = 1 << 18

/** Plain data, and columns of numbers by name. */
export interface ColumnsFile {
  readonly about: unknown
  readonly columns: Readonly<Record<string, Column>>
}

/** Writes a file of columns, whole or not at all; bytes that stand elsewhere are read twice, and are a column of bytes. */
export async function writeColumns(path: string, { about, columns }: { readonly about: unknown; readonly columns: Readonly<Record<string, Column | Pieces>> }): Promise<void> {
  const hash = createHash('sha256')
  for (const bytes of bodyOf(columns)) hash.update(bytes)
  const named = Object.entries(columns).map(([name, column]) => [name, isColumn(column) ? column.constructor.name : Uint8Array.name, column.length])
  const head = Buffer.from(JSON.stringify({ about, columns: named, sha256: hash.digest('hex') }))
  const filled = padded(head.length + 1) - 1 - head.length
  await writeAtomic(path, (function* () {
    yield head
    yield `${' '.repeat(filled)}\n`
    yield* bodyOf(columns)
  })())
}

const isColumn = (column: Column | Pieces): column is Column => ArrayBuffer.isView(column)

/** The columns one behind another, each from where numbers may begin. */
function* bodyOf(columns: Readonly<Record<string, Column | Pieces>>): Generator<Uint8Array> {
  for (const column of Object.values(columns)) {
    const length = isColumn(column) ? column.byteLength : column.length
    if (!isColumn(column)) yield* column.pieces()
    else for (let at = 0; at < length; at += PIECE) yield Buffer.from(column.buffer, column.byteOffset + at, Math.min(PIECE, length - at))
    yield Buffer.alloc(padded(length) - length)
  }
}

/** What a file of columns holds; null where it is not there, or not as it was written. */
export function readColumns(path: string): ColumnsFile | null {
  try {
    const bytes = Buffer.from(new Uint8Array(readFileSync(regular(path))).buffer) // where numbers may begin
    const end = bytes.indexOf('\n')
    const { about, columns, sha256: hash } = headSchema.parse(JSON.parse(bytes.toString('utf8', 0, end)))
    if (hash !== sha256(bytes.subarray(end + 1))) return null
    let at = end + 1
    const read = columns.map(([name, kind, length]) => {
      const column = new KINDS[kind](bytes.buffer, at, length)
      at += padded(column.byteLength)
      return [name, column] as const
    })
    return { about, columns: Object.fromEntries(read) }
  } catch {
    return null
  }
}
