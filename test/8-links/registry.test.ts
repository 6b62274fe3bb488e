import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Kept, Past, ToKeep } from '../../pipeline/8-links/past.ts'
import type { LinkSpeaker } from '../../pipeline/8-links/row.ts'
import { sourceOf } from '../../pipeline/8-links/source.ts'
import type { Entries } from '../../pipeline/8-links/speakers/entries.ts'
import { linkSpeakers } from '../../pipeline/8-links/speakers/link-speakers.ts'
import { corpusSpeakers, type CorpusSpeakers } from '../../pipeline/8-links/speakers/registry.ts'
import { mergeSpeakers } from '../../pipeline/8-links/speakers/speakers.ts'
import type { Column, ColumnPieces } from '../../pipeline/model/columns.ts'
import { NO_CONFIG, type Config } from '../../pipeline/model/config.ts'
import type { RegisteredSpeaker, Speaker } from '../../pipeline/model/schema.ts'
import { articleOf } from './rows.ts'

type Named = readonly [name: string, kind?: Speaker['kind'], ...descriptions: readonly string[]]
/** Speakers of articles by the articles' ids. */
type Corpus = ReadonlyMap<string, readonly Speaker[]>

const speakers = (...named: readonly Named[]): readonly Speaker[] => named.map(([name, kind = 'person', ...descriptions], i) => ({ id: `s${i + 1}`, name, kind, descriptions, mentions: [], anonymity: null }))

const CONFIG: Config = { ...NO_CONFIG, speakers: [{ name: 'Ferry Line', aliases: ['the company', 'NFC'] }, { name: 'Ann Hart', aliases: ['Rose Hart', 'Ferry Line'] }], neverMerge: [['Tom Hart', 'Thomas Hart'], ['NFL', 'Norby Fishing League']] }

/** A run over a corpus: what it gives, all entries of the registry, and the articles that it asked for their speakers. */
interface Run {
  readonly corpus: Corpus
  readonly ids: readonly string[]
  readonly given: CorpusSpeakers
  readonly registry: readonly RegisteredSpeaker[]
  readonly asked: readonly string[]
}

function run(corpus: Corpus, config: Config, former: Run | null = null): Run {
  const ids = [...corpus.keys()].sort()
  const asked: string[] = []
  const sources = ids.map((id) => ({
    ...sourceOf(articleOf(id, [])),
    speakers: () => {
      asked.push(id)
      return corpus.get(id)!
    },
  }))
  const given = corpusSpeakers(sources, config, former && pastOf(former, corpus, ids))
  return { corpus, ids, given, registry: Array.from(given.rows, (row) => (typeof row === 'number' ? former!.registry[row]! : row)), asked }
}

const wholeOf = (column: ColumnPieces): Column => {
  const whole = new column.kind(column.length)
  whole.set([...column.pieces()].flatMap((piece) => [...piece]))
  return whole
}

/** As the next run finds it in its file. */
const written = ({ numbers, lists }: ToKeep): Kept => ({ numbers: Object.fromEntries(Object.entries(numbers).map(([name, column]) => [name, 'pieces' in column ? wholeOf(column) : column])), lists: JSON.parse(JSON.stringify(lists)) as Kept['lists'] })

function pastOf(former: Run, corpus: Corpus, ids: readonly string[]): Past {
  const isSame = (id: string) => corpus.get(id) === former.corpus.get(id)
  return { kept: written(former.given.kept), was: Int32Array.from(ids, (id) => (isSame(id) ? former.ids.indexOf(id) : -1)), now: Int32Array.from(former.ids, (id) => (isSame(id) ? ids.indexOf(id) : -1)) }
}

/** How the speakers of an article are known, in their order. */
const knownIn = ({ ids, given: { from, entryOf, entries } }: Run, id: string): readonly LinkSpeaker[] => {
  const article = ids.indexOf(id)
  return [...entryOf.subarray(from[article], from[article + 1])].map((entry) => entries.at(entry))
}

/** Which speakers of an article are known otherwise than they were. */
const otherwise = (next: Run, former: Run, id: string): readonly number[] => {
  const [now, before] = [knownIn(next, id), knownIn(former, id)]
  return [...now.keys()].filter((i) => JSON.stringify(now[i]) !== JSON.stringify(before[i]))
}

/** Whether these tell nothing of the claims of its other speakers. */
const doOthersStand = (next: Run, former: Run, id: string): boolean => {
  const [now, before] = [knownIn(next, id), knownIn(former, id)]
  return otherwise(next, former, id).every((i) => next.corpus.get(id)![i]!.kind !== 'publication' && now.every((other, j) => (other.id === now[i]!.id) === (before[j]!.id === before[i]!.id)))
}

const allIn = (entries: Entries): readonly LinkSpeaker[] => Array.from({ length: entries.size }, (_, n) => entries.at(n))
const alteredIn = ({ given: { entries, altered } }: Run) => new Set(allIn(entries).flatMap(({ id }, n) => (altered[n] === 1 ? [id] : [])))

function expectMerged({ corpus, ids, given, registry }: Run, config: Config): void {
  const inputs = ids.map((article) => ({ article, speakers: corpus.get(article)! }))
  const merged = mergeSpeakers(inputs, config)
  const known = linkSpeakers(merged, inputs)
  const members = inputs.flatMap(({ article, speakers: own }) => own.map(({ id }) => `${article}\n${id}`))
  expect(registry).toEqual(merged)
  expect(Array.from(given.entryOf, (entry) => given.entries.at(entry))).toEqual(members.map((member) => known.get(member)))
  expect(allIn(given.entries).map(({ id }) => id)).toEqual(merged.map(({ id }) => id))
}

const people = fc.constantFrom('Ann Hart', 'Anna Hart', 'Tom Hart', 'Thomas Hart', 'T. Hart', 'Rose Hart', 'Hart', 'Ann Harte', 'Keld Dahl', 'Kjeld Dahl', 'Dahl', 'Omar al-Tamimi', 'Umar Tamimi', 'President Rui Matos', 'Rui Matos')
const bodies = fc.constantFrom('Norby Ferry Council', 'Norby Fishing Council', 'Norby Ferry Councils', 'NFC', 'N.F.C.', 'Norby Fishing League', 'NFL', 'Ferry Line', 'the company', 'The Norby Herald', 'NorbyHerald.com', 'the White House', 'a court')
const descriptions = fc.subarray(['senator', 'Danish prime minister', 'Brazilian striker', 'chief of the Norby Ferry Council', 'a spokesman for Ann Hart', 'judge'], { maxLength: 2 })
const speaker = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(people, fc.constant('person' as const), descriptions) },
  { weight: 3, arbitrary: fc.tuple(bodies, fc.constantFrom('organization' as const, 'publication' as const, 'group' as const), fc.constant([])) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('an official', 'NFC'), fc.constant('anonymous' as const), descriptions) },
)
const article = fc.array(speaker, { maxLength: 4 }).map((list) => speakers(...list.map(([name, kind, told]): Named => [name, kind, ...told])))
const articleId = fc.constantFrom(...'abcdefghijkl')
/** Articles that come, or come otherwise than they were; null where one goes. */
const change = fc.array(fc.tuple(articleId, fc.option(article, { freq: 3 })), { maxLength: 4 })

function changed(corpus: Corpus, changes: readonly (readonly [string, readonly Speaker[] | null])[]): Corpus {
  const next = new Map(corpus)
  for (const [of, own] of changes) {
    if (own === null) next.delete(of)
    else next.set(of, own)
  }
  return next
}

describe('the speakers of a corpus', () => {
  it('are those that merging all gives, after any changes and changes of these, and so is what is kept', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(articleId, article), { maxLength: 14 }), fc.array(change, { minLength: 1, maxLength: 3 }), fc.constantFrom(NO_CONFIG, CONFIG), (first, changes, config) => {
        let former = run(new Map(first), config)
        expectMerged(former, config)
        expect([...former.given.stands]).toEqual(former.ids.map(() => 0))
        for (const each of changes) {
          const corpus = changed(former.corpus, each)
          const next = run(corpus, config, former)
          expectMerged(next, config)
          const { entryOf, from, kept } = run(corpus, config).given
          expect(next.given).toMatchObject({ entryOf, from })
          expect(written(next.given.kept)).toEqual(written(kept))
          const stands = (of: string) => corpus.get(of) === former.corpus.get(of) && JSON.stringify(knownIn(next, of)) === JSON.stringify(knownIn(former, of))
          expect([...next.given.stands]).toEqual(next.ids.map((of) => (stands(of) ? 1 : 0)))
          expect([...next.given.others]).toEqual(next.ids.map((of) => (corpus.get(of) === former.corpus.get(of) && doOthersStand(next, former, of) ? 1 : 0)))
          expect(alteredIn(next)).toEqual(new Set(next.ids.flatMap((of) => (corpus.get(of) === former.corpus.get(of) ? otherwise(next, former, of).map((i) => knownIn(next, of)[i]!.id) : []))))
          former = next
        }
      }),
      { numRuns: 400 },
    )
  })

  const corpus: Corpus = new Map([
    ['a', speakers(['Ann Hart'], ['Norby Ferry Council', 'organization'])],
    ['b', speakers(['Keld Dahl'])],
    ['c', speakers(['Rose Hart'], ['an official', 'anonymous'])],
    ['d', speakers(['Rui Matos'], ['NFC', 'organization'])],
  ])

  it('are read again only where a change reaches, and are named by their former numbers where they are the same', () => {
    const former = run(corpus, NO_CONFIG)
    expect(former.registry.map(({ name }) => name)).toEqual(['Ann Hart', 'Keld Dahl', 'Norby Ferry Council', 'Rose Hart', 'Rui Matos', 'an official'])
    const same = run(corpus, NO_CONFIG, former)
    expect([same.asked, ...same.given.rows]).toEqual([[], 0, 1, 2, 3, 4, 5])
    const more = run(changed(corpus, [['b2', speakers(['Tom Hart'])]]), NO_CONFIG, former)
    expect(more.asked).toEqual(['b2', 'a', 'c'])
    expect([...more.given.rows]).toMatchObject([0, 1, 2, 3, 4, { name: 'Tom Hart' }, 5])
    const less = run(changed(corpus, [['d', null]]), NO_CONFIG, former)
    expect(less.asked).toEqual(['a'])
    expect([...less.given.rows]).toMatchObject([0, 1, { name: 'Norby Ferry Council', aliases: [] }, 3, 5])
  })

  it('stand where nothing of how they are known has changed', () => {
    const former = run(corpus, NO_CONFIG)
    const stands = (id: string, ...named: readonly Named[]) => [...run(changed(corpus, [[id, speakers(...named)]]), NO_CONFIG, former).given.stands]
    expect(stands('e', ['Keld Dahl'])).toEqual([1, 1, 1, 1, 0])
    expect(stands('e', ['Keld B. Dahl'])).toEqual([1, 0, 1, 1, 0])
    expect(stands('e', ['Rui Matos', 'person', 'a spokesman for Ann Hart'])).toEqual([1, 1, 1, 0, 0])
    expect(stands('b', ['Norby Fishing Company', 'organization'])).toEqual([0, 0, 1, 0])
  })
})
