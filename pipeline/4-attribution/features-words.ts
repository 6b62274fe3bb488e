/** What the features need to know of a word form, as integers, worked out once per form and kept. */
export interface Form {
  readonly hash: number
  readonly shape: number
  readonly suffix2: number
  readonly suffix3: number
  /** Sum of the {@link TRAIT} bits that hold. */
  readonly traits: number
}

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

const traitsOf = new Map<string, number>()
const trait = (words: string, bit: number) => {
  for (const word of words.split(' ')) traitsOf.set(word, (traitsOf.get(word) ?? 0) | bit)
}
trait(MARKERS, TRAIT.complementizer)
trait(PREPOSITIONS, TRAIT.preposition)
trait('that which who what', TRAIT.relative)
trait("'s ’s", TRAIT.possessive)
trait(',', TRAIT.comma)
trait('-', TRAIT.hyphen)
trait('. ! ? ;', TRAIT.terminal)
trait('to', TRAIT.to)

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

const DASH = /^(?:[‒-―−]|--+)$/

/** Forms and lemmas seen so far. Bounded, so that memory does not grow with the number of articles. */
const forms = new Map<string, Form>()
const lemmas = new Map<string, number>()
const MOST = 200_000

export function formOf(text: string, lower: string): Form {
  const known = forms.get(text)
  if (known) return known
  if (forms.size > MOST) forms.clear()
  const form: Form = {
    hash: hash(DASH.test(lower) ? '—' : lower),
    shape: hash(shape(text)),
    suffix2: hash(lower.slice(-2)),
    suffix3: hash(lower.slice(-3)),
    traits: traitsOf.get(lower) ?? 0,
  }
  forms.set(text, form)
  return form
}

export function lemmaOf(lemma: string): number {
  const known = lemmas.get(lemma)
  if (known !== undefined) return known
  if (lemmas.size > MOST) lemmas.clear()
  const value = hash(lemma)
  lemmas.set(lemma, value)
  return value
}
