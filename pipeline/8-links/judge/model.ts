import { FEATURES } from './features.ts'
import shipped from './weights.json' with { type: 'json' }

/** Weights of the judge: features are centred by `means` and scaled by `deviations`; the first weight of a row is the constant. */
export interface LinkModel {
  readonly about: string
  readonly features: readonly string[]
  readonly means: readonly number[]
  readonly deviations: readonly number[]
  /** Whether the two are one proposition. */
  readonly same: readonly number[]
  /** Whether, being one proposition, they are one utterance. */
  readonly utterance: readonly number[]
  /** From these probabilities on a pair is linked: chosen for the best F1 by cross-validation. */
  readonly least: { readonly same: number; readonly utterance: number }
}

/** The shipped weights. */
export const shippedLinkModel: LinkModel = shipped

/** Reads weights. @throws Error if they are not for the features of this version. */
export function readLinkModel(json: string): LinkModel {
  const model = JSON.parse(json) as LinkModel
  if (!Array.isArray(model.features) || model.features.join() !== FEATURES.join()) throw new Error('link weights of another version: train them again with claimtrace train --links')
  return model
}

/** What each feature adds to the log odds, by its number; the constant last. */
export function partsOf({ means, deviations }: LinkModel, weights: readonly number[], features: readonly number[]): number[] {
  const parts = features.map((x, i) => (weights[i + 1]! * (x - means[i]!)) / deviations[i]!)
  parts.push(weights[0]!)
  return parts
}

/** Probability by logistic regression. */
export function probability({ means, deviations }: Pick<LinkModel, 'means' | 'deviations'>, weights: readonly number[], features: readonly number[]): number {
  let sum = weights[0]!
  for (let i = 0; i < features.length; i++) sum += (weights[i + 1]! * (features[i]! - means[i]!)) / deviations[i]!
  return 1 / (1 + Math.exp(-sum))
}
