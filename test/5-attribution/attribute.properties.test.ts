import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segment } from '../../pipeline/2-segment/segment.ts'
import { findQuotations } from '../../pipeline/3-quotations/quotations.ts'
import { parse } from '../../pipeline/4-syntax/syntax.ts'
import { attribute } from '../../pipeline/5-attribution/attribute.ts'
import { tagClaims } from '../../pipeline/5-attribution/tagger/tagger.ts'
import { sizeOf } from '../../pipeline/model/span.ts'
import { contains, overlaps } from '../../pipeline/model/span.ts'
import { articleOf } from '../support/annotated.ts'
import { hostileText } from '../support/hostile.ts'

/** Words that reporting hangs on, so that random text runs into the frames. */
const words = fc.constantFrom(
  'said', 'says', 'according', 'to', 'citing', 'that', 'by', 'reported', 'was', 'told', 'Doe', 'the', 'officials', 'and', ',', '.', ':', '“', '”', '"',
  'adding', 'who', 'of', 'opposition', 'claim', 'as', 'Q:', 'A:', '\n', '(', ')', '-', 'called', 'on', 'not', 'a', 'council', "'s", 'which', 'it', 'This', 'is',
)
const reporting = fc.array(words, { maxLength: 60 }).map((parts) => parts.join(' '))

const claimsOf = (text: string) => attributedOf(text).claims

function attributedOf(text: string) {
  const segmented = segment(text)
  const quotes = findQuotations(segmented)
  const syntax = parse(segmented, quotes)
  return attribute(articleOf(text), segmented, quotes, syntax, tagClaims(segmented, syntax, []))
}

describe('attribute, over hostile text', () => {
  it('hands on spans inside the text: contents trimmed, in order, disjoint', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, reporting), (text) => {
        for (const { content, cue, mention, quoted, chain } of claimsOf(text)) {
          expect(content.length).toBeGreaterThan(0)
          let end = -1
          for (const part of content) {
            expect(part.start).toBeGreaterThanOrEqual(end)
            expect(text.slice(part.start, part.end)).toBe(text.slice(part.start, part.end).trim())
            end = part.end
          }
          for (const range of [...content, ...quoted, cue, mention, ...chain.flatMap((hop) => [hop.mention, hop.cue])]) {
            if (range === null) continue
            expect(range.start).toBeLessThan(range.end)
            expect(range.start).toBeGreaterThanOrEqual(0)
            expect(range.end).toBeLessThanOrEqual(text.length)
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  it('hands on contents of which any two lie apart or one in the other', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, reporting), (text) => {
        const parts = claimsOf(text).flatMap(({ content }, i) => content.map((range) => ({ range, i })))
        for (const a of parts)
          for (const b of parts)
            if (a.i !== b.i && overlaps(a.range, b.range)) expect(contains(a.range, b.range) || contains(b.range, a.range)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('answers with no more than six claims around each other, and says what it left out', () => {
    const { claims, problems } = attributedOf(`${'Jane said John said the Guardian reported that '.repeat(60)}the ferry sank.`)
    const depth = (i: number | null): number => (i === null ? 0 : 1 + depth(claims[i]!.within))
    expect(Math.max(...claims.map((_, i) => depth(i)))).toBe(6)
    expect(problems).toEqual([expect.objectContaining({ code: 'claims/nested' })])
  })

  it('orders claims by their content, outer before inner, and refers to others without a circle', () => {
    fc.assert(
      fc.property(reporting, (text) => {
        const claims = claimsOf(text)
        claims.forEach((claim, i) => {
          const before = claims[i - 1]
          if (before !== undefined) expect(before.content[0]!.start).toBeLessThanOrEqual(claim.content[0]!.start)
          if (claim.within !== null) {
            expect(claim.within).toBeLessThan(i)
            expect(sizeOf(claims[claim.within]!.content)).toBeGreaterThanOrEqual(sizeOf(claim.content))
          }
          if (claim.continues !== null) expect(claim.continues).not.toBe(i)
          for (const hop of claim.chain) if (hop.attribution !== null) expect(hop.attribution).not.toBe(i)
        })
      }),
      { numRuns: 500 },
    )
  })
})
