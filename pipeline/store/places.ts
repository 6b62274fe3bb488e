import type { Bytes, Place } from '../model/lines.ts'
import type { ClaimRef } from '../model/schema.ts'
import type { Database, ReadDatabase } from '../9-output/database.ts'

/** The files of links whose lines are found by a key. */
export type PlacedFile = 'links' | 'groups' | 'origins'

/** `lines` holds places of so many lines ({@link CHUNK}), in the order of their keys: where each begins, its key, and its size. */
export const PLACES = `
  CREATE TABLE places (id INTEGER PRIMARY KEY, file TEXT, first INTEGER, last INTEGER, lines BLOB);
  CREATE INDEX places_file ON places (file, first, last)`
const CHUNK = 1024
/** Bits of a key, and of the number of a line in its file. */
const [KEY, LINE] = [26, 27]
const [QUOTE, COMMA, BRACE] = [0x22, 0x2c, 0x7d]

/** How a row of groups or origins begins that has this id, and a link that names this claim first. */
export const idLine = (id: string): Uint8Array => Buffer.from(`{"id":${JSON.stringify(id)},`)
export const linkLine = ({ article, claim }: ClaimRef): Uint8Array => Buffer.from(`{"type":"","a":${JSON.stringify({ article, claim })},"b":`)

/** The key of a row of groups or origins that begins there: of its id. Two ids may have the same: what is found by it is looked at. */
export function idKey(bytes: Uint8Array, from = 0): number {
  const start = from + '{"id":"'.length
  return keyOf(bytes, start, bytes.indexOf(QUOTE, start))
}

/** The key of a link that begins there: of the claim that it names first. */
export function linkKey(bytes: Uint8Array, from = 0): number {
  const start = bytes.indexOf(QUOTE, from + TYPE)
  let end = start
  while (!(bytes[end] === BRACE && bytes[end + 1] === COMMA && bytes[end + 2] === QUOTE)) end++ // within a string a backslash stands before the quote
  return keyOf(bytes, start, end)
}

/** The type of a link that begins there. */
export const typeOf = (bytes: Bytes, from: number): string => bytes.toString('utf8', from + TYPE, bytes.indexOf(QUOTE, from + TYPE))
const TYPE = '{"type":"'.length

function keyOf(bytes: Uint8Array, from: number, to: number): number {
  let h = 0x811c9dc5
  for (let i = from; i < to; i++) h = Math.imul(h ^ bytes[i]!, 0x01000193)
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  return (h ^ (h >>> 13)) >>> (32 - KEY)
}

/** A number below 2^53 that tells some bytes from others. */
export function markOf(bytes: Uint8Array, from: number, to: number): number {
  let [a, b] = [0x811c9dc5, 0x9e3779b9]
  for (let i = from; i < to; i++) {
    a = Math.imul(a ^ bytes[i]!, 0x01000193)
    b = Math.imul(b ^ bytes[i]!, 0x85ebca6b) ^ (b >>> 15)
  }
  return (a >>> 0) * 2 ** 21 + (b >>> 11)
}

/** Gathers the places of the lines of a file. They shift with every change before them, so all of them are written each time, in few rows. */
export class PlaceWriter {
  /** By line: its key, then its number. */
  readonly #lines: number[] = []
  readonly #at: number[] = []
  readonly #sizes: number[] = []

  add(key: number, { at, size }: Place): void {
    this.#lines.push(key * 2 ** LINE + this.#lines.length)
    this.#at.push(at)
    this.#sizes.push(size)
  }

  /** Puts them in the place of those that the database has of this file. */
  write(database: Database, file: PlacedFile): void {
    const sorted = Float64Array.from(this.#lines).sort()
    database.run('DELETE FROM places WHERE file = ?', [file])
    for (let from = 0; from < sorted.length; from += CHUNK) {
      const count = Math.min(CHUNK, sorted.length - from)
      const [at, keys, sizes] = [new Float64Array(count), new Uint32Array(count), new Uint32Array(count)]
      for (let i = 0; i < count; i++) {
        const line = sorted[from + i]! % 2 ** LINE
        at[i] = this.#at[line]!
        keys[i] = Math.floor(sorted[from + i]! / 2 ** LINE)
        sizes[i] = this.#sizes[line]!
      }
      const bytes = Buffer.concat([at, keys, sizes].map(({ buffer }) => Buffer.from(buffer)))
      database.run('INSERT INTO places (file, first, last, lines) VALUES (?, ?, ?, ?)', [file, keys[0]!, keys.at(-1)!, bytes])
    }
  }
}

/** The places of the lines that have a key, in their order. */
export function placesOf(index: ReadDatabase, file: PlacedFile, key: number): Place[] {
  return index.all<{ lines: Uint8Array }>('SELECT lines FROM places WHERE file = ? AND first <= ? AND last >= ? ORDER BY id', file, key, key).flatMap(({ lines }) => {
    const { buffer } = Uint8Array.from(lines) // where numbers may begin
    const count = buffer.byteLength / 16
    const [at, keys, sizes] = [new Float64Array(buffer, 0, count), new Uint32Array(buffer, 8 * count, count), new Uint32Array(buffer, 12 * count, count)]
    const places: Place[] = []
    for (let i = keys.indexOf(key); i >= 0 && keys[i] === key; i++) places.push({ at: at[i]!, size: sizes[i]! })
    return places
  })
}
