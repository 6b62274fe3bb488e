import { FUNCTION_WORDS } from '../lexicon/function-words.ts'
import { isOf } from '../lexicon/stance-words.ts'
import type { SegmentedText, Token } from '../model/layers.ts'
import type { Range } from '../model/span.ts'
import { indexRows, matchRows } from './pattern.ts'
import { phraseFrom } from './phrase.ts'
import { firstTokenAt, rangeOf, type View } from './view.ts'

/**
 * What the article puts up for debate, so that `the idea` or `it` can be led back to what it is: the course of action
 * behind words such as `proposal to`, `considered`, and every target that a claim before has named.
 */
export interface Proposals {
  /** The proposal that a pointer at `offset` most likely means: the nearest before it, or what the article returns to most. */
  readonly before: (offset: number) => Range | null
  readonly add: (range: Range) => void
}

const NAMED = indexRows([
  {
    match: [
      'proposal|plan|plans|idea|bid|move|possibility|prospect|deployment|decision|concept|suggestion|initiative|scheme|question of|to|for|on',
      'propose|debate|discuss|consider|mull|announce|reject|oppose|approve|back|support|suggest/VERB',
      'call|calls|called|calling|push|campaign for',
      'whether to',
    ],
  },
])

/** Reads the article's proposals once; targets are added as they are found, in order of the text. */
export function proposalsOf(text: SegmentedText): Proposals {
  const view: View = { text: text.text, tokens: text.tokens, cueEnd: 0, part: text.tokens.map(() => 0) }
  const found = matchRows(NAMED, text.tokens, 0, text.tokens.length).flatMap(({ to }) => {
    const phrase = phraseFrom(view, to)
    return phrase && phrase.to - phrase.from > 1 && !isPointer(text.tokens.slice(phrase.from, phrase.to)) ? [rangeOf(view, phrase.from, phrase.to)] : []
  })
  const counts = new Map<string, number>()
  for (const token of text.tokens) counts.set(stem(token), (counts.get(stem(token)) ?? 0) + 1)
  const candidates = [...found]
  const weigh = (range: Range) => {
    const words = text.tokens.slice(firstTokenAt(text.tokens, range.start), firstTokenAt(text.tokens, range.end - 1) + 1).filter((t) => !FUNCTION_WORDS.has(t.lower))
    return words.reduce((sum, t) => sum + Math.log(counts.get(stem(t)) ?? 1), 0) / (words.length + 1)
  }
  return {
    add: (range) => candidates.push(range),
    before: (offset) => {
      const at = text.tokens[firstTokenAt(text.tokens, offset)]?.sentence ?? text.sentences.length
      let best: Range | null = null
      let bestScore = 0
      for (const range of candidates) {
        if (range.end > offset) continue
        const distance = at - text.tokens[firstTokenAt(text.tokens, range.start)]!.sentence
        const score = 4 / (1 + distance) + weigh(range)
        if (score >= bestScore) [best, bestScore] = [range, score]
      }
      return best
    },
  }
}

const stem = (token: Token) => token.lower.slice(0, 5)
const POINTING: ReadonlySet<string> = new Set('the this that these those such their its his her our any it they them one same an a all so what which there'.split(' '))

/** Whether the words only point at something said elsewhere: `it`, `this`, `the idea`, `such a move`. */
export function isPointer(tokens: readonly Token[]): boolean {
  return tokens.every((t) => POINTING.has(t.lower) || isOf('general', t) || t.pos === 'PUNCT' || ['of', 'on', 'current', 'whole', 'entire', 'proposed'].includes(t.lower))
}
