// A thread of its own, started by thread.ts: does the tasks that crew.ts gives it.
import { parentPort } from 'node:worker_threads'
import { CorrectionsReader } from '../corrections/read.ts'
import { linesOf, type LineOptions } from './extract.ts'
import type { Input } from './groups.ts'
import { settleGroup, type SettleOptions } from './settle.ts'
import type { Reply } from '../model/thread.ts'

type Task = { readonly group: readonly Input[] } & (
  | { readonly name: 'lines'; readonly options: LineOptions }
  | { readonly name: 'settle'; readonly options: SettleOptions }
)

const corrections = new CorrectionsReader()

async function replyTo(task: Task): Promise<Reply> {
  try {
    return { result: task.name === 'lines' ? linesOf(task.group, task.options, corrections) : await settleGroup(task.group, task.options, corrections) }
  } catch (error) {
    return { failed: (error as Error).message }
  }
}

let last = Promise.resolve()
parentPort?.on('message', (task: Task) => {
  // one after the other: replies in the order of tasks
  last = last.then(async () => {
    const reply = await replyTo(task)
    parentPort?.postMessage(reply) // oxlint-disable-line unicorn/require-post-message-target-origin -- a thread has no origin
  })
})
