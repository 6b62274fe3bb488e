import { describe, expect, test } from 'vitest'
import { expectedOfCase } from '../../pipeline/check/expected.ts'
import { TargetMatcher } from '../../pipeline/check/names.ts'
import { scoreDocument } from '../../pipeline/check/score.ts'
import { annotated, marked } from '../support/annotated.ts'

/** Scores an answer, written as marked text of the same words, against a marked case. */
function score(gold: string, ours: string, { layer = 'attribution', confidence = [] as number[] } = {}) {
  const expected = expectedOfCase(marked(gold), layer, 'case.txt', 'case')
  const article = annotated(ours, {}, confidence)
  if (article.source.length !== expected.text.length) throw new Error('gold and answer are marks of different texts')
  const targets = new TargetMatcher(expected.claims.flatMap((claim) => claim.stance?.map(({ target }) => target) ?? []))
  const result = scoreDocument({ expected, answer: { article, quotations: marked(ours).marks.filter(({ label }) => label === 'q') }, targets })
  const counts = (name: string) => {
    const figure = result.tally.figures().get(name)
    return figure === undefined ? null : [figure.hits, figure.gold, figure.ours]
  }
  return { ...result, counts, shown: result.misses.map((miss) => `${miss.verdict} ${miss.layer}: ${expected.text.slice(miss.start, miss.end)}`) }
}

const SAID = '[content “We will appeal,”] [cue said] [speaker Jane Doe].'

test('an answer equal to gold has no miss', () => {
  const { misses, counts } = score(`${SAID}\n---\nspeaker: Jane Doe`, `${SAID}\n---\nspeaker: Jane Doe`)
  expect(misses).toEqual([])
  for (const layer of ['content', 'content exact', 'cue', 'mention', 'speaker']) expect(counts(layer)).toEqual([1, 1, 1])
})

test('what was neither marked nor stated is not counted', () => {
  const { counts, misses } = score('[content “We will appeal,”] said Jane Doe.', `${SAID}\n---\ncommitment: promises`)
  expect([counts('cue'), counts('mention'), counts('commitment')]).toEqual([null, null, null])
  expect(misses).toEqual([])
})

describe('content', () => {
  test('marks, commas and a leading that are no error', () => {
    expect(score('[speaker Jo] [cue said] that [content it was late.]', '[speaker Jo] [cue said] [content that it was late].').counts('content exact')).toEqual([1, 1, 1])
  })

  test('half of the words is a hit, but not an exact one; less is a miss', () => {
    const gold = '[speaker Jo] [cue said] [content aaaa bbbb cccc dddd].'
    expect(score(gold, '[speaker Jo] [cue said] [content aaaa bbbb] cccc dddd.').counts('content')).toEqual([1, 1, 1])
    expect(score(gold, '[speaker Jo] [cue said] [content aaaa bbbb] cccc dddd.').counts('content exact')).toEqual([0, 1, 1])
    expect(score(gold, '[speaker Jo] [cue said] [content aaaa] bbbb cccc dddd.').shown).toEqual([
      'missed content: aaaa bbbb cccc dddd',
      'extra content: aaaa',
    ])
  })

  test('one prediction claims one gold', () => {
    const { counts } = score('[content aaaa bbbb] and [content:2 cccc]', '[content aaaa bbbb and cccc]')
    expect(counts('content')).toEqual([1, 2, 1])
  })

  test('of claims with equal content the one of the same speaker is compared', () => {
    const gold = '[content:1,2 It rained], [speaker Ann] [cue said], [cue:2 citing] [speaker:2 Bo].\n---\nspeaker: Ann\n2 speaker: Bo'
    const ours = '[content:1,2 It rained], [speaker:2 Ann] [cue:2 said], [cue:1 citing] [speaker:1 Bo].\n---\nspeaker: Bo\n2 speaker: Ann'
    expect(score(gold, ours).misses).toEqual([])
  })

  test('a claim beyond the marked ones is an error where all are marked, and only there', () => {
    const [gold, ours] = ['[content Yes], he said. No, she said.', '[content Yes], he said. [content:2 No], she said.']
    expect(score(gold, ours).shown).toEqual(['extra content: No'])
    expect(score(gold, ours, { layer: 'speakers' }).misses).toEqual([])
  })

  test('words marked as none may hold no claim anywhere', () => {
    const [gold, ours] = ['The [none “Iron Duke”] won.', 'The [content “Iron Duke”] won.']
    expect(score(gold, ours, { layer: 'speakers' }).shown).toEqual(['extra content: “Iron Duke”'])
  })

  test('a case without a content mark asserts that there is no claim', () => {
    expect(score('It rained all day.', '[content It rained] all day.').shown).toEqual(['extra content: It rained'])
    expect(score('It rained all day.', 'It rained all day.').misses).toEqual([])
  })
})

test('a claim without a marked content is found by its cue, else by its mention', () => {
  const ours = '[content Yes], [cue said] [speaker Jo].\n---\nspeaker: Jo Brand'
  expect(score('Yes, [cue said] Jo.\n---\nspeaker: Jo Brand', ours, { layer: 'speakers' }).counts('speaker')).toEqual([1, 1, 1])
  expect(score('Yes, said [speaker Jo].\n---\nspeaker: Ann', ours, { layer: 'speakers' }).shown).toEqual(['wrong speaker: Yes'])
})

test('the fields of a claim that was not found count as missed, not twice as misses', () => {
  const { counts, shown } = score(`${SAID}\n---\nstance: oppose the ruling`, '“We will appeal,” said Jane Doe.')
  expect(counts('stance')).toEqual([0, 1, 0])
  expect(shown).toEqual(['missed content: “We will appeal,”'])
})

const saidWith = (facts: string) => `${SAID}\n---\n${facts}`

describe('fields of a claim', () => {
  test.each([
    ['speaker: J. Doe', 'speaker: Jane Doe', 'speaker', [1, 1, 1]],
    ['speaker: Jane Doe', 'speaker: Ann Doe', 'speaker', [0, 1, 1]],
    ['speaker: Jane Doe + Bo Roe', 'speaker: Jane Doe', 'speaker', [0, 1, 1]],
    ['speaker: unknown', 'speaker: Jane Doe', 'speaker', [0, 1, 1]],
    ['speaker: unknown', 'kind: direct', 'speaker', [1, 1, 1]],
    ['speaker: three senior aides', 'speaker: the aides', 'speaker', [1, 1, 1]],
    ['commitment: asserts', 'commitment: denies', 'commitment', [0, 0, 1]],
    ['commitment: denies', 'commitment: denies', 'commitment', [1, 1, 1]],
    ['commitment: denies', 'commitment: doubts', 'commitment', [0, 1, 1]],
    ['stance: oppose the ruling', 'stance: oppose the verdict', 'stance', [1, 1, 1]],
    ['stance: oppose the ruling', 'stance: oppose the verdict', 'stance+target', [0, 1, 1]],
    ['stance: oppose the ruling', 'stance: oppose the court ruling', 'stance+target', [1, 1, 1]],
    ['stance: none', 'stance: oppose the ruling', 'stance', [0, 0, 1]],
    ['stance: oppose the ruling', 'stance: oppose the ruling\nstance: oppose the bench', 'stance', [1, 1, 2]],
    ['chain: Harbour Times; three aides', 'chain: the Harbour Times', 'chain', [1, 2, 1]],
    ['chain: none', 'chain: Harbour Times', 'chain', [0, 0, 1]],
    ['kind: mixed', 'kind: direct', 'kind', [0, 1, 1]],
    ['mode: attitude', 'mode: attitude', 'mode', [1, 1, 1]],
    ['resolved: pronoun', 'resolved: name', 'resolved', [0, 1, 1]],
  ])('%s against %s', (gold, answer, layer, counts) => {
    expect(score(saidWith(gold), saidWith(answer)).counts(layer)).toEqual(counts)
  })

  test('within names the claim that was paired with the outer one', () => {
    const text = '[content:2 [speaker Ann] [cue said] that [content it rained]], [cue:2 wrote] [speaker:2 Bo].\n---\n'
    expect(score(`${text}within: 2\n2 within: none`, `${text}within: 2`).counts('within')).toEqual([2, 2, 2])
    expect(score(`${text}within: 2`, text).shown).toEqual(['wrong within: it rained'])
  })
})

test('sentences and quotations are right only where both ends are', () => {
  const gold = '[s [q “One.”]] [s Two.]'
  expect(score(gold, '[s [q “One.”]] [s Two.]', { layer: 'segment' }).misses).toEqual([])
  expect(score(gold, '[s [q “One.”] Two.]', { layer: 'segment' }).shown).toEqual(['missed sentences: “One.”', 'missed sentences: Two.', 'extra sentences: “One.” Two.'])
  expect(score('Ten o’clock', 'Ten o[q ’clock]', { layer: 'quotations' }).counts('quotations')).toEqual([0, 0, 1])
})

test('a stated problem must be raised', () => {
  expect(score('“No\n---\nproblem: quotation/unclosed', '“No').shown).toEqual(['missed problems: “No'])
})

test('a claim is graded right when content and mention are', () => {
  const gold = '[content Yes], [cue said] [speaker Jo]. [content:2 No], [cue:2 said] [speaker:2 Ann]. Rain, said Bo.'
  const ours = '[content Yes], [cue said] [speaker Jo]. [content:2 No], [cue:2 said] Ann. [content:3 Rain], said [speaker:3 Bo].'
  const { graded } = score(gold, ours, { confidence: [0.9, 0.5, 0.2] })
  expect(graded.map(({ right }) => right)).toEqual([true, false, false])
  expect(graded.map(({ confidence }) => confidence)).toEqual(graded.map(({ confidence }) => confidence).toSorted((a, b) => b - a))
})
