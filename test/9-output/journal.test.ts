import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { Journal } from '../../pipeline/9-output/journal.ts'
import { folderWith } from '../cli/process.ts'

const folder = folderWith({})
afterAll(() => folder.remove())
const path = join(folder.path, '.journal')
const MORE = ['{"text":"“Đường” 🦉"}', '["é","🦉","x"]', '[]']

beforeEach(() => {
  writeFileSync(path, '')
  const journal = new Journal<string>(path)
  for (const id of ['a', 'ü']) journal.add({ id, about: `of ${id}`, more: MORE })
  journal.close()
})

const opened = <T>(read: (journal: Journal<string>) => T): T => {
  const journal = new Journal<string>(path)
  try {
    return read(journal)
  } finally {
    journal.close()
  }
}
const textAt = (id: string, part: number, at: number, size: number) => opened((journal) => journal.bytesOf(id, part, { at, size })?.toString('utf8') ?? null)
const damage = (from: string, to: string) => writeFileSync(path, readFileSync(path, 'utf8').replaceAll(from, to))

test.each(['a', 'ü'])('parts come back as they were told, one by one, and bytes of them by their places (%s)', (id) => {
  expect(opened((journal) => MORE.map((_, part) => journal.more(id, part)))).toEqual(MORE)
  expect(textAt(id, 1, 1, 4)).toBe('"é"')
  expect(textAt(id, 1, 6, 6)).toBe('"🦉"')
  expect(textAt(id, 2, 0, 2)).toBe('[]')
})

test('they do while the journal is added to, and once what no longer holds has left it', async () => {
  const journal = new Journal<string>(path)
  for (const text of ['1', '2', '3']) journal.add({ id: 'a', about: text, more: ['{}', `["${text}"]`, ...MORE] })
  expect([journal.more('a', 1), journal.bytesOf('a', 3, { at: 6, size: 6 })?.toString('utf8')]).toEqual(['["3"]', '"🦉"'])
  await journal.finish((id) => id === 'a')
  expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(2)
  expect([journal.more('a', 1), journal.bytesOf('a', 3, { at: 6, size: 6 })?.toString('utf8')]).toEqual(['["3"]', '"🦉"'])
  journal.close()
})

test('what is not there is none: a part that a line has not, bytes behind the end of a part', () => {
  expect(opened((journal) => journal.more('a', 3))).toBeNull()
  expect(textAt('a', 3, 0, 1)).toBeNull()
  expect(textAt('a', 2, 1, 2)).toBeNull()
})

test('a part that is damaged is none, the others are', () => {
  damage('"x"', '"y"')
  expect(opened((journal) => MORE.map((_, part) => journal.more('a', part)))).toEqual([MORE[0], null, MORE[2]])
})

test.each([
  ['more', ',2"', ',4294967295"'],
  ['no number', ',2"', ',x"'],
  ['no parts', '"more":"', '"more":" '],
])('a head that tells %s of its parts is no reason to fail', (_, from, to) => {
  damage(from, to)
  expect(opened((journal) => journal.more('ü', 2))).toBeNull()
  expect(opened((journal) => journal.get('ü'))).toBe('of ü')
})
