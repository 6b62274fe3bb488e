import { existsSync } from 'node:fs'
import type { Config } from '../model/config.ts'
import { Thread } from '../model/thread.ts'
import type { Question } from './answer.ts'

/** The built worker: beside the built program, or in `dist/` where claimtrace runs from its source. */
const WORKER = [new URL('serve-worker.js', import.meta.url), new URL('../../dist/serve-worker.js', import.meta.url)].find((url) => existsSync(url))

/** An answer that took too long. */
export class TooSlow extends Error {}

/** Answers questions one at a time, in a thread that is ended where one takes longer than the limit; the next begins in a new one. */
export class Answerer {
  readonly #thread: Thread
  readonly #config: Config
  readonly #limit: number

  /** The limit is in milliseconds, and counts the start of the thread. */
  constructor(config: Config, limit: number) {
    if (WORKER === undefined) throw new Error('dist/serve-worker.js was not built: npm run build')
    this.#thread = new Thread(WORKER)
    this.#config = config
    this.#limit = limit
  }

  /** @throws TooSlow after the limit; an error where answering failed. */
  async answer(question: Question): Promise<object> {
    let late = false
    const timer = setTimeout(() => {
      late = true
      void this.cut()
    }, this.#limit)
    try {
      return (await this.#thread.run({ question, config: this.#config })) as object
    } catch (error) {
      throw late ? new TooSlow(`took longer than ${this.#limit / 1000} s`) : error
    } finally {
      clearTimeout(timer)
    }
  }

  /** Ends the answer that is being worked on, which rejects. */
  cut(): Promise<void> {
    return this.#thread.cut()
  }

  /** Ends the thread. */
  end(): Promise<void> {
    return this.#thread.end()
  }
}
