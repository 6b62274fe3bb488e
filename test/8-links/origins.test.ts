import { describe, expect, test } from 'vitest'
import type { LinkInput } from '../../pipeline/8-links/input.ts'
import { rowsOf } from '../../pipeline/8-links/claims/rows.ts'
import { corpusFamilies } from '../../pipeline/8-links/origins/families.ts'
import { sourceOf } from '../../pipeline/8-links/source.ts'
import { mergeReports } from '../../pipeline/8-links/origins/merge.ts'
import { traceGroup } from '../../pipeline/8-links/origins/origins.ts'
import { samplePassages } from '../../pipeline/8-links/origins/passages.ts'
import { venueIn } from '../../pipeline/8-links/origins/venue.ts'
import { mergeSpeakers } from '../../pipeline/8-links/speakers/speakers.ts'
import { NO_CONFIG } from '../../pipeline/model/config.ts'
import type { SpeakerKind } from '../../pipeline/model/schema.ts'
import { articleOf, type Said } from './rows.ts'

/** Origins and support of all claims of some articles, taken as one group. */
function traced(...inputs: readonly LinkInput[]) {
  return traceGroup(rowsOf(inputs, mergeSpeakers(inputs, NO_CONFIG)), [], corpusFamilies(inputs.map(sourceOf), null).families)
}

const KINDS: Readonly<Record<string, SpeakerKind>> = {
  'Harbour Times': 'publication', Reuters: 'publication', officials: 'anonymous', 'two port officials': 'anonymous', 'an aide': 'anonymous', 'a driver': 'anonymous', 'court papers': 'publication', 'unconfirmed reports': 'anonymous',
}
const independent = (a: Said, b: Said, about: Partial<LinkInput> = {}) => traced(articleOf('a', [a], about, KINDS), articleOf('b', [b], {}, KINDS)).support.independent

/** How many are independent of a claim of Ada Holm's and one of Tom Birch's in which she says something. */
function passing(words: string) {
  const inputs = [articleOf('a', [{ who: 'Ada Holm', words: 'the dam is leaking' }]), articleOf('b', [{ who: 'Tom Birch', words }, { who: 'Holm', words: 'the dam has a leak', within: 'c1' }])]
  return traceGroup(rowsOf(inputs, mergeSpeakers(inputs, NO_CONFIG)).filter(({ claim }) => claim.within === null), [], new Map()).support.independent
}

describe('two claims of one group', () => {
  test.each<readonly [string, number, Said, Said]>([
    ['of two people', 2, { who: 'Ada Holm', words: 'the dam is leaking' }, { who: 'Tom Birch', words: 'there is a leak' }],
    ['of one person', 1, { who: 'Ada Holm', words: 'the dam is leaking' }, { who: 'Holm', words: 'there is a leak' }],
    ['of a person and who speaks for her', 1, { who: 'Ada Holm', words: 'the dam is leaking' }, { who: 'a spokesman for Ada Holm', words: 'there is a leak' }],
    ['of a named person and an unnamed one', 2, { who: 'Ada Holm', words: 'the dam is leaking' }, { who: 'a driver', words: 'there is a leak' }],
    ['of one description', 1, { who: 'officials', words: 'the dam is leaking' }, { who: 'two port officials', words: 'there is a leak' }],
    ['of two descriptions', 2, { who: 'officials', words: 'the dam is leaking' }, { who: 'a driver', words: 'there is a leak' }],
    ['of one document', 1, { who: 'court papers', words: 'the dam is leaking' }, { who: 'court papers', words: 'there is a leak' }],
    ['of a person and nobody who is named', 1, { who: 'Ada Holm', words: 'the dam is leaking' }, { words: 'there is a leak' }],
    ['of a person and a report of nobody', 1, { who: 'Ada Holm', words: 'the dam is leaking' }, { who: 'unconfirmed reports', words: 'there is a leak' }],
    ['of a person and a video', 1, { who: 'Ada Holm', words: 'the dam is leaking' }, { who: 'the video', words: 'there is a leak' }],
    ['of a person and a statement with whom it is from', 1, { who: 'Ada Holm', words: 'the dam is leaking' }, { who: 'a statement attributed to the port', words: 'there is a leak' }],
    ['of a person and who passes on what she says', 1, { who: 'Ada Holm', words: 'the dam is leaking' }, { who: 'Tom Birch', words: 'there is a leak', via: 'Ada Holm' }],
    ['of a person and a body that goes by her name', 1, { who: 'Ada Holm', words: 'the dam is leaking' }, { who: 'Friends of Holm', words: 'there is a leak' }],
    ['of two people, of whom one is only said to say so', 1, { who: 'Ada Holm', words: 'the dam is leaking' }, { who: 'Tom Birch', words: 'there is a leak', cue: 'is believed' }],
    ['of two people who ask for one thing in no sentence', 1, { who: 'Ada Holm', words: 'to mend the dam before winter' }, { who: 'Tom Birch', words: 'repairs of the dam' }],
    ['of nobody who is named', 1, { words: 'the dam is leaking' }, { words: 'there is a leak' }],
    ['through one outlet', 1, { who: 'Ada Holm', words: 'the dam is leaking', via: 'Harbour Times' }, { who: 'Tom Birch', words: 'there is a leak', via: 'Harbour Times' }],
    ['told to one outlet', 1, { who: 'Ada Holm', words: 'the dam is leaking', venue: 'the Harbour Times' }, { who: 'Tom Birch', words: 'there is a leak', via: 'Harbour Times' }],
    ['that share eight words', 1, { who: 'Ada Holm', words: 'yes, the dam would not hold another winter of floods' }, { who: 'Tom Birch', words: 'The dam would not hold another “winter of” rain' }],
    ['that share seven words', 2, { who: 'Ada Holm', words: 'yes, the dam would not hold another winter' }, { who: 'Tom Birch', words: 'The dam would not hold another spring or winter' }],
  ])('%s: %i independent', (_, wanted, a, b) => {
    expect(independent(a, b)).toBe(wanted)
    expect(independent(b, a)).toBe(wanted)
  })

  test('of two articles of one outlet, or of an outlet and who names it, are one', () => {
    const [a, b]: readonly [Said, Said] = [{ who: 'Ada Holm', words: 'the dam is leaking' }, { who: 'Tom Birch', words: 'there is a leak' }]
    expect(traced(articleOf('a', [a], { outlet: 'Harbour Times' }), articleOf('b', [b], { outlet: 'The Harbour Times' })).support).toMatchObject({ independent: 1, outlets: 1, attested: 1 })
    expect(independent(a, { ...b, via: 'Harbour Times' }, { outlet: 'Harbour Times' })).toBe(1)
  })

  test('with a credit of one agency, or of an agency and a report of it, are one', () => {
    const credits = [{ start: 0, end: 9, exact: '(Reuters)' }]
    const [a, b]: readonly [Said, Said] = [{ who: 'Ada Holm', words: 'the dam is leaking' }, { who: 'Tom Birch', words: 'there is a leak' }]
    const { origins, support } = traced(articleOf('a', [a], { credits }), articleOf('b', [b], { credits }))
    expect([origins.map(({ kind, name }) => `${kind} ${name}`), support.independent]).toEqual([['wire Reuters'], 1])
    expect(independent(a, { ...b, via: 'Reuters' }, { credits })).toBe(1)
  })

  test('and a third that names nobody are two', () => {
    expect(traced(articleOf('a', [{ who: 'Ada Holm', words: 'the dam is leaking' }]), articleOf('b', [{ who: 'Tom Birch', words: 'there is a leak' }]), articleOf('c', [{ words: 'it is leaking' }])).support.independent).toBe(2)
  })

  test('of a person and of who names her in most of what is said are one, and are two where that is a small part', () => {
    expect(passing('Holm said the dam has a leak')).toBe(1)
    expect(passing('the dam was built in a hurry by two brothers from Norby, and Holm had told them it has a leak')).toBe(2)
  })

  test('of one article count once, whoever says it', () => {
    expect(traced(articleOf('a', [{ who: 'Ada Holm', words: 'the dam is leaking' }, { who: 'Tom Birch', words: 'there is a leak' }])).support).toMatchObject({ articles: 1, independent: 1 })
  })
})

const sentences = (from: number, count: number) => Array.from({ length: count }, (_, i) => `Gauge ${from + i} on the river stood at ${(from + i) * 7} inches when keeper number ${from + i} read it.`).join(' ')
const kept = (text: string) => samplePassages(text).passages.map(({ exact }) => exact)
const [A, B]: readonly [Said, Said] = [{ who: 'Ada Holm', words: 'the dam is leaking' }, { who: 'Tom Birch', words: 'there is a leak' }]

describe('copied articles', () => {
  test('tie whatever they say where most of one stands in the other', () => {
    const { origins, support } = traced(articleOf('a', [A], { text: sentences(0, 20) }), articleOf('b', [B], { text: `${sentences(0, 20)} ${sentences(90, 5)}` }))
    expect(support).toMatchObject({ independent: 1, attested: 1 })
    expect(origins.find(({ kind }) => kind === 'copy')!.evidence.map(({ article, exact }) => [article, exact.split(/[ .]+/).length])).toEqual([['a', 8], ['b', 8]])
  })

  test('are not those that share a sentence or two: a copied sentence ties the claims that hold it, no others', () => {
    expect(traced(articleOf('a', [A], { text: sentences(0, 20) }), articleOf('b', [B], { text: `${sentences(0, 2)} ${sentences(90, 20)}` })).support).toMatchObject({ independent: 2, attested: 2 })
  })

  test('keep the same sample of passages wherever they stand', () => {
    expect(kept(sentences(3, 9)).length).toBeGreaterThan(3)
    for (const exact of kept(sentences(3, 9))) expect(kept(`“Rain.” ${sentences(3, 9)}`)).toContain(exact)
  })
})

test('an article that holds most of a short one is a copy of it, however long it is', () => {
  expect(traced(articleOf('a', [A], { text: sentences(0, 20) }), articleOf('b', [B], { text: `${sentences(0, 20)} ${sentences(90, 80)}` })).support.independent).toBe(1)
})

test('what was judged to be one utterance has one origin, though nothing else ties its speakers', () => {
  const inputs = [articleOf('a', [A]), articleOf('b', [B])]
  const trace = (utterances: readonly (readonly [number, number])[]) => traceGroup(rowsOf(inputs, mergeSpeakers(inputs, NO_CONFIG)), utterances, corpusFamilies(inputs.map(sourceOf), null).families)
  expect([trace([]).support.independent, trace([[0, 1]]).support.independent]).toEqual([2, 1])
  expect(trace([[0, 1]]).origins.map(({ kind, members }) => [kind, members.length])).toEqual([['utterance', 2]])
})

test('one report that reaches claims of several groups is one origin of them all', () => {
  const claims: readonly Said[] = [{ who: 'Ada Holm', words: 'the dam is leaking', via: 'Harbour Times' }, { who: 'Ada Holm', words: 'the mayor has fled', via: 'Harbour Times' }]
  const inputs = [articleOf('a', claims, {}, KINDS)]
  const groups = rowsOf(inputs, mergeSpeakers(inputs, NO_CONFIG)).map((row) => traceGroup([row], [], new Map()))
  const { origins, idOf } = mergeReports(groups)
  expect(origins.map(({ kind, name, members }) => [kind, name, members.map(({ claim }) => claim)])).toEqual([['report', 'Harbour Times', ['c1', 'c2']]])
  expect(new Set(groups.flatMap(({ support }) => support.origins.map(idOf)))).toEqual(new Set([origins[0]!.id]))
})

test('a report reaches the next paragraph, and none further on', () => {
  const input = articleOf('a', [{ who: 'Harbour Times', words: 'the minister will resign' }, { who: 'an aide', words: 'the car was ordered', paragraph: 2 }], {}, KINDS)
  expect(rowsOf([input], mergeSpeakers([input], NO_CONFIG)).map(({ carriers }) => carriers.length)).toEqual([1, 0])
})

describe('support', () => {
  test('counts what rests on unnamed people alone, and what nobody says', () => {
    expect(traced(articleOf('a', [{ who: 'a driver', words: 'the brakes failed' }], {}, KINDS), articleOf('b', [A])).support).toMatchObject({ independent: 2, anonymous: 1 })
    expect(traced(articleOf('a', [{ words: 'the brakes failed' }])).support).toMatchObject({ independent: 1, anonymous: 1 })
  })

  test('one utterance that three papers heard is one origin, attested three times', () => {
    const said = { who: 'Ada Holm', words: '“The dam will not hold another winter of floods like the last one.”' }
    const { origins, support } = traced(...['a', 'b', 'c'].map((id) => articleOf(id, [said], { outlet: `Paper ${id}` })))
    expect(support).toMatchObject({ articles: 3, outlets: 3, independent: 1, attested: 3, anonymous: 0 })
    expect(origins.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['copy one passage', 'utterance Ada Holm'])
    expect(origins[0]!.evidence).toMatchObject([{ article: 'a', start: 1, exact: 'The dam will not hold another winter of' }, { article: 'b' }, { article: 'c' }])
  })
})

test('a report named once reaches unnamed sources that go on from it, until somebody with a name speaks', () => {
  const input = articleOf('a', [
    { who: 'Harbour Times', words: 'the minister will resign' },
    { who: 'officials', words: 'the letter is written', paragraph: 1 },
    { who: 'an aide', words: 'it lies on the desk', paragraph: 1 },
    { who: 'Ada Holm', words: 'nobody has told her', paragraph: 2 },
    { who: 'an aide', words: 'the car was ordered', paragraph: 2 },
  ], {}, KINDS)
  expect(rowsOf([input], mergeSpeakers([input], NO_CONFIG)).map(({ carriers }) => carriers.length)).toEqual([1, 1, 1, 0, 0])
})

test.each([
  ['The dam leaks, Ada Holm told the Harbour Times on Monday.', 'Harbour Times'],
  ['It leaks, she said in an interview with CNN’s morning show.', 'CNN'],
  ['The dam leaks, according to the New York Times and its editor.', 'New York Times'],
  ['She told the Harbour Board that it leaks.', null],
  ['The Harbour Times has 300 readers.', null],
])('the outlet that was told: %s', (text, name) => {
  const found = venueIn(text, { start: 0, end: text.length })
  expect(found?.exact ?? null).toBe(name)
  if (found) expect(text.slice(found.start, found.end)).toBe(name)
})
