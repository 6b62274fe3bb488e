import { Growing, listAt, listsByNumber, newColumn, type Lists } from '../model/columns.ts'
import { NumbersHash, textHash } from '../model/hash.ts'
import type { SpeakerKind } from '../model/schema.ts'
import type { ArticleColumns } from './articles.ts'
import type { SpeakerRow } from './data.ts'
import type { Names } from './facts.ts'
import type { LinkFiles } from './input.ts'

/** So many are shown of what a speaker is called; as many descriptions are kept that are no aliases. */
const MOST_CALLED = 8

/** Who the speakers of articles are over the corpus, by the lines of the registry. */
class Registry {
  readonly ids: string[] = []
  /** What tells from others what each is called. */
  readonly marks = new Growing<Float64Array>(Float64Array)
  readonly #begins = new Growing<Float64Array>(Float64Array)
  readonly #sizes = new Growing<Uint32Array>(Uint32Array)
  /** By number of article the members in it, and of each a word for its id there, and its line. */
  readonly #membersIn: Lists<Uint32Array>
  readonly #locals = new Growing<Uint32Array>(Uint32Array)
  readonly #lines = new Growing<Uint32Array>(Uint32Array)

  constructor(
    private readonly links: LinkFiles | null,
    { articles, words }: Names,
  ) {
    const numbers = new Growing<Uint32Array>(Uint32Array)
    for (const { row: { id, name, kind, aliases, members }, at, size } of links?.rows('speakers') ?? []) {
      this.ids.push(id)
      this.marks.push(textHash([id, name, kind, ...aliases].join('\n')))
      this.#begins.push(at)
      this.#sizes.push(size)
      for (const { article, speaker } of members) {
        numbers.push(articles.of(article))
        this.#locals.push(words.of(speaker))
        this.#lines.push(this.ids.length - 1)
      }
    }
    this.#membersIn = listsByNumber(articles.all.length, (add) => numbers.values.forEach(add))
  }

  /** The line of an article's speaker; -1: it has none. */
  lineOf(article: number, local: number): number {
    if (article >= this.#membersIn.from.length - 1) return -1
    const { from, values } = this.#membersIn
    for (let i = from[article]!; i < from[article + 1]!; i++) if (this.#locals.at(values[i]!) === local) return this.#lines.at(values[i]!)
    return -1
  }

  row(line: number): Pick<SpeakerRow, 'id' | 'name' | 'kind' | 'aliases'> {
    return this.links!.row('speakers', { at: this.#begins.at(line), size: this.#sizes.at(line) })
  }
}

/** All who say something, in the order in which the articles name them: those whom links say to be one are one. */
export class Speakers {
  readonly ids: string[] = []
  /** What tells these ids. */
  readonly marks = new Growing<Float64Array>(Float64Array)
  /** Of each its line in the registry; -1: its article alone knows it. */
  readonly #lines = new Growing<Int32Array>(Int32Array)
  /** Of all speakers of articles, one article behind the other, the numbers of those who they are. */
  readonly #all = new Growing<Uint32Array>(Uint32Array)
  readonly #registry: Registry
  readonly #numbers: Int32Array

  constructor(
    links: LinkFiles | null,
    private readonly names: Names,
  ) {
    this.#registry = new Registry(links, names)
    this.#numbers = newColumn(Int32Array, this.#registry.ids.length).fill(-1)
  }

  /** Adds those of an article, by words for their ids there; gives who each of them is, by numbers. */
  add(article: number, locals: Uint32Array): Uint32Array {
    const numbers = locals.map((local) => this.#numberOf(article, local))
    this.#all.append(numbers)
    return numbers
  }

  #numberOf(article: number, local: number): number {
    const line = this.#registry.lineOf(article, local)
    if (line >= 0 && this.#numbers[line]! >= 0) return this.#numbers[line]!
    this.#lines.push(line)
    const id = line < 0 ? `${this.names.articles.at(article)}\n${this.names.words.at(local)}` : this.#registry.ids[line]!
    this.marks.push(textHash(id))
    if (line >= 0) this.#numbers[line] = this.ids.length
    return this.ids.push(id) - 1
  }

  get all(): Uint32Array {
    return this.#all.values
  }

  /** Those of an article, by where it stands. */
  of({ locals }: ArticleColumns, n: number): Uint32Array {
    return this.all.subarray(locals.from[n], locals.from[n + 1])
  }

  /** What is told of each, of articles that were added by these numbers: what that is made of, and the row. */
  rows(articles: ArticleColumns, numbers: Uint32Array): { readonly of: (speaker: number) => number; readonly row: (speaker: number) => SpeakerRow } {
    const places = listsByNumber(this.ids.length, (add) => this.all.forEach((speaker, place) => add(speaker, place)))
    const articleOf = newColumn(Uint32Array, this.all.length)
    for (let n = 0; n < numbers.length; n++) articleOf.fill(n, articles.locals.from[n], articles.locals.from[n + 1])
    const claims = claimsOf(articles, this)
    const called = (place: number) => Array.from(listAt(articles.called, place), (word) => this.names.words.at(word))
    return {
      of: (speaker) => {
        const line = this.#lines.at(speaker)
        const hash = new NumbersHash().add(line < 0 ? 0 : this.#registry.marks.at(line))
        for (const place of listAt(places, speaker)) hash.add(articles.marks[articleOf[place]!]!).add(place - articles.locals.from[articleOf[place]!]!)
        return hash.value
      },
      row: (speaker) => {
        const [line, own] = [this.#lines.at(speaker), listAt(places, speaker)]
        const [name, kind] = called(own[0]!) as [string, SpeakerKind]
        const { id, aliases, ...known } = line < 0 ? { id: this.ids[speaker]!, name, kind, aliases: [] } : this.#registry.row(line)
        const descriptions = new Set<string>()
        for (const place of own) for (const description of called(place).slice(2)) if (descriptions.size < MOST_CALLED + aliases.length) descriptions.add(description)
        const ids = new Set(Array.from(own, (place) => this.names.articles.at(numbers[articleOf[place]!]!)))
        return { id, name: known.name, kind: known.kind, aliases, descriptions: [...descriptions], claims: claims[speaker]!, articles: [...ids] }
      },
    }
  }
}

/** How many claims each speaker has. */
function claimsOf({ claims, locals, saidBy: { from, values } }: ArticleColumns, { ids, all }: Speakers): Uint32Array {
  const counts = newColumn(Uint32Array, ids.length)
  const last = newColumn(Int32Array, ids.length).fill(-1) // the claim of each that was counted last
  for (let n = 0; n < claims.from.length - 1; n++)
    for (let claim = claims.from[n]!; claim < claims.from[n + 1]!; claim++)
      for (let i = from[claim]!; i < from[claim + 1]!; i++) {
        const speaker = all[locals.from[n]! + values[i]!]!
        if (last[speaker] !== claim) counts[speaker]!++
        last[speaker] = claim
      }
  return counts
}
