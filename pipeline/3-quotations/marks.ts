import type { Quotation } from '../model/layers.ts'
import type { Range } from '../model/span.ts'

const SMALL = /\p{Ll}/u
const YEAR = /^\d\d(?![\p{L}\p{N}])/u
const WORD_BEHIND = /^\s\p{L}/u
const POSSESSIVE_S = /^s(?!\p{L})/u
const ROCK_N_ROLL = /(?:^|\P{L})['‘’]n$/iu

/** What a mark can be, by its shape and what stands beside it. */
export type Role = 'open' | 'close' | 'either'

/** One quotation mark of a paragraph. What can only be an apostrophe or a foot mark is none. */
export interface Mark extends Range {
  readonly style: Quotation['style']
  /** What it looks like: another kind within is nesting, the same kind again rather a mark forgotten. */
  readonly kind: 'straight' | 'curly' | 'typed' | 'guillemet' | 'corner' | 'inner corner'
  readonly role: Role
  /** What else the mark may be, so that it needs no partner: `workers' rights` (apostrophe), `12"` (inch). */
  readonly otherwise: 'apostrophe' | 'inch' | null
  /** Whether it stands as in plural possessives and in `goin'`: a word in -s or -in before it, another word behind it. */
  readonly possessive: boolean
  /** Whether a comma or colon introduces it, the space before it (`he said: ‘Yes`) or wrongly behind it (`he said:" Yes`). */
  readonly introduced: 'rightly' | 'glued' | null
}

const MARKS = /'''|''|``|‘‘|’’|""|["“”„‟＂«»「」『』‘’‚‛'`´]/g
const WORD = /[\p{L}\p{N}]/u
const OPENS_AFTER = /[\s\p{Cf}([{<=/|—–―\-“‘«„‚"'`「『]/u
const CLOSES_BEFORE = /[\s\p{Cf}.,;:!?…)\]}>/|—–―\-”’»"'」』]/u
/** Words that begin with an apostrophe, and decades. */
const ELISION = /^(?:em|til|till|tis|twas|twill|cause|cos|coz|bout|round|neath|n|nuff|im|ere|t|\d0s)(?![\p{L}\p{N}])/iu

/** The quotation marks of one paragraph of `text`, in order. Linear in its length. */
export function marksOf(text: string, paragraph: Range): readonly Mark[] {
  const slice = text.slice(paragraph.start, paragraph.end)
  const marks: Mark[] = []
  for (const match of slice.matchAll(MARKS))
    for (const [from, to] of pieces(slice, match.index, match[0])) {
      const mark = markAt(slice, from, to, paragraph.start)
      if (mark) marks.push(mark)
    }
  return marks
}

/** `'''` is a double mark and a single one, the single one inside; `""` with nothing beside it is an empty quotation. */
function pieces(slice: string, from: number, match: string): readonly (readonly [number, number])[] {
  const to = from + match.length
  const empty = match === '""' && contextRole(slice, from, to) === 'either'
  if (match !== "'''" && !empty) return [[from, to]]
  const middle = empty || !WORD.test(slice[to] ?? ' ') ? from + 1 : from + 2
  return [[from, middle], [middle, to]]
}

/** The mark between `from` and `to` of a slice that begins at `base`, or null where it can only be something else. */
function markAt(slice: string, from: number, to: number, base: number): Mark | null {
  const glyph = slice[from]!
  if (to - from === 1 && /['‘’‚‛`´]/.test(glyph)) return single(slice, from, to, base)
  if (glyph === '»' && isBullet(slice, from, to)) return null
  const corner = /[「」]/.test(glyph) ? 'corner' : /[『』]/.test(glyph) ? 'inner corner' : null
  const kind = corner ?? kindOf(glyph)
  const measures = corner === null && kind !== 'guillemet' && slice.slice(from, to) !== '""' && glyph !== '“'
  if (measures && /\d['’]\s?\d{1,2}$/.test(slice.slice(Math.max(0, from - 5), from))) return null
  return {
    start: base + from,
    end: base + to,
    style: 'double',
    kind,
    role: corner !== null ? (/[「『]/.test(glyph) ? 'open' : 'close') : /["＂']/.test(glyph) ? straightRole(slice, from, to) : shapedRole(slice, from, to),
    otherwise: measures && kind !== 'curly' && /\d/.test(slice[from - 1] ?? '') ? 'inch' : null,
    possessive: false,
    introduced: introduction(slice, from, to),
  }
}

function kindOf(glyph: string): 'straight' | 'curly' | 'typed' | 'guillemet' {
  if (/[«»]/.test(glyph)) return 'guillemet'
  return /[“”„‟]/.test(glyph) ? 'curly' : /["＂]/.test(glyph) ? 'straight' : 'typed'
}

/** `» The council met`: at the beginning of a line, a space behind it. */
const isBullet = (slice: string, from: number, to: number) => /(?:^|\n)\s*$/.test(slice.slice(Math.max(0, from - 4), from)) && /\s/.test(slice[to] ?? ' ')

function introduction(slice: string, from: number, to: number): Mark['introduced'] {
  if (/[:,]/.test(slice[from - 1] ?? '')) return /\s/.test(slice[to] ?? '') ? 'glued' : null
  return /[:,]\s$/.test(slice.slice(Math.max(0, from - 2), from)) ? 'rightly' : null
}

/** What the characters beside a mark say. */
function contextRole(slice: string, from: number, to: number): Role {
  const opens = OPENS_AFTER.test(slice[from - 1] ?? ' ')
  const closes = CLOSES_BEFORE.test(slice[to] ?? ' ')
  return opens === closes ? 'either' : opens ? 'open' : 'close'
}

/** `"yes, "he said`: in the place of an opening mark, but behind a comma and before a small letter. */
function straightRole(slice: string, from: number, to: number): Role {
  const context = contextRole(slice, from, to)
  const misplaced = context === 'open' && /[.,!?]\s$/.test(slice.slice(Math.max(0, from - 2), from)) && SMALL.test(slice[to] ?? '')
  return misplaced ? 'either' : context
}

/** Shape decides, unless what stands beside the mark contradicts it: then the marks already open do. */
function shapedRole(slice: string, from: number, to: number): Role {
  const shape: Role = /[“„‟«‘‚‛`]/.test(slice[from]!) ? 'open' : 'close'
  const context = contextRole(slice, from, to)
  if (context !== 'either' && context !== shape) return 'either'
  if (shape === 'close') return from === 0 ? 'either' : shape
  const cannotOpen = /\s/.test(slice[to] ?? ' ') || /[.,!?]/.test(slice[from - 1] ?? '')
  return cannotOpen && slice[from] !== '«' ? 'either' : shape
}

/** A single mark, or null where it can only be an apostrophe. */
function single(slice: string, from: number, to: number, base: number): Mark | null {
  const [glyph, before] = [slice[from]!, slice[from - 1] ?? ' ']
  const rest = slice.slice(to, to + 8)
  const inWord = WORD.test(before)
  if (inWord ? WORD.test(rest[0] ?? ' ') : isElision(before, rest)) return null
  if (ROCK_N_ROLL.test(slice.slice(Math.max(0, from - 3), from))) return null
  const straight = glyph === "'"
  const context = contextRole(slice, from, to)
  const year = context === 'open' && YEAR.test(rest)
  return {
    start: base + from,
    end: base + to,
    style: 'single',
    kind: straight ? 'straight' : 'curly',
    role: straight ? context : shapedRole(slice, from, to),
    otherwise: inWord || year || (/[’´]/.test(glyph) && context === 'open') ? 'apostrophe' : null,
    possessive: inWord && WORD_BEHIND.test(rest) && /(?:s|in)$/i.test(slice.slice(Math.max(0, from - 2), from)),
    introduced: introduction(slice, from, to),
  }
}

/** `'em`, `'90s`, and the possessive of an abbreviation or of something quoted (`Jr.'s`, `"Evita"'s`). */
function isElision(before: string, rest: string): boolean {
  return ELISION.test(rest) || (/[^\s([{—–-]/.test(before) && POSSESSIVE_S.test(rest))
}
