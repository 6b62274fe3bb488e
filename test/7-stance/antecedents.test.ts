import { expect, test } from 'vitest'
import type { View } from '../../pipeline/7-stance/match/view.ts'
import { antecedents, type Pointer } from '../../pipeline/7-stance/target/antecedents.ts'

const claim = (sentence: number, own: string) => ({ tokens: [{ sentence }], cueEnd: 0, own: [own] }) as unknown as View
const target = (text: string) => ({ text, range: { start: 0, end: text.length } })

/** What a pointer in a sentence means, once Doe proposed a toll in sentence 0. */
function led(sentence: number, pointer: Pointer, speaker = 'Doe', more: readonly string[] = []): string | undefined {
  const { add, lead } = antecedents()
  for (const text of ['a toll', ...more]) add(claim(0, 'Doe'), target(text), true)
  return lead(claim(sentence, speaker), pointer)?.text
}

test('a pointer reaches back a few sentences, and no further', () => {
  expect([2, 3].map((sentence) => led(sentence, 'pronoun'))).toEqual(['a toll', undefined])
  expect([3, 4].map((sentence) => led(sentence, 'noun'))).toEqual(['a toll', undefined])
})

test('a pronoun means what the same speaker judged, a proposal’s general name what anybody proposed', () => {
  expect([led(1, 'pronoun', 'Roe'), led(1, 'noun', 'Roe')]).toEqual([undefined, 'a toll'])
})

test('of two proposals neither is guessed', () => {
  expect(led(1, 'noun', 'Roe', ['a ban'])).toBeUndefined()
})
