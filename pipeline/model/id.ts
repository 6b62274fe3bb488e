import { hash } from 'node:crypto'
import type { Range } from './span.ts'

/** The first 12 hexadecimal digits of the SHA-256 of the parts, kept apart by a unit separator. */
export function shortHash(...parts: readonly (string | number)[]): string {
  return hash('sha256', parts.join('\u001f'), 'hex').slice(0, 12)
}

/** The same of bytes. */
export const shortHashOf = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex').slice(0, 12)

/** Tells a claim from those of all articles. */
export const refKey = ({ article, claim }: { readonly article: string; readonly claim: string }): string => `${article}\n${claim}`

interface ClaimPlaces {
  readonly content: readonly Range[]
  readonly mention: Range | null
  readonly cue: Range | null
}

/** The id of a claim: of its text (as a short hash) and where content, mention and cue stand, so that it survives a re-run and another order. */
export function claimId(text: string, { content, mention, cue }: ClaimPlaces): string {
  return `c${shortHash(text, content.map(key).join(','), key(mention), key(cue))}`
}

/** Each id as it is the first time, then with a suffix: `-2`, `-3`. */
export function distinctIds(ids: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return ids.map((id) => {
    const twins = seen.get(id) ?? 0
    seen.set(id, twins + 1)
    return twins ? `${id}-${twins + 1}` : id
  })
}

const key = (range: Range | null) => (range ? `${range.start}-${range.end}` : '')

/** SHA-256 of bytes or of a text's UTF-8 bytes, in hexadecimal. */
export function sha256(data: Uint8Array | string): string {
  return hash('sha256', data, 'hex')
}
