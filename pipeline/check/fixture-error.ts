import { UserError } from '../model/user-error.ts'

/** A mistake in a fixture file: where it stands and what to do. */
export class FixtureError extends UserError {
  constructor(
    readonly file: string,
    /** Counted from 1; null where the mistake is the file's as a whole. */
    readonly line: number | null,
    readonly reason: string,
  ) {
    super(`${file}${line === null ? '' : `:${line}`}: ${reason}`)
  }
}
