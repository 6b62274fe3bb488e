/** What may stand between the cells of a table; the first is meant where none occurs. */
const DELIMITERS = [',', ';', '\t', '|'] as const

/** What stands between the cells of a table's header. */
export function delimiterOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '')
  const counts = DELIMITERS.map((mark) => bare.split(mark).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!
}
