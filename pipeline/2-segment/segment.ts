import type { SegmentedText, TokenRange } from '../model/layers.ts'
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
  const sentences: (TokenRange & { paragraph: number })[] = []
  const ranges = paragraphsOf(text)
  const raws = tokensOf(text, ranges)
  let base = 0
  for (const [n, paragraph] of ranges.entries()) {
    const raw = raws[n]!
    const { starts } = sentenceBoundaries(text, raw)
    starts.forEach((first, k) => {
      const end = starts[k + 1] ?? raw.length
      const range = { start: raw[first]!.start, end: raw[end - 1]!.end }
      sentences.push({ ...range, firstToken: base + first, endToken: base + end, paragraph: n })
      for (let i = first; i < end; i++) {
        const token = raw[i]!
        token.sentence = sentences.length - 1
        token.paragraph = n
      }
    })
    paragraphs.push({ ...paragraph, firstToken: base, endToken: (base += raw.length) })
  }
  forgetWords()
  return { text, paragraphs, sentences, tokens: raws.flat() }
}
