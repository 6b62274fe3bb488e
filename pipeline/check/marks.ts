import type { Range } from '../model/span.ts'
import { FixtureError } from './fixture-error.ts'

/** What can be marked: parts of a claim, a sentence, a quotation, boilerplate, or words that are no claim. */
const MARK_LABELS = ['content', 'cue', 'speaker', 's', 'q', 'boilerplate', 'none'] as const
export type MarkLabel = (typeof MARK_LABELS)[number]

/** One marked passage: `text.slice(start, end)`; `claims` are the numbers of the claims that it belongs to. */
export interface Mark extends Range {
  readonly label: MarkLabel
  readonly claims: readonly number[]
}

const NUMBERED: ReadonlySet<string> = new Set<MarkLabel>(['content', 'cue', 'speaker'])
const OPENING = /^\[([a-z]+)(?::(\d+(?:,\d+)*))?(?=[\s\]])[ ]?/

interface Open {
  readonly label: MarkLabel
  readonly claims: readonly number[]
  readonly start: number
  readonly line: number
}

/**
 * The text without its marks, lines joined by "\n", and the marks, in order of start, outer before inner.
 * `[label words]` and `[label:1,2 words]` mark; `\[` and `\]` are brackets of the text.
 * @throws FixtureError for a mark that is unknown, empty, unclosed, or has white space at an end.
 */
export function readMarks(lines: readonly { readonly number: number; readonly text: string }[], file: string): { text: string; marks: Mark[] } {
  let text = ''
  const marks: Mark[] = []
  const open: Open[] = []
  for (const [index, line] of lines.entries()) {
    if (index > 0) text += '\n'
    for (let at = 0; at < line.text.length; ) {
      const char = line.text.charAt(at)
      if (char === '\\' && /[[\]]/.test(line.text.charAt(at + 1))) {
        text += line.text.charAt(at + 1)
        at += 2
      } else if (char === '[') {
        const [label, claims, length] = opening(line.text.slice(at), file, line.number)
        open.push({ label, claims, start: text.length, line: line.number })
        at += length
      } else if (char === ']') {
        const mark = open.pop()
        if (mark === undefined) throw new FixtureError(file, line.number, 'a bracket closes no mark: write \\] for a bracket of the text')
        marks.push(closed(mark, text, file))
        at++
      } else {
        text += char
        at++
      }
    }
  }
  const unclosed = open.at(-1)
  if (unclosed !== undefined) throw new FixtureError(file, unclosed.line, `the mark [${unclosed.label} ...] is not closed: add its ]`)
  return { text, marks: marks.toSorted((a, b) => a.start - b.start || b.end - a.end) }
}

function opening(rest: string, file: string, line: number): [MarkLabel, readonly number[], number] {
  const [whole = '', name, numbers] = OPENING.exec(rest) ?? []
  const label = MARK_LABELS.find((each) => each === name)
  if (label === undefined)
    throw new FixtureError(file, line, `no such mark: "${rest.slice(0, 20)}". The marks are ${MARK_LABELS.join(', ')}, as in [cue said]; write \\[ for a bracket of the text`)
  if (numbers !== undefined && !NUMBERED.has(label)) throw new FixtureError(file, line, `[${label} ...] belongs to no claim: take the number away`)
  return [label, NUMBERED.has(label) ? (numbers ?? '1').split(',').map(Number) : [], whole.length]
}

function closed(mark: Open, text: string, file: string): Mark {
  const words = text.slice(mark.start)
  if (words.trim() === '') throw new FixtureError(file, mark.line, `the mark [${mark.label} ] is empty: put the words that it marks inside`)
  if (words !== words.trim())
    throw new FixtureError(file, mark.line, `the mark [${mark.label} ${words}] begins or ends with white space: move the bracket to the word`)
  return { label: mark.label, claims: mark.claims, start: mark.start, end: text.length }
}
