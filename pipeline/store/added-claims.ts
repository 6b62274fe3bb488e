import { Growing } from '../model/columns.ts'

/** Stands between ids; none holds it. */
const APART = '\n'

/** What is to be written of a claim besides its number and its article. */
export interface AddedClaim {
  readonly name: string
  readonly confidence: number
  readonly anonymous: number
  readonly length: number
}

/** A row of the claims: its number, that of its article, its id, its group, how sure it is, whether nobody is named, and its length. */
export type ClaimCells = readonly [id: number, article: number, name: string, group: number | null, confidence: number, anonymous: number, length: number]

/** Claims whose rows are to be written once their groups are known, in columns: there may be millions. Those of an article have numbers that follow one another. */
export class AddedClaims {
  readonly #articles = new Growing<Float64Array>(Float64Array)
  /** The ids of each article's claims, as one text. */
  readonly #names: string[] = []
  /** By place from the first number on; not a number: none. */
  readonly #confidence = new Growing<Float64Array>(Float64Array)
  readonly #anonymous = new Growing<Uint8Array>(Uint8Array)
  readonly #length = new Growing<Uint32Array>(Uint32Array)
  readonly #before = new Growing<Float64Array>(Float64Array)
  readonly #group = new Growing<Float64Array>(Float64Array)

  /** `first` is the first number that a claim may get. */
  constructor(private readonly first: number) {}

  /** Adds the claims of an article whose number is theirs from the first on; `before` gives the group that a claim was in. Gives their ids, for {@link placeIn}. */
  add(article: number, claims: readonly AddedClaim[], before: ReadonlyMap<string, number | null>): string {
    const names = namesOf(claims.map(({ name }) => name))
    this.#articles.push(article)
    this.#names.push(names)
    while (this.first + this.#confidence.size < article) this.#push({ name: '', confidence: 0, anonymous: 0, length: 0 }, null) // numbers of articles without claims
    for (const claim of claims) this.#push(claim, before.get(claim.name) ?? null)
    return names
  }

  #push({ confidence, anonymous, length }: AddedClaim, before: number | null): void {
    this.#confidence.push(confidence)
    this.#anonymous.push(anonymous)
    this.#length.push(length)
    this.#before.push(before ?? NaN)
    this.#group.push(NaN)
  }

  /** Whether a claim is one of them, by its number. */
  has(claim: number): boolean {
    return claim >= this.first
  }

  /** Says which group one of them is in. */
  put(claim: number, group: number): void {
    this.#group.values[claim - this.first] = group
  }

  /** Their rows; those that nobody put into a group stay in the one that they were in before, where that `stays`. */
  *rows(stays: ReadonlySet<number>): Generator<ClaimCells> {
    for (const [i, names] of this.#names.entries()) {
      const article = this.#articles.at(i)
      for (const [k, name] of idsIn(names).entries()) {
        const at = article + k - this.first
        const [before, group] = [this.#before.at(at), this.#group.at(at)]
        yield [article + k, article, name, Number.isNaN(group) ? (stays.has(before) ? before : null) : group, this.#confidence.at(at), this.#anonymous.at(at), this.#length.at(at)]
      }
    }
  }
}

const idsIn = (names: string): readonly string[] => (names === '' ? [] : names.split(APART))

/** Ids as one text, which takes a third of the memory. */
export const namesOf = (ids: readonly string[]): string => ids.join(APART)

/** The place of an id among those in a text; -1: it is not among them. */
export const placeIn = (names: string, id: string): number => idsIn(names).indexOf(id)
