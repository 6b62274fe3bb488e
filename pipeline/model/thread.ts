import { parentPort, Worker } from 'node:worker_threads'

/** What a worker answers to a task. */
type Reply = { readonly result: unknown } | { readonly failed: string }

interface Waiting {
  readonly task: object
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}

/** A thread that does tasks one after the other; it begins with the first. One that dies is replaced at the next task. */
export class Thread {
  #worker: Worker | null = null
  #ended = false
  readonly #waiting: Waiting[] = []

  constructor(private readonly script: URL) {}

  /** How many tasks it has not done. */
  get waiting(): number {
    return this.#waiting.length
  }

  /** The result of a task; both are plain data. Rejects where the task failed, or the thread died of it. */
  run(task: object): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#ended) return reject(new Error('the threads are at an end'))
      this.#waiting.push({ task, resolve, reject })
      this.#worker ??= this.#begin()
      post(this.#worker, task)
    })
  }

  /** Ends the task it is at, which rejects; the next begins in a new thread. */
  async cut(): Promise<void> {
    await this.#worker?.terminate()
  }

  async end(): Promise<void> {
    this.#ended = true
    await this.cut()
  }

  #begin(): Worker {
    const worker = new Worker(this.script)
    const lost = (error: Error) => {
      if (this.#worker !== worker) return
      this.#worker = null
      this.#waiting.shift()?.reject(error) // the one that it was at; the others are given to another
      if (this.#ended || this.#waiting.length === 0) return
      this.#worker = this.#begin()
      for (const { task } of this.#waiting) post(this.#worker, task)
    }
    worker.on('message', (reply: Reply) => {
      const one = this.#waiting.shift()
      if ('failed' in reply) one?.reject(new Error(reply.failed))
      else one?.resolve(reply.result)
    })
    worker.on('error', lost)
    worker.on('messageerror', lost)
    worker.on('exit', (code) => lost(new Error(`its thread ended with code ${code}`)))
    return worker
  }
}

/** What a thread does: its tasks one after the other, so that replies come in their order. */
export function doTasks<Task>(work: (task: Task) => unknown): void {
  const replyTo = async (task: Task): Promise<Reply> => {
    try {
      return { result: await work(task) }
    } catch (error) {
      return { failed: (error as Error).message }
    }
  }
  let last = Promise.resolve()
  parentPort?.on('message', (task: Task) => {
    last = last.then(async () => post(parentPort!, await replyTo(task)))
  })
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
const post = (to: Pick<Worker, 'postMessage'>, message: object) => to.postMessage(message)
