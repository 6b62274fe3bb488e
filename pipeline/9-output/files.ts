import { lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { shortHash } from '../model/id.ts'
import { runOf } from '../model/links-folder.ts'
import { annotatedArticleSchema, type AnnotatedArticle, type Links } from '../model/schema.ts'
import { encode } from '../text/decode.ts'
import { makeFolder, makeOwnFolder } from './folder.ts'
import { checked, prettyJson } from './json.ts'
import { writeLinks } from './links.ts'
import { lockFolder, type Lock } from './lock.ts'
import { writeAtomic } from './write-atomic.ts'

/** What stands in the file of an article; of one that another version wrote, perhaps in another form, only which. */
export type Written = AnnotatedArticle | { readonly claimtrace: string }

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
      for (const folder of [this.articles, this.texts, this.links]) await makeOwnFolder(folder)
      return lock
    } catch (error) {
      await lock.release()
      throw error
    }
  }

  articlePath(id: string): string {
    return join(this.articles, `${fileName(id)}.json`)
  }

  textPath(id: string): string {
    return join(this.texts, `${fileName(id)}.txt`)
  }

  /** Writes one article, and its text first where that is no file of its own: a written article is complete. */
  async writeArticle(article: AnnotatedArticle, text: string): Promise<void> {
    const json = prettyJson(checked(annotatedArticleSchema, article))
    if (article.source.textPath !== null) await writeAtomic(article.source.textPath, encode(text))
    await writeAtomic(this.articlePath(article.source.id), json)
  }

  /** Whether the text that an article's offsets point into stands where it was written, byte for byte; true where it is a file of its own. */
  async hasText({ source: { textPath } }: AnnotatedArticle, text: string): Promise<boolean> {
    if (textPath === null) return true
    const file = await lstat(textPath).catch(() => null)
    const bytes = encode(text)
    return file?.isFile() === true && file.size === bytes.length && ((await readFile(textPath).catch(() => null))?.equals(bytes) ?? false)
  }

  /** Writes the links of articles, given by their sources. */
  async writeLinks(links: Links, sources: readonly Pick<AnnotatedArticle['source'], 'id' | 'sha256'>[]): Promise<void> {
    await writeLinks(this.links, links, runOf(sources), sources.length)
  }

  /** What an earlier run wrote about that article; null where there is nothing, or nothing that can be read. */
  async readArticle(id: string): Promise<Written | null> {
    try {
      const value: unknown = JSON.parse(await readFile(this.articlePath(id), 'utf8'))
      const parsed = annotatedArticleSchema.safeParse(value)
      if (parsed.success) return parsed.data
      const { claimtrace } = value as { claimtrace?: unknown }
      return typeof claimtrace === 'string' ? { claimtrace } : null
    } catch {
      return null
    }
  }
}

/** No file name may be longer on any common system, in bytes of UTF-8, with room for endings. */
const MAX_NAME_BYTES = 180
/** Names that are devices on Windows, whatever their ending. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i
const UNSAFE = /[\p{Cc}\p{Surrogate}<>:"/\\|?*%]|^\.|[. ]$/gu

/** A file name for an id, one to one: what a file system may not take is written as `%` and its code, a long one is cut and hashed. */
export function fileName(id: string): string {
  const safe = id.replace(UNSAFE, escaped).replace(RESERVED, (name) => escaped(name.charAt(0)) + name.slice(1))
  if (Buffer.byteLength(safe) <= MAX_NAME_BYTES) return safe
  const head = Buffer.from(safe).subarray(0, MAX_NAME_BYTES - 20).toString('utf8').replace(/\ufffd+$/, '')
  return `${head}~${shortHash(id)}`
}

const escaped = (unit: string) => `%${unit.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
