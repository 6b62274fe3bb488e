import type { Article } from '../model/article.ts'
import type { RawProblem } from '../model/problems.ts'
import type { Range } from '../model/span.ts'

/** What an input says about itself, apart from its text. */
export interface Metadata {
  readonly title: string | null
  /** Names, in the order of the byline. */
  readonly authors: readonly string[]
  /** ISO 8601. */
  readonly published: string | null
  readonly outlet: string | null
  readonly url: string | null
}

export const NO_METADATA: Metadata = { title: null, authors: [], published: null, outlet: null, url: null }

/** An input decoded to text, before anything in the text was looked for. */
export interface RawArticle {
  readonly id: string
  readonly path: string | null
  readonly text: string
  /** The text is no file of its own: it was extracted from HTML, or is a row's. */
  readonly extracted: boolean
  readonly sha256: string
  /** Whether the SHA-256 is that of the text itself, as far as is known. */
  readonly verbatim?: boolean
  readonly bytes: number
  readonly encoding: Article['encoding']
  readonly given: Metadata
  /** A block of metadata in front of the text. */
  readonly frontMatter: Range | null
  /** Where the title stands in the text, where extraction put it there. */
  readonly title: Range | null
  readonly problems: readonly RawProblem[]
}

/** An input under the id that it goes by. */
export interface GivenArticle extends RawArticle {
  /** Where the text is written, if that is no file of its own. */
  readonly textPath: string | null
}
