import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { articleError } from '../1-read/errors.ts'
import type { InputForm } from '../1-read/form.ts'
import type { GivenArticle } from '../1-read/raw.ts'
import { isError, readGiven } from '../1-read/read.ts'
import type { LinkModel } from '../8-links/judge/model.ts'
import type { LinkSource } from '../8-links/source.ts'
import { articleFile, OutputFolder } from '../9-output/files.ts'
import { Journal } from '../9-output/journal.ts'
import { linksOf, writeLinks } from '../9-output/links.ts'
import { Seen } from '../9-output/seen.ts'
import { CorrectionsReader } from '../corrections/read.ts'
import { causeOf } from '../model/cause.ts'
import type { Config } from '../model/config.ts'
import { sha256 } from '../model/id.ts'
import { collect } from '../model/heap.ts'
import { runOf, type KnownLinks } from '../model/links-folder.ts'
import { noProgress, type Progress } from '../model/progress.ts'
import type { AnnotatedArticle, ArticleError } from '../model/schema.ts'
import { UserError } from '../model/user-error.ts'
import { BUILD } from '../model/version.ts'
import { openWritten, type Output } from '../store/open.ts'
import { Answered } from './answered.ts'
import { workedOn } from './crew.ts'
import { inGroups, type Before, type Given } from './groups.ts'
import { LinkedBefore } from './linked-before.ts'
import { Unread, unreadOf, WrittenSource } from './link-inputs.ts'
import { notAnswered, settledBefore, settleGroup, type Settled, type SettleOptions } from './settle.ts'
import { Tally, type About, type Summary } from './summary.ts'
import { toIndexOf } from './to-index.ts'
import { LIKELY } from '../model/confidence.ts'

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
  /** Threads that annotate; one where nobody asks for more, see {@link workedOn}. */
  readonly workers?: number | undefined
  /** Stops the run: what is being written is finished, nothing else begun. */
  readonly signal?: AbortSignal
  readonly onBytes?: (bytes: number) => void
  /** Called when all is annotated, at the beginning of each phase that follows, with the number of its parts, and whether nothing is known of it from an earlier run. */
  readonly onPhase?: (phase: Phase, total: number, isAnew: boolean) => Progress
  /** How dates and tables are written, where the user said so. */
  readonly form?: InputForm
  /** Called with each file of a folder that is not read as an article. */
  readonly onPassedOver?: (path: string) => void
  /** Given what the run wrote, once it is all there, and its articles. */
  readonly onLinked?: (written: { readonly output: Output; readonly count: number; readonly articles: Iterable<WrittenArticle> }) => Promise<void>
}

/** An article that a run wrote, by its id and the SHA-256 of its file; null where that went away since. */
interface WrittenArticle {
  readonly id: string
  readonly of: string
  readonly read: () => AnnotatedArticle | null
}

/** Of a run after a change so few articles or less are annotated in this thread, where nobody asked for more of them: what another takes to load and to become fast is dearer than the 35 MB that it gives back. */
const FEW = 1000

/** How many groups of articles this thread annotates or writes at a time where it has no other. */
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
  const journal = new Journal<About>(join(out.path, '.journal'))
  try {
    const answered = await annotateInputs(paths, out, { journal, tally }, options)
    if (options.signal?.aborted || answered.size === 0) return tally.summary(out, null) // earlier links are not lost to a mistyped path
    const links = await linkAnswered(answered, out, { journal, tally }, options)
    collect() // what linking held, whose columns V8 does not count
    const written = openWritten(out.path, links, (name) => {
      const answer = answered.in(name)
      return answer && toIndexOf(answer.id, out, journal)
    })
    try {
      await options.onLinked?.({ output: written, count: answered.size, articles: articlesOf(answered, written, options) })
      return tally.summary(out, written)
    } finally {
      written.close()
    }
  } catch (error) {
    if (error instanceof UserError || !(error instanceof Error && ('code' in error || error.name === 'SQLite3Error'))) throw error
    return fail(out.path, error)
  } finally {
    journal.close()
  }
}

interface Books {
  readonly journal: Journal<About>
  readonly tally: Tally
}

/** Links what was answered, unless that is done; gives what is known of the links that were written. */
async function linkAnswered(answered: Answered, out: OutputFolder, { journal, tally }: Books, options: RunOptions): Promise<KnownLinks | null> {
  const inputs = inputsOf(answered, journal, options)
  if (!options.fresh && linksOf(out.links, inputs) !== null) return null
  const { linkRows } = await import('../8-links/link.ts')
  const begin = (phase: Phase, total: number, isAnew = true) => options.onPhase?.(phase, total, isAnew) ?? noProgress(total)
  const progress = begin('reading back', answered.size)
  const books = { out, journal }
  const sources = Array.from(answered, ({ id, corrections }) => {
    progress.add(1)
    return new WrittenSource(id, corrections !== null, books)
  })
  const memory = new LinkedBefore(out.path, sha256(JSON.stringify([BUILD, options.config, options.linkModel ?? null])), options.fresh === true)
  return withReadable(sources, tally, async (readable) => {
    const links = linkRows(readable, options.config, options.linkModel, (total) => begin('linking', total, !memory.isThere), memory)
    try {
      const ran = runOf(readable.map(({ article }) => ({ id: article, sha256: answered.of(article)!.source })))
      const lines = await writeLinks(out.links, links, { run: ran, articles: readable.length, inputs }, (told) => memory.write(inputs, told))
      return { lines, speakersOf: memory.speakersOf() }
    } catch (error) {
      if (error instanceof Unread) throw error
      return fail(out.links, error)
    }
  }).finally(() => memory.close())
}

/** A hash of all that decides the links. */
function inputsOf(answered: Answered, journal: Journal<About>, { config, linkModel }: RunOptions): string {
  const hash = createHash('sha256').update(JSON.stringify([BUILD, config, linkModel ?? null]))
  for (const { id, corrections } of answered) hash.update(JSON.stringify([id, journal.mark(id), corrections])) // not all at once: there may be a million
  return hash.digest('hex')
}

/** Does it with the articles that can be read back: of one that turns out not to be, that is told, and it begins anew without it. */
async function withReadable<T>(sources: readonly LinkSource[], tally: Tally, work: (sources: readonly LinkSource[]) => Promise<T>): Promise<T> {
  try {
    return await work(sources)
  } catch (error) {
    if (!(error instanceof Unread)) throw error
    const unread = new Map([error, ...sources.flatMap(unreadOf)].map((each) => [each.id, each]))
    for (const { path, cause } of unread.values()) tally.add({ how: 'failed', error: articleError('write/failed', `${path}: cannot be read back to be linked: ${causeOf(cause)}; run again`, { path }) })
    return withReadable(sources.filter(({ article }) => !unread.has(article)), tally, work)
  }
}

function* articlesOf(answered: Answered, { files }: Output, { onPhase }: RunOptions): Generator<WrittenArticle> {
  const progress = onPhase?.('report', answered.size, true)
  for (const { id, file } of answered) {
    progress?.add(1)
    yield { id, of: file, read: () => files.readIfThere(articleFile(id)) }
  }
}

/** Annotates and writes, unless that is done; gives what now stands for the inputs. */
async function annotateInputs(paths: readonly string[], out: OutputFolder, { journal, tally }: Books, options: RunOptions): Promise<Answered> {
  const answered = new Answered()
  const corrections = new CorrectionsReader()
  let fatal: Settled['fatal'] = null
  const seen = new Seen(join(out.path, '.seen'))
  const settleOptions: SettleOptions = { out: options.out, fresh: options.fresh === true, config: options.config, minConfidence: options.minConfidence ?? LIKELY, seenUntil: seen.until }
  const inputs = withKnown(readGiven(paths, { ...options, skip: options.out, textPathOf: (id: string) => out.textPath(id) }), journal, seen)
  const groups = until(() => fatal !== null || options.signal?.aborted === true, inGroups(inputs))
  const all = workedOn(groups, options.workers, {
    name: 'settle',
    apart: true,
    few: journal.size === 0 || options.fresh === true || (options.workers ?? 1) > 1 ? 0 : FEW,
    known: (input) => settledBefore(input, settleOptions, corrections),
    options: settleOptions,
    here: (group) => settleGroup(group, settleOptions, corrections),
    failed: notAnswered,
    abreast: IN_FLIGHT,
  })
  for await (const some of all)
    for (const { entry, seen: mark, more, outcome, fatal: failure } of some) {
      fatal ??= failure
      if (entry !== null) {
        if (more !== null) journal.add({ ...entry, more })
        if (mark !== null) seen.note(entry.id, mark)
        answered.add({ id: entry.id, ...entry.about })
      }
      tally.add(outcome)
    }
  if (fatal !== null) fail(out.path, Object.assign(new Error(fatal.message), { code: fatal.code }))
  answered.sort()
  const there = new Set((await readdir(out.articles)).filter((name) => name.endsWith('.json')))
  tally.foreign = there.size
  for (const { id } of answered) if (there.has(articleFile(id))) tally.foreign--
  await journal.finish((id) => there.has(articleFile(id)))
  await seen.write()
  return answered
}

/** The inputs, articles with what the journal knows about them. */
async function* withKnown(inputs: AsyncIterable<readonly (GivenArticle | ArticleError)[]>, journal: Journal<About>, seen: Seen): AsyncGenerator<readonly Given[]> {
  for await (const some of inputs) yield some.map((input) => (isError(input) ? input : { ...input, before: before(input.id, journal, seen) }))
}

function before(id: string, journal: Journal<About>, seen: Seen): Before | null {
  const about = journal.get(id)
  return about && { about, seen: seen.get(id) }
}

/** The groups until it is time to stop: what was begun is finished, nothing else asked for. */
async function* until(stopped: () => boolean, groups: AsyncIterable<readonly Given[]>): AsyncGenerator<readonly Given[]> {
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
