import { FUNCTION_WORDS } from '../../lexicon/function-words.ts'
import { isOf } from '../../lexicon/stance-words.ts'
import { closeness, lemmaOf } from '../../lexicon/synonyms.ts'
import type { SegmentedText, Syntax, Token } from '../../model/layers.ts'
import { overlaps } from '../../model/span.ts'
import { NOWHERE } from './antecedents.ts'
import { stanceOf } from '../stance.ts'
import { type View, viewOf } from '../match/view.ts'
import { polarityOf } from '../../lexicon/sentiment.ts'
import { isNegated } from '../match/clause.ts'

/** What a claim says of a target that is given. */
export interface Verdict {
  readonly label: 'support' | 'oppose' | 'none'
  readonly rule: string
}

const NONE: Verdict = { label: 'none', rule: 'default' }
/** Least sum of polarities that makes a stance. */
const LEAST = 0.4
/** How far behind a curb its target stands. */
const REACH = 5

/**
 * Whether a claim is for or against a target that is given. The rules of stance decide where what they judge is the target;
 * else the words' polarities, turned by negation and by what lessens them (after Bar-Haim et al., Stance Classification of
 * Context-Dependent Claims, 2017). A claim that does not name the target gets none. What praises a curb on the target is against it.
 */
export function judgeTowards(claim: SegmentedText, syntax: Syntax, target: SegmentedText): Verdict {
  const view = viewOf(claim, syntax, { kind: 'indirect', cue: null, content: [{ start: 0, end: claim.text.length }] }, { mentions: [], own: [], foreign: [], given: true })
  const isTarget = targetTest(target)
  if (!view.tokens.some(isTarget)) return NONE
  const turned = isCurb(target.tokens[0]) !== isCurbed(view, isTarget)
  const verdict = byRules(view, isTarget) ?? byWords(view, isTarget)
  return turned && verdict.label !== 'none' ? { label: verdict.label === 'support' ? 'oppose' : 'support', rule: verdict.rule } : verdict
}

/** A rule's stance whose own target names the given one. */
function byRules(view: View, isTarget: (token: Token) => boolean): Verdict | null {
  for (const { label, rule, target } of stanceOf(view, NOWHERE)) {
    const named = view.tokens.some((token) => isTarget(token) && target.range !== null && overlaps(token, target.range))
    if (named && (label === 'support' || label === 'oppose')) return { label, rule }
  }
  return null
}

function byWords(view: View, isTarget: (token: Token) => boolean): Verdict {
  const sum = polaritySum(view, isTarget)
  if (Math.abs(sum) < LEAST) return NONE
  return sum > 0 ? { label: 'support', rule: 'words/good' } : { label: 'oppose', rule: 'words/bad' }
}

/** Recognises the target's content words, their families and synonyms; names only where it has nothing else. */
function targetTest(target: SegmentedText): (token: Token) => boolean {
  const content = target.tokens.filter((t) => t.pos !== 'PUNCT' && t.lower.length > 3 && !FUNCTION_WORDS.has(t.lower))
  const common = content.filter((t) => t.pos !== 'PROPN')
  const words = common.length > 0 ? common : content
  const stems = new Set(words.flatMap((t) => t.lower.split('-').map(stemOf)))
  const lemmas = words.map((t) => lemmaOf(t.lower))
  return (token) =>
    token.pos !== 'PUNCT' &&
    token.lower.length > 3 &&
    (token.lower.split('-').some((part) => stems.has(stemOf(part))) || lemmas.some((lemma) => closeness(lemma, lemmaOf(token.lower)) > 0))
}

const stemOf = (word: string) => lemmaOf(word).slice(0, 5)
const isCurb = (token: Token | undefined) => token !== undefined && (isOf('ends', token) || isOf('lessens', token) || isOf('curbs', token))
/** `restrictions on Y are reasonable`: what is judged holds the target back. */
function isCurbed(view: View, isTarget: (token: Token) => boolean): boolean {
  return view.tokens.some(
    (token, at) =>
      isOf('curbs', token) &&
      !isTarget(token) &&
      CURB_JOINS.has(view.tokens[at + 1]?.lower ?? '') &&
      view.tokens.slice(at + 2, at + 1 + REACH).some(isTarget),
  )
}

/** `regulation of`, `ban on`, `interference with`. */
const CURB_JOINS: ReadonlySet<string> = new Set(['on', 'of', 'upon', 'to', 'in', 'with', 'against', 'over'])

/** How many words a word that lessens what follows reaches. */
const LESSENS_WITHIN = 5
const ENDS_CLAUSE: ReadonlySet<string> = new Set(['that', 'which', 'but', 'because', 'who', 'while', 'than'])
const endsClause = (token: Token) => token.pos === 'PUNCT' || ENDS_CLAUSE.has(token.lower)

/**
 * Sum of the polarities of the tokens, each turned by negation and by what lessens it (`the prevention of
 * crime`, `a danger to health`); tokens that `isSilent` say nothing.
 */
function polaritySum(view: View, isSilent: (token: Token) => boolean): number {
  const polarities = view.tokens.map((token) => (isSilent(token) ? 0 : polarityOf(token)))
  let sum = 0
  polarities.forEach((polarity, at) => {
    const isModifier = view.tokens[at + 1]?.pos === 'NOUN' && polarity > 0 && polarities[at + 1]! < 0 // health risks
    if (polarity === 0 || isModifier) return
    const turned = isNegated(view, at) !== (followsBad(view, polarities, at) || isLessened(view, at))
    sum += turned ? -polarity : polarity
  })
  return sum
}

/** Whether something good follows something bad in its clause: `violates their rights`. */
function followsBad(view: View, polarities: readonly number[], at: number): boolean {
  if (polarities[at]! < 0) return false
  for (let i = at - 1; i >= Math.max(0, at - LESSENS_WITHIN) && !endsClause(view.tokens[i]!); i--) if (polarities[i]! < 0) return true
  return false
}

/** Whether the word is made less: `the prevention of crime`, `wars are less likely`. */
function isLessened(view: View, at: number): boolean {
  const { tokens } = view
  for (let i = at - 1; i >= Math.max(0, at - LESSENS_WITHIN) && !endsClause(tokens[i]!); i--)
    if (isOf('lessens', tokens[i]!) || isOf('lessening', tokens[i]!) || isOf('harms', tokens[i]!)) return true
  for (let i = at + 2; i <= Math.min(tokens.length - 1, at + LESSENS_WITHIN + 1) && !endsClause(tokens[i]!); i++)
    if (isOf('lessened', tokens[i]!) && ['AUX', 'VERB', 'ADV'].includes(tokens[i - 1]!.pos)) return true
  return false
}
