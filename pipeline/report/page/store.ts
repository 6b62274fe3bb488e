import { useEffect, useReducer } from 'preact/hooks'
import { hashOf } from '../../model/hash.ts'
import type { AllFindings, ArticleClaims, ArticleRow, ClaimRow, GroupRow, JoinedClaims, Site, SpeakerRow, TextRow, WrittenArticle, WrittenGroup } from '../data.ts'

/** The data of the report: files are scripts, since a page from disk can load nothing else. Each is loaded once, when it is needed, and what it names by ids is numbered. */

let report: Report
/** Which article each claim stands in. */
const articleOf: number[] = []
const placeOf = { article: new Map<string, number>(), speaker: new Map<string, number>() }
const claims: (ClaimRow | undefined)[] = []
const groups = new Map<string, GroupRow>()
const texts = new Map<string, TextRow>()
const loading = new Map<string, Promise<readonly unknown[]>>()
const waiting = new Map<string, (rows: readonly unknown[]) => void>()

declare global {
  /** What every data file calls. */
  var claimtrace: (name: string, rows: readonly unknown[]) => void
}
globalThis.claimtrace = (name, rows) => waiting.get(name)?.(rows)

/** Loads the rows of one file of data; rejects where it is missing. */
function load<Row>(name: string): Promise<readonly Row[]> {
  const before = loading.get(name)
  if (before !== undefined) return before as Promise<readonly Row[]>
  const promise = new Promise<readonly unknown[]>((resolve, reject) => {
    waiting.set(name, resolve)
    const script = document.createElement('script')
    script.src = `data/${name}.js`
    script.addEventListener('error', () => reject(new Error(`data/${name}.js cannot be read`)))
    script.addEventListener('load', () => script.remove())
    document.head.append(script)
  })
  loading.set(name, promise)
  return promise as Promise<readonly Row[]>
}

/** What every page needs: counts and findings, and all articles and speakers. */
export interface Report {
  readonly site: Site
  readonly articles: readonly ArticleRow[]
  readonly speakers: readonly SpeakerRow[]
}

export async function loadReport(): Promise<Report> {
  const [site] = await load<Site>('site')
  const rows = async <Row>(kind: 'articles' | 'speakers') => (await Promise.all(site!.files[kind].map((file) => load<Row>(`${kind}-${file}`)))).flat()
  const [articles, speakers] = await Promise.all([rows<WrittenArticle>('articles'), rows<SpeakerRow>('speakers')])
  for (const [place, { id, claims: number }] of articles.entries()) {
    placeOf.article.set(id, place)
    for (let i = 0; i < number; i++) articleOf.push(place)
  }
  for (const [place, { id }] of speakers.entries()) placeOf.speaker.set(id, place)
  let firstClaim = 0
  const numbered = articles.map((article) => ({ ...article, firstClaim: (firstClaim += article.claims) - article.claims }))
  return (report = { site: site!, articles: numbered, speakers })
}

/** The places of the claims of an article. */
export const placesOf = ({ firstClaim, claims: number }: ArticleRow): number[] => Array.from({ length: number }, (_, i) => firstClaim + i)

/** The places of the claims of the articles that a speaker is named in. */
export const placesAround = ({ articles }: SpeakerRow): number[] => articles.flatMap((id) => placesOf(report.articles[placeOf.article.get(id)!]!))

function putClaims({ article: id, claims: written }: ArticleClaims, joined: JoinedClaims): void {
  const article = placeOf.article.get(id)
  if (article === undefined) return
  const [{ firstClaim }, speaking] = [report.articles[article]!, joined.speakers.map((speaker) => placeOf.speaker.get(speaker)!)]
  for (const [i, claim] of written.entries()) {
    const [group, ...topics] = joined.claims[i]!
    claims[firstClaim + i] ??= { ...claim, article, group, speakers: claim.speakers.map((place) => speaking[place]!), stance: claim.stance.map((stance, n) => ({ ...stance, topic: topics[n]! })) }
  }
}

function putGroup(written: WrittenGroup): void {
  const places = written.claims.map(([article, claim]) => (report.articles[placeOf.article.get(article)!]?.firstClaim ?? 0) + claim)
  groups.set(written.id, {
    ...written,
    claims: places,
    speakers: written.speakers.map((speaker) => placeOf.speaker.get(speaker)!),
    origins: written.origins.map((origin) => ({ ...origin, claims: origin.claims.map((claim) => places[claim]!) })),
    differs: written.differs.map(({ kind, a, b }) => ({ kind, a: { ...a, claim: places[a.claim]! }, b: { ...b, claim: places[b.claim]! } })),
  })
}

const KINDS = {
  claims: {
    fileOf: (place: number) => `claims-${report.articles[articleOf[place]!]!.file}`,
    at: (place: number) => claims[place],
    put: (lines: readonly (ArticleClaims | JoinedClaims)[]) => {
      for (let line = 0; line < lines.length; line += 2) putClaims(lines[line] as ArticleClaims, lines[line + 1] as JoinedClaims)
    },
  },
  groups: {
    fileOf: (id: string) => `groups-${hashOf(id) % report.site.files.groups}`,
    at: (id: string) => groups.get(id),
    put: (lines: readonly WrittenGroup[]) => lines.forEach(putGroup),
  },
} as const
interface Rows {
  readonly claims: { readonly key: number; readonly row: ClaimRow }
  readonly groups: { readonly key: string; readonly row: GroupRow }
}
type Kinds = { readonly [K in keyof Rows]: { readonly fileOf: (key: Rows[K]['key']) => string; readonly at: (key: Rows[K]['key']) => Rows[K]['row'] | undefined; readonly put: (lines: readonly never[]) => void } }

async function loadRows(kind: keyof Rows, file: string): Promise<void> {
  const isLoaded = loading.has(file)
  const rows = await load<never>(file)
  if (!isLoaded) (KINDS as Kinds)[kind].put(rows)
}

/** Shows again, unless it is gone, once all this is loaded. */
function useLoaded(files: readonly string[], loadOne: (file: string) => Promise<unknown>): void {
  const [, again] = useReducer((n: number) => n + 1, 0)
  useEffect(() => {
    if (files.length === 0) return
    let here = true
    void Promise.all(files.map(loadOne)).then(() => here && again(0), fail)
    return () => void (here = false)
  }, [files.join()])
}

/** The claims at these places, or the groups with these ids; null until all are loaded. Shows again when they are. */
export function useRows<K extends keyof Rows>(kind: K, keys: readonly Rows[K]['key'][]): readonly Rows[K]['row'][] | null {
  const { fileOf, at } = (KINDS as Kinds)[kind]
  const missing = [...new Set(keys.filter((key) => at(key) === undefined).map(fileOf))]
  useLoaded(missing, (file) => loadRows(kind, file))
  return missing.length > 0 ? null : keys.flatMap((key) => at(key) ?? [])
}

/** All claims that are loaded, and whether these are all. Loads the rest file by file where they are `wanted`, and does `each` with every claim, so that the page stays quick. */
export function useAllClaims(wanted = true, each?: (claim: ClaimRow) => void): { readonly rows: readonly ClaimRow[]; readonly done: boolean } {
  const [loaded, setLoaded] = useReducer((_: number, next: number) => next, 0)
  const all = wanted ? articleOf.length : 0
  useEffect(() => {
    const left = new AbortController()
    void (async () => {
      for (let [from, files] = [0, 1]; from < all && !left.signal.aborted; files++) {
        await loadRows('claims', KINDS.claims.fileOf(from))
        const before = from
        while (claims[from] !== undefined) from++
        if (from === before) throw new Error('The data is of two reports')
        if (each !== undefined) for (const claim of claims.slice(before, from)) each(claim as ClaimRow)
        if (files % 8 === 0 || from === all) setLoaded(from)
      }
    })().catch(fail)
    return () => left.abort()
  }, [all])
  return { rows: claims.slice(0, loaded) as ClaimRow[], done: loaded >= all }
}

/** The text of an article, or null until it is loaded. */
export function useText({ id, file }: ArticleRow): TextRow | null {
  useLoaded(texts.has(id) ? [] : [file], async () => {
    for (const row of await load<TextRow>(`texts-${file}`)) texts.set(row.article, row)
  })
  return texts.get(id) ?? null
}

let allFindings: AllFindings | undefined
/** All findings, or null until they are loaded, which is begun where they are wanted. */
export function useFindings(wanted: boolean): AllFindings | null {
  useLoaded(wanted && allFindings === undefined ? ['findings'] : [], async () => void ([allFindings] = await load<AllFindings>('findings')))
  return allFindings ?? null
}

let fail: (error: Error) => void = () => {}
/** Tells once where something cannot be loaded. */
export function onFailure(tell: (error: Error) => void): void {
  fail = tell
}
