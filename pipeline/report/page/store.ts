import { useEffect, useReducer } from 'preact/hooks'
import { ROWS_IN_FILE, type ArticleRow, type ClaimRow, type GroupRow, type RowKind, type Site, type SpeakerRow, type TextRow } from '../data.ts'

/** The data of the report: files are scripts, since a page from disk can load nothing else. Each is loaded once, when it is needed. */

interface Rows {
  readonly articles: ArticleRow
  readonly speakers: SpeakerRow
  readonly claims: ClaimRow
  readonly groups: GroupRow
}

const rows: { readonly [K in RowKind]: (Rows[K] | undefined)[] } = { articles: [], speakers: [], claims: [], groups: [] }
const texts = new Map<number, TextRow>()
const loading = new Map<string, Promise<unknown>>()
const waiting = new Map<string, (value: unknown) => void>()

declare global {
  /** What every data file calls. */
  var claimtrace: (name: string, value: unknown) => void
}
globalThis.claimtrace = (name, value) => waiting.get(name)?.(value)

/** Loads one file of data; rejects where it is missing. */
function load(name: string): Promise<unknown> {
  const before = loading.get(name)
  if (before !== undefined) return before
  const promise = new Promise((resolve, reject) => {
    waiting.set(name, resolve)
    const script = document.createElement('script')
    script.src = `data/${name}.js`
    script.addEventListener('error', () => reject(new Error(`data/${name}.js cannot be read`)))
    script.addEventListener('load', () => script.remove())
    document.head.append(script)
  })
  loading.set(name, promise)
  return promise
}

/** What every page needs: counts and findings, and all articles and speakers. */
export interface Report {
  readonly site: Site
  readonly articles: readonly ArticleRow[]
  readonly speakers: readonly SpeakerRow[]
}

export async function loadReport(): Promise<Report> {
  const site = (await load('site')) as Site
  const files = (['articles', 'speakers'] as const).flatMap((kind) => range(filesOf(kind, site)).map((file) => loadRows(kind, file)))
  await Promise.all(files)
  return { site, articles: rows.articles as ArticleRow[], speakers: rows.speakers as SpeakerRow[] }
}

async function loadRows(kind: RowKind, file: number): Promise<void> {
  const loaded = (await load(`${kind}-${file}`)) as readonly never[]
  const from = file * ROWS_IN_FILE[kind]
  if (rows[kind][from] === undefined) for (const [i, row] of loaded.entries()) rows[kind][from + i] = row
}

const filesOf = (kind: RowKind, site: Site) => Math.ceil(site.rows[kind] / ROWS_IN_FILE[kind])
const range = (length: number) => Array.from({ length }, (_, i) => i)
const fileOf = (kind: RowKind, place: number) => Math.floor(place / ROWS_IN_FILE[kind])

/** The rows at these places, or null until all are loaded. Shows again when they are. */
export function useRows<K extends RowKind>(kind: K, places: readonly number[]): readonly Rows[K][] | null {
  const [, again] = useReducer((n: number) => n + 1, 0)
  const missing = [...new Set(places.filter((place) => rows[kind][place] === undefined).map((place) => fileOf(kind, place)))]
  useEffect(() => {
    if (missing.length === 0) return
    let here = true
    void Promise.all(missing.map((file) => loadRows(kind, file))).then(() => here && again(0), fail)
    return () => void (here = false)
  }, [kind, missing.join()])
  return missing.length > 0 ? null : places.flatMap((place) => rows[kind][place] ?? [])
}

/** All rows of a kind that are loaded, and whether these are all. Loads the rest file by file, and does `each` with every row, so that the page stays quick. */
export function useAll<K extends RowKind>(kind: K, site: Site, each?: (row: Rows[K]) => void): { readonly rows: readonly Rows[K][]; readonly done: boolean } {
  const [loaded, setLoaded] = useReducer((_: number, next: number) => next, 0)
  const files = filesOf(kind, site)
  useEffect(() => {
    const left = new AbortController()
    void (async () => {
      for (let file = 0; file < files && !left.signal.aborted; file++) {
        await loadRows(kind, file)
        if (each !== undefined) for (const row of rows[kind].slice(file * ROWS_IN_FILE[kind], (file + 1) * ROWS_IN_FILE[kind])) each(row as Rows[K])
        if (file % 8 === 7 || file === files - 1) setLoaded(file + 1)
      }
    })().catch(fail)
    return () => left.abort()
  }, [kind, files])
  return { rows: rows[kind].slice(0, loaded * ROWS_IN_FILE[kind]) as Rows[K][], done: loaded >= files }
}

/** The text of an article, or null until it is loaded. */
export function useText(article: ArticleRow, place: number): TextRow | null {
  const [, again] = useReducer((n: number) => n + 1, 0)
  useEffect(() => {
    let here = true
    if (!texts.has(place))
      void load(`texts-${article.textFile}`).then((loaded) => {
        for (const row of loaded as readonly TextRow[]) texts.set(row.article, row)
        if (here) again(0)
      }, fail)
    return () => void (here = false)
  }, [place])
  return texts.get(place) ?? null
}

let fail: (error: Error) => void = () => {}
/** Tells once where something cannot be loaded. */
export function onFailure(tell: (error: Error) => void): void {
  fail = tell
}
