import { readFileSync } from 'node:fs'
import { lean, linkInput, type HeldApart, type LinkClaim, type LinkInput, type ReadArticle } from '../8-links/input.ts'
import type { ClaimsRead, LinkSource } from '../8-links/source.ts'
import type { OutputFolder } from '../9-output/files.ts'
import type { Journal } from '../9-output/journal.ts'
import { regular } from '../model/regular.ts'
import type { AnnotatedArticle } from '../model/schema.ts'
import { indexedArticle, type IndexedArticle } from '../store/indexed.ts'
import { decode } from '../text/decode.ts'
import { heldApart } from './apart.ts'
import type { About } from './summary.ts'

/** The parts of what the journal holds of an article: its row of the index, what is linked of it, and of that its speakers, its passages, and the hashes of these. */
const [INDEXED, LINKED, SPEAKERS, PASSAGES, HASHES] = [0, 1, 2, 3, 4]
/** Stands between what is linked of an article and each of its claims, so that one can be read alone; no JSON holds it. */
const APART = '\u001e'

/** What comes after needs of an article, for the journal. */
export function moreOf(article: AnnotatedArticle, text: string): readonly string[] {
  const { speakers, passages, passageHashes, claims, ...linked } = linkInput(article, text)
  const [indexed, ...others] = [indexedArticle(article), speakers, passages, passageHashes].map((part) => JSON.stringify(part)) as [string, ...string[]]
  return [indexed, [linked, ...claims].map((each) => JSON.stringify(each)).join(APART), ...others]
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
    return { ...this.#part<Omit<ReadArticle, 'speakers'>>(LINKED, (input) => input, linkedIn), speakers: this.speakers() }
  }

  claims(): ClaimsRead {
    return this.#part(LINKED, ({ outlet, claims }) => ({ outlet, at: (place) => claims[place]! }), claimsIn)
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
    if (known !== null) return read(known)
    const whole = this.#whole()
    return again(linkInput(whole, textOf(whole)))
  }

  #whole(): AnnotatedArticle {
    try {
      return JSON.parse(readFileSync(regular(this.#file), 'utf8')) as AnnotatedArticle
    } catch (error) {
      throw new Unread(this.article, this.#file, error)
    }
  }
}

function linkedIn(known: string): Omit<ReadArticle, 'speakers'> {
  const [linked, ...claims] = known.split(APART) as [string, ...string[]]
  return { ...(JSON.parse(linked) as Omit<ReadArticle, 'speakers' | 'claims'>), claims: claims.map(claimIn) }
}

function claimsIn(known: string): ClaimsRead {
  const [linked, ...claims] = known.split(APART) as [string, ...string[]]
  const { outlet } = JSON.parse(linked) as LinkInput
  return { outlet, at: (place) => claimIn(claims[place]!) }
}

const claimIn = (json: string): LinkClaim => lean(JSON.parse(json) as LinkClaim)

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
