import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseMarked, type MarkedCase } from '../../pipeline/check/marked.ts'
import type { RawJudgement } from '../../pipeline/model/layers.ts'
import { attribution, judged } from './example.ts'

/** Stance and commitment on the marked spans of fixtures/cases/stance: what the rules do where attribution is right. */
const cases = (name: string): MarkedCase[] =>
  parseMarked(readFileSync(new URL(`../../fixtures/cases/stance/${name}.txt`, import.meta.url), 'utf8'), name)

interface Counts {
  tp: number
  gold: number
  ours: number
}
const f1 = ({ tp, gold, ours }: Counts) => (200 * tp) / (gold + ours)

function judge(marked: MarkedCase): { readonly number: number; readonly judgement: RawJudgement }[] {
  const of = (label: string, number: number) => marked.marks.filter((mark) => mark.label === label && mark.claims.includes(number))
  const claims = [...new Set(marked.marks.flatMap((mark) => mark.claims))]
    .filter((number) => of('content', number).length > 0)
    .map((number) => ({ number, attribution: attribution(of('content', number), of('cue', number)[0] ?? null) }))
    .sort((a, b) => a.attribution.content[0]!.start - b.attribution.content[0]!.start)
  const judgements = judged(marked.text, claims.map((claim) => claim.attribution))
  return claims.map(({ number }, i) => ({ number, judgement: judgements[i]! }))
}

function score(names: readonly string[]): { commitment: number; label: number; target: number } {
  const commitment: Counts = { tp: 0, gold: 0, ours: 0 }
  const label: Counts = { tp: 0, gold: 0, ours: 0 }
  const target: Counts = { tp: 0, gold: 0, ours: 0 }
  for (const marked of names.flatMap(cases))
    for (const { number, judgement } of judge(marked)) {
      const facts = marked.facts.get(number)
      const stated = facts?.commitment ?? 'asserts'
      if (stated !== 'asserts') commitment.gold++
      if (judgement.commitment.label !== 'asserts') commitment.ours++
      if (stated !== 'asserts' && stated === judgement.commitment.label) commitment.tp++
      if (facts?.stance === undefined) continue
      for (const counts of [label, target]) {
        counts.gold += facts.stance.length
        counts.ours += judgement.stance.length
        const left = [...judgement.stance]
        for (const gold of facts.stance) {
          const hit = left.findIndex(
            (ours) => ours.label === gold.label && (counts === label || sharesStems(gold.target, ours.target.text)),
          )
          if (hit >= 0) counts.tp += left.splice(hit, 1).length
        }
      }
    }
  return { commitment: f1(commitment), label: f1(label), target: f1(target) }
}

/** As the seeds are scored: at least a fifth of the words of four letters or more in common, by their first five letters. */
function sharesStems(a: string, b: string): boolean {
  const [x, y] = [stemsOf(a), stemsOf(b)]
  const shared = [...x].filter((stem) => y.has(stem)).length
  return shared / (x.size + y.size - shared) >= 0.2
}

function stemsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}{3,}/gu) ?? []
  return new Set(words.filter((word) => word.length > 3 || word === 'tax').map((word) => word.slice(0, 5)))
}

describe('marked cases', () => {
  it.each([['dev-short', 'dev-passages'], ['aside-short', 'aside-passages']])('%s, %s', (...names) => {
    const { commitment, label, target } = score(names)
    expect(commitment).toBeGreaterThan(90)
    expect(label).toBeGreaterThan(65)
    expect(target).toBeGreaterThan(60)
  })
})

describe('each kind of fault that was mended', () => {
  it.each(cases('kinds').map((marked) => [marked.title, marked] as const))('%s', (_, marked) => {
    const [{ judgement }] = judge(marked) as [ReturnType<typeof judge>[number]]
    const { commitment, stance } = marked.facts.get(1) ?? {}
    if (commitment) expect(judgement.commitment.label).toBe(commitment)
    if (!stance) return
    expect(judgement.stance.map(({ label }) => label)).toEqual(stance.map(({ label }) => label))
    for (const [i, { target }] of stance.entries()) expect([target, judgement.stance[i]!.target.text]).toSatisfy(([a, b]) => sharesStems(a, b))
  })
})
