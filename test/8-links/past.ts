import type { Kept, ToKeep } from '../../pipeline/8-links/past.ts'
import type { Column, ColumnPieces } from '../../pipeline/model/columns.ts'
import { FiledColumn } from '../../pipeline/model/filed-column.ts'

/** What was given to be kept, as the next run finds it in its file. */
export function written({ numbers, lists }: ToKeep): Kept {
  return { numbers: Object.fromEntries(Object.entries(numbers).map(([name, column]) => [name, columnOf(column)])), lists: JSON.parse(JSON.stringify(lists)) as Kept['lists'] }
}

/** A column of which parts can be asked for. */
export function columnOf(given: Column | ColumnPieces): FiledColumn<Column> {
  const column = new FiledColumn('pieces' in given ? given.kind : (given.constructor as new (size: number) => Column))
  for (const piece of 'pieces' in given ? given.pieces() : [given]) column.put(piece)
  return column
}
