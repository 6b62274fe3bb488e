import { once } from 'node:events'
import { InvalidArgumentError } from 'commander'
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

/** A folder, as an option. */
export function folderName(value: string): string {
  if (!value.trim()) throw new InvalidArgumentError('It must name a folder.')
  return value
}

/** A number from 0 to 1, as an option. */
export function probability(value: string): number {
  const number = Number(value)
  if (!value.trim() || !(number >= 0 && number <= 1)) throw new InvalidArgumentError('It must be a number from 0 to 1, such as .7.')
  return number
}

/** How many workers, as an option. */
export function workerCount(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1 || number > 64) throw new InvalidArgumentError('It must be a whole number from 1 to 64.')
  return number
}
