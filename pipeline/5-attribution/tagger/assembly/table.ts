// In AssemblyScript, a typed subset of TypeScript: `node build/core.mjs` makes ../core.wasm of this folder. Addresses count bytes of the
// instance's memory, where numbers lie as little endian. Whoever calls sees to the room.
import { LABELS } from './labels.ts'

/** Added to every weight, which makes it a byte that is never 0 (weights lie in -127 to 127). */
const BIAS: i32 = 128
/** Bits of a hash that a slot holds. */
const LOW: i32 = 0xffffff

/**
 * Fills the table: 16 bytes a slot, low 24 bits of the hash (its high ones tell the place) with the weight of label 12, then the labels 0
 * to 11, a byte each. An empty slot is 0. Features with many weights are the common ones: they come first, so they are found where they are
 * looked for. `last` is the address of the last slot counted from `slots`.
 */
export function fill(slots: usize, last: usize, shift: i32, hashes: usize, masks: usize, values: usize, count: i32): void {
  for (let weights = LABELS; weights > 0; weights--) {
    let start = values
    for (let k = 0; k < count; k++) {
      const mask = <i32>load<u16>(masks + (<usize>k << 1))
      const has = popcnt(mask)
      if (has == weights) put(slots, last, shift, load<i32>(hashes + (<usize>k << 2)), mask, start)
      start += has
    }
  }
}

function put(slots: usize, last: usize, shift: i32, id: i32, mask: i32, values: usize): void {
  let at = <usize>(id >>> shift) << 4
  while (load<i32>(slots + at) != 0) at = (at + 16) & last
  const slot = slots + at
  v128.store(slot, i8x16.splat(<i8>BIAS))
  store<i32>(slot, (id << 8) | BIAS)
  for (let y = 0; y < LABELS; y++) {
    if ((mask & (1 << y)) == 0) continue
    const place = y == 12 ? slot : slot + 4 + y
    store<u8>(place, load<u8>(place) ^ load<u8>(values++)) // with the bias for its highest bit, a byte is the weight's own one with that bit turned
  }
}

/**
 * Writes the label scores of `n` tokens, whose features are the `ids` number k * n to before (k + 1) * n for each of `width` (256 at most)
 * templates; 0 is none. Sixteen bytes of a row are summed at once, in 16 bits each.
 */
export function score(slots: usize, last: usize, shift: i32, unit: f64, ids: usize, n: i32, width: i32, scores: usize): void {
  const step = <usize>n << 2
  for (let t = 0; t < n; t++, ids += 4) {
    let low = i16x8.splat(0), high = i16x8.splat(0), known = 0
    let from = ids
    for (let k = 0; k < width; k++, from += step) {
      const id = load<i32>(from)
      if (id == 0) continue
      let at = <usize>(id >>> shift) << 4
      let key = load<i32>(slots + at)
      while (key != 0 && (((key >>> 8) ^ id) & LOW) != 0) {
        at = (at + 16) & last
        key = load<i32>(slots + at)
      }
      if (key == 0) continue
      const row = v128.load(slots + at)
      low = i16x8.add(low, i16x8.extend_low_i8x16_u(row))
      high = i16x8.add(high, i16x8.extend_high_i8x16_u(row))
      known++
    }
    const bias = known * BIAS
    // Byte 0 of a row is label 12, then come three of the hash.
    putScore(scores, <i32>i16x8.extract_lane_u(low, 4), bias, unit)
    putScore(scores + 8, <i32>i16x8.extract_lane_u(low, 5), bias, unit)
    putScore(scores + 16, <i32>i16x8.extract_lane_u(low, 6), bias, unit)
    putScore(scores + 24, <i32>i16x8.extract_lane_u(low, 7), bias, unit)
    putScore(scores + 32, <i32>i16x8.extract_lane_u(high, 0), bias, unit)
    putScore(scores + 40, <i32>i16x8.extract_lane_u(high, 1), bias, unit)
    putScore(scores + 48, <i32>i16x8.extract_lane_u(high, 2), bias, unit)
    putScore(scores + 56, <i32>i16x8.extract_lane_u(high, 3), bias, unit)
    putScore(scores + 64, <i32>i16x8.extract_lane_u(high, 4), bias, unit)
    putScore(scores + 72, <i32>i16x8.extract_lane_u(high, 5), bias, unit)
    putScore(scores + 80, <i32>i16x8.extract_lane_u(high, 6), bias, unit)
    putScore(scores + 88, <i32>i16x8.extract_lane_u(high, 7), bias, unit)
    putScore(scores + 96, <i32>i16x8.extract_lane_u(low, 0), bias, unit)
    scores += LABELS << 3
  }
}

// @ts-ignore: decorator
@inline function putScore(to: usize, sum: i32, bias: i32, unit: f64): void {
  store<f64>(to, <f64>(sum - bias) * unit)
}
