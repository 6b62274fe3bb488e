import { newColumn, wholeOf } from '../../model/columns.ts'
import type { Span } from '../../model/span.ts'
import type { Past, ToKeep } from '../past.ts'
import type { LinkSource } from '../source.ts'
import { Comparison } from './comparison.ts'
import type { Family } from './copies.ts'
import { copyPairs, keptPairs, type CopyPairs } from './copy-pairs.ts'
import { keptColumns, passageColumns, PassageTexts } from './passage-columns.ts'
import { keptSlogans, reachedBy } from './reached.ts'
import { Sets } from './sets.ts'

/** The families of the corpus. */
export interface CorpusFamilies {
  /** As `familiesFrom` of all pairs gives them: by article. */
  readonly families: ReadonlyMap<string, Family>
  /** By article, in order of the sources: 1 where its family (id and evidence, or none) is as it was; all 0 without a past. */
  readonly stands: Uint8Array
  /** What the next run is to know. */
  readonly kept: ToKeep
}

/**
 * The families of articles that copied one another or one text: where most of the shorter one stands in the other. Sources come in the order of their ids.
 * Hashes are asked for of articles that are new or have changed; passages of those alone that by their hashes may be copies of one that a change reaches,
 * or that hold a slogan which is new. What is kept: all hashes, the slogans, the pairs of copies, and the families.
 */
export function corpusFamilies(sources: readonly LinkSource[], past: Past | null): CorpusFamilies {
  const columns = passageColumns(sources, past)
  const texts = new PassageTexts(sources, columns)
  const reached = reachedBy(past, columns, texts)
  const comparison = new Comparison(columns, texts, reached.slogans)
  const pairs = copyPairs(past, reached, columns, comparison)
  const copyOf = firstCopies(pairs, sources.length)
  const { families, members, stands } = told({ sources, past, pairs, copyOf, reached: reached.reached, evidence: (article) => comparison.evidence(article, copyOf[article]!) })
  return {
    families,
    stands,
    kept: {
      numbers: { ...keptColumns(columns), ...keptPairs(pairs), familiesMember: members, familiesCopy: members.map((article) => copyOf[article]!) },
      lists: { ...keptSlogans(reached.slogans), families: [...families.values()] },
    },
  }
}

/** By article, the first one that it is a copy with; -1 where there is none. */
function firstCopies({ a, b }: CopyPairs, articles: number): Int32Array {
  const copyOf = newColumn(Int32Array, articles).fill(-1)
  const see = (article: number, copy: number) => {
    if (copyOf[article]! < 0 || copy < copyOf[article]!) copyOf[article] = copy
  }
  for (let i = 0; i < a.length; i++) {
    see(a[i]!, b[i]!)
    see(b[i]!, a[i]!)
  }
  return copyOf
}

interface ToTell {
  readonly sources: readonly LinkSource[]
  readonly past: Past | null
  readonly pairs: CopyPairs
  readonly copyOf: Int32Array
  readonly reached: Uint8Array
  /** The passage of an article that its first copy has too; reads both. */
  readonly evidence: (article: number) => Span
}

/** The families, their articles, and whose are as they were; evidence stands between two articles that no change reaches. */
function told({ sources, past, pairs, copyOf, reached, evidence }: ToTell) {
  const sets = new Sets(sources.length)
  for (let i = 0; i < pairs.a.length; i++) sets.join(pairs.a[i]!, pairs.b[i]!)
  const families = new Map<string, Family>()
  const members: number[] = []
  const before = past && familiesIn(past, sources.length)
  const stands = newColumn(Uint8Array, sources.length)
  for (let i = 0; i < sources.length; i++) {
    const [copy, was] = [copyOf[i]!, before === null ? -1 : before.lineOf[i]!]
    if (copy < 0) {
      stands[i] = past !== null && past.was[i]! >= 0 && was < 0 ? 1 : 0
      continue
    }
    const family = was < 0 ? undefined : before!.families[was]!
    const id = sources[sets.find(i)]!.article
    const span = family !== undefined && before!.copyOf(was) === copy && reached[i] === 0 && reached[copy] === 0 ? family.evidence : evidence(i)
    stands[i] = family !== undefined && family.id === id && areSame(family.evidence, span) ? 1 : 0
    families.set(sources[i]!.article, stands[i] === 1 ? family! : { id, evidence: span })
    members.push(i)
  }
  return { families, members: Uint32Array.from(members), stands }
}

const areSame = (x: Span, y: Span) => x.start === y.start && x.end === y.end && x.exact === y.exact

/** The families that there were: the line of each article as it is numbered now, or -1; and for a line the article, as it is numbered now, that its evidence is shared with. */
function familiesIn({ kept, now }: Past, articles: number) {
  const [members, copies] = [wholeOf(kept.numbers['familiesMember']!), wholeOf(kept.numbers['familiesCopy']!)]
  const lineOf = newColumn(Int32Array, articles).fill(-1)
  members.forEach((article, line) => {
    if (now[article]! >= 0) lineOf[now[article]!] = line
  })
  return { families: kept.lists['families'] as readonly Family[], lineOf, copyOf: (line: number) => now[copies[line]!]! }
}
