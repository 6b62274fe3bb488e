import { readFileSync } from 'node:fs'

/** The words of a list that white space parts. */
export const wordList = (list: string): readonly string[] => list.trim().split(/\s+/)
export const wordSet = (list: string): ReadonlySet<string> => new Set(wordList(list))

/** A data file beside this one. Lines that begin with # are comments: they are empty here. */
const dataText = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8').replace(/^#.*$/gm, '')

/** Its rows, as words. */
export const dataRows = (file: string): string[][] => dataText(file).split('\n').filter(Boolean).map((line) => line.split(' '))

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
