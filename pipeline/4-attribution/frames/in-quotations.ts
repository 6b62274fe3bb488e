import type { Quotation } from '../../model/layers.ts'
import { REPORTING_VERBS } from '../../lexicon/reporting.ts'
import type { Range } from '../../model/span.ts'
import type { Proposal } from './proposal.ts'
import { proposeInSentence } from './propose.ts'
import { CUE, isMark, rangeOf, tokenAt, type View } from './view.ts'

/** Fewer tokens than these, marks included, hold no report of another's words. */
const SHORTEST = 8

/** Frames that are as sure inside a quotation as outside: what is said has a clause or a complement of its own. */
const SURE = /^(?!understand|feel|expect|realiz|realis|write \+ that|post|remind)[a-z]+ (?:\+ (?:that|that-only|wh|quote|x-of|x-name|do|noun clause))$|^tell, passive$/
const SELF = /^(?:i|we|you|it|this|that|what|which)$/i
/** `I have said`, `you told us`: what is said at another time, not with these words. */
const EARLIER = /\b(?:have|has|had|'ve|’ve|said|told|asked|argued|warned|promised|claimed|called|wrote)\b/i
/** What somebody would or should say has not been said. */
const MODAL = /\b(?:should|would|could|might|may|must|can|will|'ll|’ll|'d|’d)\b/i
/** Subjects that are cut out of the clause before them, or nothing but an article. */
const CUT = /\b(?:and|or) (?:i|we|you|he|she|they|no one)$|^(?:the|a|an|such|some)$/i
const RELATIVE = /\b(?:that|which|what|as|whether)\s+$/i

/**
 * What people report in their own quotations: `“The board told us that it was over,” she said`. The sentences of each
 * quotation are looked at as if they stood alone, with the quotations inside it for the outer ones.
 */
export function proposeInQuotations(view: View): readonly Proposal[] {
  const { quotations } = view.quotes
  const proposals: Proposal[] = []
  quotations.forEach((quotation, index) => {
    if (quotation.depth > 0) return
    const first = tokenAt(view.tokens, quotation.start)
    const end = Math.min(tokenAt(view.tokens, quotation.end - 1) + 1, view.tokens.length)
    if (end - first < SHORTEST || !holdsCue(view, first, end)) return
    proposals.push(...proposeInside(insideOf(view, quotations, index, first, end), quotation, first, end))
  })
  return proposals
}

function holdsCue(view: View, first: number, end: number): boolean {
  for (let i = first; i < end; i++) if (REPORTING_VERBS.has(view.tokens[i]!.lower)) return true
  return false
}

/** The view of one quotation's tokens: those in quotations of the next depth belong to these, all others to none. */
function insideOf(view: View, quotations: readonly Quotation[], index: number, first: number, end: number): View {
  const quoteOf = view.quoteOf.slice()
  const cues = view.cues.slice()
  for (let i = first; i < end; i++) {
    quoteOf[i] = -1
    if (REPORTING_VERBS.has(view.tokens[i]!.lower)) cues[i] = CUE.verb
  }
  for (let inner = index + 1; inner < quotations.length && quotations[inner]!.depth > 0; inner++) {
    if (quotations[inner]!.depth > 1) continue
    for (let i = tokenAt(view.tokens, quotations[inner]!.start); i < end && view.tokens[i]!.start < quotations[inner]!.end; i++) {
      quoteOf[i] = inner
      cues[i] = 0
    }
  }
  return { ...view, quoteOf, cues }
}

function proposeInside(view: View, quotation: Quotation, first: number, end: number): readonly Proposal[] {
  const proposals: Proposal[] = []
  const from = isMark(view, first) ? first + 1 : first
  const to = quotation.close === null ? end : end - 1
  for (let at = from; at < to; ) {
    const sentence = view.segmented.sentences[view.tokens[at]!.sentence]!
    const stop = Math.min(sentence.endToken, to)
    proposals.push(...proposeInSentence(view, at, stop).filter((each) => isReport(view, each, rangeOf(view, from, to))))
    at = Math.max(stop, at + 1)
  }
  return proposals
}

/** Whether a proposal lies in the quotation and reports somebody's words, not the speaker's own thought. */
function isReport(view: View, { content, cue, mention, frame }: Proposal, inside: Range): boolean {
  if (cue === null || !SURE.test(frame)) return false
  if ([...content, cue].some((part) => part.start < inside.start || part.end > inside.end)) return false
  if (mention === null) return true
  if (mention.start < inside.start || mention.end > inside.end) return false
  const [who, verb] = [view.text.slice(mention.start, mention.end), view.text.slice(cue.start, cue.end)]
  // everything that they say: the clause is about what they say
  if (MODAL.test(verb) || CUT.test(who) || RELATIVE.test(view.text.slice(inside.start, mention.start))) return false
  return !SELF.test(who) || EARLIER.test(verb)
}
