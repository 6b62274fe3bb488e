import { diffArrays } from 'diff'
import { expect, test } from 'vitest'
import { editRuns, Numbers } from '../../pipeline/text/edits.ts'

let seed = 7
const below = (n: number) => (seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0) % 65_521 % n
const list = (size: number, words: number) => Array.from({ length: size }, () => `w${below(words)}`)

test('runs of edits are those of jsdiff, for lists that share much, little and nothing', () => {
  for (let round = 0; round < 2000; round++) {
    const a = list(below(30), 1 + below(12))
    const b = round % 2 ? list(below(30), 1 + below(12)) : a.toSpliced(below(a.length + 1), below(4), ...list(below(3), 12))
    const numbers = new Numbers()
    const [x, y] = [a, b].map((words) => Int32Array.from(words, (word) => numbers.of(word))) as [Int32Array, Int32Array]
    expect(editRuns(x, y), `${a.join(' ')} | ${b.join(' ')}`).toEqual(diffArrays(a, b).map(({ count, added, removed }) => ({ count, added, removed })))
  }
})
