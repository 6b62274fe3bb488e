import winkNLP, { type ItsHelpers, type Model, type WinkMethods } from 'wink-nlp'
import { readingOf, type Reading } from './reading.ts'
import { winkModel, type Lexemes } from './wink-model.ts'

/** A document as wink has it: four numbers for each token, the first being its word's id, the third part of speech and lemma. */
type RawDocument = Parameters<ItsHelpers['pos']>[1] & { readonly tokens: readonly number[] }
const SIZE = 4
const GRAMMAR = 2

/**
 * Words that wink may know, 87,593 of them its own, before it is loaded anew, which takes a tenth of a second. It keeps some 200 bytes of each word that
 * it learned even where that is forgotten, so this bounds what many articles leave behind.
 */
const MAX_LEXEMES = 130_000

interface Wink {
  readonly nlp: WinkMethods
  readonly addons: Model['addons']
  readonly lexemes: Lexemes
  /** By the word's id: what was read of it, one link for each part of speech. */
  readonly readings: (Link | undefined)[]
  readonly lineFeed: number
  /** How many of the lexemes have been seen to by {@link forgetWords}. */
  known: number
}

interface Link {
  readonly grammar: number
  readonly reading: Reading
  readonly next: Link | undefined
}

let wink: Wink | null = null
let raw: RawDocument

/**
 * Tokens, parts of speech and lemmas of each of the `sources` by wink-nlp. Sentences are ours, so its boundary detection is not run. It
 * reads all at once, on lines of their own: no pattern that it knows goes beyond a line. The sources must not hold line feeds, nor long runs
 * without a space, in which wink is quadratic.
 */
export function readTokens(sources: readonly string[]): readonly (readonly Reading[])[] {
  wink ??= load()
  wink.nlp.readDoc(sources.join('\n'))
  const { readings, lineFeed } = wink
  const { tokens } = raw
  const read: Reading[][] = []
  for (let at = 0; read.length < sources.length; at += SIZE) {
    const line: Reading[] = []
    for (; at < tokens.length && tokens[at] !== lineFeed; at += SIZE) {
      const grammar = tokens[at + GRAMMAR]!
      let link = readings[tokens[at]!]
      while (link && link.grammar !== grammar) link = link.next
      line.push(link ? link.reading : readNew(wink, at))
    }
    read.push(line)
  }
  return read
}

/** A word that was not read with this part of speech before. */
function readNew({ nlp: { its }, addons, readings }: Wink, at: number): Reading {
  const id = raw.tokens[at]!
  const grammar = raw.tokens[at + GRAMMAR]!
  const i = at / SIZE
  const reading = readingOf(its.value(i, raw), its.pos(i, raw), its.lemma(i, raw, addons))
  readings[id] = { grammar, reading, next: readings[id] }
  return reading
}

/**
 * Words that wink reads alike whether it has seen them or not: nothing but letters, of which it only ever makes one token of the kind
 * `word`. Not so the currencies, which it cuts from numbers, nor what Kelvin signs are in lower case.
 */
const READ_ALIKE = /^(?!(?:USD|AUD|INR|GBP|k+)$)[A-Za-z]+$/

/**
 * Makes wink forget the words it has seen, but those that are {@link READ_ALIKE}. It remembers every unknown word and reads it
 * otherwise from then on (a name with its `'s` may stay one token), so without this an article's tokens would depend on the articles
 * read before it.
 */
export function forgetWords(): void {
  if (!wink) return
  const { lexemes, readings } = wink
  for (; wink.known < lexemes.list.length; wink.known++) {
    const word = lexemes.list[wink.known]!
    if (READ_ALIKE.test(word)) continue
    delete lexemes.hash[word]
    readings[wink.known] = undefined
  }
  if (lexemes.list.length > MAX_LEXEMES) wink = null
}

/** wink with its model, whose last step is made to show us the document: to ask for value, part of speech and lemma token by token is slow. */
function load(): Wink {
  const { model, lexemes } = winkModel()
  const pos = (model as unknown as { pos: () => { setter: (document: RawDocument, ...rest: unknown[]) => void } }).pos()
  const setter = (document: RawDocument, ...rest: unknown[]) => {
    pos.setter(document, ...rest)
    raw = document
  }
  const nlp = winkNLP({ ...model, pos: () => ({ ...pos, setter }) } as unknown as Model, ['pos'])
  return { nlp, addons: model.addons, lexemes, readings: Array.from({ length: lexemes.list.length }), lineFeed: lexemes.hash['\n']!, known: lexemes.list.length }
}
