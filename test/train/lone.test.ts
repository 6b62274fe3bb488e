import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { LONE_FEATURES } from '../../pipeline/8-links/judge/lone-features.ts'
import shipped from '../../pipeline/8-links/judge/lone-weights.json' with { type: 'json' }
import { trainLone } from '../../pipeline/train/lone.ts'

const folder = mkdtempSync(join(tmpdir(), 'lone-'))
afterAll(() => rmSync(folder, { recursive: true }))

const rows = Array.from({ length: 40 }, (_, i) => {
  const a = `The ferry to Norby ${i} was late again on Monday morning.`
  return { a, b: i % 2 ? `On Monday morning the ferry to Norby ${i} was late again.` : `The mayor of Norby ${i} opened a school in the valley.`, label: i % 2 }
})
const file = (name: string, lines: readonly unknown[]) => {
  writeFileSync(join(folder, name), lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  return join(folder, name)
}

test('two texts are judged by weights that are learned from labelled pairs', () => {
  const { weights, figures } = trainLone(file('pairs.jsonl', rows), 'made up')
  expect(weights.features).toHaveLength(weights.same.length - 1)
  expect(figures).toBe('40 pairs, ten folds: accuracy 100.0, F1 100.0')
})

test('a row that is no pair is named by its line', () => {
  expect(() => trainLone(file('bad.jsonl', [...rows.slice(0, 2), { a: 'x' }]), 'made up')).toThrow('bad.jsonl, line 3: ')
})

test('the shipped weights are of the features of this version', () => {
  expect(shipped.features).toEqual(LONE_FEATURES)
})
