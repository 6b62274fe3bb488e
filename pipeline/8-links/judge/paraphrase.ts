import { compareTexts, meaningOf, type Comparison, type Words } from './compare.ts'
import type { Vocabulary } from './vocabulary.ts'
import model from './paraphrase-weights.json' with { type: 'json' }

/** What the model looks at, in words that a reader understands. The order is that of the weights. */
export const PARAPHRASE_FEATURES = [
  'shared meaning', 'meaning shared by the one that shares less', 'shared words, of the longer', 'shared words, of the shorter',
  'shared word pairs, of the longer', 'shared word pairs, of the shorter', 'numbers of one only', 'numbers that differ',
  'names of one only', 'names that differ', 'length', 'words to be edited', 'shared letter groups', 'related words', 'shared names',
] as const

/** The measures of two texts for {@link PARAPHRASE_FEATURES}. */
export function paraphraseFeatures(vocabulary: Vocabulary, a: Words, b: Words, compared: Comparison): readonly number[] {
  const [words1, words2] = shares(a.order, b.order, 1)
  const [pairs1, pairs2] = shares(a.order, b.order, 2)
  const spelt = (words: Words) => Array.from(words.order, (id) => vocabulary.words[id]!).join(' ')
  const letters = shares([...spelt(a)], [...spelt(b)], 4)
  const inB = new Set(b.content)
  const sharedNames = a.content.filter((id) => vocabulary.isName(id) && inB.has(id)).length
  const [numbersA, numbersB] = compared.numbers.map((ids) => ids.length) as [number, number]
  return [
    meaningOf(compared), Math.min(compared.coveredA, compared.coveredB), Math.min(words1, words2), Math.max(words1, words2),
    Math.min(pairs1, pairs2), Math.max(pairs1, pairs2), Math.max(numbersA, numbersB), Math.min(numbersA, numbersB),
    Math.max(...compared.names), Math.min(...compared.names), Math.log(a.order.length + b.order.length + 1), editsOf(a.order, b.order),
    Math.min(...letters), compared.related.length, Math.min(sharedNames, 4),
  ]
}

/** What the weights are: `weights[0]` is the constant; features are centred by `means` and scaled by `deviations`. */
export interface ParaphraseModel {
  readonly weights: readonly number[]
  readonly means: readonly number[]
  readonly deviations: readonly number[]
}

/** The probability that two texts mean the same by the fitted model, and the features that weighed most, strongest first. */
export function paraphrase(vocabulary: Vocabulary, a: Words, b: Words): { readonly score: number; readonly why: readonly string[]; readonly compared: Comparison } {
  const compared = compareTexts(vocabulary, a, b)
  const features = paraphraseFeatures(vocabulary, a, b, compared)
  const parts = features.map((x, i) => scaled(model, x, i) * model.weights[i + 1]!)
  const sum = parts.reduce((s, x) => s + x, model.weights[0]!)
  const strongest = [...parts.keys()].sort((i, j) => Math.abs(parts[j]!) - Math.abs(parts[i]!)).slice(0, 4)
  const why = strongest.map((i) => `${PARAPHRASE_FEATURES[i]} ${round(features[i]!)} (${parts[i]! > 0 ? '+' : ''}${round(parts[i]!)})`)
  return { score: 1 / (1 + Math.exp(-sum)), why, compared }
}

/** A feature as the model takes it: centred and scaled. */
export function scaled({ means, deviations }: ParaphraseModel, value: number, i: number): number {
  return (value - means[i]!) / (deviations[i]! || 1)
}

const round = (x: number) => Math.round(x * 100) / 100

/** Shared runs of n items over the runs of a and over those of b, repeated ones counted as often as both have them. */
function shares<T>(a: ArrayLike<T>, b: ArrayLike<T>, n: number): readonly [number, number] {
  const count = (items: ArrayLike<T>) => {
    const table = new Map<string, number>()
    for (let i = 0; i + n <= items.length; i++) {
      let key = ''
      for (let k = 0; k < n; k++) key += `${items[i + k]} `
      table.set(key, (table.get(key) ?? 0) + 1)
    }
    return table
  }
  const inB = count(b)
  let shared = 0
  for (const [key, times] of count(a)) shared += Math.min(times, inB.get(key) ?? 0)
  return [shared / Math.max(1, a.length - n + 1), shared / Math.max(1, b.length - n + 1)]
}

/** Words to insert, cut or replace to make b of a, over the words of the longer (Levenshtein). */
function editsOf(a: Int32Array, b: Int32Array): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  a.forEach((word, i) => {
    const next = [i + 1]
    for (let j = 0; j < b.length; j++) next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (word === b[j] ? 0 : 1)))
    row = next
  })
  return row[b.length]! / Math.max(1, a.length, b.length)
}
