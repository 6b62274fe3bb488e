import { articleError } from '../1-read/errors.ts'
import { isError } from '../1-read/read.ts'
import { OutputFolder, fileName } from '../9-output/files.ts'
import type { CorrectionsReader } from '../corrections/read.ts'
import { causeOf } from '../model/cause.ts'
import type { Config } from '../model/config.ts'
import type { AnnotatedArticle, ArticleError } from '../model/schema.ts'
import { answers } from './answer.ts'
import type { Input } from './groups.ts'
import { isCurrent, now } from './resume.ts'
import { outcomeOf, type Outcome } from './summary.ts'

/** Plain data. */
export interface SettleOptions {
  /** The output folder. */
  readonly out: string
  readonly fresh: boolean
  readonly topics: Config['topics']
  readonly minConfidence: number
}

/** What became of an input. */
export interface Settled {
  readonly outcome: Outcome
  /** The name of the file that stands for it; null where it could not be answered. */
  readonly file: string | null
  /** A failure that the next article would meet as well: plain data, as it may come from another thread. */
  readonly fatal: { readonly code: string; readonly message: string } | null
}

/** Failures that the next article would meet as well. */
const FATAL = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'ENOTDIR', 'ENOENT', 'EIO'])

/** Answers each input, or keeps what an earlier run answered where that still holds, and writes what is new. Never rejects. */
export async function settleGroup(group: readonly Input[], options: SettleOptions, corrections: CorrectionsReader): Promise<readonly Settled[]> {
  const out = new OutputFolder(options.out)
  const before = await Promise.all(group.map((input) => (isError(input) ? null : out.readArticle(input.id))))
  const kept = await Promise.all(
    group.map(async (input, i) => {
      const written = before[i]
      if (!written || options.fresh || isError(input)) return null
      const current = isCurrent(written, input, now(), options.topics, corrections.of(input)?.hash ?? null)
      return current && (await out.hasText(written, input.text)) ? written : null
    }),
  )
  const others = answers(group.filter((_, i) => !kept[i]), { topics: options.topics, corrections })[Symbol.iterator]()
  return Promise.all(
    group.map(async (input, i): Promise<Settled> => {
      const answer = kept[i] ?? others.next().value!
      if (isError(answer) || isError(input)) return notAnswered(answer as ArticleError)
      if (kept[i]) return settled(answer, 'kept', options)
      try {
        await out.writeArticle(answer, input.text)
        return settled(answer, before[i] ? 'updated' : 'written', options)
      } catch (error) {
        return notWritten(answer, error)
      }
    }),
  )
}

function settled(answer: AnnotatedArticle, how: 'kept' | 'updated' | 'written', { minConfidence }: SettleOptions): Settled {
  return { outcome: outcomeOf(answer, how, minConfidence), file: `${fileName(answer.source.id)}.json`, fatal: null }
}

/** What becomes of an input that is answered by an error. */
export function notAnswered(error: ArticleError): Settled {
  return { outcome: { how: 'failed', error }, file: null, fatal: null }
}

function notWritten({ source: { path, id } }: AnnotatedArticle, error: unknown): Settled {
  const { code = '', message } = error as NodeJS.ErrnoException
  const answer = articleError('write/failed', `${[path, id].filter(Boolean).join(': ')}: its result cannot be written: ${causeOf(error)}`, { id, path })
  return { ...notAnswered(answer), fatal: FATAL.has(code) ? { code, message } : null }
}
