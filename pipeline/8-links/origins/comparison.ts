import type { Span } from '../../model/span.ts'
import type { PassageColumns, PassageTexts } from './passage-columns.ts'
import type { Reached } from './reached.ts'

/** What two articles share word for word, read from both. */
export class Comparison {
  #article = -1
  /** By hash, the places of its passages that count. */
  readonly #placeOf = new Map<number, number>()

  constructor(
    private readonly columns: PassageColumns,
    private readonly texts: PassageTexts,
    private readonly slogans: Reached['slogans'],
  ) {}

  /** How many passages an article shares with a later one, and the places of the first of them in it and in the other. Quick for one article after the other. */
  of(a: number, b: number): { readonly count: number; readonly places: readonly [number, number] } {
    this.#turnTo(a)
    const { from, hash } = this.columns
    let [count, first, like] = [0, Infinity, -1]
    for (let place = from[b]!; place < from[b + 1]!; place++) {
      const own = this.#placeOf.get(hash[place]!)
      if (own === undefined || !this.texts.areSame(own, place)) continue
      count++
      if (own < first) [first, like] = [own, place]
    }
    return { count, places: [first, like] }
  }

  /** The passage of an article that its copy has too. */
  evidence(article: number, copy: number): Span {
    const { places } = this.of(Math.min(article, copy), Math.max(article, copy))
    return this.texts.at(places[article < copy ? 0 : 1])!
  }

  #turnTo(article: number): void {
    if (article === this.#article) return
    this.#article = article
    this.#placeOf.clear()
    const { from, hash } = this.columns
    for (let place = from[article]!; place < from[article + 1]!; place++) if (this.#counts(place)) this.#placeOf.set(hash[place]!, place)
  }

  /** Of what too many articles share only the first is compared. */
  #counts(place: number): boolean {
    const slogan = this.slogans.get(this.columns.hash[place]!)
    if (slogan === undefined) return true
    const key = this.texts.keyAt(place)
    const first = slogan.firsts.find(([each]) => each === key)
    return first === undefined || first[1] === this.#article
  }
}
