import { readColumns, writeColumns, type ColumnsFile } from '../9-output/columns-file.ts'
import { Growing, GrowingLists, listAt, wholeOf, type Column, type Lists } from '../model/columns.ts'
import { BUILD } from '../model/version.ts'
import { Articles, type ArticleColumns } from './articles.ts'
import type { WrittenFiles } from './files.ts'
import { groupColumns, type GroupColumns } from './known-groups.ts'
import { Words } from './words.ts'

/** What is known of all that a report tells. */
export interface ReportFacts {
  /** Ids of the articles, in order, and the words that columns name; of these there were so many when all was made anew. */
  readonly ids: readonly string[]
  readonly words: readonly string[]
  readonly fresh: number
  readonly articles: ArticleColumns
  readonly groups: GroupColumns
}

/** What is known of a report that was written: what it was made of, its files, and what is needed where it is to be brought up to date. */
export interface ReportMemory {
  readonly stamp: string
  readonly files: WrittenFiles
  readonly facts: ReportFacts
}

/** Of no report nothing is known. */
export const NO_REPORT: ReportMemory = { stamp: '', files: new Map(), facts: { ids: [], words: [], fresh: 0, articles: new Articles(new Words()).columns, groups: groupColumns({ groups: [], alone: new Growing<Float64Array>(Float64Array) }, [], []) } }

/** What the file tells besides numbers. */
interface About extends Pick<ReportFacts, 'ids' | 'words' | 'fresh'>, Pick<ReportMemory, 'stamp'> {
  readonly build: string
  readonly files: readonly (readonly [name: string, mark: number])[]
  readonly groups: readonly string[]
}

type Part = Readonly<Record<string, Column | Lists<Column>>>
const isList = (part: Column | Lists<Column>): part is Lists<Column> => 'from' in part

/** Writes what is known of a report, once it is written. */
export async function writeMemory(path: string, { stamp, files, facts: { ids, words, fresh, articles, groups: { ids: groups, ...more } } }: ReportMemory): Promise<void> {
  const lines = new GrowingLists<Float64Array>(Float64Array)
  for (const { of } of files.values()) lines.add(of)
  const about: About = { build: BUILD, stamp, ids, words, fresh, groups, files: Array.from(files, ([name, { mark }]) => [name, mark]) }
  const parts: Part = { ...articles, ...more, lines: lines.lists }
  await writeColumns(path, { about, columns: Object.fromEntries(Object.entries(parts).flatMap(([name, part]) => (isList(part) ? [[`${name}From`, part.from], [name, part.values]] : [[name, part]]))) })
}

/** What is known of the report that was written last; nothing where it is not as it was written, of another version, or most of its words may be those of articles that are gone. */
export function readMemory(path: string): ReportMemory {
  const file = readColumns(path)
  if (file === null) return NO_REPORT
  try {
    const { build, stamp, ids, words, fresh, groups, files } = file.about as About
    if (build !== BUILD || words.length > MOST_WORDS * fresh) return NO_REPORT
    const { lines, ...parts } = partsIn(file)
    const known = parts as unknown as ArticleColumns & GroupColumns
    return { stamp, files: new Map(files.map(([name, mark], n) => [name, { mark, of: listAt(lines as Lists<Column>, n) }])), facts: { ids, words, fresh, articles: known, groups: { ...known, ids: groups } } }
  } finally {
    file.close()
  }
}
/** So many times the words of a report that is made anew may there be. */
const MOST_WORDS = 2

function partsIn({ columns }: ColumnsFile): Part {
  const names = Object.keys(columns).filter((name) => !name.endsWith('From'))
  const column = (name: string) => columns[name] && wholeOf(columns[name])
  return Object.fromEntries(names.map((name) => [name, columns[`${name}From`] === undefined ? column(name)! : { from: column(`${name}From`) as Uint32Array, values: column(name)! }]))
}
