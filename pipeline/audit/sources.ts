import { existsSync, readFileSync } from 'node:fs'
import { sha256 } from '../model/id.ts'
import type { AnnotatedArticle } from '../model/schema.ts'
import { regular } from '../model/regular.ts'
import { decode } from '../text/decode.ts'
import { Anchorer } from './anchor.ts'
import { Rows } from './rows.ts'
import { spansIn } from './spans.ts'

/** The text that an article's offsets point into, as it is now, or why it cannot be had. */
export type SourceText =
  | { readonly text: string; readonly path: string; readonly original: Original; readonly anchorer: Anchorer }
  | { readonly text: null; readonly path: string | null; readonly reason: string }

/** Whether the input itself is as it was: where the text was extracted from it, the text file alone proves nothing. */
export type Original = 'same' | 'changed' | 'missing' | 'not kept'

/** Files that hold one article: their hash is the article's. Of what is one of many, only rows of JSONL are looked up again. */
const ONE_ARTICLE = /\.(?:html?|xhtml|mht|mhtml|docx|pdf|eml)$/i

/** So many sources stay at hand. */
const AT_HAND = 200

/** Reads the sources of articles. */
export class Sources {
  private readonly texts = new Map<string, SourceText>()
  private readonly rows = new Map<string, Rows | null>()

  of(article: AnnotatedArticle): SourceText {
    const before = this.texts.get(article.source.id)
    if (before !== undefined) return before
    const read = this.read(article)
    if (this.texts.size >= AT_HAND) this.texts.clear()
    this.texts.set(article.source.id, read)
    return read
  }

  private read(article: AnnotatedArticle): SourceText {
    const { source } = article
    const path = source.textPath ?? source.path
    if (path === null) return { text: null, path, reason: 'the article came through standard input and its text was not kept' }
    const bytes = readBytes(path)
    if (bytes === null) return { text: null, path, reason: `${path} cannot be read` }
    const { text } = decode(bytes)
    const original = source.textPath === null ? sameHash(bytes, source.sha256) : this.original(source)
    return { text, path, original, anchorer: new Anchorer(text, spansIn(article)) }
  }

  /** The state of an input that the text was extracted from: an HTML file by its bytes, a row of JSONL by its text. */
  private original({ id, path, sha256: hash }: AnnotatedArticle['source']): Original {
    if (path === null) return 'not kept'
    if (path.toLowerCase().endsWith('.jsonl')) {
      const rows = this.rowsOf(path)
      const held = rows?.holds(id, hash)
      return held === undefined ? 'missing' : held === null ? 'not kept' : held ? 'same' : 'changed'
    }
    const bytes = readBytes(path)
    if (bytes === null) return 'missing'
    return sameHash(bytes, hash) === 'same' || ONE_ARTICLE.test(path) ? sameHash(bytes, hash) : 'not kept'
  }

  /** The rows of a JSONL file; null where it cannot be read. */
  private rowsOf(path: string): Rows | null {
    const before = this.rows.get(path)
    if (before !== undefined) return before
    const rows = existsSync(path) ? new Rows(path) : null
    this.rows.set(path, rows)
    return rows
  }

  close(): void {
    for (const rows of this.rows.values()) rows?.close()
    this.rows.clear()
  }
}

function readBytes(path: string): Uint8Array | null {
  try {
    return readFileSync(regular(path))
  } catch {
    return null
  }
}

function sameHash(bytes: Uint8Array, hash: string): Original {
  return sha256(bytes) === hash ? 'same' : 'changed'
}

/** Line and column of an offset, both from 1, the column in characters. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: Array.from(before.at(-1) ?? '').length + 1 }
}
