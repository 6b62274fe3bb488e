/** How rows go between Spark and the steps: lines of fields that tabs part, the last one JSON. JSON holds no tabs and no line ends. */

/** A text as a field: tabs, line ends and quotation marks escaped as in JSON. One text has one form, so that fields can be compared. */
export const field = (text: string): string => JSON.stringify(text).slice(1, -1)

/** A line of a step's answer: what kind of row it is, up to four fields that Spark joins and sorts by, and the row. */
export function lineOf(tag: string, fields: readonly (string | number)[], row?: unknown): string {
  const [a = '', b = '', c = '', d = ''] = fields
  return `${tag}\t${a}\t${b}\t${c}\t${d}\t${row === undefined ? '' : JSON.stringify(row)}`
}

/** The name of a claim in joins: its id, which has no spaces, and its article. */
export const refOf = ({ article, claim }: { readonly article: string; readonly claim: string }): string => `${claim} ${field(article)}`

/** Consecutive lines that begin with one field: that field, and the others of each line. */
export interface Together {
  readonly key: string
  readonly rows: readonly (readonly string[])[]
}

/** Lines by their first field, where those that share it follow one another. */
export async function* together(lines: AsyncIterable<string>): AsyncGenerator<Together> {
  let key = ''
  let rows: (readonly string[])[] = []
  for await (const line of lines) {
    const [first = '', ...others] = line.split('\t')
    if (first !== key && rows.length > 0) {
      yield { key, rows }
      rows = []
    }
    key = first
    rows.push(others)
  }
  if (rows.length > 0) yield { key, rows }
}
