import { overlaps } from '../../model/span.ts'
import { tokenAt } from '../../text/token-at.ts'
import { phraseAfter, phraseRange, subjectPhrase } from '../frames/phrases.ts'
import { rangeOf, word, type View } from '../frames/view.ts'
import type { Draft } from './draft.ts'

/** Tokens between `quoted` and `as saying`: a name, its title and an apposition. */
const REACH = 30

/**
 * `The Post quoted Doe as saying that A`, `Doe was quoted by the Post as saying that A`: the claim is of who is quoted, and who quotes passes
 * it on. Gives back the claims without those whose content is only who is quoted.
 */
export function readQuotedAs(view: View, drafts: readonly Draft[]): readonly Draft[] {
  const gone = new Set<Draft>()
  for (const draft of drafts) {
    const as = asSaying(view, draft)
    const at = as === null ? null : quotingBefore(view, as)
    if (as === null || at === null) continue
    const clause = view.syntax.clauses[view.syntax.clauseAt[at]!] // none where the tagger took `quotes` for a noun
    const subject = clause && clause.subject >= 0 ? subjectPhrase(view, clause.subject, clause.first, clause.by !== 'relative') : null
    const by = word(view, at + 1) === 'by' ? phraseAfter(view, at + 2, as, false) : null
    const whom = clause?.passive ? subject : phraseAfter(view, at + 1, as, false)
    if (whom === null) continue
    const quoting = clause?.passive ? by : subject
    const [said, cue] = [phraseRange(view, whom), rangeOf(view, at, at + 1)]
    const carrier = quoting === null ? draft.mention : phraseRange(view, quoting)
    if (carrier !== null && !overlaps(carrier, said)) draft.carrier = { claim: null, mention: carrier, cue }
    draft.mention = said
    for (const other of drafts) if (other !== draft && other.cue !== null && overlaps(other.cue, cue) && overlaps(other.content[0]!, said)) gone.add(other)
  }
  return gone.size === 0 ? drafts : drafts.filter((draft) => !gone.has(draft))
}

/** The token of `as` in a cue `as saying`, or right before it. */
function asSaying(view: View, { cue }: Draft): number | null {
  if (cue === null) return null
  for (let i = Math.max(0, tokenAt(view.tokens, cue.start) - 1); i < view.tokens.length && view.tokens[i]!.start < cue.end; i++)
    if (word(view, i) === 'as' && word(view, i + 1).endsWith('ing')) return i
  return null
}

/** The token of `quoted` before `as`. */
function quotingBefore({ tokens }: View, as: number): number | null {
  for (let i = as - 1; i > Math.max(0, as - REACH) && tokens[i]!.sentence === tokens[as]!.sentence; i--) if (QUOTING.test(tokens[i]!.lower)) return i
  return null
}

const QUOTING = /^(?:quot|cit)(?:e|es|ed|ing)$/
