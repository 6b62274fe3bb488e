import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { untold, type StartProgress } from '../model/progress.ts'
import { annotatedArticleSchema, ARTICLE_SCHEMA, LINKS_SCHEMA, linksSchema, type AnnotatedArticle, type Links } from '../model/schema.ts'
import { BUILD } from '../model/version.ts'
import { UserError } from '../model/user-error.ts'

/** What a run wrote, checked against the contract. */
export interface Output {
  readonly folder: string
  readonly articles: readonly AnnotatedArticle[]
  /** Null where the run wrote no links: then every claim stands alone. */
  readonly links: Links | null
  /** What a reader should know, in a line each. */
  readonly warnings: readonly string[]
}

/**
 * Reads `<folder>/articles/*.json` and `<folder>/links.json`.
 * @throws UserError for a folder without a run's output, and for a file that is broken or of another version.
 */
export function loadOutput(folder: string, startProgress: StartProgress = untold): Output {
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
  const linksFile = join(folder, 'links.json')
  const links = existsSync(linksFile) ? readJson(linksFile, linksSchema, LINKS_SCHEMA) : null
  return { folder, articles, links, warnings: warningsOf(articles, links, linksFile) }
}

function readJson<T>(file: string, schema: z.ZodType<T>, name: string): T {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new UserError(`${file}: cannot be read as JSON (${(error as Error).message}); run \`claimtrace run\` again`)
  }
  const written = (json as { schema?: unknown } | null)?.schema
  if (written !== name)
    throw new UserError(`${file}: is ${typeof written === 'string' ? written : 'no output of claimtrace'}, this version reads ${name}; run \`claimtrace run\` again`)
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new UserError(`${file}: does not fit ${name} at ${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? ''}; run \`claimtrace run\` again`)
}

function warningsOf(articles: readonly AnnotatedArticle[], links: Links | null, linksFile: string): string[] {
  const versions = [...new Set(articles.map((article) => article.claimtrace))].filter((version) => version !== BUILD)
  const known = new Set(articles.flatMap(({ source, claims }) => claims.map(({ id }) => `${source.id} ${id}`)))
  const dangling = links?.groups.some(({ members }) => members.some(({ article, claim }) => !known.has(`${article} ${claim}`))) ?? false
  return [
    ...versions.map((version) => `some of the output was written by claimtrace ${version}, this is ${BUILD}; run \`claimtrace run\` again to bring it up to date`),
    ...(links === null ? [`${linksFile}: is missing, so that every claim stands alone; run \`claimtrace run\` again`] : []),
    ...(dangling ? [`${linksFile}: names claims that no article holds; it belongs to another run`] : []),
  ]
}
