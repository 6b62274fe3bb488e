import { crc32 } from 'node:zlib'
import { lean, type LinkClaim } from '../8-links/input.ts'
import type { Bytes, Place } from '../model/lines.ts'

/** The claims of an article as the journal holds them. */
export interface ToldClaims {
  /** All of them, as a list. */
  readonly json: string
  /** Of each, so that it can be read alone, how many bytes of that it is, and their CRC-32. */
  readonly table: readonly number[]
}

/** Tells claims for the journal. */
export function tellClaims(claims: readonly LinkClaim[]): ToldClaims {
  const each = claims.map((claim) => JSON.stringify(claim))
  return { json: `[${each.join(',')}]`, table: each.flatMap((json) => [Buffer.byteLength(json), crc32(json)]) }
}

/** All claims that were told. */
export const claimsIn = (json: string): readonly LinkClaim[] => (JSON.parse(json) as LinkClaim[]).map(lean)

/** One of the claims that were told, of which `read` gives bytes by their place; null where it is not as it was told. */
export function claimAt(table: ToldClaims['table'], n: number, read: (place: Place) => Bytes | null): LinkClaim | null {
  let at = 1
  for (let i = 0; i < n; i++) at += table[2 * i]! + 1
  const bytes = read({ at, size: table[2 * n]! })
  return bytes !== null && crc32(bytes) === table[2 * n + 1] ? lean(JSON.parse(bytes.toString('utf8')) as LinkClaim) : null
}
