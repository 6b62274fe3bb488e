import { describe, expect, test } from 'vitest'
import { BOILERPLATE, boilerplateRule } from '../../pipeline/lexicon/boilerplate.ts'

describe.each(BOILERPLATE)('$id', (rule) => {
  test.each([...rule.hits])('is: %s', (line) => expect(boilerplateRule(line)?.id).toBe(rule.id))
  test.each([...rule.misses])('is not: %s', (line) => expect(boilerplateRule(line)).toBeNull())
})

test('ids are unique', () => {
  expect(new Set(BOILERPLATE.map((rule) => rule.id)).size).toBe(BOILERPLATE.length)
})
