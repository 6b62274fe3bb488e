import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileName } from '../9-output/files.ts'
import { causeOf } from '../model/cause.ts'
import { sha256 } from '../model/id.ts'
import { correctionsSchema, type Corrections } from '../model/schema.ts'
import type { Article } from '../model/article.ts'
import { regular } from '../model/regular.ts'

/** What a person put right about an article. */
export interface Found {
  /** Null where the file is malformed; `fault` says how. */
  readonly corrections: Corrections | null
  readonly fault: string | null
  /** SHA-256 of the file. */
  readonly hash: string
}

/** The file with the corrections of an article: beside its source. Null for articles of standard input. */
export function correctionsPath({ id, path }: Pick<Article, 'id' | 'path'>): string | null {
  return path === null ? null : join(dirname(path), `${fileName(id)}.corrections.json`)
}

/** Finds corrections; what lies in a folder is asked once. */
export class CorrectionsReader {
  private readonly folders = new Map<string, ReadonlySet<string>>()

  of(article: Pick<Article, 'id' | 'path'>): Found | null {
    const there = article.path === null ? null : this.inFolder(dirname(article.path))
    const path = there?.size ? correctionsPath(article) : null
    return path !== null && there?.has(path) ? readCorrections(path) : null
  }

  private inFolder(folder: string): ReadonlySet<string> {
    const before = this.folders.get(folder)
    if (before !== undefined) return before
    const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.corrections.json')) : []
    const paths = new Set(names.map((name) => join(folder, name)))
    this.folders.set(folder, paths)
    return paths
  }
}

/** Reads one file of corrections; null where there is none. */
export function readCorrections(path: string): Found | null {
  let json: string
  try {
    json = readFileSync(regular(path), 'utf8')
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? null : { corrections: null, fault: `${path}: cannot be read: ${causeOf(error)}`, hash: sha256('') }
  }
  const hash = sha256(json)
  try {
    const parsed = correctionsSchema.safeParse(JSON.parse(json))
    if (parsed.success) return { corrections: parsed.data, fault: null, hash }
    const issue = parsed.error.issues[0]
    return { corrections: null, fault: `${path}: at ${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? ''}`, hash }
  } catch (error) {
    return { corrections: null, fault: `${path}: not JSON: ${(error as Error).message}`, hash }
  }
}
