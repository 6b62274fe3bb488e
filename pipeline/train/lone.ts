import * as z from 'zod'
import { comparePair, LONE_FEATURES } from '../8-links/judge/lone-features.ts'
import { conflictIn } from '../8-links/judge/lone.ts'
import { probability } from '../8-links/judge/model.ts'
import { fitLogistic, scaleOf } from './logistic.ts'
import { readRows } from './read-rows.ts'

const rowSchema = z.object({ a: z.string(), b: z.string(), label: z.union([z.literal(0), z.literal(1)]) })

const RIDGE = 20
const FOLDS = 10

interface Example {
  readonly features: readonly number[]
  readonly is: boolean
  readonly conflict: boolean
}

/**
 * The weights by which two texts are judged by themselves, from a JSONL file of rows `{a, b, label}` (label 1: they mean the same), and accuracy and F1
 * of them, each tenth of the rows by weights learned from the others.
 * @throws UserError naming file and line.
 */
export function trainLone(file: string, about: string) {
  const examples = readRows(file, rowSchema, 'a judged pair of texts').map(({ a, b, label }): Example => {
    const pair = comparePair(a, b)
    return { features: pair.features, is: label === 1, conflict: conflictIn(pair) !== null }
  })
  const { means, deviations, same } = fit(examples)
  const weights = { about, features: LONE_FEATURES, means: means.map(short), deviations: deviations.map(short), same: same.map(short) }
  return { weights, figures: crossValidated(examples) }
}

const short = (x: number) => Number(x.toPrecision(5))

function fit(examples: readonly Example[]) {
  const scale = scaleOf(examples.map(({ features }) => features))
  return { ...scale, same: fitLogistic(examples, scale, RIDGE) }
}

function crossValidated(examples: readonly Example[]): string {
  const counts = { right: 0, hits: 0, gold: 0, ours: 0 }
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = fit(examples.filter((_, i) => i % FOLDS !== fold))
    examples.forEach(({ features, is, conflict }, i) => {
      if (i % FOLDS !== fold) return
      const ours = !conflict && probability(model, model.same, features) >= 0.5
      counts.right += Number(ours === is)
      counts.hits += Number(ours && is)
      counts.gold += Number(is)
      counts.ours += Number(ours)
    })
  }
  return `${examples.length} pairs, ten folds: accuracy ${percent(counts.right, examples.length)}, F1 ${percent(2 * counts.hits, counts.gold + counts.ours)}`
}

const percent = (part: number, whole: number) => ((100 * part) / whole).toFixed(1)
