import { phraseAt, verbAt } from './clauses.ts'
import type { View } from './view.ts'

const POSSESSIVES: ReadonlySet<string> = new Set(['his', 'her', 'its', 'their', 'our', 'my'])

/** `the steps needed for helping ...`, `able to help`: not what the clause says of its subject. */
export function isParticiple(view: View, at: number): boolean {
  const before = view.tokens[at - 1]
  const describes = before !== undefined && ['DET', 'ADP', 'ADJ'].includes(before.pos) // with enhanced speed
  if (describes && view.tokens[at]!.lower.endsWith('ed')) return true
  return before?.lower === 'to' || (view.tokens[at]!.lower.endsWith('ing') && before?.lemma !== 'be' && before?.pos !== 'ADV')
}

/** `approved cabinets`, `a mock trial`: a word that only describes what follows. */
export function isAttribute(view: View, at: number): boolean {
  const before = view.tokens[at - 1]
  if (before?.lower === '-') return true // ad-supported
  if (before?.pos === 'ADP' && view.tokens[at]!.lower.endsWith('ing')) return true // her part in supporting it
  const next = view.tokens[at + 1]
  const phrase = phraseAt(view, at)
  if (before && (before.pos === 'DET' || POSSESSIVES.has(before.lower)) && view.tokens[at]!.lower.endsWith('ed') && next?.pos === 'NOUN') return true
  if (!before || !next || at + 1 === view.cueEnd || !phrase || phrase !== phraseAt(view, at + 1) || verbAt(view, at)) return false
  return view.tokens[at]!.pos === 'VERB' || ['DET', 'ADP', 'ADJ'].includes(before.pos)
}

/** `flooded with calls about ...`: a noun, where a verb is meant. */
export const isNoun = ({ tokens }: View, at: number): boolean =>
  tokens[at]!.pos === 'NOUN' && ['ADP', 'DET', 'ADJ', 'VERB'].includes(tokens[at - 1]?.pos ?? '')

/** Whether `by` stands near behind the verb. */
export const hasBy = ({ tokens }: View, at: number): boolean => tokens.slice(at + 1, at + 4).some(({ lower }) => lower === 'by')

/** `Y is opposed by Z`, `Y was praised`: what others hold. */
export const isPassive = (view: View, from: number, to: number): boolean =>
  view.tokens[to - 1]!.lower === 'by' || (to === from + 1 && (verbAt(view, from)?.passive ?? false))
