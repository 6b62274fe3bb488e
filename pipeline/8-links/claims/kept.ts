import { wholeOf, type Column, type Lists, type SlicedColumn } from '../../model/columns.ts'
import { Vocabulary } from '../judge/vocabulary.ts'
import type { Kept, ToKeep } from '../past.ts'
import { FACTS, type Claims, type Fact } from './claims.ts'

export const FACT_NAMES = Object.keys(FACTS) as readonly Fact[]

const LISTS = ['words', 'speakers', 'denial', 'stances'] as const
const PLAIN = ['from', 'day', 'marks', 'traits'] as const
const PAGED = ['cue', ...FACT_NAMES] as const

/** What the next run is to know of the claims. */
export function keptClaims({ columns, vocabulary, cues, targets }: Claims): ToKeep {
  const { words, weights, kinds } = vocabulary.known()
  const names = Uint8Array.from(words, (_, id) => Number(vocabulary.isName(id)))
  const plain = [...PLAIN.map((name) => [`claims ${name}`, columns[name]] as const), ...PAGED.map((name) => [`claims ${name}`, columns[name].values] as const)]
  const lists = LISTS.flatMap((name) => [[`claims ${name} from`, columns[name].from], [`claims ${name}`, columns[name].values]] as const)
  return { numbers: { ...Object.fromEntries([...plain, ...lists]), 'word weights': weights, 'word kinds': kinds, 'word names': names }, lists: { words, cues, targets } }
}

/** What an earlier run kept of its claims: of those that follow one another some are read at once. */
export class ClaimsBefore {
  /** See `ClaimColumns`. */
  readonly from: Column
  readonly day: Column
  readonly vocabulary: Vocabulary
  /** By word, 1 for a name. */
  readonly names: Column
  readonly cues: readonly string[]
  readonly targets: readonly string[]

  constructor(private readonly kept: Kept) {
    const { words, cues, targets } = kept.lists as Record<string, readonly string[]>
    this.from = this.#whole('claims from')
    this.day = this.#whole('claims day')
    this.vocabulary = Vocabulary.of({ words: words!, weights: this.#whole('word weights') as Float64Array, kinds: this.#whole('word kinds') as Uint8Array })
    this.names = this.#whole('word names')
    this.cues = cues!
    this.targets = targets!
  }

  #whole(name: string): Column {
    return wholeOf(this.kept.numbers[name]!)
  }

  /** A number of each claim from one to before another. */
  some(name: 'cue' | 'traits' | Fact, first: number, end: number): Column {
    return this.kept.numbers[`claims ${name}`]!.slice(first, end)
  }

  /** A list of each claim from one to before another. */
  lists(name: 'speakers' | 'denial' | 'stances', first: number, end: number): Lists<Uint32Array> {
    const { from, begin } = this.#beginnings(name, first, end)
    const values = this.kept.numbers[`claims ${name}`] as SlicedColumn<Uint32Array>
    return { from, values: values.slice(begin, begin + from.at(-1)!) }
  }

  /** The words of each claim from one to before another, and how each was met. */
  words(first: number, end: number): { readonly words: Lists<Int32Array>; readonly marks: Column } {
    const [{ from, begin }, words] = [this.#beginnings('words', first, end), this.kept.numbers['claims words'] as SlicedColumn<Int32Array>]
    const to = begin + from.at(-1)!
    return { words: { from, values: words.slice(begin, to) }, marks: this.kept.numbers['claims marks']!.slice(begin, to) }
  }

  /** Where the lists of some claims begin behind the first of them, and where that one does among all. */
  #beginnings(name: (typeof LISTS)[number], first: number, end: number): { readonly from: Uint32Array; readonly begin: number } {
    const from = (this.kept.numbers[`claims ${name} from`] as SlicedColumn<Uint32Array>).slice(first, end + 1)
    const begin = from[0]!
    return { from: from.map((at) => at - begin), begin }
  }
}
