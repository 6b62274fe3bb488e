import type { RawToken } from './tokens.ts'

const ITEM = /(?<![^\s])([•⁃‣▪●·*–-]\s?)?(?:(\d{1,3})|([a-z]))(\.\)|\)|\.)\s?(?=\S)/g
const BULLET = /(?<=\s)[•⁃‣▪●](?=\s?\S)/g

/**
 * Tokens that begin an item of a list written into one paragraph (`1. Bread 2. Wine`, `a) ... b) ...`, `• ... • ...`).
 * A numbered list counts if the paragraph begins with its first item and numbers go up by one.
 */
export function listStarts(text: string, tokens: readonly RawToken[]): ReadonlySet<number> {
  const starts = new Set<number>()
  const [first, last] = [tokens[0], tokens.at(-1)]
  if (!first || !last || !/^(?:[•⁃‣▪●·*–-]|\d{1,3}$|[a-z]\.?$)/.test(first.text)) return starts
  const slice = text.slice(first.start, last.end)
  const places = [...numbered(slice), ...(/^[•⁃‣▪●]/.test(slice) ? slice.matchAll(BULLET) : [])].map((m) => first.start + m.index)
  if (places.length < 2) return starts
  const wanted = new Set(places)
  tokens.forEach((token, i) => wanted.has(token.start) && starts.add(i))
  return starts
}

function numbered(slice: string): readonly RegExpExecArray[] {
  const items: RegExpExecArray[] = []
  for (const match of slice.matchAll(ITEM)) {
    const before = items.at(-1)
    if (before ? before[1]?.trim() === match[1]?.trim() && before[4] === match[4] && value(match) === value(before) + 1 : match.index === 0)
      items.push(match)
  }
  return items
}

const value = (item: RegExpExecArray) => (item[2] ? Number(item[2]) : item[3]!.charCodeAt(0))
