import type { ArticleError } from '../../model/schema.ts'
import { decode } from '../../text/decode.ts'
import { articleError, fileOf } from '../errors.ts'
import type { InputForm } from '../form.ts'
import type { RawArticle } from '../raw.ts'
import { columnsOf, columnsOfRows } from './columns.ts'
import { decodedArticle } from './row-article.ts'
import { readRows, valueArticle, type RowSource } from './rows.ts'

/** How deep rows are looked for in an answer of a server (`{"response": {"docs": [...]}}`). */
const MAX_DEPTH = 4

/** The articles of a JSON file: an array of rows, one row, or an object with rows somewhere in it (`{"articles": [...]}`, `{"<id>": {...}}`). */
export async function* readJson(bytes: Buffer | null, source: RowSource, form: InputForm): AsyncGenerator<RawArticle | ArticleError> {
  const { path, name } = source
  const file = fileOf(path)
  if (bytes === null)
    return yield articleError('read/too-large', `${file}: longer than ${form.limits.row / 1e6} MB; write one article per line: jq -c '.[]' ${file} > articles.jsonl`, { path })
  const decoded = decode(bytes)
  const value = parsed(decoded.text)
  if (value instanceof Error) {
    const isRows = !(parsed(decoded.text.trimStart().split('\n', 1)[0]!) instanceof Error)
    if (isRows) for await (const some of readRows([bytes], source, form)) yield* some
    else yield articleError('read/json', `${file}: not JSON: ${value.message}`, { path })
    return
  }
  const rows = Array.isArray(value) ? value : rowsIn(value, form)
  if (rows === null) return yield articleError('read/row', `${file}: holds no articles; an array of objects with a text is needed: [{"id", "text"}]`, { path })
  const columns = columnsOfRows(form)
  for (const [i, row] of rows.entries()) yield decodedArticle(await valueArticle(row, { path, line: i + 1, id: `${name}-${i + 1}` }, columns, form), decoded, file)
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    return error
  }
}

/** The rows of an object: itself, the first list of rows in it, or its values with their names as ids. */
function rowsIn(value: unknown, form: InputForm): readonly unknown[] | null {
  let level: readonly unknown[] = [value]
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    for (const each of level) {
      if (isRow(each, form)) return [each]
      if (!isObject(each)) continue
      for (const field of Object.values(each)) if (Array.isArray(field) && field.some((one) => isRow(one, form))) return field
      const entries = Object.entries(each)
      if (entries.length > 0 && entries.every(([, one]) => isRow(one, form))) return entries.map(([id, one]) => ({ id, ...(one as object) }))
    }
    level = level.filter(isObject).flatMap((each) => Object.values(each).filter(isObject))
  }
  return null
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

function isRow(value: unknown, form: InputForm): boolean {
  const column = isObject(value) ? columnsOf(Object.keys(value), form).text : null
  return column !== null && typeof (value as Record<string, unknown>)[column] === 'string'
}
