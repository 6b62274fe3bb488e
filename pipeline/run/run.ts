import { readdir } from 'node:fs/promises'
import { relative } from 'node:path'
import { articleError } from '../1-read/errors.ts'
import type { InputForm } from '../1-read/form.ts'
import { read } from '../1-read/read.ts'
import type { LinkModel } from '../8-links/judge/model.ts'
import { link } from '../8-links/link.ts'
import { OutputFolder } from '../9-output/files.ts'
import { CorrectionsReader } from '../corrections/read.ts'
import { causeOf } from '../model/cause.ts'
import type { Config } from '../model/config.ts'
import { noProgress, type Progress } from '../model/progress.ts'
import type { AnnotatedArticle, Links } from '../model/schema.ts'
import { UserError } from '../model/user-error.ts'
import { updateIndex } from '../store/open.ts'
import { workedOn } from './crew.ts'
import { inGroups, type Input } from './groups.ts'
import { readBack, writtenArticles } from './link-inputs.ts'
import { notAnswered, settleGroup, type Settled, type SettleOptions } from './settle.ts'
import { Tally, type Summary } from './summary.ts'

/** What comes after reading: the articles are read back, their claims linked, the report written. */
export type Phase = 'reading back' | 'linking' | 'report'

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
  /** Threads that annotate; by default as many as there are processors, once there are some hundred articles. */
  readonly workers?: number | undefined
  /** Stops the run: what is being written is finished, nothing else begun. */
  readonly signal?: AbortSignal
  readonly onBytes?: (bytes: number) => void
  /** Called when all is annotated, at the beginning of each phase that follows, with the number of its parts. */
  readonly onPhase?: (phase: Phase, total: number) => Progress
  /** How dates and tables are written, where the user said so. */
  readonly form?: InputForm
  /** Called with each file of a folder that is not read as an article. */
  readonly onPassedOver?: (path: string) => void
  /** Given what the run wrote, once it is all there: how many articles, each of them read back when it is asked for, and the links. */
  readonly onLinked?: (written: { readonly count: number; readonly articles: Iterable<AnnotatedArticle>; readonly links: Links }) => Promise<void>
}

/** From here on a claim is likelier right than wrong. */
const LIKELY = 0.5
/** How many groups of articles this thread compares with what was written before, annotates or writes at a time. */
const IN_FLIGHT = 2

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
  const begin = (phase: Phase) => (total: number) => options.onPhase?.(phase, total) ?? noProgress(total)
  const linked = readBack(files, begin('reading back')(files.length), (file, error) => tally.add({ how: 'failed', error: articleError('write/failed', `${file}: cannot be read back to be linked: ${causeOf(error)}; run again`, { path: file }) }))
  const links = link(linked.map(({ input }) => input), options.config, options.linkModel, begin('linking'))
  await out.writeLinks(links, linked.map(({ source }) => source)).catch((error: unknown) => fail(out.links, error))
  writeIndex(out.path)
  await options.onLinked?.({ count: files.length, articles: writtenArticles(files, begin('report')(files.length)), links })
  return tally.summary(out, links)
}

/** A file of another input that cannot be read is no fault of the run: who asks for it will be told. */
function writeIndex(folder: string): void {
  try {
    updateIndex(folder)
  } catch (error) {
    if (!(error instanceof UserError)) fail(folder, error)
  }
}

/** Annotates and writes; gives the names of the files that now stand for the inputs. */
async function annotateInputs(paths: readonly string[], out: OutputFolder, tally: Tally, options: RunOptions): Promise<readonly string[]> {
  const names = new Set<string>()
  const corrections = new CorrectionsReader()
  let fatal: Settled['fatal'] = null
  const settleOptions: SettleOptions = { out: options.out, fresh: options.fresh === true, topics: options.config.topics, minConfidence: options.minConfidence ?? LIKELY }
  const inputs = read(paths, { ...options, skip: options.out, textPathOf: (id: string) => out.textPath(id) })
  const groups = until(() => fatal !== null || options.signal?.aborted === true, inGroups(inputs))
  const all = workedOn(groups, options.workers, {
    name: 'settle',
    options: settleOptions,
    here: (group) => settleGroup(group, settleOptions, corrections),
    failed: notAnswered,
    abreast: IN_FLIGHT,
  })
  for await (const settled of all) {
    fatal ??= settled.fatal
    if (settled.file !== null) names.add(settled.file)
    tally.add(settled.outcome)
  }
  if (fatal !== null) fail(out.path, Object.assign(new Error(fatal.message), { code: fatal.code }))
  tally.foreign = (await readdir(out.articles)).filter((name) => name.endsWith('.json') && !names.has(name)).length
  return [...names].sort()
}

/** The groups until it is time to stop: what was begun is finished, nothing else asked for. */
async function* until(stopped: () => boolean, groups: AsyncIterable<readonly Input[]>): AsyncGenerator<readonly Input[]> {
  for await (const group of groups) {
    if (stopped()) return
    yield group
  }
}

function fail(path: string, error: unknown): never {
  if (error instanceof UserError) throw error
  const where = relative('', path) || path
  throw new UserError(`${where}: cannot be written: ${causeOf(error)}; what was written stays, run again to go on, or give another folder with --out`)
}
