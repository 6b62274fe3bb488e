import { KeptTexts } from '../model/kept-texts.ts'

/** What is to be written of a claim besides its number, its article and its group; the group that it was in before, null: none. */
export type AddedClaim = readonly [name: string, confidence: number, anonymous: number, length: number, before: number | null]

/** A row of the claims: its number, that of its article, its id, its group, how sure it is, whether nobody is named, and its length. */
export type ClaimCells = readonly [id: number, article: number, name: string, group: number | null, confidence: number, anonymous: number, length: number]

/** Claims whose rows are to be written once their groups are known, out of the way of memory: there may be millions. */
export class AddedClaims {
  readonly #texts = new KeptTexts()

  /** Adds the claims of an article whose number is theirs from the first on. */
  add(article: number, claims: readonly AddedClaim[]): void {
    this.#texts.add(JSON.stringify([article, claims]))
  }

  /** Their rows in the order in which they were added; `groups` gives their groups in that order, null: nobody put one there, so that it stays in the one that it was in before, where that `stays`. */
  *rows(groups: (place: number) => number | null, stays: (group: number) => boolean): Generator<ClaimCells> {
    let place = 0
    for (const text of this.#texts.all()) {
      const [article, claims] = JSON.parse(text) as [number, AddedClaim[]]
      for (const [k, [name, confidence, anonymous, length, before]] of claims.entries()) {
        const group = groups(place++) ?? (before !== null && stays(before) ? before : null)
        yield [article + k, article, name, group, confidence, anonymous, length]
      }
    }
  }
}
