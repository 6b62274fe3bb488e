import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseMarked } from '../../pipeline/check/marked.ts'
import { claimsOf, namesOf, resolveText } from './support.ts'

const folder = new URL('../../fixtures/cases/speakers/', import.meta.url)

/** The stage alone, given the marked mentions: every stated speaker and sieve. */
for (const file of readdirSync(folder)) {
  describe(`fixtures/cases/speakers/${file}`, () => {
    for (const marked of parseMarked(readFileSync(new URL(file, folder), 'utf8'), file)) {
      it(marked.title, () => {
        const claims = claimsOf(marked)
        const speakers = resolveText(marked.text, [...claims.values()])
        for (const [i, number] of [...claims.keys()].entries()) {
          const [speaker, { resolved }] = [namesOf(speakers, i), speakers.claims[i]!]
          const facts = marked.facts.get(number)
          if (facts?.speaker !== undefined) expect(`${number} ${speaker}`).toBe(`${number} ${facts.speaker.join(' + ') || 'unknown'}`)
          if (facts?.resolved !== undefined) expect(`${number} ${resolved}`).toBe(`${number} ${facts.resolved}`)
        }
      })
    }
  })
}
