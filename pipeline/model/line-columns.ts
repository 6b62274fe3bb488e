import { Growing } from './columns.ts'
import type { Bytes } from './lines.ts'
import type { LineColumns, LinkRowName } from './links-folder.ts'
import { LINK_TYPES, type ClaimRef } from './schema.ts'

/** Bits of a key. */
export const KEY = 26
/** A file has fewer lines: a key times this and the number of a line together are a whole number that is exact. */
export const LINES = 2 ** (53 - KEY)
const [QUOTE, COMMA, BRACKET, BRACE] = [0x22, 0x2c, 0x5d, 0x7d]
const ID = '{"id":"'.length
const TYPE = '{"type":"'.length
const TYPES: readonly string[] = LINK_TYPES
const MEMBERS = Buffer.from('],"members":[')

/** How a line begins that has this id, and a link that names this claim first. */
export const idLine = (id: string): Uint8Array => Buffer.from(`{"id":${JSON.stringify(id)},`)
export const linkLine = ({ article, claim }: ClaimRef): Uint8Array => Buffer.from(`{"type":"","a":${JSON.stringify({ article, claim })},"b":`)

/** The key of a line that begins there with its id. Two ids may have the same: what is found by it is looked at. */
export function idKey(bytes: Uint8Array, from = 0): number {
  return keyOf(bytes, from + ID, bytes.indexOf(QUOTE, from + ID))
}

/** The key of a link that begins there: of the claim that it names first. */
export function linkKey(bytes: Uint8Array, from = 0): number {
  const start = bytes.indexOf(QUOTE, from + TYPE)
  let end = start
  while (!(bytes[end] === BRACE && bytes[end + 1] === COMMA && bytes[end + 2] === QUOTE)) end++ // within a string a backslash stands before the quote
  return keyOf(bytes, start, end)
}

function keyOf(bytes: Uint8Array, from: number, to: number): number {
  let h = 0x811c9dc5
  for (let i = from; i < to; i++) h = Math.imul(h ^ bytes[i]!, 0x01000193)
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  return (h ^ (h >>> 13)) >>> (32 - KEY)
}

/** A number below 2^53 that tells some bytes from others. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let [a, b] = [0x811c9dc5, 0x9e3779b9]
  for (let i = from; i < to; i++) {
    a = Math.imul(a ^ bytes[i]!, 0x01000193)
    b = Math.imul(b ^ bytes[i]!, 0x85ebca6b) ^ (b >>> 15)
  }
  return (a >>> 0) * 2 ** 21 + (b >>> 11)
}

/** The mark of a line that begins and ends there. */
const MARKS: Readonly<Record<LinkRowName, (bytes: Bytes, from: number, to: number) => number>> = {
  speakers: (bytes, from) => hashOf(bytes, from, membersAt(bytes, from)),
  links: (bytes, from) => TYPES.indexOf(bytes.toString('utf8', from + TYPE, bytes.indexOf(QUOTE, from + TYPE))),
  groups: hashOf,
  origins: hashOf,
}

/** Where the members of a speaker begin whose line begins there. */
function membersAt(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(BRACKET, from)
  while (!MEMBERS.every((byte, i) => bytes[at + i] === byte)) at = bytes.indexOf(BRACKET, at + 1) // within a string a backslash stands before the quote
  return at
}

/** Columns of the lines of a file, as they are written one after another. */
export class GrowingLines {
  readonly #lengths: Growing<Uint32Array>
  readonly #keys: Growing<Uint32Array>
  readonly #marks: Growing<LineColumns['marks']>

  /** `room` is for how many lines there is room at first. */
  constructor(
    private readonly name: LinkRowName,
    room?: number,
  ) {
    this.#lengths = new Growing(Uint32Array, room)
    this.#keys = new Growing(Uint32Array, room)
    this.#marks = new Growing<LineColumns['marks']>(name === 'links' ? Uint8Array : Float64Array, room)
  }

  /** Adds a line of so many bytes with its end, which without it stands there. */
  add(length: number, bytes: Bytes, from: number, to: number): void {
    this.#lengths.push(length)
    this.#keys.push(this.name === 'links' ? linkKey(bytes, from) : idKey(bytes, from))
    this.#marks.push(MARKS[this.name](bytes, from, to))
  }

  append({ lengths, keys, marks }: LineColumns): void {
    this.#lengths.append(lengths)
    this.#keys.append(keys)
    this.#marks.append(marks)
  }

  get columns(): LineColumns {
    return { lengths: this.#lengths.values, keys: this.#keys.values, marks: this.#marks.values }
  }
}
