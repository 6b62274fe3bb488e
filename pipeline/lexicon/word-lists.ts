import { readFileSync } from 'node:fs'

/** The words of a list that white space parts. */
export const wordList = (list: string): readonly string[] => list.trim().split(/\s+/)
export const wordSet = (list: string): ReadonlySet<string> => new Set(wordList(list))

/** The rows of a data file beside this one, as words. Lines that begin with # are comments. */
export function dataRows(file: string): string[][] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8')
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split(' '))
}

/** The words that stand in a ring with each word. */
export function mutual(rings: readonly (readonly string[])[]): Map<string, Set<string>> {
  const table = new Map<string, Set<string>>()
  for (const ring of rings)
    for (const word of ring) {
      const set = table.get(word) ?? new Set()
      for (const other of ring) if (other !== word) set.add(other)
      table.set(word, set)
    }
  return table
}
