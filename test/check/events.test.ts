import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'

/** The yardstick: six events in three newspapers each, annotated by hand, end to end. Floors only rise, in the commit that earns it. */
const FLOORS: Readonly<Record<string, number>> = {
  content: 82,
  'named claim': 76,
  'commitment other than asserts': 69,
  'stance label': 55,
  'stance label and target': 36,
  'chain hop': 65,
  'link: same-quote or same-utterance': 55,
  'link: any same-*': 50,
}
/** Shares that are better when they are small. */
const CEILINGS: Readonly<Record<string, number>> = { 'wrong name among named': 6.5 }

const SCORER = fileURLToPath(new URL('../../../shared/score/events.mjs', import.meta.url))
const ROOT = fileURLToPath(new URL('../..', import.meta.url))

interface Answer {
  readonly figures: Readonly<Record<string, { readonly f1: number }>>
  readonly rates: Readonly<Record<string, { readonly rate: number }>>
}

describe.skipIf(!existsSync(SCORER))('six development events, end to end', () => {
  let answer: Answer
  beforeAll(() => {
    answer = JSON.parse(execFileSync(process.execPath, [SCORER, '--project', ROOT, '--json'], { encoding: 'utf8' })) as Answer
  }, 300_000)

  test.each(Object.entries(FLOORS))('F1 of %s is at least %d', (name, floor) => {
    expect(100 * (answer.figures[name]?.f1 ?? Number.NaN)).toBeGreaterThanOrEqual(floor)
  })

  test.each(Object.entries(CEILINGS))('%s is at most %d %%', (name, ceiling) => {
    expect(100 * (answer.rates[name]?.rate ?? Number.NaN)).toBeLessThanOrEqual(ceiling)
  })
})
