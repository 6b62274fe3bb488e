import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import * as z from 'zod'
import { bytesOf, type Column, type ColumnPieces, type SlicedColumn } from '../model/columns.ts'
import { regular } from '../model/regular.ts'
import { writeAtomic } from './write-atomic.ts'

const KINDS = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float32Array, Float64Array } as const

/** The first line of the file: what the columns are about, their names, kinds and lengths in the order in which they stand behind it. Behind all of them stands a hash of what is before it. */
const headSchema = z.strictObject({
  about: z.unknown(),
  columns: z.array(z.tuple([z.string(), z.enum(Object.keys(KINDS) as (keyof typeof KINDS)[]), z.int().nonnegative()])),
})

/** Where a column may begin, and behind the first line the first one. */
const ALIGNED = 8
const padded = (bytes: number) => Math.ceil(bytes / ALIGNED) * ALIGNED

/** Plain data, and columns of numbers by name. */
export interface ColumnsToWrite {
  readonly about: unknown
  readonly columns: Readonly<Record<string, Column | ColumnPieces>>
}

/** The same as it was written: of each column is read what is asked for. */
export interface ColumnsFile extends Pick<ColumnsToWrite, 'about'> {
  readonly columns: Readonly<Record<string, SlicedColumn>>
  readonly close: () => void
}

/** Writes a file of columns, whole or not at all. */
export async function writeColumns(path: string, { about, columns }: ColumnsToWrite): Promise<void> {
  const named = Object.entries(columns).map(([name, column]) => [name, kindOf(column), column.length])
  const head = Buffer.from(JSON.stringify({ about, columns: named }))
  const filled = padded(head.length + 1) - 1 - head.length
  await writeAtomic(path, hashed([head, Buffer.from(`${' '.repeat(filled)}\n`)], bytesIn(columns)))
}

/** The bytes one behind another, and a hash of them. */
function* hashed(...parts: readonly Iterable<Uint8Array>[]): Generator<Uint8Array> {
  const hash = createHash('sha256')
  for (const part of parts)
    for (const bytes of part) {
      hash.update(bytes)
      yield bytes
    }
  yield hash.digest()
}

const isWhole = (column: Column | ColumnPieces): column is Column => 'buffer' in column
const kindOf = (column: Column | ColumnPieces): string => (isWhole(column) ? column.constructor : column.kind).name

/** The bytes of columns one behind another, each filled up to where the next may begin. */
function* bytesIn(columns: ColumnsToWrite['columns']): Generator<Uint8Array> {
  for (const column of Object.values(columns)) {
    let size = 0
    for (const piece of isWhole(column) ? piecesOf(column) : column.pieces()) {
      yield bytesOf(piece)
      size += piece.byteLength
    }
    yield new Uint8Array(padded(size) - size)
  }
}

/** So many numbers of a column are written, or read, at once. */
const PIECE = 1 << 16

function* piecesOf(column: Column): Generator<Column> {
  for (let at = 0; at < column.length; at += PIECE) yield column.subarray(at, at + PIECE)
}

/** What a file of columns holds, also once another stands in its place; null where it is not there, or not as it was written. */
export function readColumns(path: string): ColumnsFile | null {
  let handle: number
  try {
    handle = openSync(regular(path), 'r')
  } catch {
    return null
  }
  try {
    if (!isAsWritten(handle)) throw new Error(`${path} is not as it was written`)
    const head = headOf(handle)
    const { about, columns } = headSchema.parse(JSON.parse(head.toString()))
    return { about, columns: columnsIn(handle, head.length + 1, columns), close: () => closeSync(handle) }
  } catch {
    closeSync(handle)
    return null
  }
}

/** Columns in a file from a place on. */
function columnsIn(handle: number, from: number, columns: z.infer<typeof headSchema>['columns']): ColumnsFile['columns'] {
  let at = from
  return Object.fromEntries(
    columns.map(([name, kind, length]) => {
      const column = new ColumnInFile(handle, at, KINDS[kind], length)
      at += padded(KINDS[kind].BYTES_PER_ELEMENT * length)
      return [name, column]
    }),
  )
}

/** A column that begins at a place in a file. */
class ColumnInFile implements SlicedColumn {
  constructor(
    private readonly handle: number,
    private readonly begin: number,
    readonly kind: new (size: number) => Column,
    readonly length: number,
  ) {}

  slice(from: number, to: number, into = new this.kind(to - from)): Column {
    const column = into.subarray(0, to - from)
    if (!readInto(this.handle, bytesOf(column), this.begin + from * column.BYTES_PER_ELEMENT)) throw new Error('a file of columns ended before its last column')
    return column
  }

  *pieces(): Generator<Column> {
    for (let from = 0; from < this.length; from += PIECE) yield this.slice(from, Math.min(this.length, from + PIECE))
  }
}

/** Bytes that are asked for at once: the system has a bound. */
const MOST = 1 << 30

function readInto(handle: number, bytes: Uint8Array, at: number): boolean {
  for (let done = 0; done < bytes.length; ) {
    const read = readSync(handle, bytes, done, Math.min(MOST, bytes.length - done), at + done)
    if (read === 0) return false
    done += read
  }
  return true
}

const CHUNK = 1 << 18

/** The bytes of a file up to a place, or to its end, chunk by chunk; each holds until the next is asked for. */
function* chunksOf(handle: number, to = Infinity): Generator<Buffer> {
  const chunk = Buffer.allocUnsafe(CHUNK)
  for (let at = 0; at < to; ) {
    const read = readSync(handle, chunk, 0, Math.min(CHUNK, to - at), at)
    if (read === 0) return
    yield chunk.subarray(0, read)
    at += read
  }
}

/** The first line of a file, without its end. */
function headOf(handle: number): Buffer {
  const parts: Buffer[] = []
  for (const chunk of chunksOf(handle)) {
    const end = chunk.indexOf('\n')
    parts.push(Buffer.from(chunk.subarray(0, end < 0 ? chunk.length : end)))
    if (end >= 0) return Buffer.concat(parts)
  }
  throw new Error('a file of columns has no first line')
}

/** Whether the hash at the end of a file is that of what stands before it. */
function isAsWritten(handle: number): boolean {
  const hash = createHash('sha256')
  const own = Buffer.alloc(32)
  const end = fstatSync(handle).size - own.length
  if (end < 0) return false
  for (const chunk of chunksOf(handle, end)) hash.update(chunk)
  return readInto(handle, own, end) && own.equals(hash.digest())
}
