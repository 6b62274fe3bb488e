import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { regular } from '../model/regular.ts'
import { FixtureError } from './fixture-error.ts'

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
  let json: unknown
  try {
    json = JSON.parse(readFileSync(regular(file), 'utf8'))
  } catch (error) {
    throw new FixtureError(file, null, `not JSON: ${(error as Error).message}`)
  }
  const parsed = scoresSchema.safeParse(json)
  if (!parsed.success) throw new FixtureError(file, null, `should be {"group": {"layer": percent}}: ${parsed.error.issues[0]?.message ?? ''}`)
  return parsed.data
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
