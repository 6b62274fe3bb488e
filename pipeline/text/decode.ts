const LONE_SURROGATE = /\p{Surrogate}/u

/** Bytes as text, and how they were decoded. */
export interface Decoded {
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  /** Offset of the first byte that is not UTF-8, where that made it Windows-1252; else null. */
  readonly invalidAt: number | null
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** What Windows-1252 has at 80 to 9F, where Latin-1 has control characters (Node 20 decodes the one as the other). */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * Decodes by byte order mark, else as UTF-8, else (where UTF-8 is invalid) as Windows-1252. The mark is no part of the text.
 * Halves of surrogate pairs in UTF-16 are kept, so that offsets hold. Never throws.
 */
export function decode(bytes: Uint8Array): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (startsWith(bytes, 0xff, 0xfe)) return { text: buffer.toString('utf16le', 2), encoding: 'utf-16le', invalidAt: null }
  if (startsWith(bytes, 0xfe, 0xff)) return { text: bigEndian(buffer.subarray(2)), encoding: 'utf-16be', invalidAt: null }
  const bom = startsWith(bytes, 0xef, 0xbb, 0xbf)
  const rest = bom ? bytes.subarray(3) : bytes
  try {
    return { text: strictUtf8.decode(rest), encoding: bom ? 'utf-8-bom' : 'utf-8', invalidAt: null }
  } catch {
    return { text: windows1252(rest), encoding: 'windows-1252', invalidAt: firstInvalid(rest) }
  }
}

/** Bytes from which {@link decode} gives exactly this text: UTF-8, or UTF-16 with a mark where UTF-8 cannot hold it. */
export function encode(text: string): Uint8Array {
  const needsUtf16 = LONE_SURROGATE.test(text) || text.startsWith('\ufeff')
  return needsUtf16 ? Buffer.from(`\ufeff${text}`, 'utf16le') : Buffer.from(text, 'utf8')
}

function windows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return latin1.replace(/[\u0080-\u009f]/g, (c) => WINDOWS_1252.charAt(c.charCodeAt(0) - 0x80))
}

function startsWith(bytes: Uint8Array, ...mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte)
}

function bigEndian(buffer: Buffer): string {
  return Buffer.from(buffer.subarray(0, buffer.length & ~1)).swap16().toString('utf16le')
}

/** Halves the stretch in which decoding first fails, so it costs a few passes at most. */
function firstInvalid(bytes: Uint8Array): number {
  const valid = (end: number) => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true })
      return true
    } catch {
      return false
    }
  }
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (valid(middle)) good = middle
    else bad = middle
  }
  return good
}
