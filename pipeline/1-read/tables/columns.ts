import type { Field, InputForm } from '../form.ts'

/** Usual names of columns, best first; compared without case, spaces, `_`, `-` and `.`. */
const USUAL: Readonly<Record<Field | 'author', readonly string[]>> = {
  text: ['text', 'body', 'content', 'article', 'articletext', 'articlebody', 'fulltext', 'maintext', 'bodytext', 'contents', 'story'],
  id: ['id', 'articleid', 'docid', 'documentid', 'uid', 'guid', 'uuid', 'key'],
  title: ['title', 'headline', 'heading', 'articletitle'],
  date: ['published', 'date', 'publisheddate', 'publicationdate', 'publishdate', 'publishedat', 'datepublished', 'pubdate', 'articledate', 'datetime', 'timestamp', 'created', 'createdat'],
  outlet: ['outlet', 'source', 'publication', 'publisher', 'newspaper', 'sourcename', 'medium', 'site', 'sitename', 'domain'],
  url: ['url', 'link', 'weburl', 'articleurl', 'sourceurl', 'href', 'permalink'],
  author: ['authors', 'author', 'byline', 'creator', 'writer'],
}

export type Columns = { readonly [field in Field | 'author']: string | null }

const plain = (name: string) => name.toLowerCase().replace(/[\s_.-]/g, '')

/** Which of these names hold what: as the user said, else by the usual names; null where no name fits. */
export function columnsOf(names: readonly string[], { columns }: InputForm): Columns {
  const known = new Map(names.toReversed().map((name) => [plain(name), name]))
  const taken = new Set(Object.values(columns))
  const find = (field: Field | 'author') => {
    const said = field === 'author' ? undefined : columns[field]
    if (said !== undefined) return names.includes(said) ? said : null
    const usual = USUAL[field].map((name) => known.get(name)).find((name) => name !== undefined && !taken.has(name))
    return usual ?? null
  }
  return { text: find('text'), id: find('id'), title: find('title'), date: find('date'), outlet: find('outlet'), url: find('url'), author: find('author') }
}

/** As {@link columnsOf}, for one row after another: most name the same as the row before. */
export function columnsOfRows(form: InputForm): (names: readonly string[]) => Columns {
  let [last, columns]: [readonly string[], Columns] = [[], columnsOf([], form)]
  return (names) => {
    if (names.length !== last.length || names.some((name, i) => name !== last[i])) [last, columns] = [names, columnsOf(names, form)]
    return columns
  }
}

/** Why a table cannot be read: a column that was named is missing, or none looks like the text; null where all is well. */
export function missingColumn(names: readonly string[], found: Columns, { columns }: InputForm): string | null {
  const listed = names.slice(0, 12).map((name) => JSON.stringify(name.slice(0, 40))).join(', ')
  for (const [field, name] of Object.entries(columns)) if (name !== undefined && !names.includes(name)) return `there is no column "${name}" (--${field}-column); there are ${listed}`
  return found.text === null ? `no column looks like the article's text; name it with --text-column; there are ${listed}` : null
}
