import { FUNCTION_WORDS } from '../../lexicon/function-words.ts'
import { NEGATORS } from '../../lexicon/negators.ts'
import { WORD_CLASSES, type WordClass, type WordClassName } from '../../lexicon/stance-words.ts'
import type { Token } from '../../model/layers.ts'

/**
 * Patterns over tokens, written as words: `word` (lower case or lemma), `=word` (lower case only), `a|b` one of several,
 * `@class` a class of stance-words.ts, `_` any one word, `~` up to three adverbs or negators, `*` up to eight words; `/POS`
 * behind an atom restricts its part of speech, `?` makes it optional; `!a|b` at the end: the next word is none of these. The first atom must name words, so that patterns can be
 * looked up by them.
 */
interface Atom {
  /** `lenient`: whatever its part of speech is, as for cues, which headlines and participles make hard to tag. */
  readonly accepts: (token: Token, lenient: boolean) => boolean
  /** The least and the most tokens it takes. */
  readonly least: number
  readonly most: number
  /** Whether it only looks ahead: what it accepts must not stand here. */
  readonly bars?: boolean
}

export interface Pattern {
  readonly source: string
  /** Words by which the first atom can be met. */
  readonly triggers: readonly string[]
  /** What must stand further on in every match; null where only the first atom must. */
  readonly needs: Need | null
  readonly atoms: readonly Atom[]
  /** Whether a negator that it takes in by `~` negates it; one that it names is part of its sense. */
  readonly takesNegators: boolean
}

/** One of these words, at most `reach` tokens behind the match's first. */
export interface Need {
  readonly words: readonly string[]
  readonly reach: number
}

/**
 * Reads a pattern.
 * @throws Error if it begins with an optional or open atom, or names a class that does not exist.
 */
export function compile(source: string): Pattern {
  const parts = source.split(' ')
  const first = parts[0] ?? ''
  if (/^[_~*]/.test(first) || isOptional(first)) throw new Error(`the pattern "${source}" does not begin with a word`)
  const atoms = parts.map((part) => atomOf(part))
  return {
    source,
    triggers: wordsOf(first),
    needs: needOf(parts, atoms),
    atoms,
    takesNegators: parts.includes('~') && !parts.some(namesNegator),
  }
}

const alternativesOf = (part: string): readonly string[] =>
  part
    .replace(/(?<=.)\?$/, '')
    .replace(/\/[A-Z]+(?:\|[A-Z]+)*$/, '')
    .split('|')

const namesNegator = (part: string) => alternativesOf(part).some((word) => NEGATORS.has(word))

/** A question mark alone stands for itself. */
const isOptional = (part: string) => part.length > 1 && part.endsWith('?')

function classOf(name: string): WordClass {
  const found = (WORD_CLASSES as Readonly<Record<string, WordClass>>)[name]
  if (found === undefined) throw new Error(`there is no word class @${name}`)
  return found
}

/** The first atom behind the opening one that must be met by certain words, best by words that not every text is full of. */
function needOf(parts: readonly string[], atoms: readonly Atom[]): Need | null {
  const needs = parts.flatMap((part, i) =>
    i === 0 || atoms[i]!.least === 0 || part.startsWith('_')
      ? []
      : [{ words: wordsOf(part), reach: atoms.slice(0, i).reduce((sum, { most }) => sum + most, 0) }],
  )
  return needs.find(({ words }) => !words.some((word) => FUNCTION_WORDS.has(word))) ?? needs[0] ?? null
}

/** Words, as written or as lemmas, by which an atom can be met. */
function wordsOf(part: string): readonly string[] {
  return alternativesOf(part).flatMap((marked) => {
    const word = marked.replace(/^=/, '')
    if (!word.startsWith('@')) return [word]
    const { bases, forms } = classOf(word.slice(1) as WordClassName)
    return [...new Set([...bases, ...forms])]
  })
}

const ADVERBIAL: ReadonlySet<string> = new Set(['ADV', 'PART'])

function atomOf(part: string): Atom {
  if (part.startsWith('!')) {
    const barred = new Set(part.slice(1).split('|'))
    return { least: 0, most: 0, bars: true, accepts: (token) => barred.has(token.lower) }
  }
  if (part === '~')
    return { least: 0, most: 3, accepts: (token) => (ADVERBIAL.has(token.pos) && token.lower !== 'to') || NEGATORS.has(token.lower) }
  if (part === '*') return { least: 0, most: 8, accepts: (token) => token.pos !== 'PUNCT' }
  const pos = /\/([A-Z]+(?:\|[A-Z]+)*)\??$/.exec(part)?.[1]?.split('|')
  const bare = alternativesOf(part)
  const open = bare[0] === '_'
  const words = new Set(bare.filter((word) => !/^[@=]/.test(word)))
  const exact = new Set(bare.filter((word) => word.startsWith('=')).map((word) => word.slice(1)))
  const classes = bare.filter((word) => word.startsWith('@')).map((word) => classOf(word.slice(1)))
  const named = (token: Token) =>
    exact.has(token.lower) ||
    words.has(token.lower) ||
    words.has(token.lemma) ||
    classes.some((c) => c.forms.has(token.lower) || c.bases.has(token.lemma))
  return {
    least: isOptional(part) ? 0 : 1,
    most: 1,
    accepts: (token, lenient) => (pos === undefined || lenient || pos.includes(token.pos)) && (open ? token.pos !== 'PUNCT' : named(token)),
  }
}

/** Index behind the match of `pattern` that begins at token `at`, taking optional atoms where they fit; null if there is none. */
export function matchAt(pattern: Pattern, tokens: readonly Token[], at: number, lenient = false): number | null {
  return walk(pattern.atoms, 0, tokens, at, lenient)
}

function walk(atoms: readonly Atom[], atom: number, tokens: readonly Token[], at: number, lenient: boolean): number | null {
  const wanted = atoms[atom]
  if (wanted === undefined) return at
  if (wanted.bars) return at < tokens.length && wanted.accepts(tokens[at]!, lenient) ? null : at
  let taken = 0
  while (taken < wanted.most && at + taken < tokens.length && wanted.accepts(tokens[at + taken]!, lenient)) taken++
  for (; taken >= wanted.least; taken--) {
    const end = walk(atoms, atom + 1, tokens, at + taken, lenient)
    if (end !== null) return end
  }
  return null
}
