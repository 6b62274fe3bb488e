// In AssemblyScript, a typed subset of TypeScript: `node build/core.mjs` makes ../core.wasm of this folder. Addresses count bytes of the
// instance's memory, where numbers lie as little endian. Whoever calls sees to the room.

/** Odd multipliers that keep the columns of a template apart. */
const A: i32 = 0x9e3779b1, B: i32 = 0x85ebca77, C: i32 = 0xc2b2ae3d, D: i32 = 0x27d4eb2f

/** Spreads the bits of a sum of products; never 0. */
// @ts-ignore: decorator
@inline function spread(sum: i32): i32 {
  const x = (sum ^ (sum >>> 15)) * 0x2c1b3c6d
  const y = x ^ (x >>> 13)
  return y == 0 ? 1 : y
}

/**
 * The features of `n` tokens: for each of `count` templates, one behind the other, a hash of each token's values in the template's columns,
 * 0 where one of them is. A template is six integers: how many columns, seed, the addresses of the columns' values for the first token.
 */
export function hash(templates: usize, count: i32, n: i32, ids: usize): void {
  for (let k = 0; k < count; k++, templates += 24) {
    const used = load<i32>(templates), seed = load<i32>(templates, 4)
    const a = <usize>load<i32>(templates, 8), b = <usize>load<i32>(templates, 12), c = <usize>load<i32>(templates, 16), d = <usize>load<i32>(templates, 20)
    for (let at: usize = 0, end = <usize>n << 2; at < end; at += 4, ids += 4) {
      const x = load<i32>(a + at)
      let none = x == 0
      let sum = seed + x * A
      if (used > 1) {
        const y = load<i32>(b + at)
        none = none || y == 0
        sum += y * B
      }
      if (used > 2) {
        const z = load<i32>(c + at)
        none = none || z == 0
        sum += z * C
      }
      if (used > 3) {
        const w = load<i32>(d + at)
        none = none || w == 0
        sum += w * D
      }
      store<i32>(ids, none ? 0 : spread(sum))
    }
  }
}
