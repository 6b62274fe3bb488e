import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { readJson } from './read-file.ts'

/** `scores.json`: by group and layer the least F1 in percent; the layer `cases` is the share of cases without a miss. People raise it. */
const scoresSchema = z.record(z.string(), z.record(z.string(), z.number().min(0).max(100)))
export type Floors = z.infer<typeof scoresSchema>

/** How far above its floor a figure stands before raising the floor is suggested. */
const WORTH_RAISING = 1

export interface FloorResult {
  readonly group: string
  readonly layer: string
  readonly floor: number
  /** Null where nothing was counted any more. */
  readonly score: number | null
}

/**
 * The floors of a folder of fixtures; empty where it has none.
 * @throws FixtureError where `scores.json` is malformed.
 */
export function readFloors(root: string): Floors {
  const file = join(root, 'scores.json')
  if (!existsSync(file)) return {}
  return readJson(file, scoresSchema, 'should be {"group": {"layer": percent}}')
}

/** Which floors the scores fall below, and which could be raised. A score that is gone is below its floor. */
export function compareWithFloors(floors: Floors, scores: ReadonlyMap<string, ReadonlyMap<string, number>>): {
  readonly below: readonly FloorResult[]
  readonly raisable: readonly FloorResult[]
} {
  const results = Object.entries(floors).flatMap(([group, layers]) =>
    Object.entries(layers).map(([layer, floor]): FloorResult => ({ group, layer, floor, score: scores.get(group)?.get(layer) ?? null })),
  )
  return {
    below: results.filter(({ floor, score }) => score === null || score < floor),
    raisable: results.filter(({ floor, score }) => score !== null && score >= floor + WORTH_RAISING),
  }
}

/** A share in percent with one digit, rounded down, so that a floor copied from a report holds. */
export function percent(share: number): number {
  return Math.floor(share * 1000 + 1e-9) / 10
}
