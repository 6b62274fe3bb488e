import winkNLP, { type ItsFunction, type Model, type WinkMethods } from 'wink-nlp'
import model from 'wink-eng-lite-web-model'

/** What wink-nlp says about one string, token by token. */
export interface WinkTokens {
  readonly values: readonly string[]
  readonly pos: readonly string[]
  readonly lemmas: readonly string[]
}

interface Lexemes {
  readonly hash: Record<string, number>
  readonly list: string[]
  readonly intrinsicSize: number
}

/** Words that wink may learn before it is loaded anew; its own ids collide with its hints at 1,080,000. */
const MAX_LEXEMES = 500_000

let nlp: WinkMethods | null = null
let lexemes: Lexemes
let known = 0

/**
 * Tokens, parts of speech and lemmas of `source` by wink-nlp. Sentences are ours, so its boundary detection is not run.
 * wink is quadratic on runs without a space: the caller must not hand it long ones.
 */
export function readTokens(source: string): WinkTokens {
  nlp ??= load()
  const tokens = nlp.readDoc(source).tokens()
  return {
    values: tokens.out(),
    pos: tokens.out(nlp.its.pos),
    lemmas: tokens.out(nlp.its.lemma as ItsFunction<string>),
  }
}

/**
 * Makes wink forget the words it has seen. It remembers every unknown word and reads it otherwise from then on (a name with
 * its `'s` may stay one token), so without this an article's tokens would depend on the articles read before it.
 */
export function forgetWords(): void {
  if (!nlp) return
  const { hash, list } = lexemes
  for (; known < list.length; known++) delete hash[list[known]!]
  if (list.length > MAX_LEXEMES) nlp = null
}

function load(): WinkMethods {
  const core = (model as unknown as { core: () => { features: { lexeme: Lexemes } } }).core()
  lexemes = core.features.lexeme
  known = lexemes.list.length
  return winkNLP({ ...model, core: () => core } as unknown as Model, ['pos'])
}
