import type { Config } from '../model/config.ts'

const WORDS = /[\p{L}\p{N}]+/gu

/** The words of a text in lower case, without possessive endings. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .match(WORDS) ?? []

/** Id of the first topic one of whose phrases stands in the target, word for word; null if none does. */
export function namedTopic(target: string, topics: Config['topics']): string | null {
  if (topics.length === 0) return null
  const words = ` ${wordsOf(target).join(' ')} `
  return topics.find(({ any }) => any.some((phrase) => words.includes(` ${wordsOf(phrase).join(' ')} `)))?.id ?? null
}
