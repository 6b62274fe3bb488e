import { readFileSync } from 'node:fs'
import { sha256 } from '../model/id.ts'
import { LineReader, linesIn, type Place } from '../model/lines.ts'
import { regular } from '../model/regular.ts'
import { decode } from '../text/decode.ts'

/** So many bytes of a line are searched for the id of its row. */
const HEAD = 256
/** A short value of a row: its id may be one. */
const VALUE = /"\s*:\s*"?([^"\\{}[\],\s]+)(?=["\s,}])/g
/** The id of a row that has none ends with its number. */
const NUMBERED = /-(\d+)$/

/**
 * The rows of a JSONL file as it is now. A row is looked up where its id stands; only where it does not hold the text that is asked for, all rows are
 * read and their texts hashed.
 */
export class Rows {
  /** Where the row stands that has this value near its beginning, one byte a character; and all rows, by number. */
  readonly #places = new Map<string, Place>()
  readonly #lines: Place[] = []
  readonly #reader: LineReader
  #hashes: ReadonlySet<string> | null = null

  constructor(private readonly path: string) {
    this.#reader = new LineReader(path)
    for (const { bytes, at, size } of linesIn(path)) {
      if (at === 0 && isUtf16(bytes)) return
      const place = { at, size }
      this.#lines.push(place)
      for (const value of shortValues(bytes as Buffer)) if (!this.#places.has(value)) this.#places.set(value, place)
    }
  }

  /** Whether a row holds a text with this hash, wherever; null where no row has any text. */
  holds(id: string, hash: string): boolean | null {
    const number = NUMBERED.exec(id)?.[1]
    const places = [this.#places.get(Buffer.from(id).toString('latin1')), this.#lines[Number(number ?? 0) - 1]]
    if (places.some((place) => place !== undefined && textHashes(this.#reader.read(place)).includes(hash))) return true
    this.#hashes ??= hashesIn(this.path)
    return this.#hashes.size === 0 ? null : this.#hashes.has(hash)
  }

  close(): void {
    this.#reader.close()
  }
}

const isUtf16 = (bytes: Uint8Array): boolean => bytes[0] === 0xff || bytes[0] === 0xfe

/** Hashes of the texts of all rows. */
function hashesIn(path: string): ReadonlySet<string> {
  const hashes = new Set<string>()
  for (const line of rowsIn(path)) for (const hash of textHashes(line)) hashes.add(hash)
  return hashes
}

/** The short values in the beginning of a line, one byte a character, each a string of its own: as a part of the line it would keep that. */
function shortValues(line: Buffer): readonly string[] {
  const text = line.toString('latin1', 0, HEAD)
  const values: string[] = []
  for (let found = VALUE.exec(text); found !== null; found = VALUE.exec(text)) values.push(line.toString('latin1', VALUE.lastIndex - found[1]!.length, VALUE.lastIndex))
  return values
}

/** The lines of a file; of UTF-8 one at a time. */
function* rowsIn(path: string): Generator<string> {
  for (const { bytes, at } of linesIn(path)) {
    if (at === 0 && isUtf16(bytes)) return yield* decode(readFileSync(regular(path))).text.split('\n')
    yield decode(bytes).text
  }
}

/** Hashes of what may be the text of a row, whatever its column is called. */
function textHashes(line: string): string[] {
  try {
    return [JSON.parse(line) as unknown].flat().flatMap((row) => Object.values(row ?? {}).flatMap((field) => (typeof field === 'string' ? [sha256(field)] : [])))
  } catch {
    return []
  }
}
