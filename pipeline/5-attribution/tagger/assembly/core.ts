// The tagger's inner loops in AssemblyScript, a typed subset of TypeScript: `node build/core.mjs` makes ../core.wasm of them.
// Every argument that is an address counts bytes of the instance's memory; numbers lie there as little endian. Whoever calls sees to the room.

// @ts-ignore: decorator
@external("Math", "exp") declare function exp(x: f64): f64
// @ts-ignore: decorator
@external("Math", "log") declare function log(x: f64): f64

const LABELS: i32 = 13
/** Labels of a part behind its begin: inside, end, single. */
const SINGLE: i32 = 3

// ---- features

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

// ---- table of weights

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

// ---- lattice: rows of 13 numbers (64-bit floats), one a token; transitions from x to y at 13 x + y

// @ts-ignore: decorator
@inline function num(base: usize, i: i32): f64 { return load<f64>(base + (<usize>i << 3)) }
// @ts-ignore: decorator
@inline function setNum(base: usize, i: i32, v: f64): void { store<f64>(base + (<usize>i << 3), v) }
// @ts-ignore: decorator
@inline function mayStart(y: i32): bool { return y == 0 || ((y - 1) & 3) == 0 || ((y - 1) & 3) == SINGLE }
// @ts-ignore: decorator
@inline function mayEnd(y: i32): bool { return y == 0 || ((y - 1) & 3) == 2 || ((y - 1) & 3) == SINGLE }

const NEVER: f64 = -1e30

/**
 * Writes the best path's labels, a byte each, into `out`. Behind the labels 0, 3, 4, 7, 8, 11, 12 no segment is open: each may be followed by
 * each of 0, 1, 4, 5, 8, 9, 12. All other steps lead on within a segment. `best` holds a row a token, `back` as many bytes.
 */
export function viterbi(scores: usize, transitions: usize, best: usize, back: usize, out: usize, n: i32, eagerness: f64): void {
  for (let y = 0; y < LABELS; y++) setNum(best, y, mayStart(y) ? num(scores, y) + (y == 0 ? 0 : eagerness) : NEVER)
  for (let t = 1; t < n; t++) {
    const at = t * LABELS
    freshStep(scores, transitions, best, back, at, 0, 0)
    for (let y = 1; y < 12; y += 4) {
      freshStep(scores, transitions, best, back, at, y, eagerness)
      freshStep(scores, transitions, best, back, at, y + 3, eagerness)
      innerStep(scores, transitions, best, back, at, y, y + 1)
      innerStep(scores, transitions, best, back, at, y, y + 2)
    }
  }
  const last = (n - 1) * LABELS
  let label = 0
  for (let y = 1; y < LABELS; y++) if (mayEnd(y) && num(best, last + y) > num(best, last + label)) label = y
  for (let t = n - 1; t >= 0; t--) {
    store<u8>(out + t, <u8>label)
    label = <i32>load<u8>(back + t * LABELS + label)
  }
}

// @ts-ignore: decorator
@inline function freshStep(scores: usize, T: usize, best: usize, back: usize, at: i32, y: i32, eagerness: f64): void {
  const before = at - LABELS
  let most = num(best, before) + num(T, y), from = 0
  for (let x = 3; x <= 11; x += 4) {
    const one = num(best, before + x) + num(T, x * LABELS + y)
    if (one > most) { most = one; from = x }
    const two = num(best, before + x + 1) + num(T, (x + 1) * LABELS + y)
    if (two > most) { most = two; from = x + 1 }
  }
  setNum(best, at + y, most + (y == 0 ? num(scores, at) : num(scores, at + y) + eagerness))
  store<u8>(back + at + y, <u8>from)
}

/** From the begin x of a segment, or its inside, to its inside or end y. */
// @ts-ignore: decorator
@inline function innerStep(scores: usize, T: usize, best: usize, back: usize, at: i32, x: i32, y: i32): void {
  const before = at - LABELS
  const short = num(best, before + x) + num(T, x * LABELS + y), long = num(best, before + x + 1) + num(T, (x + 1) * LABELS + y)
  setNum(best, at + y, (long > short ? long : short) + num(scores, at + y))
  store<u8>(back + at + y, <u8>(long > short ? x + 1 : x))
}

/** Forward and backward values of `n` tokens, with potentials and the scale of each; gives the logarithm of the partition function. `E` are exponentiated transitions. */
export function marginals(scores: usize, E: usize, potential: usize, forward: usize, backward: usize, scale: usize, n: i32): f64 {
  let logZ: f64 = 0
  for (let t = 0; t < n; t++) {
    const most = exponentiate(scores, potential, t * LABELS)
    logZ += most + log(forwardTo(E, potential, forward, scale, t, t == n - 1))
  }
  for (let y = 0; y < LABELS; y++) setNum(backward, (n - 1) * LABELS + y, mayEnd(y) ? 1 : 0)
  for (let t = n - 2; t >= 0; t--) backwardTo(E, potential, backward, t * LABELS, 1 / num(scale, t + 1))
  return logZ
}

/** Potentials of a token; gives the score that has become 1. */
function exponentiate(scores: usize, potential: usize, at: i32): f64 {
  let most = NEVER
  for (let y = 0; y < LABELS; y++) if (num(scores, at + y) > most) most = num(scores, at + y)
  for (let y = 0; y < LABELS; y++) setNum(potential, at + y, exp(num(scores, at + y) - most))
  return most
}

/** Forward values of a token; gives their scale. */
function forwardTo(E: usize, potential: usize, forward: usize, scale: usize, t: i32, isLast: bool): f64 {
  const at = t * LABELS
  if (t == 0) for (let y = 0; y < LABELS; y++) setNum(forward, y, mayStart(y) ? num(potential, y) : 0)
  else {
    opened(E, potential, forward, at, 0)
    for (let y = 1; y < 12; y += 4) {
      opened(E, potential, forward, at, y)
      opened(E, potential, forward, at, y + 3)
      wentOn(E, potential, forward, at, y, y + 1)
      wentOn(E, potential, forward, at, y, y + 2)
    }
  }
  let sum: f64 = 0
  for (let y = 0; y < LABELS; y++) {
    if (isLast && !mayEnd(y)) setNum(forward, at + y, 0)
    sum += num(forward, at + y)
  }
  setNum(scale, t, sum)
  for (let y = 0; y < LABELS; y++) setNum(forward, at + y, num(forward, at + y) / sum)
  return sum
}

// @ts-ignore: decorator
@inline function opened(E: usize, potential: usize, forward: usize, at: i32, y: i32): void {
  const before = at - LABELS
  let v = num(forward, before) * num(E, y)
  for (let x = 3; x <= 11; x += 4) {
    v += num(forward, before + x) * num(E, x * LABELS + y)
    v += num(forward, before + x + 1) * num(E, (x + 1) * LABELS + y)
  }
  setNum(forward, at + y, v * num(potential, at + y))
}

// @ts-ignore: decorator
@inline function wentOn(E: usize, potential: usize, forward: usize, at: i32, x: i32, y: i32): void {
  const before = at - LABELS
  const v = num(forward, before + x) * num(E, x * LABELS + y) + num(forward, before + x + 1) * num(E, (x + 1) * LABELS + y)
  setNum(forward, at + y, v * num(potential, at + y))
}

/** Backward values of the token whose row begins at `at` from those of the next. */
function backwardTo(E: usize, potential: usize, backward: usize, at: i32, r: f64): void {
  closed(E, potential, backward, at, 0, r)
  for (let y = 3; y <= 11; y += 4) {
    closed(E, potential, backward, at, y, r)
    closed(E, potential, backward, at, y + 1, r)
    open(E, potential, backward, at, y - 2, y - 1, r)
    open(E, potential, backward, at, y - 1, y - 1, r)
  }
}

// @ts-ignore: decorator
@inline function closed(E: usize, potential: usize, backward: usize, at: i32, x: i32, r: f64): void {
  const behind = at + LABELS, row = x * LABELS
  let v = num(E, row) * num(potential, behind) * num(backward, behind)
  for (let y = 1; y <= 9; y += 4) {
    v += num(E, row + y) * num(potential, behind + y) * num(backward, behind + y)
    const single = y + 3
    v += num(E, row + single) * num(potential, behind + single) * num(backward, behind + single)
  }
  setNum(backward, at + x, v * r)
}

// @ts-ignore: decorator
@inline function open(E: usize, potential: usize, backward: usize, at: i32, x: i32, inside: i32, r: f64): void {
  const row = x * LABELS + inside, next = at + LABELS + inside
  setNum(backward, at + x, (num(E, row) * num(potential, next) * num(backward, next) + num(E, row + 1) * num(potential, next + 1) * num(backward, next + 1)) * r)
}
