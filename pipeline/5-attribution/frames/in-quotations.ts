import { REPORTING_VERBS, type Frame, type ReportingVerb } from '../../lexicon/reporting.ts'
import type { Quotation } from '../../model/layers.ts'
import type { Range } from '../../model/span.ts'
import { perForm } from '../../model/word-form.ts'
import { tokenAt } from '../../text/token-at.ts'
import type { Proposal } from './proposal.ts'
import { proposeInSentence } from './propose.ts'
import { CUE, holdsCue, isMark, rangeOf, type View } from './view.ts'

/** Fewer tokens than these, marks included, hold no report of another's words. */
const SHORTEST = 8

/** Tokens looked at together: what is longer is no sentence, and the frames would take the square of its length. */
const LONGEST = 400

/** Frames that are as sure inside a quotation as outside: what is said has a clause or a complement of its own. */
const SURE = /^[a-z]+ \+ (?:that|that-only|wh|quote|x-of|x-name|do|noun clause)$|^tell, passive$/
const SURE_FRAMES: readonly Frame[] = ['that', 'that-only', 'wh', 'quote', 'x-of', 'x-name', 'do']
/** Verbs that report too little: what they govern is seldom something said. */
const UNSURE = /^(?:understand|feel|expect|reali[sz]e|remind|post)$/
const isCue = perForm(({ lower }) => REPORTING_VERBS.get(lower)?.some(isSure) ?? false)

function isSure({ lemma, frames }: ReportingVerb): boolean {
  return !UNSURE.test(lemma) && SURE_FRAMES.some((frame) => frames.has(frame))
}

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
  const inner = insideOf(view)
  const proposals: Proposal[] = []
  for (const quotation of view.quotes.quotations) {
    if (quotation.depth > 0) continue
    const first = tokenAt(view.tokens, quotation.start)
    const end = Math.min(tokenAt(view.tokens, quotation.end - 1) + 1, view.tokens.length)
    if (end - first >= SHORTEST && holdsCue(inner, first, end)) proposals.push(...proposeInside(inner, quotation, first, end))
  }
  return proposals
}

/** The view of what stands in quotations: a token belongs to the quotation of depth 1 around it, or to none. */
function insideOf(view: View): View {
  const quoteOf = new Int32Array(view.tokens.length).fill(-1)
  const cues = new Uint8Array(view.tokens.length)
  view.quotes.quotations.forEach(({ start, end, depth }, index) => {
    if (depth > 1) return
    for (let i = tokenAt(view.tokens, start); i < view.tokens.length && view.tokens[i]!.start < end; i++) {
      quoteOf[i] = depth === 1 ? index : -1
      cues[i] = depth === 0 && isCue(view.tokens[i]!.form) ? CUE.verb : 0
    }
  })
  return { ...view, quoteOf, cues }
}

function proposeInside(view: View, quotation: Quotation, first: number, end: number): readonly Proposal[] {
  const proposals: Proposal[] = []
  const from = isMark(view, first) ? first + 1 : first
  const to = quotation.close === null ? end : end - 1
  for (let at = from; at < to; ) {
    const sentence = view.segmented.sentences[view.tokens[at]!.sentence]!
    const stop = Math.min(sentence.endToken, to, at + LONGEST)
    const found = proposeInSentence(view, at, stop)
    proposals.push(...found.filter((each) => isReport(view, each, rangeOf(view, from, to))))
    at = Math.max(stop, at + 1)
  }
  return proposals
}

/** Whether a proposal lies in the quotation and reports somebody's words, not the speaker's own thought. */
function isReport(view: View, { content, cue, mention, frame }: Proposal, inside: Range): boolean {
  if (cue === null || !SURE.test(frame) || frame === 'write + that') return false
  if ([...content, cue].some((part) => part.start < inside.start || part.end > inside.end)) return false
  if (mention === null) return true
  if (mention.start < inside.start || mention.end > inside.end) return false
  const [who, verb] = [view.text.slice(mention.start, mention.end), view.text.slice(cue.start, cue.end)]
  // everything that they say: the clause is about what they say
  if (MODAL.test(verb) || CUT.test(who) || RELATIVE.test(view.text.slice(inside.start, mention.start))) return false
  return !SELF.test(who) || EARLIER.test(verb)
}
