import { SingleBar } from 'cli-progress'
import { totalBytes } from '../1-read/locate.ts'

/** Tells how far a long job is. */
export interface Progress {
  readonly add: (bytes: number) => void
  readonly stop: () => void
}

/** Shorter jobs need no bar. */
const DELAY_MS = 1000

/** A bar for reading these paths, in bytes. */
export async function progressOf(paths: readonly string[]): Promise<Progress> {
  return progressBar(process.stderr.isTTY ? await totalBytes(paths) : null)
}

/** A bar on standard error, if that is a terminal, the job takes longer than a second, and it is known how long it is; else nothing. */
export function progressBar(total: number | null): Progress {
  if (!process.stderr.isTTY || !total) return { add: () => {}, stop: () => {} }
  const start = performance.now()
  let done = 0
  let bar: SingleBar | null = null
  return {
    add: (bytes) => {
      done = Math.min(total, done + bytes)
      if (bar) bar.update(done)
      else if (performance.now() - start > DELAY_MS) {
        bar = new SingleBar({ format: '{bar} {percentage} %  {eta_formatted} to go', stream: process.stderr, clearOnComplete: true, gracefulExit: false })
        bar.start(total, done)
      }
    },
    stop: () => bar?.stop(),
  }
}
