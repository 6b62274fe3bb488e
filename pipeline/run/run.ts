import { readdir } from 'node:fs/promises'
import { relative } from 'node:path'
import PQueue from 'p-queue'
import { articleError, causeOf } from '../1-read/errors.ts'
import { isError, read } from '../1-read/read.ts'
import { link } from '../7-links/link.ts'
import { OutputFolder, fileName } from '../8-output/files.ts'
import type { Article } from '../model/article.ts'
import type { Config } from '../model/config.ts'
import type { AnnotatedArticle, ArticleError } from '../model/schema.ts'
import { UserError } from '../model/user-error.ts'
import { answer } from './answer.ts'
import { linkInputs } from './link-inputs.ts'
import { isCurrent, now } from './resume.ts'
import { Tally, type How, type Summary } from './summary.ts'

export interface RunOptions {
  /** The folder to write to. */
  readonly out: string
  readonly config: Config
  readonly stdin: AsyncIterable<Uint8Array>
  /** Annotates again what an earlier run has written already. */
  readonly fresh?: boolean
  /** Stops the run: what is being written is finished, nothing else begun. */
  readonly signal?: AbortSignal
  readonly onBytes?: (bytes: number) => void
}

/** How many articles are read ahead, compared with what was written before, or written at a time. */
const IN_FLIGHT = 32

/** Failures that the next article would meet as well. */
const FATAL = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'ENOTDIR', 'ENOENT', 'EIO'])

/**
 * The main job: every article that the paths lead to is annotated and written, then the claims are linked. What an earlier run
 * wrote about the same text with the same version is kept.
 * @throws UserError where the output folder cannot be written; whatever was written before that stays.
 */
export async function run(paths: readonly string[], options: RunOptions): Promise<Summary> {
  const out = new OutputFolder(options.out)
  await out.create().catch((error: unknown) => fail(options.out, error))
  const tally = new Tally()
  const names = await annotateAll(paths, out, tally, options)
  if (options.signal?.aborted || !names.length) return tally.summary(out, null) // earlier links are not lost to a mistyped path
  const links = link(linkInputs(names.map((name) => `${out.articles}/${name}`)), options.config)
  await out.writeLinks(links).catch((error: unknown) => fail(out.links, error))
  return tally.summary(out, links)
}

/** Annotates and writes; gives the names of the files that now stand for the inputs. */
async function annotateAll(paths: readonly string[], out: OutputFolder, tally: Tally, options: RunOptions): Promise<readonly string[]> {
  const queue = new PQueue({ concurrency: IN_FLIGHT })
  const names = new Set<string>()
  let fatal: unknown = null
  const stopped = () => fatal !== null || options.signal?.aborted === true
  const settle = async (article: Article, place: number) => {
    if (stopped()) return
    try {
      const answered = await settleArticle(article, out, options)
      tally.add(place, answered.answer, answered.how)
      if (!isError(answered.answer)) names.add(`${fileName(article.id)}.json`)
    } catch (error) {
      if (FATAL.has((error as NodeJS.ErrnoException).code ?? '')) fatal ??= error
      else tally.add(place, writeError(article, error), 'failed')
    }
  }
  let place = 0
  const readOptions = { ...options, skip: options.out, textPathOf: (id: string) => out.textPath(id) }
  for await (const input of read(paths, readOptions)) {
    if (stopped()) break
    if (isError(input)) tally.add(place++, input, 'failed')
    else {
      await queue.onSizeLessThan(IN_FLIGHT)
      const at = place++
      void queue.add(() => settle(input, at))
    }
  }
  await queue.onIdle()
  if (fatal !== null) fail(out.path, fatal)
  tally.foreign = (await readdir(out.articles)).filter((name) => name.endsWith('.json') && !names.has(name)).length
  return [...names].sort()
}

interface Settled {
  readonly answer: AnnotatedArticle | ArticleError
  readonly how: How
}

async function settleArticle(article: Article, out: OutputFolder, { fresh, config }: RunOptions): Promise<Settled> {
  const before = await out.readArticle(article.id)
  if (before && !fresh && isCurrent(before, article, now(), config.topics)) return { answer: before, how: 'kept' }
  const answered = answer(article, config.topics)
  if (isError(answered)) return { answer: answered, how: 'failed' }
  await out.writeArticle(answered, article.text)
  return { answer: answered, how: before ? 'updated' : 'written' }
}

function writeError(article: Article, error: unknown): ArticleError {
  const message = `${article.path ?? article.id}: its result cannot be written: ${causeOf(error)}`
  return articleError('write/failed', message, { id: article.id, path: article.path })
}

function fail(path: string, error: unknown): never {
  const where = relative('', path) || path
  throw new UserError(`${where}: cannot be written: ${causeOf(error)}; what was written stays, run again to go on, or give another folder with --out`)
}
