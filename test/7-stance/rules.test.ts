import { describe, expect, it } from 'vitest'
import { STANCE_RULES } from '../../pipeline/7-stance/stance.ts'
import { COMMITMENT_RULES } from '../../pipeline/7-stance/rules/commitment.ts'
import { EFFECT_RULES } from '../../pipeline/7-stance/rules/effects.ts'
import { isRefused } from '../../pipeline/7-stance/admit.ts'
import { indexRows, matchRows } from '../../pipeline/7-stance/match/rows.ts'
import { REFUSALS } from '../../pipeline/7-stance/rules/refusals.ts'
import { compile } from '../../pipeline/7-stance/match/pattern.ts'
import { exampleView, judgeExample } from './example.ts'

const slice = (text: string, range: { start: number; end: number } | null) => range && text.slice(range.start, range.end)

describe('rules of stance', () => {
  it('have ids of their own', () => {
    const ids = [...STANCE_RULES, ...EFFECT_RULES, ...COMMITMENT_RULES].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  const all = [...STANCE_RULES.map((rule) => [rule.id, rule, false] as const), ...EFFECT_RULES.map((rule) => [rule.id, rule, true] as const)]
  describe.each(all)('%s', (id, rule, given) => {
    it.each(rule.hits)('hits %s', (hit) => {
      const { text, judgement, evidence, target } = judgeExample(hit, given)
      const found = judgement.stance.filter((stance) => stance.rule === id)
      expect(judgement.stance.map((stance) => stance.rule)).toContain(id)
      if (evidence) expect(found.map((stance) => slice(text, stance.evidence))).toContain(slice(text, evidence))
      if (target) expect(found.map((stance) => slice(text, stance.target.range))).toContain(slice(text, target))
    })
    it.each(rule.misses)('misses %s', (miss) => {
      expect(judgeExample(miss, given).judgement.stance.map((stance) => stance.rule)).not.toContain(id)
    })
  })
})

describe('what keeps a rule from speaking', () => {
  const index = indexRows([...STANCE_RULES, ...EFFECT_RULES])
  it('has ids of its own', () => {
    expect(new Set(REFUSALS.map(({ id }) => id)).size).toBe(REFUSALS.length)
  })
  describe.each(REFUSALS.map((refusal) => [refusal.id, refusal] as const))('%s', (_, refusal) => {
    it.each(refusal.refuses)('refuses %s', (example) => {
      const { view, evidence } = exampleView(example)
      const here = matchRows(index, view.tokens, view.cueEnd).filter(({ from }) => view.tokens[from]!.start === evidence!.start)
      expect(here.map((match) => isRefused(view, match, refusal))).toContain(true)
    })
  })
})

describe('rules of commitment', () => {
  describe.each(COMMITMENT_RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    it.each(rule.hits)('hits %s', (hit) => {
      const { text, judgement, evidence } = judgeExample(hit)
      expect(judgement.commitment).toMatchObject({ rule: id, label: rule.label })
      if (evidence) expect(slice(text, judgement.commitment.evidence)).toBe(slice(text, evidence))
    })
    it.each(rule.misses)('misses %s', (miss) => {
      expect(judgeExample(miss).judgement.commitment.rule).not.toBe(id)
    })
  })
})

describe('patterns', () => {
  it('must begin with a word', () => {
    expect(() => compile('_ of')).toThrow('does not begin with a word')
    expect(() => compile('the? plan')).toThrow('does not begin with a word')
  })
  it('name classes that exist', () => {
    expect(() => compile('@nothing of')).toThrow('no word class')
  })
})
