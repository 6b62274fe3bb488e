import type { ArticleError } from '../../model/schema.ts'
import { decode } from '../../text/decode.ts'
import { articleError } from '../errors.ts'
import type { InputForm } from '../form.ts'
import { MAX_ROW_BYTES, type RawArticle } from '../raw.ts'
import { valueArticle, type RowSource } from './rows.ts'

/** The articles of a JSON file: an array of rows, one row, or an object with one array of rows (`{"articles": [...]}`). */
export function* readJson(bytes: Uint8Array | null, { path, name }: RowSource, form: InputForm): Generator<RawArticle | ArticleError> {
  const file = path ?? 'standard input'
  if (bytes === null)
    return yield articleError('read/too-large', `${file}: longer than ${MAX_ROW_BYTES / 1e6} MB; write one article per line: jq -c '.[]' ${file} > articles.jsonl`, { path })
  let value: unknown
  try {
    value = JSON.parse(decode(bytes).text)
  } catch (error) {
    return yield articleError('read/json', `${file}: not JSON: ${(error as Error).message}`, { path })
  }
  const rows = rowsOf(value)
  if (rows === null) return yield articleError('read/row', `${file}: holds no articles; an array of objects with a text is needed`, { path })
  for (const [i, row] of rows.entries()) yield valueArticle(row, { path, line: i + 1, id: `${name}-${i + 1}` }, form)
}

function rowsOf(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value
  if (typeof value !== 'object' || value === null) return null
  const lists = Object.values(value).filter((field) => Array.isArray(field) && field.some((each) => typeof each === 'object' && each !== null))
  return lists.length === 1 ? (lists[0] as readonly unknown[]) : [value]
}
