import { existsSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { isError } from '../1-read/read.ts'
import type { ArticleError } from '../model/schema.ts'
import { failure } from './failure.ts'
import type { Given, Input } from './groups.ts'
import { inOrder } from './in-order.ts'
import { Thread } from '../model/thread.ts'

/** What is done with a group: in this thread by `here`, in another by what `worker.ts` calls `name`, given the inputs and `options`. */
export interface Job<Read, Result> {
  readonly name: 'lines' | 'settle'
  /** Whether it is done in other threads only, so that what it holds in memory is given back once it is done. */
  readonly apart: boolean
  /** So many inputs are done in this thread all the same before another begins, which is dear for a few. */
  readonly few: number
  /** The result for an input with which nothing is to be done, told in this thread; null: it is. */
  readonly known: (input: Read) => Result | null
  /** Plain data. */
  readonly options: object
  /** Gives a result for each input, in order. Must not reject. */
  readonly here: (group: readonly Read[]) => Promise<readonly Result[]>
  /** The result for an input whose worker died of it. */
  readonly failed: (error: ArticleError) => Result
  /** How many groups are under way at a time where this thread is alone. */
  readonly abreast: number
}

/** Groups that each other thread has, one of them waiting. */
const AHEAD = 2
/** Groups a thread that are under way, or done and behind one that is not: the fast one does not wait for the slow one. */
const UNTAKEN = 6
/** The built worker. Absent where claimtrace runs from its source: everything is done in one thread then. */
const WORKER = new URL('worker.js', import.meta.url)

/**
 * The results for all inputs, in order, those of a group at once, by so many threads: others than this one where it is done apart, else this one is of them. One where nobody asked
 * for more: each becomes fast by itself, some 4 s of processor time, and takes 170 MB (docs/evaluation.md says what two gain).
 */
export async function* workedOn<Read extends Input | Given, Result>(groups: AsyncIterable<readonly Read[]>, workers = 1, job: Job<Read, Result>): AsyncGenerator<readonly Result[]> {
  const others = existsSync(WORKER) ? workers - Number(!job.apart) : 0
  const threads: Thread[] = []
  const idlest = () => {
    if (threads.length < others) threads.push(new Thread(WORKER))
    return threads.reduce((least, thread) => (thread.waiting < least.waiting ? thread : least))
  }
  let begun = 0
  const work = async (group: readonly Read[]) => {
    begun += group.length
    if (others > 0 && begun > job.few) {
      await setImmediate() // what the others gave is taken first
      const thread = idlest()
      if (job.apart || thread.waiting < AHEAD) return elsewhere(thread, group, job)
    }
    return job.here(group)
  }
  const start = async (group: readonly Read[]) => {
    const known = group.map(job.known)
    const rest = group.filter((_, i) => known[i] === null)
    const results = rest.length === 0 ? [] : await work(rest)
    let next = 0
    return known.map((result) => result ?? results[next++]!)
  }
  try {
    yield* inOrder(groups, others > 0 ? UNTAKEN * (others + 1) : job.abreast, start)
  } finally {
    await Promise.all(threads.map((thread) => thread.end()))
  }
}

/** Where the thread dies, each input of its group is tried alone: the one that it died of is answered by an error. */
async function elsewhere<Read extends Input | Given, Result>(thread: Thread, group: readonly Read[], job: Job<Read, Result>): Promise<readonly Result[]> {
  try {
    return (await thread.run({ name: job.name, group, options: job.options })) as readonly Result[]
  } catch (error) {
    const [only] = group
    if (group.length === 1 && only !== undefined) return isError(only) ? job.here(group) : [job.failed(failure(only, error as Error))]
    const results: Result[] = []
    for (const input of group) results.push(...(await elsewhere(thread, [input], job)))
    return results
  }
}
