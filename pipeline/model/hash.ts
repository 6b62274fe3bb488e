/** Mixes two 32-bit numbers into one. */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul((b + 0x7f4a7c15) | 0, 0xc2b2ae35)
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39)
  return (h ^ (h >>> 15)) >>> 0
}

/** FNV-1a of a string, finished: for keys that must not depend on the order in which words were met. */
export function hashOf(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return mix(h >>> 0, text.length)
}

/** A number below 2^53 that tells a text from others. */
export function textHash(text: string): number {
  let [a, b] = [0x811c9dc5, 0x9e3779b9]
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 0x01000193)
    b = Math.imul(b ^ unit, 0x85ebca6b) ^ (b >>> 15)
  }
  return (a >>> 0) * 2 ** 21 + (b >>> 11)
}

/** Makes of numbers, one after another, one below 2^53 that tells them from others; none where one of them is `NaN`. */
export class NumbersHash {
  #a = 0x811c9dc5
  #b = 0x9e3779b9
  #isKnown = true

  add(number: number): this {
    const [low, high] = [number >>> 0, Math.floor(number / 2 ** 32)]
    this.#a = mix(mix(this.#a, low), high)
    this.#b = mix(mix(this.#b, high), low)
    if (Number.isNaN(number)) this.#isKnown = false
    return this
  }

  get value(): number {
    return this.#isKnown ? this.#a * 2 ** 21 + (this.#b >>> 11) : Number.NaN
  }
}
