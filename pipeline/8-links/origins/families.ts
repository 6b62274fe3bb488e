import type { Kept, Past } from '../past.ts'
import type { LinkSource } from '../source.ts'
import { familiesOf, type Family } from './copies.ts'

export interface CorpusFamilies {
  readonly families: ReadonlyMap<string, Family>
  readonly stands: Uint8Array
  readonly kept: Kept
}

// STUB
export function corpusFamilies(sources: readonly LinkSource[], past: Past | null): CorpusFamilies {
  const families = familiesOf(sources.map((source) => ({ article: source.article, passageHashes: source.passageHashes(), get passages() { return source.passages() } }) as never))
  const list = sources.map(({ article }) => JSON.stringify(families.get(article) ?? null))
  return { families, stands: Uint8Array.from(sources, (_, i) => (past && past.was[i]! >= 0 && past.kept.lists['families']![past.was[i]!] === list[i] ? 1 : 0)), kept: { numbers: {}, lists: { families: list } } }
}
