import { once } from 'node:events'
import { causeOf } from '../model/cause.ts'
import { printable } from './printable.ts'

/** What the process tells its caller. */
export const EXIT = { ok: 0, findings: 1, failure: 2, interrupted: 130 } as const

/** One line to the user, apart from the output. */
export function complain(message: string): void {
  process.stderr.write(`claimtrace: ${printable(message)}\n`)
}

/** Writes one line of output, and waits where the reader is slower. */
export async function writeLine(line: string): Promise<void> {
  if (!process.stdout.write(`${printable(line)}\n`)) await once(process.stdout, 'drain')
}

/** What Ctrl-C does: ends at once, with one line. */
function interrupted(): void {
  complain('interrupted')
  process.exit(EXIT.interrupted)
}
let onInterrupt = interrupted

/** Answers Ctrl-C, for the life of the process. */
export function guardInterrupt(): void {
  process.on('SIGINT', () => onInterrupt())
}

/** Lets a job that writes files come to its own end at the first Ctrl-C; the second ends it at once. */
export function atFirstInterrupt(stop: () => void): void {
  onInterrupt = () => {
    onInterrupt = interrupted
    stop()
  }
}

/** Ends quietly where the reader of our output went away (`| head`), with one line where it cannot be written (a full disk). */
export function guardOutput(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.ok)
    complain(`standard output cannot be written: ${causeOf(error)}`)
    process.exit(EXIT.failure)
  })
  process.stderr.on('error', () => {})
}
