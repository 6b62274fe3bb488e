import { readFileSync } from 'node:fs'
import { parseLinkPairs } from '../../pipeline/check/link-pairs.ts'

export { articleOf } from '../../pipeline/check/link-pairs.ts'

/** The pairs of fixtures/links/pairs.yaml. */
export function readPairs() {
  return parseLinkPairs(readFileSync(new URL('../../fixtures/links/pairs.yaml', import.meta.url), 'utf8'), 'fixtures/links/pairs.yaml')
}
