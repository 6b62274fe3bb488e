import { countWhile } from '../../model/bisect.ts'
import type { TokenRange } from '../../model/layers.ts'
import { overlaps, type Range } from '../../model/span.ts'
import { tokenAt } from '../../text/token-at.ts'
import { rangeOf, word, type View } from '../frames/view.ts'
import { draftBy, type Draft } from './draft.ts'
import { cuedBefore } from './introduced.ts'

/** What marks a line as quoted or as an item. */
const LEAD = /^(?:>|[•▪●·*»›-])$/

/**
 * What somebody wrote or said, set as text without quotation marks behind a colon: the paragraph below `The mayor wrote in a statement:`,
 * its quoted lines or items, or the rest of the paragraph behind `said the following:`. The claims that were found with the same cue go.
 */
export function addBlocks(view: View, inBoilerplate: (range: Range) => boolean, drafts: readonly Draft[]): readonly Draft[] {
  const blocks: Draft[] = []
  const mentions = drafts.flatMap(({ cue, mention }) => (cue === null || mention === null ? [] : mention)).sort((a, b) => a.start - b.start)
  const { paragraphs } = view.segmented
  const introductions = paragraphs.map((paragraph) => (inBoilerplate(paragraph) ? null : introduction(view, paragraph)))
  introductions.forEach((introduced, i) => {
    if (introduced === null) return
    const { colon, by } = introduced
    const { endToken } = paragraphs[i]!
    const content = colon + 1 < endToken ? [rangeOf(view, colon + 1, endToken)] : set(view, i + 1, (n) => introductions[n] !== null || inBoilerplate(paragraphs[n]!))
    const own = content.length === 0 ? [] : untilReported(view, content, by.mention, mentions)
    if (own.length > 0) blocks.push(draftBy('text set behind a colon', by.cue, { content: own, cue: by.cue, mention: by.mention, probability: 0.7 }))
  })
  if (blocks.length === 0) return drafts
  const isReplaced = ({ cue }: Draft) => {
    const next = cue === null ? undefined : blocks[countWhile(blocks.length, (i) => blocks[i]!.cue!.end <= cue.start)]
    return next !== undefined && overlaps(next.cue!, cue!)
  }
  return [...drafts.filter((draft) => !isReplaced(draft)), ...blocks]
}

const ABOUT_SPEAKER = /^(?:s?he|they)$/

/** The part of set text before the article tells itself what its speaker says: `They also claimed ...`, `The guild also claims ...`; `mentions` in order. */
function untilReported(view: View, content: readonly Range[], speaker: Range, mentions: readonly Range[]): readonly Range[] {
  const words = (range: Range) => view.text.slice(range.start, range.end).toLowerCase()
  const [from, to] = [content[0]!.start, content.at(-1)!.end]
  let end = Infinity
  for (let i = countWhile(mentions.length, (m) => mentions[m]!.end <= from); end === Infinity && i < mentions.length && mentions[i]!.start < to; i++) {
    const mention = mentions[i]!
    const isSpeaker = ABOUT_SPEAKER.test(words(mention)) || words(mention) === words(speaker)
    if (isSpeaker && content.some((part) => overlaps(part, mention))) end = view.segmented.sentences[view.tokens[tokenAt(view.tokens, mention.start)]!.sentence]!.start
  }
  return content.filter((part) => part.start < end).map((part) => (part.end <= end ? part : { start: part.start, end: part.start + view.text.slice(part.start, end).trimEnd().length }))
}

/** The colon that introduces what is set below or behind it, with who said so; null where a paragraph introduces nothing. */
function introduction(view: View, paragraph: TokenRange) {
  const colon = introducing(view, paragraph)
  const by = colon === null ? null : cuedBefore(view, view.segmented.sentences[view.tokens[colon]!.sentence]!.firstToken, colon)
  return colon === null || by === null ? null : { colon, by }
}

/** The colon that ends a paragraph, or follows `the following`, or `the following statement`, in it; null where neither does. */
function introducing(view: View, { firstToken, endToken }: TokenRange): number | null {
  if (word(view, endToken - 1) === ':') return endToken - 1
  for (let i = firstToken + 2; i < endToken && i < firstToken + 60; i++)
    if (word(view, i) === ':' && (word(view, i - 1) === 'following' || word(view, i - 2) === 'following') && view.quoteOf[i + 1]! < 0) return i
  return null
}

/** The paragraph that is set behind a colon, or the quoted lines or items, up to one of another kind; empty where it is a quotation in marks. */
function set(view: View, index: number, isOfAnotherKind: (paragraph: number) => boolean): readonly Range[] {
  const { paragraphs } = view.segmented
  const content: Range[] = []
  for (let i = index; i < paragraphs.length; i++) {
    const { firstToken, endToken } = paragraphs[i]!
    const led = LEAD.test(word(view, firstToken))
    const first = led ? firstToken + 1 : firstToken
    if ((i > index && !led) || first >= endToken || view.quoteOf[first]! >= 0 || isOfAnotherKind(i)) break
    content.push(rangeOf(view, first, endToken))
    if (!led) break
  }
  return content
}
