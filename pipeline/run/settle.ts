import { articleError } from '../1-read/errors.ts'
import { configuredOutlet, describe } from '../1-read/describe.ts'
import type { GivenArticle } from '../1-read/raw.ts'
import { isError } from '../1-read/read.ts'
import { OutputFolder } from '../9-output/files.ts'
import type { Entry } from '../9-output/journal.ts'
import type { CorrectionsReader } from '../corrections/read.ts'
import { causeOf } from '../model/cause.ts'
import type { Config } from '../model/config.ts'
import { shortHash } from '../model/id.ts'
import type { AnnotatedArticle, ArticleError } from '../model/schema.ts'
import { BUILD } from '../model/version.ts'
import { failure } from './failure.ts'
import type { answers, AnswerOptions } from './answer.ts'
import type { Before, Given, Input } from './groups.ts'
import { moreOf } from './link-inputs.ts'
import { aboutOf, outcomeOf, type About, type Outcome } from './summary.ts'

/** Plain data. */
export interface SettleOptions {
  /** The output folder. */
  readonly out: string
  readonly fresh: boolean
  readonly config: Config
  readonly minConfidence: number
  /** Files that were last changed before this, in milliseconds, are known by how they stood. */
  readonly seenUntil: number
}

/** What became of an input. */
export interface Settled {
  readonly outcome: Outcome
  /** What the journal is to hold about it where it stands now; null where it could not be answered. */
  readonly entry: Pick<Entry<About>, 'id' | 'about'> | null
  /** How its files stand now; null where that is not known. */
  readonly seen: number | null
  /** What comes after needs of it where it was written anew, see {@link moreOf}; null where the journal has it. */
  readonly more: readonly string[] | null
  /** A failure that the next article would meet as well: plain data, as it may come from another thread. */
  readonly fatal: { readonly code: string; readonly message: string } | null
}

/** Failures that the next article would meet as well. */
const FATAL = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'ENOTDIR', 'ENOENT', 'EIO'])

/** What became of an input in an earlier run, where that still holds; an error is answered by itself. Null where it is to be answered. */
export function settledBefore(input: Given, options: SettleOptions, corrections: CorrectionsReader): Settled | null {
  if (isError(input)) return notAnswered(input)
  const before = options.fresh || input.before === null ? null : standing(input, keyIn(input, options, corrections), new OutputFolder(options.out), options)
  return before && { outcome: outcomeOf(before.about, 'kept', options.minConfidence), entry: { id: input.id, about: before.about }, seen: before.seen, more: null, fatal: null }
}

/** Answers each input, and writes the answers. Never rejects. */
export async function settleGroup(group: readonly Given[], options: SettleOptions, corrections: CorrectionsReader): Promise<readonly Settled[]> {
  const out = new OutputFolder(options.out)
  const found = await answersTo(group.map((input) => described(input, options.config)), { topics: options.config.topics, corrections })
  return Promise.all(
    group.map((input, i): Settled | Promise<Settled> => {
      const answer = found[i]!
      return isError(answer) || isError(input) ? notAnswered(answer as ArticleError) : written(answer, input.text, keyIn(input, options, corrections), out, options)
    }),
  )
}

const keyIn = (input: GivenArticle, { config }: SettleOptions, corrections: CorrectionsReader) => keyOf(input, config, corrections.of(input)?.hash ?? null)

/** As {@link answers}, which is loaded once there is something to answer. */
async function answersTo(inputs: readonly Input[], options: AnswerOptions): Promise<ReturnType<typeof answers>> {
  return (await import('./answer.ts')).answers(inputs, options)
}

/** Writes an answer. */
async function written(answer: AnnotatedArticle, text: string, key: string, out: OutputFolder, { minConfidence }: SettleOptions): Promise<Settled> {
  try {
    const how = out.hasArticle(answer.source.id) ? 'updated' : 'written'
    const about = aboutOf(answer, key, await out.writeArticle(answer, text))
    const seen = out.lookAt(answer.source, about.key, about.file)?.mark ?? null
    return { outcome: outcomeOf(about, how, minConfidence), entry: { id: answer.source.id, about }, seen, more: moreOf(answer, text), fatal: null }
  } catch (error) {
    return notWritten(answer, error)
  }
}

/** What an earlier run knew of an article, where that still holds: its files are as they were written, told by how they stand or else by what is in them. */
function standing(input: GivenArticle & { readonly before: Before | null }, key: string, out: OutputFolder, { seenUntil }: SettleOptions): Before | null {
  const { about, seen } = input.before ?? {}
  if (about?.key !== key) return null
  const look = out.lookAt(input, key, about.file)
  if (look === null) return null
  const holds = (look.mark === seen && look.changed < seenUntil) || out.holds(input, about.file)
  return holds ? { about, seen: look.mark } : null
}

/** What was given as an article, or the error that it is answered by. */
function described(given: Given, config: Config): Input {
  if (isError(given)) return given
  try {
    return describe(given, config)
  } catch (error) {
    return failure(given, error as Error)
  }
}

/** What is written about an article depends on this alone: claimtrace with its model, what was given, the configuration, and the corrections by their hash. */
export function keyOf(given: GivenArticle & { readonly before?: unknown }, config: Config, corrections: string | null): string {
  return shortHash(BUILD, JSON.stringify([{ ...given, before: null, text: null }, configuredOutlet(given, config), config.topics, corrections]), given.verbatim ? '' : given.text)
}

/** What becomes of an input that is answered by an error. */
export function notAnswered(error: ArticleError): Settled {
  return { outcome: { how: 'failed', error }, entry: null, seen: null, more: null, fatal: null }
}

function notWritten({ source: { path, id } }: AnnotatedArticle, error: unknown): Settled {
  const { code = '', message } = error as NodeJS.ErrnoException
  const answer = articleError('write/failed', `${[path, id].filter(Boolean).join(': ')}: its result cannot be written: ${causeOf(error)}`, { id, path })
  return { ...notAnswered(answer), fatal: FATAL.has(code) ? { code, message } : null }
}
