import { GrowingLists, type Lists } from '../model/columns.ts'
import type { Numbered } from '../model/numbered.ts'

/** Which words stand in a ring with which, by their numbers: two columns in place of a set a word, which takes six times the memory. */
export class Rings {
  /** Where the others of each word end; they begin where those of the word before it end. */
  readonly #ends: Uint32Array
  readonly #others: Uint32Array

  constructor(words: Numbered, rings: Iterable<readonly string[]>) {
    const numbers = new GrowingLists<Uint32Array>(Uint32Array)
    for (const ring of rings) numbers.add(ring.map((word) => words.numbered(word)))
    const others = othersIn(numbers.lists, words.all.length)
    this.#ends = new Uint32Array(words.all.length)
    let end = 0
    for (let number = 0; number < this.#ends.length; number++) {
      others.values.copyWithin(end, others.from[number]!, others.ends[number])
      this.#ends[number] = end += others.ends[number]! - others.from[number]!
    }
    this.#others = others.values.slice(0, end)
  }

  /** Whether two words stand in a ring. */
  join(one: number, other: number): boolean {
    for (let i = this.#first(one), end = this.#ends[one] ?? 0; i < end; i++) if (this.#others[i] === other) return true
    return false
  }

  /** The words that stand in a ring with one, in the order of the rings. */
  with(number: number): Uint32Array {
    return this.#others.subarray(this.#first(number), this.#ends[number] ?? 0)
  }

  #first(number: number): number {
    return number === 0 ? 0 : (this.#ends[number - 1] ?? 0)
  }
}

/** Of each of so many words the others of its rings, each once, with room for more behind them: from where to where they stand in one column. */
function othersIn({ from: begins, values: members }: Lists<Uint32Array>, words: number): Lists<Uint32Array> & { readonly ends: Uint32Array } {
  const from = new Uint32Array(words + 1)
  for (let ring = 0; ring + 1 < begins.length; ring++) for (let i = begins[ring]!; i < begins[ring + 1]!; i++) from[members[i]! + 1]! += begins[ring + 1]! - begins[ring]! - 1
  for (let word = 0; word < words; word++) from[word + 1]! += from[word]!
  const [ends, values] = [from.slice(0, words), new Uint32Array(from[words]!)]
  const add = (word: number, other: number) => {
    for (let i = from[word]!; i < ends[word]!; i++) if (values[i] === other) return
    values[ends[word]!++] = other
  }
  for (let ring = 0; ring + 1 < begins.length; ring++)
    for (let i = begins[ring]!; i < begins[ring + 1]!; i++) for (let k = begins[ring]!; k < begins[ring + 1]!; k++) if (members[k] !== members[i]) add(members[i]!, members[k]!)
  return { from, ends, values }
}
