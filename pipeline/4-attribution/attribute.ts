import type { Article } from '../model/article.ts'
import type { Attributions, Quotations, SegmentedText } from '../model/layers.ts'
import { overlaps } from '../model/span.ts'
import type { Draft } from './draft.ts'
import { finish } from './finish.ts'
import { proposeInSentence } from './frames/propose.ts'
import type { Proposal } from './frames/proposal.ts'
import { viewOf, type View } from './frames/view.ts'
import { readHeadline } from './headline.ts'
import { nest } from './nesting.ts'
import { addCited, passOnFromReport } from './passed-on.ts'
import { claimLooseQuotations } from './quoted-speech.ts'
import { readTranscript } from './transcript.ts'

/** The claims of one article: content, cue, mention, chain. */
export function attribute(article: Article, text: SegmentedText, quotes: Quotations): Attributions {
  const view = viewOf(text, quotes)
  const turns = readTranscript(view, article.boilerplate)
  const sentences = [...turns, ...byFrames(view, article)]
  const framed = [...readHeadline(view, sentences), ...sentences]
  const quoted = claimLooseQuotations(view, framed).filter(({ content }) => !content.some((part) => inBoilerplate(article, part)))
  const drafts = addCited(view, quoted)
  nest(text.text, drafts)
  passOnFromReport(view, drafts)
  return finish(text.text, quotes, drafts)
}

function byFrames(view: View, article: Article): readonly Draft[] {
  return view.segmented.sentences
    .flatMap(({ firstToken, endToken }) => proposeInSentence(view, behindBoilerplate(view, article, firstToken, endToken), endToken))
    .map(draftOf)
}

/** The first token of a sentence that is no dateline or credit. */
function behindBoilerplate(view: View, { boilerplate }: Article, first: number, end: number): number {
  let i = first
  while (i < end && boilerplate.some((each) => overlaps(each, view.tokens[i]!))) i++
  return i
}

const inBoilerplate = ({ boilerplate }: Article, range: { start: number; end: number }) => boilerplate.some((each) => overlaps(each, range))

function draftOf(proposal: Proposal): Draft {
  const { content, cue, mention, mode, frame } = proposal
  return { content, cue, mention, mode, continues: null, within: null, chain: [], probability: 0.6, why: [{ rule: frame, range: cue, weight: 1 }] }
}
