import { describe, expect, test } from 'vitest'
import { parseLinkPairs } from '../../pipeline/check/link-pairs.ts'
import { scorePairs } from '../../pipeline/check/check.ts'

const QUOTE = '“The harbour wall will be rebuilt before the winter storms arrive.”'
const yaml = (link: string, more = '') => `- title: the wall
  a: [Ada Quist, "${QUOTE}"]
  b: [Ada Quist, "${QUOTE}", {role: harbour master, date: "2031-04-02", stance: [support rebuilding the wall]}]
  link: ${link}
${more}`

test('a pair is read with what is known of its sides', () => {
  const [pair] = parseLinkPairs(yaml('same-quote', '  changes: [number]\n'), 'pairs.yaml')
  expect(pair).toMatchObject({ link: 'same-quote', changes: ['number'], a: { speaker: 'Ada Quist', more: { commitment: 'asserts' } } })
  expect(pair?.b.more).toMatchObject({ role: 'harbour master', stance: [{ label: 'support', target: 'rebuilding the wall' }] })
})

test('the same words of one speaker are linked, and what was judged otherwise is a miss', () => {
  const right = scorePairs(parseLinkPairs(yaml('same-quote'), 'pairs.yaml'))
  expect([right.held, right.misses, right.tally.figures().get('link')]).toMatchObject([1, [], { hits: 1, gold: 1, ours: 1 }])
  const wrong = scorePairs(parseLinkPairs(yaml('none', '  changes: [number]\n'), 'pairs.yaml'))
  expect(wrong.misses).toMatchObject([{ layer: 'link', title: 'the wall', gold: 'none', ours: 'same-quote' }, { layer: 'changes', gold: 'number', ours: 'none' }])
  expect(wrong.tally.figures().get('link')).toMatchObject({ hits: 0, gold: 0, ours: 1 })
})

describe('a mistake is told with the pair that holds it', () => {
  test.each([
    ['a link that does not exist', yaml('same-words'), '"the wall": link'],
    ['a stance without a label', yaml('none').replace('support rebuilding', 'likes rebuilding'), '"the wall": b'],
    ['a side without words', yaml('none').replace(`, "${QUOTE}"]`, ']'), '"the wall": a'],
    ['no YAML', '- title: [', 'not YAML'],
  ])('%s', (_, source, message) => {
    expect(() => parseLinkPairs(source, 'pairs.yaml')).toThrow(message)
  })
})
