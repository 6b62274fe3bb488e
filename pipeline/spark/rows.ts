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

/** The lines of a stream of text, whatever the pieces in which it comes. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop()!
    yield* lines
  }
  if (rest !== '') yield rest
}

/** Code units that are written at once: a system call for each line would cost as much as many a step. */
const PIECE = 1 << 16

/** Lines joined to pieces, each without its last line end. */
export async function* joined(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let piece: string[] = []
  let size = 0
  for await (const line of lines) {
    piece.push(line)
    size += line.length
    if (size < PIECE) continue
    yield piece.join('\n')
    piece = []
    size = 0
  }
  if (piece.length > 0) yield piece.join('\n')
}
