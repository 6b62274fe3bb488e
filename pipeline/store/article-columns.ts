import { numberOf } from '../9-output/journal-lines.ts'
import { Growing } from '../model/columns.ts'

/** The rows that the index has of an article: the number of the first claim, how many claims there are, and what the rows were made of. */
export interface ArticleRow {
  readonly first: number
  readonly claims: number
  /** A hash; null: not known. */
  readonly mark: string | null
}

const [NOT_MET, MET, GONE] = [0, 1, 2]

/** The articles of an index by their ids, in columns. */
export class ArticleColumns {
  readonly #places = new Map<string, number>()
  readonly #first = new Growing<Float64Array>(Float64Array)
  readonly #claims = new Growing<Uint32Array>(Uint32Array)
  /** Not a number: not known. */
  readonly #mark = new Growing<Float64Array>(Float64Array)
  readonly #state = new Growing<Uint8Array>(Uint8Array)
  /** Where its claims begin among {@link ClaimColumns}, and one more; 0: they are not there. */
  readonly #columns = new Growing<Uint32Array>(Uint32Array)

  /** An article whose rows are there from an earlier index. */
  addStanding(id: string, row: ArticleRow): void {
    this.#put(id, row, NOT_MET)
  }

  /** An article whose rows were made anew, and where its claims begin among {@link ClaimColumns}. */
  addMet(id: string, row: ArticleRow, column: number): void {
    this.begin(this.#put(id, row, MET), column)
  }

  #put(id: string, { first, claims, mark }: ArticleRow, state: number): number {
    const place = this.#first.size
    this.#places.set(id, place)
    this.#first.push(first)
    this.#claims.push(claims)
    this.#mark.push(mark === null ? NaN : numberOf(mark))
    this.#state.push(state)
    this.#columns.push(0)
    return place
  }

  /** Its place in the columns; -1: it is not, or no longer, there. */
  placeOf(id: string): number {
    const place = this.#places.get(id) ?? -1
    return place >= 0 && this.#state.at(place) === GONE ? -1 : place
  }

  first(place: number): number {
    return this.#first.at(place)
  }

  claims(place: number): number {
    return this.#claims.at(place)
  }

  /** Where its claims begin among {@link ClaimColumns}; null: they are not there. */
  column(place: number): number | null {
    const column = this.#columns.at(place)
    return column === 0 ? null : column - 1
  }

  /** Says where its claims begin. */
  begin(place: number, column: number): void {
    this.#columns.values[place] = column + 1
  }

  isMet(place: number): boolean {
    return this.#state.at(place) === MET
  }

  /** Meets one whose rows stand, if they were made of what has this mark. */
  meets(place: number, mark: string): boolean {
    const same = this.#mark.at(place) === numberOf(mark)
    if (same) this.#state.values[place] = MET
    return same
  }

  remove(place: number): void {
    this.#state.values[place] = GONE
  }

  /** The places of those that were not met. */
  *notMet(): Generator<number> {
    for (let place = 0; place < this.#state.size; place++) if (this.#state.at(place) === NOT_MET) yield place
  }
}
