import { trim, type Range } from '../model/span.ts'

const GOES_ON = /[\p{L}\p{N},’']/u
const SMALL = /\p{Ll}/u

/** A line of the text without its break. */
interface Line extends Range {
  /** Whether nothing but white space stands between this line and the one before. */
  readonly afterBlank: boolean
}

const BREAK = /\r\n|[\n\r\v\f\u2028\u2029]/g
/** Lines of hard-wrapped text are about this long. */
const WRAP = { min: 40, max: 100 }
/** A full wrapped line fills at least this share of the widest. */
const FULL = 0.6
/** Share of line breaks that must fall within a sentence for a text to count as hard-wrapped. */
const WRAPPED_SHARE = 0.4

/**
 * The paragraphs of a text, in order, trimmed. Each line is one, except that the lines of hard-wrapped text (as in mail or
 * plain-text books) are joined, and a line that breaks off with a space goes on with the next if that starts in lower case.
 */
export function paragraphsOf(text: string): readonly Range[] {
  const lines = linesOf(text)
  const wrapped = isWrapped(text, lines)
  const width = wrapped ? lines.reduce((widest, l) => Math.max(widest, l.end - l.start), 0) : 0
  const paragraphs: { start: number; end: number }[] = []
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    const last = paragraphs.at(-1)
    const joined = before && !line.afterBlank && (wrapped ? before.end - before.start >= width * FULL : flowsOn(text, before, line))
    if (joined && last) last.end = line.end
    else paragraphs.push({ start: line.start, end: line.end })
  })
  return paragraphs
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  let start = 0
  let afterBlank = true
  const add = (end: number) => {
    const line = trim(text, { start, end })
    if (line) lines.push({ start: line.start, end: line.end, afterBlank })
    afterBlank = !line
  }
  for (const match of text.matchAll(BREAK)) {
    add(match.index)
    start = match.index + match[0].length
  }
  add(text.length)
  return lines
}

function isWrapped(text: string, lines: readonly Line[]): boolean {
  let breaks = 0
  let within = 0
  for (let i = 1; i < lines.length; i++) {
    const [a, b] = [lines[i - 1]!, lines[i]!]
    if (b.afterBlank) continue
    const length = a.end - a.start
    if (length > WRAP.max) return false
    breaks++
    if (length >= WRAP.min && breaksSentence(text, a, b)) within++
  }
  return within >= 2 && within >= breaks * WRAPPED_SHARE
}

/** Whether the line break falls within a sentence, as far as the characters beside it tell. */
function breaksSentence(text: string, a: Line, b: Line): boolean {
  return GOES_ON.test(text[a.end - 1]!) && SMALL.test(text[b.start]!)
}

/** `format=flowed`: a space before the break says that the line goes on. */
function flowsOn(text: string, a: Line, b: Line): boolean {
  return text[a.end] === ' ' && breaksSentence(text, a, b)
}
