import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { LINK_ROWS, linksPath, runOf, type LinkRowName } from '../model/links-folder.ts'
import { noProgress, type StartProgress } from '../model/progress.ts'
import { annotatedArticleSchema, ARTICLE_SCHEMA, LINKS_SCHEMA, linksManifestSchema, type AnnotatedArticle, type Links, type LinksManifest } from '../model/schema.ts'
import { UserError } from '../model/user-error.ts'
import { BUILD } from '../model/version.ts'

/** What a run wrote, checked against the contract. */
export interface Output {
  readonly folder: string
  readonly articles: readonly AnnotatedArticle[]
  /** Null where the run wrote no links: then every claim stands alone. */
  readonly links: Links | null
  /** What a reader should know, in a line each. */
  readonly warnings: readonly string[]
}

const AGAIN = 'run `claimtrace run` again'

/**
 * Reads `<folder>/articles/*.json` and `<folder>/links/`.
 * @throws UserError for a folder without a run's output, and for a file that is broken or of another version.
 * @example
 * const output = loadOutput('output')
 */
export function loadOutput(folder: string, startProgress: StartProgress = noProgress): Output {
  const articlesFolder = join(folder, 'articles')
  if (!existsSync(folder)) throw new UserError(`${folder}: there is no such folder; run \`claimtrace run\` first, or name the folder with --out`)
  const names = existsSync(articlesFolder) ? readdirSync(articlesFolder).filter((name) => name.endsWith('.json')).toSorted() : []
  if (names.length === 0) throw new UserError(`${articlesFolder}: holds no articles; run \`claimtrace run\` first, or name the folder with --out`)
  const progress = startProgress(names.length)
  const articles = names.map((name) => {
    progress.add(1)
    return readJson(join(articlesFolder, name), annotatedArticleSchema, ARTICLE_SCHEMA)
  })
  progress.stop()
  const linksFolder = join(folder, 'links')
  const manifestFile = linksPath(linksFolder, 'manifest')
  const manifest = existsSync(manifestFile) ? readJson(manifestFile, linksManifestSchema, LINKS_SCHEMA) : null
  const links = manifest && readLinks(linksFolder, manifest)
  return { folder, articles, links, warnings: warningsOf(articles, manifest, manifestFile) }
}

function readJson<T>(file: string, schema: z.ZodType<T>, name: string): T {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new UserError(`${file}: cannot be read as JSON (${(error as Error).message}); ${AGAIN}`)
  }
  const written = (json as { schema?: unknown } | null)?.schema
  if (written !== name)
    throw new UserError(`${file}: is ${typeof written === 'string' ? written : 'no output of claimtrace'}, this version reads ${name}; ${AGAIN}`)
  return fitting(json, schema, file, name)
}

function fitting<T>(json: unknown, schema: z.ZodType<T>, where: string, name: string): T {
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new UserError(`${where}: does not fit ${name} at ${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? ''}; ${AGAIN}`)
}

function readLinks(folder: string, manifest: LinksManifest): Links {
  const rows = <T>(name: LinkRowName, schema: z.ZodType<T>): readonly T[] => {
    const file = linksPath(folder, name)
    const read = [...linesIn(file)].map((line, i) => fitting(rowOf(line, file, i), schema, `${file}:${i + 1}`, LINKS_SCHEMA))
    if (read.length !== manifest.rows[name]) throw new UserError(`${file}: holds ${read.length} rows, its manifest counts ${manifest.rows[name]}; ${AGAIN}`)
    return read
  }
  const { speakers, links, groups, origins } = LINK_ROWS
  return { speakers: rows('speakers', speakers), links: rows('links', links), groups: rows('groups', groups), origins: rows('origins', origins) }
}

function rowOf(line: string, file: string, index: number): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    throw new UserError(`${file}:${index + 1}: cannot be read as JSON (${(error as Error).message}); ${AGAIN}`)
  }
}

const CHUNK = 1 << 20

/** The lines of a file, read piece by piece: no file has to fit in one string. */
function* linesIn(file: string): Generator<string> {
  if (!existsSync(file)) throw new UserError(`${file}: is missing, though its manifest is there; ${AGAIN}`)
  const handle = openSync(file, 'r')
  try {
    const decoder = new TextDecoder()
    const buffer = Buffer.allocUnsafe(CHUNK)
    let rest = ''
    for (let read = readSync(handle, buffer); read > 0; read = readSync(handle, buffer)) {
      const lines = (rest + decoder.decode(buffer.subarray(0, read), { stream: true })).split('\n')
      rest = lines.pop()!
      yield* lines
    }
    if (rest !== '') yield rest
  } finally {
    closeSync(handle)
  }
}

function warningsOf(articles: readonly AnnotatedArticle[], manifest: LinksManifest | null, file: string): string[] {
  const versions = [...new Set(articles.map((article) => article.claimtrace))].filter((version) => version !== BUILD)
  const other = manifest !== null && manifest.run !== runOf(articles.map(({ source }) => source))
  return [
    ...versions.map((version) => `some of the output was written by claimtrace ${version}, this is ${BUILD}; ${AGAIN} to bring it up to date`),
    ...(manifest === null ? [`${file}: is missing, so that every claim stands alone; ${AGAIN}`] : []),
    ...(other ? [`${file}: belongs to another run, of ${manifest.articles} articles; here stand ${articles.length}, and claims that it did not link stand alone`] : []),
  ]
}
