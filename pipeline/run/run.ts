import { readdir } from 'node:fs/promises'
import { relative } from 'node:path'
import PQueue from 'p-queue'
import { articleError } from '../1-read/errors.ts'
import type { InputForm } from '../1-read/form.ts'
import { isError, read } from '../1-read/read.ts'
import type { LinkModel } from '../8-links/judge/model.ts'
import { link } from '../8-links/link.ts'
import { OutputFolder, fileName } from '../9-output/files.ts'
import { CorrectionsReader } from '../corrections/read.ts'
import { causeOf } from '../model/cause.ts'
import type { Config } from '../model/config.ts'
import type { AnnotatedArticle, ArticleError, Links } from '../model/schema.ts'
import { UserError } from '../model/user-error.ts'
import { answers } from './answer.ts'
import { inGroups, type Input } from './groups.ts'
import { readBack, writtenArticles } from './link-inputs.ts'
import { isCurrent, now } from './resume.ts'
import { Tally, type How, type Summary } from './summary.ts'

export interface RunOptions {
  /** The folder to write to. */
  readonly out: string
  readonly config: Config
  readonly stdin: AsyncIterable<Uint8Array>
  /** The summary shows no claim that is less sure than this; everything is written. */
  readonly minConfidence?: number
  /** Weights of the judge of links in place of the shipped ones. */
  readonly linkModel?: LinkModel
  /** Annotates again what an earlier run has written already. */
  readonly fresh?: boolean
  /** Stops the run: what is being written is finished, nothing else begun. */
  readonly signal?: AbortSignal
  readonly onBytes?: (bytes: number) => void
  /** How dates and tables are written, where the user said so. */
  readonly form?: InputForm
  /** Called with each file of a folder that is not read as an article. */
  readonly onPassedOver?: (path: string) => void
  /** Given what the run wrote, once it is all there: how many articles, each of them read back when it is asked for, and the links. */
  readonly onLinked?: (written: { readonly count: number; readonly articles: Iterable<AnnotatedArticle>; readonly links: Links }) => Promise<void>
}

/** From here on a claim is likelier right than wrong. */
const LIKELY = 0.5
/** How many groups of articles are compared with what was written before, annotated or written at a time. */
const IN_FLIGHT = 2

/** Failures that the next article would meet as well. */
const FATAL = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'ENOTDIR', 'ENOENT', 'EIO'])

/**
 * The main job: every article that the paths lead to is annotated and written, then the claims are linked. What an earlier run
 * wrote about the same text with the same version is kept.
 * @throws UserError where the output folder cannot be written; whatever was written before that stays.
 * @example
 * const summary = await run(['articles/'], { out: 'output', config: NO_CONFIG, stdin: process.stdin })
 */
export async function run(paths: readonly string[], options: RunOptions): Promise<Summary> {
  const out = new OutputFolder(options.out)
  const lock = await out.open().catch((error: unknown) => fail(options.out, error))
  return runInto(out, paths, options).finally(lock.release)
}

async function runInto(out: OutputFolder, paths: readonly string[], options: RunOptions): Promise<Summary> {
  const tally = new Tally(options.minConfidence ?? LIKELY)
  const names = await annotateInputs(paths, out, tally, options)
  if (options.signal?.aborted || !names.length) return tally.summary(out, null) // earlier links are not lost to a mistyped path
  const files = names.map((name) => `${out.articles}/${name}`)
  const linked = readBack(files)
  const links = link(linked.map(({ input }) => input), options.config, options.linkModel)
  await out.writeLinks(links, linked.map(({ source }) => source)).catch((error: unknown) => fail(out.links, error))
  await options.onLinked?.({ count: files.length, articles: writtenArticles(files), links })
  return tally.summary(out, links)
}

/** Annotates and writes; gives the names of the files that now stand for the inputs. */
async function annotateInputs(paths: readonly string[], out: OutputFolder, tally: Tally, options: RunOptions): Promise<readonly string[]> {
  const queue = new PQueue({ concurrency: IN_FLIGHT })
  const names = new Set<string>()
  let fatal: unknown = null
  const stopped = () => fatal !== null || options.signal?.aborted === true
  const settle = async ({ answer, how, text }: Settled, place: number) => {
    try {
      if (!isError(answer)) {
        if (how !== 'kept') await out.writeArticle(answer, text)
        names.add(`${fileName(answer.source.id)}.json`)
      }
      tally.add(place, answer, how)
    } catch (error) {
      if (FATAL.has((error as NodeJS.ErrnoException).code ?? '')) fatal ??= error
      else tally.add(place, writeError((answer as AnnotatedArticle).source, error), 'failed')
    }
  }
  const corrections = new CorrectionsReader()
  let count = 0
  const readOptions = { ...options, skip: options.out, textPathOf: (id: string) => out.textPath(id) }
  for await (const group of inGroups(read(paths, readOptions))) {
    await queue.onSizeLessThan(1)
    if (stopped()) break
    const first = count
    count += group.length
    void queue.add(async () => {
      if (stopped()) return
      const settled = await answerGroup(group, out, corrections, options)
      await Promise.all(settled.map((one, i) => settle(one, first + i)))
    })
  }
  await queue.onIdle()
  if (fatal !== null) fail(out.path, fatal)
  tally.foreign = (await readdir(out.articles)).filter((name) => name.endsWith('.json') && !names.has(name)).length
  return [...names].sort()
}

interface Settled {
  readonly answer: AnnotatedArticle | ArticleError
  readonly how: How
  /** The article's text. */
  readonly text: string
}

/** What an earlier run wrote, where that still holds, and new answers to the others. */
async function answerGroup(group: readonly Input[], out: OutputFolder, corrections: CorrectionsReader, { fresh, config }: RunOptions): Promise<readonly Settled[]> {
  const before = await Promise.all(group.map((input) => (isError(input) ? null : out.readArticle(input.id))))
  const kept = group.map((input, i) => {
    const written = before[i]
    return written && !fresh && !isError(input) && isCurrent(written, input, now(), config.topics, corrections.of(input)?.hash ?? null) ? written : null
  })
  const others = answers(group.filter((_, i) => !kept[i]), { topics: config.topics, corrections })[Symbol.iterator]()
  return group.map((input, i) => {
    const answer = kept[i] ?? others.next().value!
    const how = isError(answer) ? 'failed' : kept[i] ? 'kept' : before[i] ? 'updated' : 'written'
    return { answer, how, text: isError(input) ? '' : input.text }
  })
}

function writeError({ path, id }: AnnotatedArticle['source'], error: unknown): ArticleError {
  return articleError('write/failed', `${path ?? id}: its result cannot be written: ${causeOf(error)}`, { id, path })
}

function fail(path: string, error: unknown): never {
  if (error instanceof UserError) throw error
  const where = relative('', path) || path
  throw new UserError(`${where}: cannot be written: ${causeOf(error)}; what was written stays, run again to go on, or give another folder with --out`)
}
