import { phraseAfter, phraseRange } from '../frames/phrases.ts'
import { withoutPunctuation } from '../frames/clause.ts'
import type { Tokens } from '../../model/layers.ts'
import { rangeOf, word, type View } from '../frames/view.ts'
import { draftBy, type Draft } from './draft.ts'
import { canTell } from './mentions.ts'
import { SpanIndex } from './span-index.ts'
import { overlaps } from '../../model/span.ts'

const CAPITAL = /^\p{Lu}/u
const OWNER = /^(?:his|her|their|its|my|our)$/
/** Tokens that may name the speaker in front of the comma. */
const LONGEST = 12

/**
 * Claims whose speaker a phrase at the beginning of the sentence names: `In Roe's words, the plan is “a mess”`, `In the words of Roe,`
 * (also further on: `and in the words of Roe, “…”`), `To Roe, the whole thing was “a mess”`. Only where words of the sentence are quoted and no claim has them.
 */
export function addInWords(view: View, drafts: readonly Draft[]): readonly Draft[] {
  const added: Draft[] = []
  let near: SpanIndex<Draft> | null = null
  for (const { firstToken, endToken } of view.segmented.sentences) {
    const first = openingAt(view, firstToken, endToken)
    const named = first === null ? null : speakerAt(view, first, Math.min(endToken, first + LONGEST))
    if (first === null || named === null || word(view, named.comma) !== ',') continue
    // in the words of the judge, Anna Doe, “…”
    let comma = named.comma
    const last = first > firstToken ? Math.min(named.comma + LONGEST, endToken - 1) : named.comma
    while (comma < last && view.quoteOf[comma + 1]! < 0) comma++
    if (first === firstToken && /^(?:who|whose|which)$/.test(word(view, comma + 1))) for (comma++; comma < endToken && word(view, comma) !== ','; comma++); // For Roe, who has a shop, …
    const end = withoutPunctuation(view, comma + 1, endToken)
    if (word(view, comma) !== ',' || end - comma < 4 || !isQuoted(view, comma + 1, endToken)) continue
    const content = rangeOf(view, comma + 1, view.quoteOf[end] === view.quoteOf[end - 1] && view.quoteOf[end - 1]! >= 0 ? end + 1 : end)
    near ??= new SpanIndex(drafts, (draft) => draft.content)
    if (near.at(content).some((draft) => draft.content.some((part) => overlaps(part, content)))) continue
    const cue = rangeOf(view, first, named.comma)
    added.push(draftBy('in the words of', cue, { content: [content], cue: null, mention: phraseRange(view, named.phrase), probability: named.probability }))
  }
  return added.length === 0 ? drafts : [...drafts, ...added]
}

/** Where the phrase begins: with the sentence, or `in the words of` within it. */
function openingAt(view: View, from: number, to: number): number | null {
  if (/^(?:in|to|for)$/.test(word(view, from))) return from
  for (let i = from + 1; i + 4 < to; i++) if (word(view, i) === 'words' && word(view, i + 1) === 'of' && word(view, i - 1) === 'the' && word(view, i - 2) === 'in') return i - 2
  return null
}

interface Named {
  readonly phrase: Tokens
  readonly comma: number
  readonly probability: number
}

function speakerAt(view: View, first: number, end: number): Named | null {
  if (word(view, first) === 'in') {
    if (word(view, first + 1) === 'the' && /^(?:words|view|opinion)$/.test(word(view, first + 2)) && word(view, first + 3) === 'of') {
      const phrase = phraseAfter(view, first + 4, end)
      return phrase && { phrase, comma: phrase.end, probability: 0.6 }
    }
    for (let i = first + 2; i < end; i++) {
      if (word(view, i) !== 'words') continue
      const owner = word(view, i - 1)
      if (OWNER.test(owner)) return { phrase: { first: i - 1, end: i }, comma: i + 1, probability: 0.6 }
      return owner === "'s" ? { phrase: { first: first + 1, end: i - 1 }, comma: i + 1, probability: 0.6 } : null
    }
    return null
  }
  const phrase = phraseAfter(view, first + 1, end)
  if (phrase === null || !CAPITAL.test(view.tokens[phrase.end - 1]!.text) || !(CAPITAL.test(view.tokens[phrase.first]!.text) || canTell(word(view, phrase.first)))) return null
  return { phrase, comma: phrase.end, probability: 0.45 }
}

function isQuoted(view: View, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (view.quoteOf[i]! >= 0) return true
  return false
}
