import winkNLP from 'wink-nlp'
import model from 'wink-eng-lite-web-model'
import type { SegmentedText, Token, TokenRange } from '../model/layers.ts'

const nlp = winkNLP(model, ['sbd', 'pos'])
const its = nlp.its

/** Layer of paragraphs, sentences and tokens (first version: no repairs). */
export function segment(text: string): SegmentedText {
  const paragraphs: TokenRange[] = []
  const sentences: (TokenRange & { paragraph: number })[] = []
  const tokens: Token[] = []
  for (const match of text.matchAll(/[^\n]*\S[^\n]*/g)) {
    const base = match.index
    const source = match[0].replace(/(?<=[A-Za-z])[’ʼ](?=[A-Za-z])/g, "'")
    const doc = nlp.readDoc(source)
    const values = doc.tokens().out() as string[]
    const pos = doc.tokens().out(its.pos) as string[]
    const lemma = doc.tokens().out(its.lemma) as string[]
    const spans = doc.sentences().out(its.span as never) as unknown as [number, number][]
    const firstToken = tokens.length
    let cursor = 0
    let k = 0
    let sentenceFirst = tokens.length
    const close = () => {
      if (tokens.length > sentenceFirst)
        sentences.push({ start: tokens[sentenceFirst]!.start, end: tokens.at(-1)!.end, firstToken: sentenceFirst, endToken: tokens.length, paragraph: paragraphs.length })
      sentenceFirst = tokens.length
    }
    values.forEach((value, i) => {
      while (k < spans.length && i > spans[k]![1]) { close(); k++ }
      const at = source.indexOf(value, cursor)
      if (at < 0 || !value.trim()) return
      cursor = at + value.length
      const slice = text.slice(base + at, base + cursor)
      tokens.push({ start: base + at, end: base + cursor, text: slice, lower: value.toLowerCase(), lemma: String(lemma[i]), pos: pos[i]!, sentence: sentences.length, paragraph: paragraphs.length })
    })
    close()
    if (tokens.length > firstToken)
      paragraphs.push({ start: tokens[firstToken]!.start, end: tokens.at(-1)!.end, firstToken, endToken: tokens.length })
  }
  return { text, paragraphs, sentences, tokens }
}
