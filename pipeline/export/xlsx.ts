import writeExcelFile from 'write-excel-file/node'
import type { Table } from './tables.ts'

/** The longest text that a cell of a spreadsheet holds. */
const MAX_CELL = 32_767
/** Characters that XML cannot hold. */
// oxlint-disable-next-line no-control-regex
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** The tables as sheets of one workbook. Texts are cells of text, never formulas; longer ones are cut with an ellipsis. */
export async function workbook(tables: readonly Table[]): Promise<Uint8Array> {
  const sheets = tables.map(({ name, columns, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    data: [
      columns.map((column) => ({ value: column.name, type: String, fontWeight: 'bold' as const })),
      ...Array.from(rows, (row) => row.map((value) => (value === null ? null : typeof value === 'number' ? { value, type: Number } : { value: cellText(value), type: String }))),
    ],
  }))
  return writeExcelFile(sheets as never).toBuffer()
}

function cellText(value: string): string {
  const text = value.replace(NO_XML, '\ufffd').toWellFormed()
  return text.length > MAX_CELL ? `${text.slice(0, MAX_CELL - 1).toWellFormed()}…` : text
}
