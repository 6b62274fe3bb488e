import { lstatSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Article } from '../model/article.ts'
import { sha256, shortHash } from '../model/id.ts'
import { regular } from '../model/regular.ts'
import { annotatedArticleSchema, type AnnotatedArticle } from '../model/schema.ts'
import { encode } from '../text/decode.ts'
import { makeFolder, makeOwnFolder } from './folder.ts'
import { checked, prettyJson } from './json.ts'
import { lockFolder, removeLeftovers, type Lock } from './lock.ts'
import { lookAt, type Look } from './seen.ts'
import { writeAtomic } from './write-atomic.ts'

/** Where a run writes: `articles/<id>.json`, `texts/<id>.txt`, `links/*.jsonl` with their manifest. */
export class OutputFolder {
  readonly articles: string
  readonly texts: string
  readonly links: string

  constructor(readonly path: string) {
    this.articles = join(path, 'articles')
    this.texts = join(path, 'texts')
    this.links = join(path, 'links')
  }

  /**
   * Makes the folders, holds them against other runs, and clears what killed runs left half-written.
   * @throws UserError where another run writes there, or one of them is a symbolic link; else rejects with the system's error where it is not possible.
   */
  async open(): Promise<Lock> {
    await makeFolder(this.path)
    const lock = await lockFolder(this.path)
    try {
      await removeLeftovers([this.path])
      for (const folder of [this.articles, this.texts, this.links]) await makeOwnFolder(folder)
      return lock
    } catch (error) {
      await lock.release()
      throw error
    }
  }

  articlePath(id: string): string {
    return `${this.articles}${sep}${articleFile(id)}`
  }

  textPath(id: string): string {
    return `${this.texts}${sep}${fileName(id)}.txt`
  }

  /** Writes one article, and its text first where that is no file of its own: a written article is complete. Gives the SHA-256 of its file. */
  async writeArticle(article: AnnotatedArticle, text: string): Promise<string> {
    const json = prettyJson(checked(annotatedArticleSchema, article))
    if (article.source.textPath !== null) await writeAtomic(article.source.textPath, encode(text))
    await writeAtomic(this.articlePath(article.source.id), json)
    return sha256(json)
  }

  hasArticle(id: string): boolean {
    return lstatSync(this.articlePath(id), { throwIfNoEntry: false }) !== undefined
  }

  /** How an article's file stands, and its text where that is no file of its own, with what decides them in words; null where one is missing. */
  lookAt({ id, textPath }: Pick<Article, 'id' | 'textPath'>, ...known: readonly string[]): Look | null {
    return lookAt(textPath === null ? [this.articlePath(id)] : [this.articlePath(id), textPath], ...known)
  }

  /** Whether an article's file is as it was written, by its SHA-256, and its text, byte for byte, where that is no file of its own. */
  holds({ id, text, textPath }: Pick<Article, 'id' | 'text' | 'textPath'>, hash: string): boolean {
    const article = bytesOf(this.articlePath(id))
    return article !== null && sha256(article) === hash && (textPath === null || (bytesOf(textPath)?.equals(encode(text)) ?? false))
  }
}

/** The bytes of a file; null where there is none, or it is no file of ours. */
function bytesOf(path: string): Buffer | null {
  try {
    return lstatSync(path).isFile() ? readFileSync(regular(path)) : null
  } catch {
    return null
  }
}

/** No file name may be longer on any common system, in bytes of UTF-8, with room for endings. */
const MAX_NAME_BYTES = 180
/** Names that are devices on Windows, whatever their ending. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i
const UNSAFE = /[\p{Cc}\p{Surrogate}<>:"/\\|?*%]|^\.|[. ]$/gu

/** The name of an article's file, by its id. */
export const articleFile = (id: string): string => `${fileName(id)}.json`

/** Names that are taken as they are. */
const PLAIN = /^\w(?:[\w.-]*[\w-])?$/

/** A file name for an id, one to one: what a file system may not take is written as `%` and its code, a long one is cut and hashed. */
export function fileName(id: string): string {
  if (id.length <= MAX_NAME_BYTES && PLAIN.test(id) && !RESERVED.test(id)) return id
  const safe = id.replace(UNSAFE, escaped).replace(RESERVED, (name) => escaped(name.charAt(0)) + name.slice(1))
  if (Buffer.byteLength(safe) <= MAX_NAME_BYTES) return safe
  const head = Buffer.from(safe).subarray(0, MAX_NAME_BYTES - 20).toString('utf8').replace(/\ufffd+$/, '')
  return `${head}~${shortHash(id)}`
}

const escaped = (unit: string) => `%${unit.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
