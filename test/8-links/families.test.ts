import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LinkInput } from '../../pipeline/8-links/input.ts'
import { addShared, familiesFrom, passageRows, sharedIn, type SharedPassages } from '../../pipeline/8-links/origins/copies.ts'
import { corpusFamilies } from '../../pipeline/8-links/origins/families.ts'
import type { Kept, Past } from '../../pipeline/8-links/past.ts'
import { sourceOf, type LinkSource } from '../../pipeline/8-links/source.ts'
import { groupBy } from '../../pipeline/model/group-by.ts'
import { written } from './past.ts'
import { articleOf } from './rows.ts'

/** The texts of a corpus, by article. */
type Texts = ReadonlyMap<string, string>

/** So many words that are all different, and others for each name. */
const words = (name: string, count: number, from = 0) => Array.from({ length: count }, (_, i) => `${name}${from + i}`).join(' ')
const idOf = (i: number) => `a${String(i).padStart(4, '0')}`

/** As by chance many passages had one hash, of which of one article the first is kept; the passages of one article are lost. */
function withFewHashes(input: LinkInput, hashes: number): LinkInput {
  const few = new Map(input.passageHashes.map((hash, i) => [hash % hashes, input.passages[i]!] as const).toReversed())
  const kept = [...few].toSorted(([, x], [, y]) => x.start - y.start)
  return { ...input, passageHashes: kept.map(([hash]) => hash), passages: input.article === idOf(5) ? [] : kept.map(([, span]) => span) }
}

const inputsOf = (texts: Texts, hashes = Infinity): readonly LinkInput[] =>
  [...texts].sort(([x], [y]) => (x < y ? -1 : 1)).map(([id, text]) => articleOf(id, [], { text })).map((input) => (hashes === Infinity ? input : withFewHashes(input, hashes)))

/** The families by all rows of all articles. */
function familiesByRows(inputs: readonly LinkInput[]) {
  const pairs = [...groupBy(inputs.flatMap(passageRows), ({ key }) => key).values()].flatMap((block) => (block.length > 1 ? sharedIn(block) : []))
  return familiesFrom([...groupBy(pairs, ({ a, b }) => `${a} ${b}`).values()].map((same) => same.reduce<SharedPassages>(addShared, { ...same[0]!, count: 0 })))
}

/** What was kept, as it comes back from a file, and how the articles are numbered before and now. */
function pastOf({ numbers, lists }: Kept, before: Texts, texts: Texts): Past {
  const [were, are] = [[...before.keys()].sort(), [...texts.keys()].sort()]
  const number = (ids: readonly string[], id: string) => (before.get(id) === texts.get(id) ? ids.indexOf(id) : -1)
  return { kept: { numbers, lists: JSON.parse(JSON.stringify(lists)) as Kept['lists'] }, was: Int32Array.from(are, (id) => number(were, id)), now: Int32Array.from(were, (id) => number(are, id)) }
}

/** The same sources, that note whose hashes and passages are asked for. */
function noted(inputs: readonly LinkInput[]) {
  const [hashes, passages]: [string[], string[]] = [[], []]
  const sources = inputs.map((input): LinkSource => ({
    ...sourceOf(input),
    passageHashes: () => (hashes.push(input.article), input.passageHashes),
    passages: () => (passages.push(input.article), input.passages),
  }))
  return { sources, hashes, passages }
}

/** Runs over one corpus after the other, each with what the one before kept; expects of each what a first run over it gives. Gives how many articles each has in families. */
function expectAsFromScratch(corpora: readonly Texts[], hashes = Infinity) {
  let kept: Kept | null = null
  return corpora.map((texts, run) => {
    const [inputs, before] = [inputsOf(texts, hashes), corpora[run - 1] ?? new Map<string, string>()]
    const past: Past | null = kept && pastOf(kept, before, texts)
    const { sources, ...asked } = noted(inputs)
    const result = corpusFamilies(sources, past)
    const wanted = familiesByRows(inputs)
    expect(result.families).toEqual(wanted)
    const were = past && familiesByRows(inputsOf(before, hashes))
    const stands = inputs.map(({ article }, i) => past !== null && past.was[i]! >= 0 && JSON.stringify(were!.get(article)) === JSON.stringify(wanted.get(article)))
    expect([...result.stands].map(Boolean)).toEqual(stands)
    expect(asked.hashes).toEqual(inputs.flatMap(({ article }, i) => (past === null || past.was[i]! < 0 ? [article] : [])))
    expect(new Set(asked.passages).size).toBe(asked.passages.length)
    kept = written(result.kept)
    return wanted.size
  })
}

/** An article: parts of some of a few texts, words of its own, and a slogan that about a hundred of 130 have. */
const text = fc
  .record({ parts: fc.array(fc.record({ base: fc.nat(5), from: fc.nat(9), count: fc.integer({ min: 1, max: 9 }) }), { maxLength: 2 }), own: fc.nat(3000), length: fc.nat(120), slogan: fc.nat(12), first: fc.boolean() })
  .map(({ parts, own, length, slogan, first }) => {
    const said = [...parts.map(({ base, from, count }) => words('abcdef'[base]!, count * 15, from * 15)), words(`own${own}n`, length)]
    const slogans = slogan < 10 ? [words('slogan', 160)] : slogan === 10 ? [words('slogan', 80)] : []
    return (first ? [...slogans, ...said] : [...said, ...slogans]).join(', ')
  })

/** Corpora that come of one another by a few changes. */
const corpora = fc
  .record({
    texts: fc.array(text, { minLength: 110, maxLength: 140 }),
    changes: fc.array(fc.array(fc.record({ article: fc.nat(145), text: fc.option(text) }), { maxLength: 14 }), { minLength: 2, maxLength: 3 }),
  })
  .map(({ texts, changes }) => {
    const all = [new Map(texts.map((each, i) => [idOf(i), each] as const))]
    for (const some of changes) {
      const next = new Map(all.at(-1))
      for (const { article, text: now } of some) {
        if (now === null) next.delete(idOf(article))
        else next.set(idOf(article), now)
      }
      all.push(next)
    }
    return all
  })

/** Articles most of which is one slogan. */
const holding = (from: number, to: number) => new Map(Array.from({ length: to - from }, (_, i) => [idOf(from + i), `${words('slogan', 160)} ${words(`own${from + i}n`, 30)}`] as const))
/** So many articles that begin with one slogan, of which two are copies. */
const beginning = (count: number) => new Map(Array.from({ length: count }, (_, i) => [idOf(i), `${words('slogan', 80)} ${i === 7 || i === 8 ? words('text3n', 160) : words(`own${i}n`, 120)}`] as const))

describe('families, run after run', () => {
  test('are those of a first run', () => {
    fc.assert(fc.property(corpora, (each) => void expectAsFromScratch(each)), { numRuns: 8, endOnFailure: true })
  })

  test('are those of a first run where passages of one hash are not the same, or are lost', () => {
    fc.assert(fc.property(corpora, fc.constantFrom(3, 40), (each, hashes) => void expectAsFromScratch(each, hashes)), { numRuns: 8, endOnFailure: true })
  })

  test('are those of a first run where a slogan becomes or ceases to be one, or is first of another', () => {
    const runs = [holding(0, 100), holding(0, 101), holding(1, 103), holding(0, 103), holding(3, 103), new Map(), holding(0, 101), holding(50, 160), holding(20, 130)]
    expect(expectAsFromScratch(runs)).toEqual(runs.map(({ size }) => size))
  })

  test('are those of a first run where the first that has a slogan is no longer first for a part of it', () => {
    const all = new Map(Array.from({ length: 102 }, (_, i) => [idOf(i + 1), `${words('slogan', 160)} ${words(`own${i}n`, 60)}`] as const))
    const [before, now, after] = expectAsFromScratch([all, new Map([[idOf(0), `${words('slogan', 110)} ${words('text4n', 200)}`], ...all]), all])
    expect(now).toBeLessThan(before!)
    expect(after).toBe(before)
  })

  test('are those of a first run where the evidence of two copies becomes or ceases to be a slogan', () => {
    expect(expectAsFromScratch([beginning(100), beginning(101), beginning(100)])).toEqual([2, 2, 2])
  })
})

describe('a change', () => {
  const texts = new Map(Array.from({ length: 40 }, (_, i) => [idOf(i), words(`text${i % 20}n`, 120)] as const))
  const kept = written(corpusFamilies(noted(inputsOf(texts)).sources, null).kept)
  const asked = (now: Texts) => {
    const { sources, passages } = noted(inputsOf(now))
    const { stands } = corpusFamilies(sources, pastOf(kept, texts, now))
    return { passages, fallen: sources.flatMap(({ article }, i) => (stands[i] === 1 ? [] : [article])) }
  }

  test('of nothing has no passages read', () => {
    expect(asked(texts)).toEqual({ passages: [], fallen: [] })
  })

  test('of one article has its passages read and those of its copies', () => {
    const { passages, fallen } = asked(new Map([...texts, [idOf(21), words('text3n', 110)]]))
    expect(passages.toSorted()).toEqual([3, 21, 23].map(idOf))
    expect(fallen).toEqual([idOf(1), idOf(21)])
  })

  test('that takes an article away leaves its copy alone', () => {
    expect(asked(new Map([...texts].filter(([id]) => id !== idOf(5))))).toEqual({ passages: [], fallen: [idOf(25)] })
  })
})
