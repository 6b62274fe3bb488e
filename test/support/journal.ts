/** The lines of a journal that hold, the last of each article, in the order of their ids: runs add to it. A line that was cut is none. */
export function holding(journal: string): string {
  const byId = new Map(journal.split('\n').flatMap((line) => {
    const id = idOf(line)
    return id === null ? [] : [[id, line] as const]
  }))
  return [...byId].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line).join('\n')
}

function idOf(line: string): string | null {
  try {
    return (JSON.parse(line.split('\t')[0]!) as { id: string }).id
  } catch {
    return null
  }
}
