import { readFileSync } from 'node:fs'
import { linkInput, type HeldApart, type LinkClaim, type LinkInput, type ReadArticle } from '../8-links/input.ts'
import type { ClaimsRead, LinkSource } from '../8-links/source.ts'
import type { OutputFolder } from '../9-output/files.ts'
import type { Journal } from '../9-output/journal.ts'
import type { Place } from '../model/lines.ts'
import { regular } from '../model/regular.ts'
import type { AnnotatedArticle } from '../model/schema.ts'
import { indexedArticle, type IndexedArticle } from '../store/indexed.ts'
import { decode } from '../text/decode.ts'
import { heldApart } from './apart.ts'
import type { About } from './summary.ts'
import { claimAt, claimsIn, tellClaims, type ToldClaims } from './told-claims.ts'

/** The parts of what the journal holds of an article: its row of the index, what is linked of it, and of that its claims, its speakers, its passages, and the hashes of these. */
const [INDEXED, LINKED, CLAIMS, SPEAKERS, PASSAGES, HASHES] = [0, 1, 2, 3, 4, 5]

/** What is linked of an article besides the parts of their own, and where each of its claims stands. */
type Linked = readonly [Omit<ReadArticle, 'claims' | 'speakers'>, ToldClaims['table']]

/** What comes after needs of an article, for the journal. */
export function moreOf(article: AnnotatedArticle, text: string): readonly string[] {
  const { speakers, passages, passageHashes, claims, ...linked } = linkInput(article, text)
  const { json, table } = tellClaims(claims)
  const [indexed, told, ...others] = [indexedArticle(article), [linked, table] satisfies Linked, speakers, passages, passageHashes].map((part) => JSON.stringify(part)) as [string, string, ...string[]]
  return [indexed, told, json, ...others]
}

/** An article that cannot be read back, neither from the journal nor from its file. */
export class Unread extends Error {
  constructor(
    readonly id: string,
    readonly path: string,
    cause: unknown,
  ) {
    super(`${path} cannot be read`, { cause })
  }
}

/** Why an article cannot be read back, if it cannot. */
export function unreadOf(source: LinkSource): readonly Unread[] {
  try {
    source.read()
    return []
  } catch (error) {
    if (error instanceof Unread) return [error]
    throw error
  }
}

const NOTHING_APART: readonly HeldApart[] = []

/** Where written articles are read. */
interface WrittenBooks {
  readonly out: OutputFolder
  readonly journal: Journal<About>
}

/**
 * A written article to be linked, each part read from the journal; where that is damaged, from the article itself. One that is `corrected` (a person put
 * something right) is read where it is asked what it holds apart.
 * Its parts throw {@link Unread} where neither can be read.
 */
export class WrittenSource implements LinkSource {
  constructor(
    readonly article: string,
    private readonly corrected: boolean,
    private readonly books: WrittenBooks,
  ) {}

  content(): string | null {
    return this.corrected ? null : this.books.journal.hashesOfMore(this.article).slice(LINKED).join(' ')
  }

  apart(): readonly HeldApart[] {
    return this.corrected ? heldApart(this.#whole(), this.#file, textOf) : NOTHING_APART
  }

  read(): ReadArticle {
    const linked = this.#part<Linked[0]>(LINKED, (input) => input, (known) => linkedIn(known)[0])
    return { ...linked, claims: this.#part(CLAIMS, (input) => input.claims, claimsIn), speakers: this.speakers() }
  }

  claims(): ClaimsRead {
    return this.#part(LINKED, ({ outlet, claims }) => ({ outlet, at: (place) => claims[place]! }), (known) => this.#claimsOf(linkedIn(known)))
  }

  speakers(): LinkInput['speakers'] {
    return this.#part(SPEAKERS, (input) => input.speakers)
  }

  passages(): LinkInput['passages'] {
    return this.#part(PASSAGES, (input) => input.passages)
  }

  passageHashes(): LinkInput['passageHashes'] {
    return this.#part(HASHES, (input) => input.passageHashes)
  }

  get #file(): string {
    return this.books.out.articlePath(this.article)
  }

  #part<T>(number: number, again: (input: LinkInput) => T, read = (known: string) => JSON.parse(known) as T): T {
    const known = this.books.journal.more(this.article, number)
    return known === null ? again(this.#again()) : read(known)
  }

  #claimsOf([{ outlet }, table]: Linked): ClaimsRead {
    let again: readonly LinkClaim[] | null = null
    const bytesAt = (place: Place) => this.books.journal.bytesOf(this.article, CLAIMS, place)
    return { outlet, at: (n) => claimAt(table, n, bytesAt) ?? (again ??= this.#again().claims)[n]! }
  }

  #again(): LinkInput {
    const whole = this.#whole()
    return linkInput(whole, textOf(whole))
  }

  #whole(): AnnotatedArticle {
    try {
      return JSON.parse(readFileSync(regular(this.#file), 'utf8')) as AnnotatedArticle
    } catch (error) {
      throw new Unread(this.article, this.#file, error)
    }
  }
}

const linkedIn = (known: string): Linked => JSON.parse(known) as Linked

/** What the index holds of an article, from the journal; null where that is damaged. */
export function indexedOf(id: string, journal: Journal<About>): IndexedArticle | null {
  const known = journal.more(id, INDEXED)
  return known === null ? null : (JSON.parse(known) as IndexedArticle)
}

/** The article's text; empty where its file went away since it was annotated, which costs the search for copied passages only. */
function textOf({ source }: AnnotatedArticle): string {
  try {
    return decode(readFileSync(regular(source.textPath ?? source.path ?? ''))).text
  } catch {
    return ''
  }
}
