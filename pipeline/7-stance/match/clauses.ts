import type { Clause, NounPhrase } from '../../model/layers.ts'
import { sentenceStart, type View, type Stretch } from './view.ts'
import { countWhile } from '../../model/bisect.ts'

/** The clause whose verb group holds token `at` of the view, else that of the next verb before it in its sentence; null without one. */
export function clauseAt(view: View, at: number): Clause | null {
  const begin = sentenceStart(view, at)
  for (let i = at; i >= begin; i--) {
    const found = view.syntax.clauseAt[view.at[i]!]!
    if (found >= 0) return view.syntax.clauses[found]!
  }
  return null
}

/** The clause whose verb is token `at` of the view. */
export const verbAt = ({ syntax, at }: View, i: number): Clause | null => syntax.clauses[syntax.clauseAt[at[i]!] ?? -1] ?? null

/** The finite verb of the clause that begins at token `at` with its subject; null where a phrase begins there instead. */
export function ownVerb(view: View, at: number): number | null {
  const { clauses, phrases, clauseAt: clauseOf } = view.syntax
  for (let i = at; i < Math.min(view.at.length, at + 3); i++) {
    const phrase = phraseAt(view, i)
    if (phrase) {
      const clause = clauses[phrase.role === 'subject' ? phrase.clause : nextVerb(view, phrase)]
      const isOwn = clause?.finite && phrases[clause.subject] === phrase && (clause.by === 'before' || clause.by === 'shared')
      const verb = isOwn ? indexOf(view, clause.first) : -1
      return verb > i ? verb : null
    }
    const group = clauseOf[view.at[i]!]!
    const next = group >= 0 ? clauses[group + 1] : undefined
    if (group >= 0) {
      const main = next?.finite && next.subject === clauses[group]!.object && next.subject >= 0 ? indexOf(view, next.first) : -1
      return main > i ? main : null
    }
  }
  return null
}

/** The clause whose verb stands right behind a phrase; -1 for none. */
const nextVerb = ({ syntax }: View, { reach, end }: NounPhrase): number => Math.max(syntax.clauseAt[end] ?? -1, syntax.clauseAt[reach] ?? -1)

/** Whether a clause with a subject and verb of its own begins at token `at`, rather than a phrase. */
export function hasOwnVerb(view: View, at: number): boolean {
  const verb = ownVerb(view, at)
  return verb !== null && view.tokens[verb]!.lower !== 'be' // `suggested that he be sent home` names a deed
}

/** Whether the verb group of a finite clause begins at token `at`. */
export function beginsFinite({ syntax, at }: View, i: number): boolean {
  const clause = syntax.clauses[syntax.clauseAt[at[i]!]!]
  return clause !== undefined && clause.finite && clause.first === at[i]
}

/** The noun phrase that holds token `at`; null where none does. */
export const phraseAt = ({ syntax, at }: View, i: number): NounPhrase | null => syntax.phrases[syntax.phraseAt[at[i]!] ?? -1] ?? null

/** The subject of the clause of token `at`, as far as the view holds it: a noun phrase with what hangs on it, or a gerund with its object. */
export function subjectOf(view: View, at: number): Stretch | null {
  const clause = clauseAt(view, at)
  if (!clause) return null
  const { phrases } = view.syntax
  const gerund = gerundBefore(view, clause)
  if (gerund) return stretchOf(view, gerund.first, clause.first)
  const phrase = phrases[clause.subject]
  if (!phrase) return null
  if (clause.by === 'relative') return stretchOf(view, phrase.first, phrase.end)
  if (clause.by === 'behind') return stretchOf(view, phrase.first, phrase.reach)
  const whole = outermost(view, phrase)
  return stretchOf(view, whole.first, Math.max(phrase.end, Math.min(phrase.reach, clause.first)))
}

/** The gerund that is the subject of `clause`: `shutting people out when they are late would be wrong`. */
function gerundBefore(view: View, clause: Clause): Clause | null {
  const { clauses, clauseAt: clauseOf } = view.syntax
  if (!clause.finite || clause.by === 'relative') return null
  const begin = sentenceStart(view, indexOf(view, clause.first))
  for (let k = clauseOf[clause.first]! - 1; k >= 0; k--) {
    const before = clauses[k]!
    const at = indexOf(view, before.first)
    if (at < begin || at < view.cueEnd || view.tokens.slice(at, indexOf(view, clause.first)).some((t) => t.lower === ',' || t.lower === 'and')) return null
    if (!before.finite && view.tokens[at]!.lower.endsWith('ing') && opensClause(view, at)) return before
    if (before.finite && before.marker < 0) return null
  }
  return null
}

/** The phrase that `phrase` hangs on by its prepositions: `the speech` of `the speech in front of Congress`. */
function outermost({ syntax }: View, phrase: NounPhrase): NounPhrase {
  let whole = phrase
  while (whole.of >= 0 && syntax.phrases[whole.of]!.first < whole.first) whole = syntax.phrases[whole.of]!
  return whole
}

/** `he believes redesigning it is wise`. */
const OPINING: ReadonlySet<string> = new Set(['say', 'think', 'believe', 'feel', 'argue'])

/** Whether nothing of its clause stands before token `at`: `selling it would be wrong`, but not `he is selling it`. */
function opensClause(view: View, at: number): boolean {
  const before = at > sentenceStart(view, at) && at > view.cueEnd ? view.tokens[at - 1]! : null
  return before === null || ['PUNCT', 'CCONJ', 'SCONJ'].includes(before.pos) || before.lower === 'that' || OPINING.has(before.lemma)
}

/** Tokens `first` to before `end` of the article as a stretch of the view; null where the view does not hold its beginning. */
function stretchOf(view: View, first: number, end: number): Stretch | null {
  const from = indexOf(view, first)
  if (from < 0) return null
  let to = from + 1
  while (to < view.at.length && view.at[to]! < end && view.at[to]! > view.at[to - 1]! && view.part[to] === view.part[from]) to++
  return { from, to }
}

/** Where the view holds token `token` of the article; -1 where it does not. */
export function indexOf({ at, cueEnd }: View, token: number): number {
  const index = cueEnd + countWhile(at.length - cueEnd, (i) => at[cueEnd + i]! < token)
  return at[index] === token ? index : at.slice(0, cueEnd).indexOf(token)
}
