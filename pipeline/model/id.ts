import { hash } from 'node:crypto'

/** The first 12 hexadecimal digits of the SHA-256 of the parts, kept apart by a unit separator. */
export function shortHash(...parts: readonly (string | number)[]): string {
  return hash('sha256', parts.join('\u001f'), 'hex').slice(0, 12)
}

/** SHA-256 of bytes or of a text's UTF-8 bytes, in hexadecimal. */
export function sha256(data: Uint8Array | string): string {
  return hash('sha256', data, 'hex')
}
