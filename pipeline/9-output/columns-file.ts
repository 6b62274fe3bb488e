import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { sha256 } from '../model/id.ts'
import type { Column, ColumnPieces } from '../model/columns.ts'
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

/** Numbers of a column that are written at once. */
const PIECE = 1 << 16

/** Plain data, and columns of numbers by name. */
export interface ColumnsFile {
  readonly about: unknown
  readonly columns: Readonly<Record<string, Column>>
}

/** The same to be written. */
export interface ColumnsToWrite extends Pick<ColumnsFile, 'about'> {
  readonly columns: Readonly<Record<string, Column | ColumnPieces>>
}

/** Writes a file of columns, whole or not at all. */
export async function writeColumns(path: string, { about, columns }: ColumnsToWrite): Promise<void> {
  const hash = createHash('sha256')
  for (const bytes of bytesOf(columns)) hash.update(bytes)
  const named = Object.entries(columns).map(([name, column]) => [name, kindOf(column), column.length])
  const head = Buffer.from(JSON.stringify({ about, columns: named, sha256: hash.digest('hex') }))
  const filled = padded(head.length + 1) - 1 - head.length
  await writeAtomic(path, behind([head, Buffer.from(`${' '.repeat(filled)}\n`)], bytesOf(columns)))
}

const isWhole = (column: Column | ColumnPieces): column is Column => 'buffer' in column
const kindOf = (column: Column | ColumnPieces): string => (isWhole(column) ? column.constructor : column.kind).name

/** The bytes of columns one behind another, each filled up to where the next may begin. */
function* bytesOf(columns: ColumnsToWrite['columns']): Generator<Uint8Array> {
  for (const column of Object.values(columns)) {
    let size = 0
    for (const { buffer, byteOffset, byteLength } of isWhole(column) ? piecesOf(column) : column.pieces()) {
      const bytes = new Uint8Array(buffer, byteOffset, byteLength)
      yield isWhole(column) ? bytes : bytes.slice() // the next piece may stand in its place
      size += byteLength
    }
    yield new Uint8Array(padded(size) - size)
  }
}

function* piecesOf(column: Column): Generator<Column> {
  for (let at = 0; at < column.length; at += PIECE) yield column.subarray(at, at + PIECE)
}

function* behind<T>(first: Iterable<T>, others: Iterable<T>): Generator<T> {
  yield* first
  yield* others
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
