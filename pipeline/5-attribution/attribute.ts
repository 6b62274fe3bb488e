import type { Article } from '../model/article.ts'
import type { Attributed, Quotations, SegmentedText, Syntax } from '../model/layers.ts'
import type { Range } from '../model/span.ts'
import { withoutCrossings, withoutHoles } from './claims/crossing.ts'
import { emit } from './claims/emit.ts'
import { withinLimits } from './claims/limits.ts'
import { proposeInSentence } from './frames/propose.ts'
import type { Proposal } from './frames/proposal.ts'
import { viewOf, type View } from './frames/view.ts'
import { addInWords } from './claims/in-words.ts'
import { readHeadline } from './claims/headline.ts'
import { merge } from './claims/reconcile.ts'
import { chain, nest } from './claims/nesting.ts'
import { addBlocks } from './claims/blocks.ts'
import { addCarriers } from './claims/carriers.ts'
import { addCited } from './claims/citations.ts'
import { overlapping } from './claims/span-index.ts'
import { claimLooseQuotations } from './claims/loose-quotations.ts'
import type { TaggedClaim } from './tagger/tagged.ts'
import { readTranscript, withoutLabels } from './claims/transcript.ts'

/**
 * The claims of one article: content, cue, mention, chain. What the tagger found, and the rules around it: frames, loose quotations,
 * headlines, transcripts, nesting.
 */
export function attribute(article: Article, text: SegmentedText, quotes: Quotations, syntax: Syntax, tagged: readonly TaggedClaim[]): Attributed {
  const view = viewOf(text, quotes, syntax)
  const inBoilerplate = overlapping(article.boilerplate)
  const reported = merge(view, tagged, propose(view, inBoilerplate))
  const turns = readTranscript(view, inBoilerplate)
  const spoken = turns.length > 0 ? turns : readHeadline(view, reported)
  const others = withoutLabels(spoken, reported)
  const claims = [...spoken, ...(turns.length > 0 ? others : addBlocks(view, inBoilerplate, addInWords(view, others)))]
  const quoted = claimLooseQuotations(view, claims).filter(({ content }) => !content.some(inBoilerplate))
  const { drafts, problems } = withinLimits(nest(withoutCrossings(text.text, withoutHoles(text.text, addCited(view, quoted)))))
  addCarriers(view, drafts, article.outlet)
  chain(text.text, drafts)
  return { claims: emit(text.text, quotes, drafts), problems }
}

function propose(view: View, inBoilerplate: (range: Range) => boolean): readonly Proposal[] {
  const proposals: Proposal[] = []
  for (const { firstToken, endToken } of view.segmented.sentences) {
    // a sentence begins behind its dateline or credit
    let from = firstToken
    while (from < endToken && inBoilerplate(view.tokens[from]!)) from++
    for (; from < endToken; from += LONGEST) proposals.push(...proposeInSentence(view, from, Math.min(endToken, from + LONGEST)))
  }
  return proposals
}

/** Tokens that the frames look at together; what is longer is no sentence, and they would take the square of its length. */
const LONGEST = 400
