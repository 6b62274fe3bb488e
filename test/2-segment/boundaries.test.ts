import { describe, expect, it } from 'vitest'
import { BOUNDARY_RULES } from '../../pipeline/2-segment/boundaries.ts'
import { STANDS_ALONE } from '../../pipeline/2-segment/layout.ts'
import { sentenceBoundaries } from '../../pipeline/2-segment/sentences.ts'
import { tokensOf } from '../../pipeline/2-segment/tokens.ts'

/** The sentences of a paragraph marked with ` | ` (a space belongs to the text) or `|` (none does), and the rules that decided. */
function judge(marked: string) {
  const text = marked.replaceAll(' | ', ' ').replaceAll('|', '')
  const tokens = tokensOf(text, [{ start: 0, end: text.length }])[0]!
  const { starts, rules } = sentenceBoundaries(text, tokens)
  const cuts = starts.map((start) => tokens[start]!.start)
  return { sentences: cuts.map((cut, i) => text.slice(cut, cuts[i + 1]).trim()), rules }
}

const wanted = (marked: string) => marked.split('|').map((sentence) => sentence.trim())

describe('boundary rules', () => {
  it('have one id each', () => {
    expect(new Set(BOUNDARY_RULES.map((rule) => rule.id)).size).toBe(BOUNDARY_RULES.length)
  })
  for (const { id, hits, misses } of BOUNDARY_RULES)
    describe(id, () => {
      it.each(hits)('decides: %s', (marked) => {
        const { sentences, rules } = judge(marked)
        expect(sentences).toEqual(wanted(marked))
        expect(rules).toContain(id)
      })
      if (misses.length)
        it.each(misses)('does not decide: %s', (marked) => {
          const { sentences, rules } = judge(marked)
          expect(sentences).toEqual(wanted(marked))
          expect(rules).not.toContain(id)
        })
    })
})

describe('what stands alone', () => {
  it.each(STANDS_ALONE.map((row) => row.example))('%s', (marked) => {
    expect(judge(marked).sentences).toEqual(wanted(marked))
  })
})
