import type { Place } from '../model/lines.ts'
import type { LineColumns, LinkRow, LinkRowName } from '../model/links-folder.ts'
import type { AnnotatedArticle } from '../model/schema.ts'

/** The rows of links: all of a kind, what is known of their lines, and one by its place. */
export interface LinkFiles {
  rows<Name extends LinkRowName>(name: Name): Iterable<{ readonly row: LinkRow<Name> } & Place>
  columns(name: LinkRowName): LineColumns
  row<Name extends LinkRowName>(name: Name, place: Place): LinkRow<Name>
}

/** An article to be reported, read where that is needed. */
export interface ToReport {
  readonly id: string
  /** Tells its file from anything else; null: that is not known, and it is read. */
  readonly of: string | null
  /** Null where its file went away. */
  readonly read: () => AnnotatedArticle | null
}

export interface ReportInput {
  /** One at a time. */
  readonly articles: Iterable<ToReport>
  /** Null: every claim stands alone. */
  readonly links: LinkFiles | null
  /** The text that an article's offsets point into; null where it cannot be read. */
  readonly textOf: (article: AnnotatedArticle) => string | null
  readonly warnings: readonly string[]
  /** Tells what is reported from what else might be. */
  readonly stamp: string
}
