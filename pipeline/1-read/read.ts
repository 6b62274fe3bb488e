import type { Article } from '../model/article.ts'
import type { Config } from '../model/config.ts'
import type { RawProblem } from '../model/problems.ts'
import type { ArticleError } from '../model/schema.ts'
import { describe } from './describe.ts'
import { readFileArticles, readInput } from './file.ts'
import { ANY_FORM, type InputForm } from './form.ts'
import { locate, STDIN } from './locate.ts'
import type { GivenArticle, RawArticle } from './raw.ts'

export interface ReadOptions {
  readonly config: Config
  /** Where the text of an article that is no file of its own is written; null where it is written nowhere. */
  readonly textPathOf: (id: string) => string | null
  readonly stdin: AsyncIterable<Uint8Array>
  /** A folder to keep out of, wherever a folder around it is searched: our own output. */
  readonly skip?: string
  /** How dates and tables are written, where the user said so. */
  readonly form?: Partial<InputForm>
  /** Called with each file of a folder that is not read as an article. */
  readonly onPassedOver?: (path: string) => void
  /** Called with the number of bytes whenever some were read from a file. */
  readonly onBytes?: (bytes: number) => void
}

/**
 * Every article that the paths lead to (files, folders, globs, `-` for standard input), in order, one at a time.
 * An input that cannot be read is answered by an error in its place; nothing is thrown. Ids are made unique by a suffix.
 * @example
 * for await (const article of read(['articles/'], { config: NO_CONFIG, textPathOf: () => null, stdin: process.stdin })) if (!isError(article)) titles.push(article.title)
 */
export async function* read(paths: readonly string[], options: ReadOptions): AsyncGenerator<Article | ArticleError> {
  for await (const some of readGiven(paths, options)) for (const given of some) yield isError(given) ? given : describe(given, options.config)
}

/** As {@link read}, before anything is looked for in the texts, as many at once as came. */
export async function* readGiven(paths: readonly string[], options: ReadOptions): AsyncGenerator<readonly (GivenArticle | ArticleError)[]> {
  const ids = uniqueIds()
  const form = { ...ANY_FORM, ...options.form }
  for await (const located of locate(paths, options.skip, options.onPassedOver)) {
    if (typeof located !== 'string') {
      yield [located]
      continue
    }
    const raws = located === STDIN ? readInput({ stream: options.stdin, path: null, name: 'stdin', format: null }, form) : readFileArticles(located, form, options.onBytes)
    for await (const some of raws) yield some.map((raw) => (isError(raw) ? raw : finish(raw)))
  }

  function finish(raw: RawArticle): GivenArticle {
    const id = ids(raw.id)
    const textPath = raw.extracted ? options.textPathOf(id) : null
    if (id === raw.id) return { ...raw, textPath }
    const duplicate: RawProblem = { code: 'read/duplicate-id', message: `another article before this one is called ${raw.id}; this one became ${id}`, range: null }
    return { ...raw, id, textPath, problems: [duplicate, ...raw.problems] }
  }
}

/** Whether an answer is an error. */
export function isError(answer: object): answer is ArticleError {
  return 'code' in answer
}

/**
 * Gives each id as it is the first time, then with the first free suffix `-2`, `-3`, ... Ids that differ only in case are taken for the
 * same, since many file systems do; halves of surrogate pairs, which JSON readers refuse, become U+FFFD. Remembers every id it gave.
 */
function uniqueIds(): (id: string) => string {
  const taken = new Set<string>()
  const next = new Map<string, number>()
  return (raw) => {
    const id = raw.toWellFormed()
    const key = id.toLowerCase()
    let unique = id
    for (let n = next.get(key) ?? 2; taken.has(unique.toLowerCase()); n++) {
      unique = `${id}-${n}`
      next.set(key, n + 1)
    }
    taken.add(unique.toLowerCase())
    return unique
  }
}
