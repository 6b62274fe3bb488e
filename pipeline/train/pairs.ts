import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { compareTexts, readWords } from '../8-links/judge/compare.ts'
import { paraphraseFeatures, scaled, type ParaphraseModel } from '../8-links/judge/paraphrase.ts'
import { Vocabulary } from '../8-links/judge/vocabulary.ts'

/**
 * Fits the weights of the paraphrase model to pairs of sentences, rows `{a, b, label}` (label 1: same meaning), and writes
 * them with accuracy and F1 by ten-fold cross-validation beside the code that reads them:
 *
 *   npx tsx pipeline/train/pairs.ts <pairs.jsonl>
 */

const rowSchema = z.object({ a: z.string(), b: z.string(), label: z.union([z.literal(0), z.literal(1)]) })
const FOLDS = 10
const RIDGE = 3
const STEPS = 12

interface Row {
  readonly features: readonly number[]
  readonly label: 0 | 1
}

function readRows(file: string): Row[] {
  return readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => {
    const { a, b, label } = rowSchema.parse(JSON.parse(line))
    const vocabulary = new Vocabulary() // of the two texts alone, as they are judged
    const [x, y] = [readWords(vocabulary, a), readWords(vocabulary, b)]
    return { features: paraphraseFeatures(vocabulary, x, y, compareTexts(vocabulary, x, y)), label }
  })
}

/** Logistic regression by Newton's method, with a ridge on all weights but the constant. */
function fit(rows: readonly Row[]): ParaphraseModel {
  const size = rows[0]!.features.length
  const means = Array.from({ length: size }, (_, i) => rows.reduce((sum, row) => sum + row.features[i]!, 0) / rows.length)
  const deviations = means.map((mean, i) => Math.sqrt(rows.reduce((sum, row) => sum + (row.features[i]! - mean) ** 2, 0) / rows.length))
  const inputs = rows.map(({ features }) => [1, ...features.map((x, i) => scaled({ weights: [], means, deviations }, x, i))])
  let weights = Array.from({ length: size + 1 }, () => 0)
  for (let step = 0; step < STEPS; step++) weights = newtonStep(inputs, rows, weights)
  return { weights, means, deviations }
}

function newtonStep(inputs: readonly (readonly number[])[], rows: readonly Row[], weights: readonly number[]): number[] {
  const system = weights.map((w, i) => [...weights.map((_, j) => (i === j && i > 0 ? RIDGE : 0)), i > 0 ? -RIDGE * w : 0])
  inputs.forEach((x, n) => {
    const p = 1 / (1 + Math.exp(-x.reduce((sum, value, i) => sum + value * weights[i]!, 0)))
    for (let i = 0; i < x.length; i++) {
      system[i]![x.length]! += (rows[n]!.label - p) * x[i]!
      for (let j = 0; j < x.length; j++) system[i]![j]! += p * (1 - p) * x[i]! * x[j]!
    }
  })
  const delta = solve(system)
  return weights.map((w, i) => w + delta[i]!)
}

/** Solves a linear system given as rows with the right side last, by elimination with pivoting. */
function solve(system: number[][]): number[] {
  const n = system.length
  for (let i = 0; i < n; i++) {
    const pivot = system.slice(i).reduce((best, row, k) => (Math.abs(row[i]!) > Math.abs(system[best]![i]!) ? i + k : best), i)
    ;[system[i], system[pivot]] = [system[pivot]!, system[i]!]
    for (let k = 0; k < n; k++) {
      if (k === i) continue
      const factor = system[k]![i]! / system[i]![i]!
      for (let j = i; j <= n; j++) system[k]![j]! -= factor * system[i]![j]!
    }
  }
  return system.map((row, i) => row[n]! / row[i]!)
}

const predict = (model: ParaphraseModel, { features }: Row) =>
  features.reduce((sum, x, i) => sum + scaled(model, x, i) * model.weights[i + 1]!, model.weights[0]!) > 0

function crossValidate(rows: readonly Row[]) {
  const counts = { tp: 0, fp: 0, fn: 0, tn: 0 }
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = fit(rows.filter((_, i) => i % FOLDS !== fold))
    rows.forEach((row, i) => {
      if (i % FOLDS !== fold) return
      const same = predict(model, row)
      counts[same ? (row.label ? 'tp' : 'fp') : row.label ? 'fn' : 'tn']++
    })
  }
  const { tp, fp, fn, tn } = counts
  return { accuracy: (tp + tn) / rows.length, f1: (2 * tp) / (2 * tp + fp + fn) }
}

const short = (xs: readonly number[]) => xs.map((x) => Number(x.toPrecision(5)))

const [file] = process.argv.slice(2)
if (file === undefined) throw new Error('usage: npx tsx pipeline/train/pairs.ts <pairs.jsonl>')
const rows = readRows(file)
const { accuracy, f1 } = crossValidate(rows)
const { weights, means, deviations } = fit(rows)
const about = `Logistic regression, ridge ${RIDGE}, fitted by pipeline/train/pairs.ts to the training part of the Microsoft Research paraphrase corpus (${rows.length} pairs of news sentences); ${FOLDS}-fold accuracy ${(100 * accuracy).toFixed(1)}, F1 ${(100 * f1).toFixed(1)}. No text of the corpus is in it.`
const out = new URL('../8-links/judge/paraphrase-weights.json', import.meta.url)
writeFileSync(out, `${JSON.stringify({ about, weights: short(weights), means: short(means), deviations: short(deviations) }, null, 1)}\n`)
