import type { Clause } from '../../model/layers.ts'
import { overlaps, type Range } from '../../model/span.ts'
import { tokenAt } from '../../text/token-at.ts'
import { phraseRange } from '../frames/phrases.ts'
import { word, type View } from '../frames/view.ts'
import type { Draft } from './draft.ts'
import { clauseOf } from './mentions.ts'
import { SpanIndex } from './span-index.ts'

/** Words that open a clause behind whose comma the main clause follows. */
const OPENERS = /^(?:though|although|while|whereas|if|when|as|because|since|after|before|once|unless)$/

/**
 * A content without what the clause around the report says: `The minister, who said he would resign, | was booed`, `Though the union wants a ban, |
 * owners hired guards`; nor whom the relative clause tells of: `The protesters, who called for`.
 */
export function withoutOuterClause(view: View, { content, cue }: Draft): readonly Range[] {
  const clause = cue && clauseOf(view, cue)
  if (!clause || !(clause.by === 'relative' || OPENERS.test(word(view, clause.marker)))) return content
  const whom = clause.by === 'relative' ? view.syntax.phrases[clause.subject] : undefined
  const kept = whom === undefined ? content : content.filter((part) => part.end > cue.start || !overlaps(part, phraseRange(view, whom)) || clause.first > whom.end + 2)
  return (kept.length > 0 ? kept : content).map((part) => (part.start < cue.end ? part : upTo(view, part, clause)))
}

function upTo({ tokens, quoteOf, syntax: { clauses, clauseAt, phrases } }: View, part: Range, clause: Clause): Range {
  const comma = tokens[clause.close]
  if (comma?.text !== ',' || comma.start <= part.start || comma.end >= part.end || quoteOf[clause.close]! >= 0) return part
  for (let i = clause.close + 1; i < tokens.length && tokens[i]!.start < part.end && tokens[i]!.sentence === comma.sentence; i++) {
    const outer = clauses[clauseAt[i]!]
    if (!outer?.finite || outer.first !== i || outer.parent !== clause.parent) continue
    if (clause.by === 'relative' ? outer.subject === clause.subject && outer.by === 'before' : outer.subject >= 0 && phrases[outer.subject]!.first > clause.close) return { start: part.start, end: tokens[clause.close - 1]!.end }
  }
  return part
}

/** Takes from each claim what is quoted in a later sentence, behind what somebody else is said to have said: `Doe says A. Roe noted B. | “C”`. */
export function cutStrays({ tokens }: View, drafts: readonly Draft[]): void {
  const near = new SpanIndex(drafts, ({ cue }) => [cue])
  const sentence = (at: number) => tokens[tokenAt(tokens, at)]!.sentence
  for (const draft of drafts) {
    const { cue, content } = draft
    const at = cue === null ? -1 : content.findIndex((part, i) => {
      const from = Math.max(cue.end, content[i - 1]?.end ?? 0)
      if (i === 0 || part.start < from || sentence(part.start) === sentence(from - 1)) return false
      return near.at({ start: from, end: part.start }).some((other) => other !== draft && other.mode === 'speech' && other.mention !== null && other.cue!.start > from && other.cue!.end < part.start && sentence(other.cue!.start) > sentence(from - 1))
    })
    if (at > 0) draft.content = content.slice(0, at)
  }
}
