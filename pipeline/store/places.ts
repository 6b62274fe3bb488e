import { Growing } from '../model/columns.ts'
import { KEY, LINES } from '../model/line-columns.ts'
import { LinePlaces } from '../model/line-places.ts'
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
/** About so many lines are brought in order at once: those with keys from one to another. */
const SORTED = 1 << 17

/**
 * Puts the places of the lines of a file, by their keys, in the place of those that the database has. They shift with every change before them, so all of them
 * are written each time, in few rows.
 */
export function writePlaces(database: Database, file: PlacedFile, { lengths, keys }: Pick<LineColumns, 'lengths' | 'keys'>): void {
  const places = new LinePlaces(lengths)
  database.run('DELETE FROM places WHERE file = ?', [file])
  for (const lines of linesByKey(keys)) {
    const count = lines.length
    const [at, own, sizes] = [new Float64Array(count), new Uint32Array(count), new Uint32Array(count)]
    for (let i = 0; i < count; i++) {
      own[i] = Math.floor(lines[i]! / LINES)
      const place = places.at(lines[i]! - own[i]! * LINES)
      at[i] = place.at
      sizes[i] = place.size
    }
    const bytes = Buffer.concat([at, own, sizes].map(({ buffer }) => Buffer.from(buffer)))
    database.run('INSERT INTO places (file, first, last, lines) VALUES (?, ?, ?, ?)', [file, own[0]!, own.at(-1)!, bytes])
  }
}

/** The lines by their keys, each its key and its number in one, {@link CHUNK} of them at a time, which hold until the next ones are asked for. */
function* linesByKey(keys: Uint32Array): Generator<Float64Array> {
  const [chunk, parts] = [new Float64Array(CHUNK), Math.ceil(keys.length / SORTED)]
  let used = 0
  for (let part = 0; part < parts; part++) {
    const [from, to] = [(part / parts) * 2 ** KEY, part + 1 < parts ? ((part + 1) / parts) * 2 ** KEY : Infinity]
    const lines = new Growing<Float64Array>(Float64Array)
    for (let line = 0; line < keys.length; line++) if (keys[line]! >= from && keys[line]! < to) lines.push(keys[line]! * LINES + line)
    const sorted = lines.values.sort()
    for (let i = 0; i < sorted.length; i++) {
      chunk[used++] = sorted[i]!
      if (used === CHUNK) yield chunk
      used %= CHUNK
    }
  }
  if (used > 0) yield chunk.subarray(0, used)
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
