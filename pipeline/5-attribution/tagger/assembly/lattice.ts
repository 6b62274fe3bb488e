// In AssemblyScript, a typed subset of TypeScript: `node build/core.mjs` makes ../core.wasm of this folder. Addresses count bytes of the
// instance's memory, where numbers lie as little endian. Whoever calls sees to the room.
import { LABELS } from './labels.ts'

// @ts-ignore: decorator
@external("Math", "exp") declare function exp(x: f64): f64
// @ts-ignore: decorator
@external("Math", "log") declare function log(x: f64): f64

// A lattice: rows of 13 numbers of 64 bits, one a token. The transition from label x to y stands at 13 x + y. A part's labels are begin, inside,
// end and single; its begins are 1, 5 and 9.

// @ts-ignore: decorator
@inline function num(base: usize, i: i32): f64 { return load<f64>(base + (<usize>i << 3)) }
// @ts-ignore: decorator
@inline function setNum(base: usize, i: i32, v: f64): void { store<f64>(base + (<usize>i << 3), v) }
// @ts-ignore: decorator
@inline function mayStart(y: i32): bool { return y == 0 || ((y - 1) & 3) == 0 || ((y - 1) & 3) == 3 }
// @ts-ignore: decorator
@inline function mayEnd(y: i32): bool { return y == 0 || ((y - 1) & 3) == 2 || ((y - 1) & 3) == 3 }

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
