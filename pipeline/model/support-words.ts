import type { Group, Origin } from './schema.ts'

/** `1 article`, `2 articles`. */
export const plural = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`

/** How many origins are named. */
const NAMED = 3

/**
 * A group's support in words: `at least 2 independent: Ada Holm, Reuters; 3 articles of 2 outlets carry it`. The number is a lower bound:
 * what is not known to have one origin may have one. Where it is not known of every source which outlet it is of, that is said.
 */
export function supportInWords(support: Group['support'], origins: readonly Pick<Origin, 'kind' | 'name'>[], sources: readonly { readonly outlet: string | null }[]): string {
  const { articles, outlets, independent, anonymous } = support
  const known = sources.filter(({ outlet }) => outlet !== null).length
  const [spoken, others] = [origins.filter(({ kind }) => kind === 'utterance'), origins.filter(({ kind }) => kind === 'report' || kind === 'wire')]
  const told = [...new Set([...spoken, ...others].map(({ name }) => (name === 'unknown' ? 'nobody named' : name)))]
  const names = told.length > NAMED ? [...told.slice(0, NAMED), `${told.length - NAMED} more`] : told
  const unnamed = anonymous === 0 ? '' : anonymous === independent ? ', from unnamed people alone' : `, ${anonymous} of them from unnamed people alone`
  const carried = articles === 1 ? '1 article carries it' : `${articles} articles ${known === sources.length ? `of ${plural(outlets, 'outlet')} ` : ''}carry it`
  return `at least ${independent} independent${names.length > 0 ? `: ${names.join(', ')}` : ''}${unnamed}; ${carried}${known === sources.length ? '' : known === 0 ? ', outlets unknown' : ', outlets known in part'}`
}
