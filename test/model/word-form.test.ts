import { expect, test } from 'vitest'
import { formOf, perForm } from '../../pipeline/model/word-form.ts'

test('words alike in text, lemma and part of speech are one form, all others are not', () => {
  const form = formOf('Said', 'said', 'say', 'VERB')
  expect(formOf('Said', 'said', 'say', 'VERB')).toBe(form)
  expect(formOf('said', 'said', 'say', 'VERB')).not.toBe(form)
  expect(formOf('Said', 'said', 'Said', 'PROPN')).not.toBe(form)
  expect(formOf('Said', 'said', 'say', 'ADJ')).not.toBe(form)
})

test('what is worked out of a form is worked out once, also where it is nothing much', () => {
  let asked = 0
  const isShort = perForm(({ text }) => {
    asked++
    return text.length < 3
  })
  const length = perForm(({ text }) => text.length)
  const forms = ['by', 'within', ''].map((text) => formOf(text, text, text, 'ADP'))
  for (let again = 0; again < 2; again++) {
    expect(forms.map(isShort)).toEqual([true, false, true])
    expect(forms.map(length)).toEqual([2, 6, 0])
  }
  expect(asked).toBe(3)
})

test('a form that was forgotten comes again with the same answers', () => {
  const isUpper = perForm(({ text }) => text === text.toUpperCase())
  const before = formOf('NATO', 'nato', 'nato', 'PROPN')
  expect(isUpper(before)).toBe(true)
  for (let i = 0; i < 200_001; i++) formOf(`w${i}`, `w${i}`, `w${i}`, 'X')
  const after = formOf('NATO', 'nato', 'nato', 'PROPN')
  expect(after).not.toBe(before)
  expect(isUpper(after)).toBe(true)
})
