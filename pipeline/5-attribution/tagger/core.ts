import { readFileSync } from 'node:fs'

/** The functions of `assembly/`, where it is said what they do. All arguments are addresses in bytes or plain numbers. */
export interface Core {
  readonly hash: (templates: number, count: number, n: number, ids: number) => void
  readonly fill: (slots: number, last: number, shift: number, hashes: number, masks: number, values: number, count: number) => void
  readonly score: (slots: number, last: number, shift: number, unit: number, ids: number, n: number, width: number, scores: number) => void
  readonly viterbi: (scores: number, transitions: number, best: number, back: number, out: number, n: number, eagerness: number) => void
  readonly marginals: (scores: number, exponentials: number, potential: number, forward: number, backward: number, scale: number, n: number) => number
}

/** Templates at most: what a sum of bytes has room for. */
export const WIDEST = 256
/** Bytes of a template in memory. */
export const TEMPLATE = 24

const PAGE = 65_536

/** As much of Node's WebAssembly as is used: its types do not name it. */
interface Engine {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer }
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown }
}
const { Module, Memory, Instance } = (globalThis as unknown as { readonly WebAssembly: Engine }).WebAssembly

let compiled: object | undefined

/** An instance of the tagger's core with a memory of its own, of so many bytes at least; it never grows, so views of it stay. */
export function coreOf(bytes: number): { readonly core: Core; readonly memory: ArrayBuffer } {
  compiled ??= new Module(readFileSync(new URL('core.wasm', import.meta.url)))
  const memory = new Memory({ initial: Math.ceil(bytes / PAGE) })
  const { exports } = new Instance(compiled, { env: { memory }, Math: { exp: Math.exp, log: Math.log } })
  return { core: exports as Core, memory: memory.buffer }
}

/** Hands out a memory piece by piece: the address of so many bytes, on a multiple of 16. */
export function allocator(): (bytes: number) => number {
  let used = 0
  return (bytes) => {
    const at = used
    used = (used + bytes + 15) & ~15
    return at
  }
}
