import { isOf } from '../../lexicon/stance-words.ts'
import type { Token } from '../../model/layers.ts'

const POINTING: ReadonlySet<string> = new Set(
  'the this that these those such their its his her our any it they them one same an a all so what which there'.split(' '),
)
/** Verbs that say little without their object. */
export const EMPTY_VERBS: ReadonlySet<string> = new Set('be go act come win pursue do take accept support make implement join allow back have try look'.split(' '))
const EMPTY_WORDS: ReadonlySet<string> = new Set(['of', 'on', 'current', 'whole', 'entire', 'proposed'])

/** Whether the words only point at something said elsewhere: `it`, `this`, `the idea`, `such a move`, `pursue such plans`. */
export function isPointer(tokens: readonly Token[]): boolean {
  const [first, second] = tokens
  const rest = first && second && EMPTY_VERBS.has(first.lemma) ? tokens.slice(1) : tokens
  return rest.every((t) => POINTING.has(t.lower) || (t.pos !== 'VERB' && isOf('general', t)) || t.pos === 'PUNCT' || EMPTY_WORDS.has(t.lower))
}
