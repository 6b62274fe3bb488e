import type { Range } from '../model/span.ts'

const INDENT = 2

/**
 * The line of the text in which a range begins, cut to the width, with carets under the range's words as a compiler shows them.
 * `firstLine` is the number of the text's first line in its file; `place` is line and column (code points, from 1).
 */
export function excerpt(text: string, range: Range, firstLine: number, width: number, paint: (carets: string) => string): { place: string; lines: readonly string[] } {
  const lineStart = text.lastIndexOf('\n', range.start - 1) + 1
  const newline = text.indexOf('\n', range.start)
  const lineEnd = newline === -1 ? text.length : newline
  const number = firstLine + text.slice(0, lineStart).split('\n').length - 1
  const gutter = `${number} │ `
  const line = Array.from(text.slice(lineStart, lineEnd), (char) => (/\p{C}/u.test(char) ? ' ' : char))
  const start = codePoints(text.slice(lineStart, range.start))
  const length = Math.max(1, codePoints(text.slice(range.start, Math.min(range.end, lineEnd))))
  const room = Math.max(20, width - gutter.length - INDENT)
  const [from, to] = windowAround(start, length, line.length, room)
  const head = from > 0 ? '…' : ''
  const tail = to < line.length ? '…' : ''
  const shown = Math.min(length, to - start)
  const more = range.end > lineEnd ? ` and ${text.slice(lineEnd, range.end).split('\n').length - 1} more lines` : ''
  return {
    place: `${number}:${start + 1}`,
    lines: [
      `${gutter}${head}${line.slice(from, to).join('')}${tail}`,
      `${' '.repeat(gutter.length - 2)}│ ${' '.repeat(start - from + head.length)}${paint('^'.repeat(shown))}${more}`,
    ],
  }
}

const codePoints = (text: string) => Array.from(text).length

/** Which part of a line to show: all of it, else the range with as much around it as there is room for. */
function windowAround(start: number, length: number, lineLength: number, room: number): [number, number] {
  if (lineLength <= room) return [0, lineLength]
  const inner = room - 2
  const before = Math.max(0, Math.min(20, inner - length))
  const from = Math.max(0, Math.min(start - before, lineLength - inner))
  return [from, Math.min(lineLength, from + inner)]
}
