import { dataRows, mutual, wordList } from './word-lists.ts'

/**
 * Words of contrary sense: the antonyms of WordNet 3.1 (antonyms.txt; see wordnet-LICENSE.txt), and the pairs below, which
 * news uses as contraries and WordNet does not list, from general knowledge.
 */
const MORE = `
  best worst|better worse|first last|everyone nobody|
  rise fall|rise drop|rise decline|increase decrease|increase decline|increase fall|grow shrink|gain loss|gain lose|climb fall|jump drop|climb drop|climb decline|rise plunge|rise slump|rise sink|
  grow fall|grow decline|surge slump|soar plunge|increase drop|
  win lose|guilty innocent|convict acquit|convict clear|legal illegal|lawful unlawful|safe dangerous|safe unsafe|open close|alive dead|
  approve reject|accept reject|accept refuse|agree refuse|allow ban|allow forbid|allow block|confirm deny|pass fail|succeed fail|
  hire fire|expand cut|raise cut|raise lower|buy sell|arrive leave|stay leave|remain leave|true false|possible impossible|
  necessary unnecessary|effective ineffective|enough insufficient|sufficient insufficient|strong weak|early late|
  include exclude|ally enemy|peace war|start end|begin end|profit loss|surplus deficit|cheap expensive|public private`
  .split('|').map(wordList)

let antonyms: ReadonlyMap<string, ReadonlySet<string>> | undefined

/** The lemmas of contrary sense to one, if there are any. */
export function antonymsOf(lemma: string): ReadonlySet<string> | undefined {
  return (antonyms ??= mutual([...dataRows('antonyms.txt'), ...MORE])).get(lemma)
}

/** Words of grammar that are contrary where one stands in the other's place: `voted for | against it`. From any grammar of English. */
const GRAMMAR = mutual('most least|for against|before after|few many|few most|more fewer|more less|with without|above below|over under|all none|always never'.split('|').map(wordList))

/** Whether a word of grammar has a contrary one. */
export const hasContraryGrammar = (word: string): boolean => GRAMMAR.has(word)
/** Whether of two words of grammar one is contrary to the other. */
export const isContraryGrammar = (word: string, other: string): boolean => GRAMMAR.get(word)?.has(other) === true
