import { expect, test } from 'vitest'
import { csvTable } from '../../pipeline/model/csv.ts'

const cell = (value: string | number | boolean | null) => csvTable([], [[value]]).slice(2)

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('a text that a spreadsheet would run is marked as text: %j', (text) => {
  expect(cell(text).replace(/^"|"$/g, '')).toBe(`'${text}`)
})

test('numbers stay numbers, below zero too, and what is not there stays empty', () => {
  expect([cell(-1.5), cell(0), cell(false), cell(null), cell('a=b')]).toEqual(['-1.5', '0', 'false', '', 'a=b'])
})

test('a cell with a mark, a comma or a line end is quoted', () => {
  expect([cell('a "b"'), cell('a,b'), cell('a\nb')]).toEqual(['"a ""b"""', '"a,b"', '"a\nb"'])
})
