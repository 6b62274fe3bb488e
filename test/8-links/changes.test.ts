import { describe, expect, it } from 'vitest'
import { changesOf } from '../../pipeline/8-links/judge/changes.ts'

const quoted = (text: string) => ({ text, quoted: true })
const kinds = (a: string, b: string) => changesOf(quoted(a), quoted(b)).map(({ kind, from, to }) => [kind, from, to])

describe('changesOf', () => {
  it.each([
    ['“We agree,” she said', '"we agree" she said', []],
    ['we shall never sell the mill', 'we shall sell the mill', [['negation', 'never', '']]],
    ['we shall sell it in 2031', 'we shall sell it in 2032', [['number', '2031', '2032']]],
    ['we shall sell the old mill', 'we shall sell the mill', [['cut', 'old', '']]],
    ['we shall sell the mill', 'we shall gladly sell the mill', [['added', '', 'gladly']]],
    ['we shall sell the mill', 'we shall close the mill', [['reworded', 'sell', 'close']]],
    ['nobody in this town likes it, but the mill stays', 'the mill stays', [['cut', 'nobody in this town likes it but', '']]],
  ])('%s / %s', (a, b, wanted) => {
    expect(kinds(a, b)).toEqual(wanted)
  })

  it('names a quotation that became a paraphrase as one change', () => {
    const changes = changesOf(quoted('“I am done with politics for good.”'), { text: 'she would not return to public life', quoted: false })
    expect(changes).toEqual([{ kind: 'paraphrased', from: '“I am done with politics for good.”', to: 'she would not return to public life' }])
  })
})
