import { polarityOf } from '../../lexicon/sentiment.ts'
import { isOf } from '../../lexicon/stance-words.ts'
import type { Token } from '../../model/layers.ts'
import { isNegated } from '../match/clause.ts'
import type { View } from '../match/view.ts'

/** How many words a word that lessens what follows reaches. */
const REACH = 5
const ENDS_CLAUSE: ReadonlySet<string> = new Set(['that', 'which', 'but', 'because', 'who', 'while', 'than'])
const endsClause = (token: Token) => token.pos === 'PUNCT' || ENDS_CLAUSE.has(token.lower)

/**
 * Sum of the polarities of the tokens `from` to before `to`, each turned by negation and by what lessens it (`the prevention of
 * crime`, `a danger to health`); tokens that `isSilent` say nothing.
 */
export function polaritySum(view: View, from: number, to: number, isSilent: (token: Token) => boolean): number {
  const polarities = view.tokens.map((token, at) => (at < from || at >= to || isSilent(token) ? 0 : polarityOf(token)))
  let sum = 0
  polarities.forEach((polarity, at) => {
    const isModifier = view.tokens[at + 1]?.pos === 'NOUN' && polarity > 0 && polarities[at + 1]! < 0 // health risks
    if (polarity === 0 || isModifier) return
    const turned = isNegated(view, at) !== (isSpoilt(view, polarities, at) || isLessened(view, at))
    sum += turned ? -polarity : polarity
  })
  return sum
}

/** Whether something good follows something bad in its clause: `violates their rights`. */
function isSpoilt(view: View, polarities: readonly number[], at: number): boolean {
  if (polarities[at]! < 0) return false
  for (let i = at - 1; i >= Math.max(0, at - REACH) && !endsClause(view.tokens[i]!); i--) if (polarities[i]! < 0) return true
  return false
}

/** Whether the word is made less: `the prevention of crime`, `wars are less likely`. */
function isLessened(view: View, at: number): boolean {
  const { tokens } = view
  for (let i = at - 1; i >= Math.max(0, at - REACH) && !endsClause(tokens[i]!); i--)
    if (isOf('lessens', tokens[i]!) || isOf('lessening', tokens[i]!) || isOf('harms', tokens[i]!)) return true
  for (let i = at + 2; i <= Math.min(tokens.length - 1, at + REACH + 1) && !endsClause(tokens[i]!); i++)
    if (isOf('lessened', tokens[i]!) && ['AUX', 'VERB', 'ADV'].includes(tokens[i - 1]!.pos)) return true
  return false
}
