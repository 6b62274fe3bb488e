import { describe, expect, test } from 'vitest'
import { loadConfig } from '../../pipeline/1-read/config.ts'
import { parseConfig } from '../../pipeline/1-read/parse-config.ts'
import { NO_CONFIG } from '../../pipeline/model/config.ts'
import { UserError } from '../../pipeline/model/user-error.ts'

test('everything is optional', () => {
  expect(parseConfig('{}', 'c.json')).toEqual(NO_CONFIG)
})

test('a configuration', () => {
  const config = {
    topics: [{ id: 'owls', label: 'Owls in the mill', any: ['owl', 'the mill'] }],
    speakers: [{ name: 'Jane Doe', aliases: ['J. Doe'] }],
    neverMerge: [['Jane Doe', 'John Doe']],
    outlets: { 'sources/hill': 'Hill Town News', 'example.org': 'Example' },
  }
  expect(parseConfig(JSON.stringify(config), 'c.json')).toEqual(config)
})

describe('a mistake is told with its place', () => {
  test.each([
    ['{\n  "topics": [],\n}', 'c.json:3:1: not JSON'],
    ['{\n  "topics": [],\n  "speakers": oops,\n  "outlets": {}\n}', 'c.json:3:15: not JSON'],
    ['', 'c.json'],
    ['[]', 'c.json:1: the file: Invalid input: expected object, received array'],
    ['{\n  "topics": [\n    { "id": "a", "label": "A", "any": "owl" }\n  ]\n}', 'c.json:3: topics.0.any: Invalid input: expected array'],
    ['{\n  "outlet": {}\n}', 'c.json:2: outlet: there is no such field'],
    ['{ "neverMerge": [["only one"]] }', 'c.json:1: neverMerge.0'],
  ])('%j', (json, message) => {
    expect(() => parseConfig(json, 'c.json')).toThrow(UserError)
    expect(() => parseConfig(json, 'c.json')).toThrow(message)
  })

  test('a file that is not there', async () => {
    await expect(loadConfig('nowhere/c.json')).rejects.toThrow('nowhere/c.json: the configuration cannot be read: there is no such file')
  })
})
