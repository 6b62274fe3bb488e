import type { Range } from '../model/span.ts'

/** A line of text without the white space at its ends. */
export interface TextLine extends Range {
  readonly text: string
}

/** The lines that hold anything, in order. */
export function textLines(text: string): readonly TextLine[] {
  const found: TextLine[] = []
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const raw = text.slice(start, end)
    const line = raw.trim()
    if (line) {
      const from = start + (raw.length - raw.trimStart().length)
      found.push({ start: from, end: from + line.length, text: line })
    }
    start = end + 1
  }
  return found
}
