import { parquetWriteBuffer } from 'hyparquet-writer'
import type { ColumnType, Table } from './tables.ts'

const TYPES = { text: 'STRING', integer: 'INT32', real: 'DOUBLE' } as const satisfies Record<ColumnType, string>

/** A table as Parquet; half surrogate pairs, which UTF-8 cannot hold, become U+FFFD. */
export function parquetFile({ columns, rows: each }: Table): Uint8Array {
  const rows = [...each]
  const columnData = columns.map(({ name, type }, i) => ({
    name,
    type: TYPES[type],
    nullable: true,
    data: rows.map((row) => (typeof row[i] === 'string' ? row[i].toWellFormed() : row[i]!)),
  }))
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy: 'claimtrace' }))
}
