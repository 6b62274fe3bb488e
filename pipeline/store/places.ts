import { KEY } from '../model/line-columns.ts'
import type { Place } from '../model/lines.ts'
import type { LineColumns } from '../model/links-folder.ts'
import type { Database, ReadDatabase } from '../9-output/database.ts'

/** The files of links whose lines are found by a key. */
export type PlacedFile = 'links' | 'groups' | 'origins'

/** `lines` holds places of so many lines ({@link CHUNK}), in the order of their keys: where each begins, its key, and its size. */
export const PLACES = `
  CREATE TABLE places (id INTEGER PRIMARY KEY, file TEXT, first INTEGER, last INTEGER, lines BLOB);
  CREATE INDEX places_file ON places (file, first, last)`
const CHUNK = 1024
/** A file has fewer lines: a key and the number of a line together are a whole number that is exact. */
const LINES = 2 ** (53 - KEY)

/**
 * Puts the places of the lines of a file, by their keys, in the place of those that the database has. They shift with every change before them, so all of them
 * are written each time, in few rows.
 */
export function writePlaces(database: Database, file: PlacedFile, { lengths, keys }: Pick<LineColumns, 'lengths' | 'keys'>): void {
  const [begins, sorted] = [new Float64Array(lengths.length), new Float64Array(lengths.length)]
  for (let line = 0, at = 0; line < lengths.length; at += lengths[line++]!) {
    begins[line] = at
    sorted[line] = keys[line]! * LINES + line
  }
  sorted.sort()
  database.run('DELETE FROM places WHERE file = ?', [file])
  for (let from = 0; from < sorted.length; from += CHUNK) {
    const count = Math.min(CHUNK, sorted.length - from)
    const [at, own, sizes] = [new Float64Array(count), new Uint32Array(count), new Uint32Array(count)]
    for (let i = 0; i < count; i++) {
      own[i] = Math.floor(sorted[from + i]! / LINES)
      const line = sorted[from + i]! - own[i]! * LINES
      at[i] = begins[line]!
      sizes[i] = lengths[line]! - 1
    }
    const bytes = Buffer.concat([at, own, sizes].map(({ buffer }) => Buffer.from(buffer)))
    database.run('INSERT INTO places (file, first, last, lines) VALUES (?, ?, ?, ?)', [file, own[0]!, own.at(-1)!, bytes])
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
