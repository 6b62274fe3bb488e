/** What a spreadsheet may take for a formula, where a cell begins with it. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * A table as RFC 4180, with a heading. A text that a spreadsheet would take for a formula gets an apostrophe in front, which is how
 * spreadsheets themselves mark text.
 */
export function csvTable(head: readonly string[], rows: Rows): string {
  return [...csvLines(head, rows)].join('\r\n')
}

type Rows = Iterable<readonly (string | number | boolean | null)[]>

/** The lines of such a table, without their ends. */
export function* csvLines(head: readonly string[], rows: Rows): Generator<string> {
  yield head.map(csvCell).join(',')
  for (const row of rows) yield row.map(csvCell).join(',')
}

function csvCell(value: string | number | boolean | null): string {
  const text = value === null ? '' : typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
