/** One example: its features and whether it is one. */
export interface Example {
  readonly features: readonly number[]
  readonly is: boolean
}

/** Means and deviations of features, by which they are centred and scaled. */
export interface Scale {
  readonly means: readonly number[]
  readonly deviations: readonly number[]
}

/** The scale of examples; a feature that never changes has the deviation 1. */
export function scaleOf(rows: readonly (readonly number[])[]): Scale {
  const means = rows[0]!.map((_, i) => rows.reduce((sum, row) => sum + row[i]!, 0) / rows.length)
  const deviations = means.map((mean, i) => Math.sqrt(rows.reduce((sum, row) => sum + (row[i]! - mean) ** 2, 0) / rows.length) || 1)
  return { means, deviations }
}

const STEPS = 10

/** Logistic regression by Newton's method with a ridge on all weights but the first, which is the constant. */
export function fitLogistic(examples: readonly Example[], { means, deviations }: Scale, ridge: number): number[] {
  const inputs = examples.map(({ features }) => [1, ...features.map((x, i) => (x - means[i]!) / deviations[i]!)])
  let weights = Array.from({ length: means.length + 1 }, () => 0)
  for (let step = 0; step < STEPS; step++) weights = newtonStep(inputs, examples, weights, ridge)
  return weights
}

function newtonStep(inputs: readonly (readonly number[])[], examples: readonly Example[], weights: readonly number[], ridge: number): number[] {
  const size = weights.length
  const system = weights.map((w, i) => [...weights.map((_, j) => (i === j ? (i > 0 ? ridge : 1e-6) : 0)), i > 0 ? -ridge * w : 0])
  inputs.forEach((x, n) => {
    const p = 1 / (1 + Math.exp(-x.reduce((sum, value, i) => sum + value * weights[i]!, 0)))
    for (let i = 0; i < size; i++) {
      const row = system[i]!
      row[size]! += (Number(examples[n]!.is) - p) * x[i]!
      const slope = p * (1 - p) * x[i]!
      if (slope !== 0) for (let j = 0; j < size; j++) row[j]! += slope * x[j]!
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
      const factor = k === i ? 0 : system[k]![i]! / system[i]![i]!
      if (factor !== 0) for (let j = i; j <= n; j++) system[k]![j]! -= factor * system[i]![j]!
    }
  }
  return system.map((row, i) => row[n]! / row[i]!)
}
