import type { Article } from '../model/article.ts'
import type { Attributions, Quotations, SegmentedText, Syntax } from '../model/layers.ts'
import { overlaps, type Range } from '../model/span.ts'
import { finish } from './claims/emit.ts'
import { proposeInQuotations } from './frames/in-quotations.ts'
import { proposeInSentence } from './frames/propose.ts'
import type { Proposal } from './frames/proposal.ts'
import { viewOf, type View } from './frames/view.ts'
import { addInWords } from './claims/in-words.ts'
import { readHeadline } from './claims/headline.ts'
import { merge } from './claims/reconcile.ts'
import { chain, nest, withoutOwnThoughts } from './claims/nesting.ts'
import { addReported } from './claims/nested-reports.ts'
import { addBlocks } from './claims/blocks.ts'
import { addCarriers } from './claims/carriers.ts'
import { addCited } from './claims/citations.ts'
import { claimLooseQuotations } from './claims/loose-quotations.ts'
import type { TaggedClaim } from './tagger/tagged.ts'
import { readTranscript, withoutLabels } from './claims/transcript.ts'

/**
 * The claims of one article: content, cue, mention, chain. What the tagger found, and the rules around it: frames, loose quotations,
 * headlines, transcripts, nesting.
 */
export function attribute(article: Article, text: SegmentedText, quotes: Quotations, syntax: Syntax, tagged: readonly TaggedClaim[]): Attributions {
  const view = viewOf(text, quotes, syntax)
  const reported = merge(view, tagged, propose(view, article))
  const turns = readTranscript(view, article.boilerplate)
  const spoken = turns.length > 0 ? turns : readHeadline(view, reported)
  const others = withoutLabels(spoken, reported)
  const claims = [...spoken, ...(turns.length > 0 ? others : addBlocks(view, article.boilerplate, addInWords(view, others)))]
  const quoted = claimLooseQuotations(view, claims).filter(({ content }) => !content.some((part) => inBoilerplate(article, part)))
  const drafts = addReported(text.text, addCited(view, quoted), proposeInQuotations(view))
  nest(drafts)
  const kept = withoutOwnThoughts(text.text, drafts)
  addCarriers(view, kept, article.outlet)
  chain(text.text, kept)
  return finish(text.text, quotes, kept)
}

function propose(view: View, article: Article): readonly Proposal[] {
  const proposals: Proposal[] = []
  for (const { firstToken, endToken } of view.segmented.sentences)
    for (let from = behindBoilerplate(view, article, firstToken, endToken); from < endToken; from += LONGEST)
      proposals.push(...proposeInSentence(view, from, Math.min(endToken, from + LONGEST)))
  return proposals
}

/** Tokens that the frames look at together; what is longer is no sentence, and they would take the square of its length. */
const LONGEST = 400

/** The first token of a sentence that is no dateline or credit. */
function behindBoilerplate(view: View, { boilerplate }: Article, first: number, end: number): number {
  let i = first
  while (i < end && boilerplate.some((each) => overlaps(each, view.tokens[i]!))) i++
  return i
}

const inBoilerplate = ({ boilerplate }: Article, range: Range) => boilerplate.some((each) => overlaps(each, range))
