// A thread of its own, started by in-time.ts: answers one question after the other.
import { parentPort } from 'node:worker_threads'
import type { Config } from '../model/config.ts'
import type { Reply } from '../model/thread.ts'
import { answer, type Question } from './answer.ts'

function replyTo({ question, config }: { readonly question: Question; readonly config: Config }): Reply {
  try {
    return { result: answer(question, config) }
  } catch (error) {
    return { failed: (error as Error).message }
  }
}

parentPort?.on('message', (task: { readonly question: Question; readonly config: Config }) => {
  parentPort?.postMessage(replyTo(task)) // oxlint-disable-line unicorn/require-post-message-target-origin -- a thread has no origin
})
