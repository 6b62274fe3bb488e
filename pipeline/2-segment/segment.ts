import type { SegmentedText, Token, TokenRange } from '../model/layers.ts'
import { paragraphsOf } from './paragraphs.ts'
import { sentenceBoundaries } from './sentences.ts'
import { tokensOf } from './tokens.ts'
import { forgetWords } from './wink.ts'

/**
 * Paragraphs, sentences and tokens of a text, in order, with exact offsets; every token lies in one sentence and one paragraph,
 * and all but white space lies in a token. Any string will do. Tokens, parts of speech and lemmas are wink-nlp's with repairs.
 */
export function segment(text: string): SegmentedText {
  const paragraphs: TokenRange[] = []
  const sentences: TokenRange[] = []
  const tokens: Token[] = []
  const ranges = paragraphsOf(text)
  const raws = tokensOf(text, ranges)
  for (let paragraph = 0; paragraph < ranges.length; paragraph++) {
    const raw = raws[paragraph]!
    const { starts } = sentenceBoundaries(text, raw)
    const base = tokens.length
    for (let k = 0; k < starts.length; k++) {
      const first = starts[k]!, end = starts[k + 1] ?? raw.length
      const sentence = sentences.length
      sentences.push({ start: raw[first]!.start, end: raw[end - 1]!.end, firstToken: base + first, endToken: base + end })
      for (let i = first; i < end; i++) {
        const token = raw[i]!
        token.sentence = sentence
        token.paragraph = paragraph
        tokens.push(token)
      }
    }
    const { start, end } = ranges[paragraph]!
    paragraphs.push({ start, end, firstToken: base, endToken: tokens.length })
  }
  forgetWords()
  return { text, paragraphs, sentences, tokens }
}
