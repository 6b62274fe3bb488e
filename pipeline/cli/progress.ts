import type { SingleBar } from 'cli-progress'
import { totalBytes } from '../1-read/locate.ts'
import { cliProgress } from '../model/packages.ts'
import type { Progress } from '../model/progress.ts'

/** Shorter jobs need no bar. */
const DELAY_MS = 1000

/** A bar for reading these paths, in bytes. */
export async function progressOf(paths: readonly string[]): Promise<Progress> {
  return progressBar(process.stderr.isTTY ? await totalBytes(paths) : null, 'reading')
}

/** A job of several phases: the bar of one at a time, each in the place of the one before. */
export function phasesAfter(first: Progress): { readonly begin: (phase: string, total: number) => Progress; readonly stop: () => void } {
  let current = first
  return {
    begin: (phase, total) => {
      current.stop()
      return (current = progressBar(total, phase))
    },
    stop: () => current.stop(),
  }
}

/** A bar on standard error, if that is a terminal, the job takes longer than a second, and it is known how long it is; else nothing. */
export function progressBar(total: number | null, phase = ''): Progress {
  if (!process.stderr.isTTY || !total) return { add: () => {}, stop: () => {} }
  const start = performance.now()
  let done = 0
  let bar: SingleBar | null = null
  return {
    add: (parts) => {
      done = Math.min(total, done + parts)
      if (bar) bar.update(done)
      else if (performance.now() - start > DELAY_MS) {
        bar = new (cliProgress().SingleBar)({ format: `${phase && `${phase} `}{bar} {percentage} %  {eta_formatted} to go`, stream: process.stderr, clearOnComplete: true, gracefulExit: false })
        bar.start(total, done)
      }
    },
    stop: () => bar?.stop(),
  }
}
