import type { Quotation } from '../model/layers.ts'
import type { Range } from '../model/span.ts'

/** What a mark can be, by its shape and what stands beside it. */
export type Role = 'open' | 'close' | 'either'

/** One quotation mark of a paragraph. What can only be an apostrophe or a foot mark is none. */
export interface Mark extends Range {
  readonly style: Quotation['style']
  /** Marks pair within a family only: guillemets with guillemets, all others of one style with each other. */
  readonly family: 'plain' | 'guillemet'
  readonly role: Role
  /** What else the mark may be, so that it needs no partner: `workers' rights` (apostrophe), `12"` (inch). */
  readonly otherwise: 'apostrophe' | 'inch' | null
  /** Whether it stands as plural possessives and `goin'` do: a word in -s or -in before it, another word behind it. */
  readonly possessive: boolean
}

const MARKS = /'''|''|``|""|["“”„‟＂«»‘’‚‛'`´]/g
const DOUBLE = /''|``|["“”„‟＂]/
const WORD = /[\p{L}\p{N}]/u
const OPENS_AFTER = /[\s([{<=/|—–\-“‘«„‚"'`]/u
const CLOSES_BEFORE = /[\s.,;:!?…)\]}>/|—–\-”’»"']/u
/** Words that begin with an apostrophe, and decades. */
const ELISION = /^(?:em|til|till|tis|twas|twill|cause|cos|coz|bout|round|neath|n|nuff|im|ere|\d0s?)(?![\p{L}\p{N}])/iu

/** The quotation marks of one paragraph of `text`, in order. Linear in its length. */
export function marksOf(text: string, paragraph: Range): readonly Mark[] {
  const slice = text.slice(paragraph.start, paragraph.end)
  const marks: Mark[] = []
  for (const match of slice.matchAll(MARKS))
    for (const [from, to] of pieces(slice, match.index, match[0])) {
      const mark = markAt(slice, from, to)
      if (mark) marks.push({ ...mark, start: paragraph.start + from, end: paragraph.start + to })
    }
  return marks
}

/** `'''` is a double mark and a single one, the single one inside. */
function pieces(slice: string, from: number, match: string): readonly (readonly [number, number])[] {
  const to = from + match.length
  if (match !== "'''") return [[from, to]]
  const middle = WORD.test(slice[to] ?? ' ') ? from + 2 : from + 1
  return [[from, middle], [middle, to]]
}

function markAt(slice: string, from: number, to: number): Omit<Mark, 'start' | 'end'> | null {
  const glyph = slice.slice(from, to)
  if (/[«»]/.test(glyph))
    return { style: 'double', family: 'guillemet', role: guillemetRole(slice, from, to), otherwise: null, possessive: false }
  if (DOUBLE.test(glyph)) {
    if (/\d['’]\s?\d{1,2}$/.test(slice.slice(Math.max(0, from - 5), from)) && glyph !== '“') return null
    const otherwise = /\d/.test(slice[from - 1] ?? '') && !/[“”„‟]/.test(glyph) ? 'inch' : null
    return { style: 'double', family: 'plain', role: doubleRole(slice, from, to), otherwise, possessive: false }
  }
  return single(slice, from, to)
}

function contextRole(slice: string, from: number, to: number): Role {
  const opens = OPENS_AFTER.test(slice[from - 1] ?? ' ')
  const closes = CLOSES_BEFORE.test(slice[to] ?? ' ')
  return opens === closes ? 'either' : opens ? 'open' : 'close'
}

/** Shape decides, unless what stands beside the mark says the contrary: then the marks already open do. */
function doubleRole(slice: string, from: number, to: number): Role {
  const context = contextRole(slice, from, to)
  const glyph = slice.slice(from, to)
  if (/[“„‟]|``/.test(glyph)) return context === 'close' ? 'either' : 'open'
  if (glyph === '”') return context === 'open' ? 'either' : 'close'
  const misplacedClose = context === 'open' && /[.,!?]\s$/.test(slice.slice(Math.max(0, from - 2), from)) && /^\p{Ll}/u.test(slice.slice(to, to + 1))
  const misplacedOpen = context === 'close' && /[:,]/.test(slice[from - 1] ?? '') && /^\s\p{Lu}/u.test(slice.slice(to, to + 2))
  return misplacedClose || misplacedOpen ? 'either' : context
}

function guillemetRole(slice: string, from: number, to: number): Role {
  const shape = slice[from] === '«' ? 'open' : 'close'
  const context = contextRole(slice, from, to)
  return context === 'either' || context === shape ? shape : 'either'
}

function single(slice: string, from: number, to: number): Omit<Mark, 'start' | 'end'> | null {
  const [glyph, before, after] = [slice[from]!, slice[from - 1] ?? ' ', slice[to] ?? ' ']
  const inWord = WORD.test(before)
  if (inWord && WORD.test(after)) return null
  if (!inWord && ELISION.test(slice.slice(to, to + 8))) return null
  if (/(?:^|\P{L})['‘’]n$/iu.test(slice.slice(Math.max(0, from - 3), from))) return null
  const context = contextRole(slice, from, to)
  const otherwise = inWord || (glyph === '’' && context === 'open') ? 'apostrophe' : null
  const possessive = inWord && /\s\p{L}/u.test(slice.slice(to, to + 2)) && /(?:s|in)$/i.test(slice.slice(Math.max(0, from - 2), from))
  const shape: Role = /[‘‚‛`]/.test(glyph) ? 'open' : /[’´]/.test(glyph) ? 'close' : 'either'
  const role = context === 'either' || context === shape ? shape : shape === 'either' ? context : 'either'
  return { style: 'single', family: 'plain', role, otherwise, possessive }
}
