import { outletNamed, outletOfHost } from '../lexicon/outlets.ts'
import type { Range } from '../model/span.ts'
import { authorsIn } from './authors.ts'
import { DATE_PATTERN, isoDate } from './dates.ts'
import type { TextLine } from './paragraphs.ts'

const LONG_WORDS = /\p{L}{4,}/gu
const CAPITAL = /^\p{Lu}/u

/** Something that the text says about itself, and where. */
export interface Found {
  readonly value: string
  readonly range: Range
}

/** What stands at the head of an article before its first sentence. */
export interface Head {
  readonly title: Range | null
  readonly published: Found | null
  /** Names of the bylines. */
  readonly authors: readonly string[]
  readonly outlet: Found | null
  /** Byline and dateline: who reports from where. */
  readonly credits: readonly Range[]
  /** Credits and lines of dates: no article text. */
  readonly boilerplate: readonly Range[]
}

/** How many lines can belong to the head. */
const HEAD_LINES = 8

const WEEKDAY = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)\\.?,? '
const DATE_LINE = new RegExp(`^(?:(?:published|posted|updated|date|first published|last updated)(?: (?:on|at))?:? )?(?:${WEEKDAY})?(${DATE_PATTERN})(?:(?:,| at| -| \\|)? *\\d{1,2}[:.]\\d{2}.{0,30}| ?[|·].{0,40})?\\.?$`, 'iu')
const DATE_PREFIX = new RegExp(`^(?:date:? (${DATE_PATTERN})|${WEEKDAY}(${DATE_PATTERN}))(?= +\\p{Lu}| +["“‘'])`, 'iu')

const NAME = "\\p{Lu}[\\p{L}.'’-]+(?: (?:(?:de|van|von|der|al|el|bin|la|le) )?\\p{Lu}[\\p{L}.'’-]*){1,3}"
const BYLINE = new RegExp(`^(?:By|BY|Written by|Story by|Words by|Text by):? ${NAME}(?:(?:,| and|,? &) ${NAME})*(?:(?: in |, | \\| | - | – |/| for )[\\p{Lu}@][^.“”"]{1,60})?$`, 'u')

const PLACE = "\\p{Lu}[\\p{Lu}.'’-]+(?:[ /]\\p{Lu}[\\p{Lu}.'’-]*){0,3}"
const REGION = "(?:, \\p{Lu}(?:\\p{Lu}?\\.|\\p{Ll})[\\p{L}.'’ -]{0,22}){0,2}"
const DAY = '(?:,? (?:\\p{Lu}\\p{L}{2,8}\\.? \\d{1,2}|\\d{1,2} \\p{Lu}\\p{L}{2,8})(?:,? \\d{4})?)?'
const DASH = '(?: ?[—–]+ ?| --? | ?-- ?|: )'
const WITH_WIRE = new RegExp(`^(?:\\p{Lu}[\\p{L}.'’/ -]{1,40}${REGION}${DAY},? )?[(/]([^()/]{2,40})[)/](?:${DASH}|\\. ?| (?=\\p{Lu}))`, 'u')
const PLACE_ONLY = new RegExp(`^${PLACE}${REGION}${DAY}\\.?(?: ?[—–]+ | --? )(?=[\\p{L}"“‘'])`, 'u')
const DOMAIN = /^((?:[a-z0-9-]+\.)+[a-z]{2,10})(?: ?[—–]+ ?| --? |: )/iu
const NOT_PLACES = /^(?:EXCLUSIVE|UPDATED?|BREAKING|WATCH|OPINION|ANALYSIS|EXPLAINER|VIDEO|CORRECTION|LIVE|REVIEW|EDITORIAL|FACT CHECK|Q&A|NOTE|NEW|PHOTOS?|REPORT)\b/u

/** Finds title, date, byline and dateline. A text without any of them has an empty head. */
export function findHead(lines: readonly TextLine[], isBoilerplate: (line: TextLine) => boolean, knownTitle: string | null): Head {
  let published: Found | null = null
  let dateline: Dateline | null = null
  const credits: Range[] = []
  const authors: string[] = []
  const boilerplate: Range[] = []
  for (const line of lines.slice(0, HEAD_LINES)) {
    const whole = { start: line.start, end: line.end }
    const date = dateIn(line)
    if (date) {
      published ??= { value: date.value, range: date.range }
      boilerplate.push(date.block)
    } else if (line.text.length < 160 && BYLINE.test(line.text)) {
      credits.push(whole)
      boilerplate.push(whole)
      authors.push(...authorsIn(line.text))
    } else dateline ??= isTranscript(lines) ? null : datelineIn(line)
  }
  if (dateline) {
    const range = { start: dateline.start, end: dateline.end }
    credits.push(range)
    boilerplate.push(range)
  }
  const first = lines.find((line) => !isBoilerplate(line) && !boilerplate.some((range) => range.start === line.start))
  return { title: first ? titleIn(first, lines, knownTitle) : null, published, authors, outlet: dateline?.outlet ?? null, credits, boilerplate }
}

/** A line that is a date, or a paragraph that begins with one: the date, and what is no article text. */
function dateIn(line: TextLine): (Found & { readonly block: Range }) | null {
  const prefix = DATE_PREFIX.exec(line.text)
  const match = prefix ?? (line.text.length < 100 ? DATE_LINE.exec(line.text) : null)
  const written = match && (match[1] ?? match[2])
  const value = written && isoDate(written)
  if (!match || !value) return null
  const start = line.start + match[0].indexOf(written)
  return { value, range: { start, end: start + written.length }, block: { start: line.start, end: line.start + match[0].length } }
}

interface Dateline extends Range {
  readonly outlet: Found | null
}

/** `DOE (Herald): Who will pay?` in line after line: who speaks, no place and wire. */
const isTranscript = (lines: readonly TextLine[]) => lines.slice(0, HEAD_LINES).filter(({ text }) => /^[^()]{2,40} \([^()]{2,40}\): /.test(text)).length > 1

/** `PARIS (AP) —`, `OSLO, Norway -`, `EXAMPLE.COM -` at the start of a paragraph, without white space at its end. */
function datelineIn(line: TextLine): Dateline | null {
  const domain = DOMAIN.exec(line.text)
  if (domain) {
    const host = domain[1]!
    const range = { start: line.start, end: line.start + host.length }
    return datelineOf(line, domain[0], { value: outletOfHost(host)?.name ?? host, range })
  }
  const wire = WITH_WIRE.exec(line.text)
  const known = wire && outletNamed(wire[1]!.trim())
  if (known) {
    const start = line.start + wire[0].lastIndexOf(wire[1]!)
    const outlet = known.kind === 'wire' ? null : { value: known.name, range: { start, end: start + wire[1]!.length } }
    return datelineOf(line, wire[0], outlet)
  }
  const place = PLACE_ONLY.exec(line.text)
  return place && !NOT_PLACES.test(line.text) ? datelineOf(line, place[0], null) : null
}

function datelineOf({ start }: TextLine, matched: string, outlet: Found | null): Dateline {
  return { start, end: start + matched.trimEnd().length, outlet }
}

const MAX_TITLE = 160

/** The first line, if it is the title that is known or reads like one: short, followed by something, no full stop or capitals throughout. */
function titleIn(line: TextLine, lines: readonly TextLine[], known: string | null): Range | null {
  const at = known ? line.text.indexOf(known) : -1
  if (known) return at < 0 ? null : { start: line.start + at, end: line.start + at + known.length }
  if (line.text.length > MAX_TITLE || line === lines.at(-1)) return null
  const heading = /^#{1,3} +(?=\S)/.exec(line.text)
  const start = line.start + (heading?.[0].length ?? 0)
  const stops = /[.,;:…]["”’']?$/u.test(line.text) || /^["“]/u.test(line.text)
  return heading || !stops || inCapitals(line.text) ? { start, end: line.end } : null
}

function inCapitals(text: string): boolean {
  const words = text.match(LONG_WORDS) ?? []
  return words.length >= 4 && words.filter((word) => CAPITAL.test(word)).length >= words.length * 0.75
}
