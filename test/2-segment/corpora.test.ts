import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { segment } from '../../pipeline/2-segment/segment.ts'

interface Row {
  readonly text: string
  readonly sentences: readonly { readonly start: number; readonly end: number }[]
}

const folder = '../shared/corpora'
const rows = (name: string) => readFileSync(`${folder}/${name}.jsonl`, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Row)
const isRight = ({ text, sentences }: Row) => segment(text).sentences.map(key).join() === sentences.map(key).join()
const key = ({ start, end }: { start: number; end: number }) => `${start}-${end}`

describe.skipIf(!existsSync(folder))('development corpora', () => {
  it('at least 49 of the 51 golden rules', () => {
    expect(rows('sentences-golden-rules').filter((row) => isRight(row)).length).toBeGreaterThanOrEqual(49)
  })

  it('F1 of exact sentences in web text at least .86', () => {
    let [found, gold, both] = [0, 0, 0]
    for (const { text, sentences } of rows('sentences-ewt-dev')) {
      const wanted = new Set(sentences.map(key))
      const predicted = segment(text).sentences.map(key)
      found += predicted.length
      gold += wanted.size
      both += predicted.filter((k) => wanted.has(k)).length
    }
    expect((2 * both) / (found + gold)).toBeGreaterThanOrEqual(0.86)
  })
})
