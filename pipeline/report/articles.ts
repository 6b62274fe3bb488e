import { Growing, GrowingLists, listAt, type Lists } from '../model/columns.ts'
import { textHash } from '../model/hash.ts'
import type { AnnotatedArticle } from '../model/schema.ts'
import { isUnnamed, placesOf, speakersOf } from './rows.ts'
import type { Words } from './words.ts'

/** What counts of articles for the whole report, in columns of numbers that are kept, so that those which are as they were need not be read again. */
export interface ArticleColumns {
  /** What tells its file; `NaN`: that is not known, and it is read the next time. */
  readonly marks: Float64Array
  /** Words, one behind the outlet's; 0: none. */
  readonly outlets: Uint32Array
  /** Those who say something in it, in that order, by words for their ids there. */
  readonly locals: Lists<Uint32Array>
  /** What they are called there, in words: the name, the kind, and descriptions. */
  readonly called: Lists<Uint32Array>
  /** What tells the ids of its claims. */
  readonly claims: Lists<Float64Array>
  /** Of each claim how sure it is, traits, and the places of its speakers among the article's. */
  readonly confidences: Float64Array
  readonly traits: Uint8Array
  readonly saidBy: Lists<Uint32Array>
  /** Of each stance of its claims {@link STANCE} numbers: the claim's place, words for label and target, one behind the word for the topic (0: the article does not tell it), and how sure it is. */
  readonly stances: Lists<Float64Array>
}

export const STANCE = 5
/** Traits of a claim: nobody is named for it; somebody passed it on. */
export const [UNNAMED, CHAINED] = [1, 2]

/** Of an article its mark, words for the ids of those who say something in it, and what tells the ids of its claims. */
export interface AddedArticle {
  readonly mark: number
  readonly locals: Uint32Array
  readonly claims: Float64Array
}

/** Those columns as articles come. */
export class Articles {
  readonly #marks = new Growing<Float64Array>(Float64Array)
  readonly #outlets = new Growing<Uint32Array>(Uint32Array)
  readonly #locals = new GrowingLists<Uint32Array>(Uint32Array)
  readonly #called = new GrowingLists<Uint32Array>(Uint32Array)
  readonly #claims = new GrowingLists<Float64Array>(Float64Array)
  readonly #confidences = new Growing<Float64Array>(Float64Array)
  readonly #traits = new Growing<Uint8Array>(Uint8Array)
  readonly #saidBy = new GrowingLists<Uint32Array>(Uint32Array)
  readonly #stances = new GrowingLists<Float64Array>(Float64Array)

  constructor(private readonly words: Words) {}

  get columns(): ArticleColumns {
    return {
      marks: this.#marks.values,
      outlets: this.#outlets.values,
      locals: this.#locals.lists,
      called: this.#called.lists,
      claims: this.#claims.lists,
      confidences: this.#confidences.values,
      traits: this.#traits.values,
      saidBy: this.#saidBy.lists,
      stances: this.#stances.lists,
    }
  }

  /** Adds an article as it is known from before. */
  keep(before: ArticleColumns, n: number): AddedArticle {
    this.#marks.push(before.marks[n]!)
    this.#outlets.push(before.outlets[n]!)
    this.#locals.addSome(before.locals, n, n + 1)
    this.#called.addSome(before.called, before.locals.from[n]!, before.locals.from[n + 1]!)
    this.#claims.addSome(before.claims, n, n + 1)
    const [first, end] = [before.claims.from[n]!, before.claims.from[n + 1]!]
    this.#confidences.append(before.confidences.subarray(first, end))
    this.#traits.append(before.traits.subarray(first, end))
    this.#saidBy.addSome(before.saidBy, first, end)
    this.#stances.addSome(before.stances, n, n + 1)
    return { mark: before.marks[n]!, locals: listAt(before.locals, n), claims: listAt(before.claims, n) }
  }

  /** Adds an article that was read. */
  add(article: AnnotatedArticle, mark: number): AddedArticle {
    const { words } = this
    const names = new Map(article.speakers.map((speaker) => [speaker.id, speaker]))
    const speaking = speakersOf(article)
    const locals = Uint32Array.from(speaking, ({ id }) => words.of(id))
    const claims = Float64Array.from(article.claims, ({ id }) => textHash(id))
    this.#marks.push(mark)
    this.#outlets.push(article.source.outlet === null ? 0 : words.of(article.source.outlet) + 1)
    this.#locals.add(locals)
    for (const { name, kind, descriptions } of speaking) this.#called.add([name, kind, ...descriptions].map((word) => words.of(word)))
    this.#claims.add(claims)
    for (const claim of article.claims) {
      this.#confidences.push(claim.confidence)
      this.#traits.push((isUnnamed(claim, names) ? UNNAMED : 0) | (claim.chain.length > 0 ? CHAINED : 0))
      this.#saidBy.add(placesOf(claim, speaking))
    }
    this.#stances.add(article.claims.flatMap(({ stance }, place) => stance.flatMap(({ label, target, confidence }) => [place, words.of(label), words.of(target.text), target.topic === null ? 0 : words.of(target.topic) + 1, confidence])))
    return { mark, locals, claims }
  }
}
