import { denialKeys } from '../judge/pointed.ts'
import type { JudgedClaim } from '../judge/claim.ts'
import { TRAIT } from '../judge/traits.ts'
import type { Vocabulary } from '../judge/vocabulary.ts'
import { tieKeys } from '../speakers/tie.ts'
import { hashOf, mix } from '../../model/hash.ts'

/** Pairs of this many of the rarest words make keys. */
const RAREST = 6
/** Of a denial, which is to be set against all that says the same in more words, of this many. */
const RAREST_DENIED = 12

/** Of how many of a claim's rarest words the pairs make keys, by its traits. */
export const rareInKeys = (traits: number): number => (traits & TRAIT.deniesWords ? RAREST_DENIED : RAREST)

/** How the count in the corpus weighs against the table: e to the power of this many texts make up for a whole unit of weight. */
const COUNTED = 3
const COUNTS = 10

/**
 * How rare each word is, by the word's number: by the static table and by the texts of the corpus that hold it (names of the
 * day are in no table). Words that only one text holds are of no use and get -1.
 */
export function rarityOf({ weights }: Vocabulary, counts: ArrayLike<number>): Float64Array {
  return Float64Array.from(weights, (weight, id) => (counts[id]! > 1 ? Math.max(0, COUNTS + weight - Math.log1p(counts[id]!) / COUNTED) : -1))
}

/** How many of a claim's rarest words part a block that is too large. */
export const RARE_IN_BLOCK = 7

/** The rarest of a text's content words, rarest first, ties by hash. */
export function rarestWords(rarity: Float64Array, hashes: readonly number[], content: Int32Array, count: number): readonly number[] {
  const rarest: number[] = []
  for (let i = 0; i < content.length; i++) {
    const id = content[i]!
    if (rarity[id]! < 0) continue
    let at = rarest.length
    while (at > 0 && isRarer(id, rarest[at - 1]!)) at--
    if (at === count) continue
    for (let j = Math.min(rarest.length, count - 1); j > at; j--) rarest[j] = rarest[j - 1]!
    rarest[at] = id
  }
  return rarest

  function isRarer(x: number, y: number): boolean {
    return rarity[x]! > rarity[y]! || (rarity[x] === rarity[y] && hashes[x]! < hashes[y]!)
  }
}

/** The keys that pairs of a claim's rarest words make, given these as hashes, and its traits: see {@link rareInKeys}. */
export function wordKeys(rare: readonly number[], traits: number): readonly number[] {
  const keys: number[] = []
  const few = rare.slice(0, rareInKeys(traits))
  for (let i = 0; i < few.length; i++)
    for (let j = i + 1; j < few.length; j++) keys.push(mix(Math.min(few[i]!, few[j]!), Math.max(few[i]!, few[j]!)))
  return keys
}

/**
 * The keys of a claim, as numbers; two claims are compared if they share one: each pair of its rarest words (`rare`, as hashes, as many as {@link rareInKeys}),
 * whatever ties its speakers to others, and what ties a denial to what is denied. Pure.
 */
export const keysOf = ({ row, traits }: Pick<JudgedClaim, 'row' | 'traits'>, rare: readonly number[]): readonly number[] => [
  ...wordKeys(rare, traits), ...denialKeys({ row, traits }).map(hashOf), ...row.speakers.flatMap(tieKeys).map(hashOf),
]
