const LONE_SURROGATE = /\p{Surrogate}/u

/** Bytes as text, and how they were decoded. */
export interface Decoded {
  readonly text: string
  /** `utf-8`, `utf-8-bom` (with a byte order mark), or another name of the Encoding Standard. */
  readonly encoding: string
  /** What was guessed or lost, for a reader; null where nothing was. */
  readonly problem: string | null
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const looseUtf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** What Windows-1252 has at 80 to 9F, where Latin-1 has control characters (Node 20 decodes the one as the other). */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Encodings in which bytes that are valid UTF-8 mean something else. */
const NOT_UTF_8 = /^(?:iso-2022-jp|utf-16(?:le|be))$/

/**
 * Decodes by byte order mark, else as UTF-8, else by the encoding that the input states (a label of the WHATWG Encoding Standard), else
 * as UTF-8 with U+FFFD where most of what is not ASCII is UTF-8, else as Windows-1252. The mark is no part of the text. Halves of
 * surrogate pairs in UTF-16 are kept, so that offsets hold. Never throws.
 */
export function decode(bytes: Uint8Array, stated: string | null = null): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (startsWith(bytes, 0xff, 0xfe)) return { text: buffer.toString('utf16le', 2), encoding: 'utf-16le', problem: null }
  if (startsWith(bytes, 0xfe, 0xff)) return { text: bigEndian(buffer.subarray(2)), encoding: 'utf-16be', problem: null }
  const bom = startsWith(bytes, 0xef, 0xbb, 0xbf)
  const rest = bom ? bytes.subarray(3) : bytes
  const label = stated === null ? null : encodingOf(stated)
  if (label !== null && NOT_UTF_8.test(label) && (bytes.includes(0) || bytes.includes(0x1b))) return inEncoding(rest, label)
  try {
    return { text: strictUtf8.decode(rest), encoding: bom ? 'utf-8-bom' : 'utf-8', problem: null }
  } catch {
    if (label !== null && label !== 'utf-8') return inEncoding(rest, label)
    return guessed(rest, stated !== null && label === null ? `the encoding "${stated.slice(0, 40)}" that it states is not known` : `not valid UTF-8 at byte ${firstInvalid(rest)}`)
  }
}

/** The name of the encoding that a label stands for (`latin1` -> `windows-1252`); null for labels that are not known. */
export function encodingOf(label: string): string | null {
  try {
    return new TextDecoder(label.trim()).encoding
  } catch {
    return null
  }
}

function inEncoding(bytes: Uint8Array, encoding: string): Decoded {
  if (encoding === 'windows-1252') return { text: windows1252(bytes), encoding, problem: null }
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding, problem: null }
  } catch {
    return { text: new TextDecoder(encoding).decode(bytes), encoding, problem: `not valid in ${encoding}, the encoding that it states; what is not became U+FFFD` }
  }
}

/** A text with a few bytes that are not UTF-8 (cut inside a character, say) is UTF-8 still. */
function guessed(bytes: Uint8Array, why: string): Decoded {
  const text = looseUtf8.decode(bytes)
  const lost = text.match(/\ufffd/g)?.length ?? 0
  const kept = text.match(/[^\0-\u007f\ufffd]/gu)?.length ?? 0 // oxlint-disable-line no-control-regex
  if (kept > lost) return { text, encoding: 'utf-8', problem: `${why}; what is not UTF-8 became U+FFFD` }
  return { text: windows1252(bytes), encoding: 'windows-1252', problem: `${why}; read as Windows-1252` }
}

/** Whether a text is the same in nearly every encoding. */
// oxlint-disable-next-line no-control-regex
export const isAscii = (text: string) => !/[^\0-\u007f]/.test(text)

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
