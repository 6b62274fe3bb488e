/** What keeps an audit from being made at all, and what to do. */
export class AuditError extends Error {
  override readonly name = 'AuditError'
}
