/** Something that only the user can put right. Its message is one line: what, where, what to do; the command line prints it and ends with 2. */
export class UserError extends Error {
  override readonly name = 'UserError'
}
