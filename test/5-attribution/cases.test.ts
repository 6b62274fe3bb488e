import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { segment } from '../../pipeline/2-segment/segment.ts'
import { findQuotations } from '../../pipeline/3-quotations/quotations.ts'
import { parse } from '../../pipeline/4-syntax/syntax.ts'
import { attribute } from '../../pipeline/5-attribution/attribute.ts'
import { parseMarked, type ClaimFacts, type MarkedCase } from '../../pipeline/check/marked.ts'
import type { Attribution } from '../../pipeline/model/layers.ts'
import type { Range } from '../../pipeline/model/span.ts'
import { articleOf } from '../support/annotated.ts'

const folder = new URL('../../fixtures/cases/attribution/', import.meta.url)

/** Contents are compared without the marks and stops at their ends. */
const bare = (words: string) => words.replace(/^[\s.,“”"]+|[\s.,“”"]+$/g, '')

function shown(text: string, mention: Range | null, cue: Range | null, content: readonly Range[]): string {
  const words = (range: Range | null | undefined) => (range ? text.slice(range.start, range.end) : '-')
  return `[${words(mention)}] [${words(cue)}] ${content.map((part) => bare(words(part))).join(' | ')}`
}

interface Judged {
  readonly shown: string
  readonly facts: ClaimFacts
  readonly number: number
}

function judged({ text, marks, facts }: MarkedCase): Judged[] {
  const numbers = [...new Set(marks.flatMap(({ claims }) => claims))].toSorted((a, b) => a - b)
  return numbers.map((number) => {
    const parts = (label: string) => marks.filter((mark) => mark.label === label && mark.claims.includes(number))
    return { shown: shown(text, parts('speaker')[0] ?? null, parts('cue')[0] ?? null, parts('content')), facts: facts.get(number) ?? {}, number }
  })
}

function named(text: string, claims: readonly Attribution[], index: number): string {
  const { mention, continues } = claims[index]!
  if (mention !== null) return text.slice(mention.start, mention.end)
  return continues === null ? 'unknown' : named(text, claims, continues)
}

const hopName = (text: string, claims: readonly Attribution[], { attribution, mention }: Attribution['chain'][number]) =>
  attribution !== null ? named(text, claims, attribution) : text.slice(mention!.start, mention!.end)

/** The rules without the tagger: what it finds varies with its training, and `claimtrace check` measures both together. */
describe.each(readdirSync(folder))('frames, %s', (file) => {
  it.each(parseMarked(readFileSync(new URL(file, folder), 'utf8'), file).map((each) => [each.title, each] as const))('%s', (_, each) => {
    const segmented = segment(each.text)
    const quotes = findQuotations(segmented)
    const claims = attribute(articleOf(each.text), segmented, quotes, parse(segmented, quotes), []).claims
    const found = claims.map(({ mention, cue, content }) => shown(each.text, mention, cue, content))
    const gold = judged(each)
    expect(found.toSorted()).toEqual(gold.map((claim) => claim.shown).toSorted())
    for (const { shown: wanted, facts } of gold) {
      const index = found.indexOf(wanted)
      const claim = claims[index]!
      if (facts.kind !== undefined) expect(claim.kind).toBe(facts.kind)
      if (facts.mode !== undefined) expect(claim.mode).toBe(facts.mode)
      if (facts.chain !== undefined) expect(claim.chain.map((hop) => hopName(each.text, claims, hop))).toEqual(facts.chain)
      if (facts.within !== undefined) {
        const outer = gold.find(({ number }) => number === facts.within)
        expect(claim.within === null ? null : found[claim.within]).toBe(outer?.shown ?? null)
      }
    }
  })
})
