export const TRAIT = {
  complementizer: 1,
  relative: 2,
  possessive: 4,
  comma: 8,
  hyphen: 16,
  preposition: 32,
  terminal: 64,
  to: 128,
} as const

/** Words after which a clause or phrase begins: the nearest one to the left tells which a token belongs to. */
const MARKERS = `that to whether if how what why because who which as when while but and for of about with on against over`
/** Prepositions that carry a noun phrase on. */
const PREPOSITIONS = 'of for in at from with on to'

const traits = new Map<string, number>()
const trait = (words: string, bit: number) => {
  for (const word of words.split(' ')) traits.set(word, (traits.get(word) ?? 0) | bit)
}
trait(MARKERS, TRAIT.complementizer)
trait(PREPOSITIONS, TRAIT.preposition)
trait('that which who what', TRAIT.relative)
trait("'s ’s", TRAIT.possessive)
trait(',', TRAIT.comma)
trait('-', TRAIT.hyphen)
trait('. ! ? ;', TRAIT.terminal)
trait('to', TRAIT.to)

/** Sum of the {@link TRAIT} bits that hold of a word in lower case. */
export const traitsOf = (lower: string): number => traits.get(lower) ?? 0

/** FNV-1a of the UTF-16 code units, as a signed 32-bit integer. */
export function hash(text: string): number {
  let x = 0x811c9dc5
  for (let i = 0; i < text.length; i++) x = Math.imul(x ^ text.charCodeAt(i), 0x01000193)
  return x | 0
}

/** Joins two hashes into one (order matters). */
export function mix(a: number, b: number): number {
  let x = Math.imul(a ^ b, 0x9e3779b1)
  x = Math.imul(x ^ (x >>> 15), 0x85ebca77)
  return (x ^ (x >>> 13)) | 0
}

/** `Xxx`, `dd`, `X.X`: classes of characters, runs cut to two. */
export function shape(word: string): string {
  let out = ''
  for (const c of word.length > 24 ? word.slice(0, 24) : word) {
    const k = c >= 'A' && c <= 'Z' ? 'X' : c >= 'a' && c <= 'z' ? 'x' : c >= '0' && c <= '9' ? 'd' : c
    if (out.length < 2 || out[out.length - 1] !== k) out += k
  }
  return out.slice(0, 8)
}
