/** A mistake in a fixture file: where it stands and what to do. */
export class MarkedError extends Error {
  override readonly name = 'MarkedError'
  constructor(
    readonly file: string,
    readonly line: number,
    readonly reason: string,
  ) {
    super(`${file}:${line}: ${reason}`)
  }
}
