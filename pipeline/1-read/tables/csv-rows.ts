import { Pieces, type Line } from './lines.ts'

const QUOTE = 34
const NEWLINE = 10
const RETURN = 13

/**
 * The rows of a table as they stand, in the memory of one: split at line ends outside quoted cells, empty lines left out. A row that is
 * longer than the limit has `bytes: null` and costs only itself. The number is that of the line in which a row begins.
 */
export async function* csvRows(stream: AsyncIterable<Buffer>, delimiter: string, limit: number): AsyncGenerator<Line> {
  const separator = delimiter.charCodeAt(0)
  const row = new Pieces(limit)
  let quoted = false
  /** The last byte: what a quotation mark means depends on it. */
  let last = NEWLINE
  let line = 1
  let begun = 1
  for await (const chunk of stream) {
    let start = 0
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i]!
      if (byte === NEWLINE || byte === RETURN) {
        if (byte === NEWLINE ? last !== RETURN : true) line++
        if (!quoted) {
          row.push(chunk.subarray(start, i))
          if (row.length > 0) yield { number: begun, bytes: row.take() }
          start = i + 1
          begun = line
        }
      } else if (byte === QUOTE) {
        // opens at the beginning of a cell; closes, or is half of a doubled mark, and then opens again
        if (quoted) quoted = false
        else if (last === separator || last === NEWLINE || last === RETURN || last === CLOSED) quoted = true
        last = quoted ? QUOTE : CLOSED
        continue
      }
      last = byte
    }
    row.push(chunk.subarray(start))
  }
  if (row.length > 0) yield { number: begun, bytes: row.take() }
}

/** In place of a byte: a quotation mark that ended a cell, unless another follows. */
const CLOSED = -1
