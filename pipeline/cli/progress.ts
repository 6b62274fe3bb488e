import { SingleBar } from 'cli-progress'

/** Tells how far a long job is. */
export interface Progress {
  readonly add: (bytes: number) => void
  readonly stop: () => void
}

/** Shorter jobs need no bar. */
const DELAY_MS = 1000

/** A bar on standard error, if that is a terminal and the job takes longer than a second; else nothing. `total` is in bytes. */
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
        bar = new SingleBar({ format: '{bar} {percentage} %  {eta_formatted} to go', stream: process.stderr, clearOnComplete: true, hideCursor: true })
        bar.start(total, done)
      }
    },
    stop: () => bar?.stop(),
  }
}
