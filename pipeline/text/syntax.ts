import type { Clause, NounPhrase, Syntax } from '../model/layers.ts'

/** The noun phrase (up to its head) that holds a token, or null. */
export function phraseAround(syntax: Syntax, token: number): NounPhrase | null {
  return syntax.phrases[syntax.phraseAt[token] ?? -1] ?? null
}

/** The clause whose verb group holds a token, or null. */
export function clauseAround(syntax: Syntax, token: number): Clause | null {
  return syntax.clauses[syntax.clauseAt[token] ?? -1] ?? null
}

/** The subject of the verb at a token, or null: also one that it shares with another verb or has through a relative pronoun. */
export function subjectOf(syntax: Syntax, verb: number): NounPhrase | null {
  return syntax.phrases[clauseAround(syntax, verb)?.subject ?? -1] ?? null
}

/** The first clause with a finite verb among tokens `from` to before `to`, or null. */
export function finiteClauseIn(syntax: Syntax, from: number, to: number): Clause | null {
  for (let i = from; i < to; i++) {
    const clause = clauseAround(syntax, i)
    if (clause === null) continue
    if (clause.finite) return clause
    i = Math.max(i, clause.end - 1)
  }
  return null
}

/** The phrases that stand in apposition to a phrase (an index of `phrases`): `Doe`, `the mayor`. They stand behind it, no more than a few phrases on. */
export function appositionsOf({ phrases }: Syntax, index: number): readonly NounPhrase[] {
  return phrases.slice(index + 1, index + 5).filter(({ apposes }) => apposes === index)
}

/** The phrases of the coordination that a phrase (an index of `phrases`) belongs to, itself alone where it belongs to none. */
export function coordinatedWith({ phrases }: Syntax, index: number): readonly NounPhrase[] {
  const first = phrases[index]!.joins >= 0 ? phrases[index]!.joins : index
  return phrases.slice(first, first + 12).filter(({ joins }, i) => i === 0 || joins === first)
}
