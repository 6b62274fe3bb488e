/** Which feature hashes occur often enough to be learned, numbered densely in order of their second occurrence. */
export class FeatureSet {
  /** A bit for every hash seen at least once (of 2^30; a clash lets a rare feature in, no more). */
  #once = new Uint32Array(1 << 25)
  #keys = new Int32Array(1 << 20)
  #numbers = new Int32Array(1 << 20)
  size = 0

  /** Counts one occurrence; 0 is no feature. */
  see(id: number): void {
    if (id === 0) return
    const bit = (Math.imul(id, 0x9e3779b1) ^ id) & 0x3fffffff
    const word = bit >>> 5, mask = 1 << (bit & 31)
    if (this.#once[word]! & mask) this.#add(id)
    else this.#once[word]! |= mask
  }

  /** No more counting: frees what only counting needs. */
  freeze(): this {
    this.#once = new Uint32Array(0)
    return this
  }

  /** The number of a feature, -1 for one that is too rare. */
  get(id: number): number {
    const slot = this.#slot(id)
    return this.#keys[slot] === 0 ? -1 : this.#numbers[slot]!
  }

  /** The hashes by number. */
  hashes(): Int32Array {
    const out = new Int32Array(this.size)
    this.#keys.forEach((key, slot) => { if (key !== 0) out[this.#numbers[slot]!] = key })
    return out
  }

  #slot(id: number): number {
    const mask = this.#keys.length - 1
    let slot = (Math.imul(id, 0x9e3779b1) >>> 7) & mask
    while (this.#keys[slot] !== 0 && this.#keys[slot] !== id) slot = (slot + 1) & mask
    return slot
  }

  #add(id: number): void {
    const slot = this.#slot(id)
    if (this.#keys[slot] !== 0) return
    this.#keys[slot] = id
    this.#numbers[slot] = this.size++
    if (this.size * 2 < this.#keys.length) return
    const keys = this.#keys, numbers = this.#numbers
    this.#keys = new Int32Array(keys.length * 2)
    this.#numbers = new Int32Array(keys.length * 2)
    keys.forEach((key, old) => {
      if (key === 0) return
      const at = this.#slot(key)
      this.#keys[at] = key
      this.#numbers[at] = numbers[old]!
    })
  }
}
