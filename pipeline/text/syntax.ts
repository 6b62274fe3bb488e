import type { Clause, Syntax } from '../model/layers.ts'

/** The clause whose verb group holds a token, or null. */
function clauseAround(syntax: Syntax, token: number): Clause | null {
  return syntax.clauses[syntax.clauseAt[token] ?? -1] ?? null
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
