import type { GivenArticle } from '../1-read/raw.ts'
import { isError } from '../1-read/read.ts'
import type { Article } from '../model/article.ts'
import type { ArticleError } from '../model/schema.ts'
import type { About } from './summary.ts'

/** What is read in one place of the input. */
export type Input = Article | ArticleError
/** What an earlier run knew about an article, and how its files stood then, see `9-output/seen.ts`; null: that is not known. */
export interface Before {
  readonly about: About
  readonly seen: number | null
}
/** What is given in one place of the input: an article in which nothing was looked for, and what an earlier run knew about it. */
export type Given = (GivenArticle & { readonly before: Before | null }) | ArticleError

/**
 * A group is full at so many inputs, or at so many characters. The first is small, so that the first answers come soon. Larger groups cost no
 * less time, and memory: what all their articles are made of outlives V8's young generation (of 32 articles, 344 in place of 230 MB).
 */
const FIRST = 4, MOST = 8, LONGEST = 150_000
/** Milliseconds without a new input after which a group goes on without it: nobody who waits for an answer waits long. */
const PATIENCE = 5

/** The inputs, given one by one or some at once, in order, in groups as large as come at once. The next ones are asked for while a group is worked on. */
export async function* inGroups<Read extends Input | Given>(inputs: AsyncIterable<Read | readonly Read[]>): AsyncGenerator<readonly Read[]> {
  const source = inputs[Symbol.asyncIterator]()
  const ask = () => {
    const asked = source.next()
    asked.catch(() => undefined) // a failure is met when it is awaited
    return asked
  }
  let next = ask()
  let most = FIRST
  let [group, length]: [Read[], number] = [[], 0]
  const taken = () => {
    const whole = group
    ;[group, length, most] = [[], 0, Math.min(2 * most, MOST)]
    return whole
  }
  try {
    for (;;) {
      const came = group.length === 0 ? await next : await soon(next)
      if (came !== null && !came.done) next = ask()
      else if (group.length > 0) yield taken()
      if (came?.done) return
      for (const input of came === null ? [] : listOf(came.value)) {
        group.push(input)
        length += isError(input) ? 0 : input.text.length
        if (group.length === most || length >= LONGEST) yield taken()
      }
    }
  } finally {
    source.return?.().catch(() => undefined) // not awaited: the input asked for may never come
  }
}

const listOf = <Read extends object>(given: Read | readonly Read[]) => (Array.isArray(given) ? given : [given]) as readonly Read[]

/** What the promise gives within {@link PATIENCE}, or null. */
async function soon<T>(promise: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE)
  })
  const given = await Promise.race([promise, late]).catch(() => null)
  clearTimeout(timer)
  return given
}
