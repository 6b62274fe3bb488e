import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'

/** Named arrays in one compressed file: the length of a JSON header, the header, then the arrays one after another. */
const TYPES = { u8: Uint8Array, i8: Int8Array, u16: Uint16Array, f32: Float32Array } as const
type TypeName = keyof typeof TYPES
export type Packable = Uint8Array | Int8Array | Uint16Array | Float32Array

interface Entry {
  readonly name: string
  readonly type: TypeName
  readonly length: number
}

interface Header {
  readonly arrays: readonly Entry[]
  /** What is better read as text: names, numbers. */
  readonly facts: Readonly<Record<string, string | number>>
}

const typeName = (array: Packable) => (Object.keys(TYPES) as TypeName[]).find((name) => array instanceof TYPES[name])!

/** @param quality of the compression, 0 to 11. */
export function packArrays(facts: Header['facts'], arrays: Readonly<Record<string, Packable>>, quality = 11): Buffer {
  const entries = Object.entries(arrays)
  const header: Header = { facts, arrays: entries.map(([name, a]) => ({ name, type: typeName(a), length: a.length })) }
  const head = Buffer.from(JSON.stringify(header))
  const size = Buffer.alloc(4)
  size.writeUInt32LE(head.length)
  const parts = entries.map(([, a]) => Buffer.from(a.buffer, a.byteOffset, a.byteLength))
  const raw = Buffer.concat([size, head, ...parts])
  return brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_LGWIN]: 24 } })
}

/** @throws Error if the bytes are not what {@link packArrays} writes. */
export function unpackArrays(packed: Uint8Array): { facts: Header['facts']; array: <T extends Packable>(name: string) => T } {
  const raw = brotliDecompressSync(packed)
  const behind = 4 + raw.readUInt32LE(0)
  const { facts, arrays } = JSON.parse(raw.toString('utf8', 4, behind)) as Header
  const found = new Map<string, Packable>()
  let at = behind
  for (const { name, type, length } of arrays) {
    const bytes = length * TYPES[type].BYTES_PER_ELEMENT
    const copy = raw.buffer.slice(raw.byteOffset + at, raw.byteOffset + at + bytes) as ArrayBuffer
    found.set(name, new TYPES[type](copy))
    at += bytes
  }
  return {
    facts,
    array: <T extends Packable>(name: string) => {
      const array = found.get(name)
      if (!array) throw new Error(`the model has no part "${name}"`)
      return array as T
    },
  }
}

/** Rising unsigned integers as differences of seven bits a byte. */
export function encodeRising(values: Uint32Array): Uint8Array {
  const out = new Uint8Array(values.length * 5)
  let n = 0
  let before = 0
  for (const value of values) {
    let d = value - before
    before = value
    for (; d > 127; d = Math.floor(d / 128)) out[n++] = (d & 127) | 128
    out[n++] = d
  }
  return out.slice(0, n)
}

export function decodeRising(bytes: Uint8Array, length: number): Uint32Array {
  const out = new Uint32Array(length)
  let at = 0
  let value = 0
  for (let k = 0; k < length; k++) {
    let byte = bytes[at++]!
    let d = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++]!
      d |= (byte & 127) << shift
    }
    value = (value + d) | 0
    out[k] = value
  }
  return out
}
