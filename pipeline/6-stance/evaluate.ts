import { EPISTEMIC } from '../lexicon/modals.ts'
import { isOf } from '../lexicon/stance-words.ts'
import type { RawStance, Token } from '../model/layers.ts'
import { isFinite, isSupposed } from './clause.ts'
import { subjectBefore } from './phrase.ts'
import { polaritySum } from './polarity.ts'
import { rangeOf, sentenceEnd, type Mention, type View } from './view.ts'

/** Least sum of polarities of what is said of somebody that makes a stance. */
const LEAST = { bad: 1, good: 2 } // praise in passing is common, blame is meant
/** Longest predicate that is read. */
const LONGEST = 24
/** Determiners of bodies that a definite noun names: `this government`. */
const POINTS: ReadonlySet<string> = new Set(['the', 'this', 'that', 'our', 'their', 'these', 'those'])

/**
 * What the content says of a person or body that is the subject of one of its clauses, by the polarity of the predicate's words:
 * the clearest of them, where no rule decided. Null where all is neutral or mixed.
 */
export function evaluationOf(view: View, isForeign: (token: number) => boolean): RawStance | null {
  let best: { sum: number; stance: RawStance } | null = null
  const { tokens } = view
  for (let verb = view.cueEnd + 1; verb < tokens.length; verb++) {
    if (!isFinite(tokens[verb]!) || isFinite(tokens[verb - 1]!) || isForeign(verb) || EPISTEMIC.has(tokens[verb]!.lower) || isSupposed(view, verb)) continue
    const subject = subjectBefore(view, verb)
    const target = subject && namedAt(view, subject.from, subject.to)
    if (!target) continue
    const end = predicateEnd(view, verb)
    // `the club supports the ferry` is what others hold: no judgement of theirs
    const sum = polaritySum(view, verb, end, (token) => isForeign(tokens.indexOf(token)) || isNamed(view, token) || isOf('support', token) || isOf('oppose', token))
    if (Math.abs(sum) < (sum > 0 ? LEAST.good : LEAST.bad) || (best && Math.abs(best.sum) >= Math.abs(sum))) continue
    const label = sum > 0 ? 'support' : 'oppose'
    best = { sum, stance: { label, rule: `evaluated/${sum > 0 ? 'good' : 'bad'}`, target, evidence: rangeOf(view, verb, end) } }
  }
  return best && best.stance
}

/** The predicate whose verb stands at `verb` ends with its sentence, or where another clause begins. */
function predicateEnd(view: View, verb: number): number {
  const end = Math.min(sentenceEnd(view, verb), verb + LONGEST)
  for (let i = verb + 1; i < end; i++) {
    const { lower, text } = view.tokens[i]!
    if (['because', 'although', 'while', 'if', 'when', 'but'].includes(lower) || /^[;:–—?]$/.test(text)) return i
  }
  return end
}

/** Whoever other than the speaker the subject names. */
function namedAt(view: View, from: number, to: number): RawStance['target'] | null {
  const range = rangeOf(view, from, to)
  const mention = mentionEnding(view.mentions, range.end)
  if (mention?.own) return null
  if (mention && mention.kind !== 'publication') return { text: mention.name, range: mention.range }
  const last = view.tokens[to - 1]!
  const isName = to - from > 1 && to - from < 5 && view.tokens.slice(from, to).every(({ pos }) => pos === 'PROPN' || pos === 'DET')
  const isBody = to - from > 1 && to - from < 5 && POINTS.has(view.tokens[from]!.lower) && isOf('bodies', last)
  return isName || isBody ? { text: view.text.slice(range.start, range.end).replace(/\s+/g, ' '), range } : null
}

const mentionEnding = (mentions: readonly Mention[], end: number) => mentions.find(({ range }) => range.end === end)
const isNamed = (view: View, token: Token) => view.mentions.some(({ range }) => range.start <= token.start && token.end <= range.end)
