/** How a file is read, by its ending (without `.gz`). */
export type Format = 'text' | 'html' | 'jsonl' | 'json' | 'csv' | 'feed' | 'email' | 'mhtml' | 'word' | 'pdf' | 'warc'

/** Endings; those of the second list are found only where the file itself, or a pattern, is named: they hold other things as often. */
const IN_FOLDERS: Readonly<Record<string, Format>> = {
  '.txt': 'text',
  '.md': 'text',
  '.markdown': 'text',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.mhtml': 'mhtml',
  '.mht': 'mhtml',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.rss': 'feed',
  '.atom': 'feed',
  '.eml': 'email',
  '.docx': 'word',
  '.pdf': 'pdf',
  '.warc': 'warc',
}
const WHERE_NAMED: Readonly<Record<string, Format>> = { '.csv': 'csv', '.tsv': 'csv', '.tab': 'csv', '.json': 'json', '.xml': 'feed' }

/** Endings of files that a folder is searched for. */
export const EXTENSIONS: readonly string[] = Object.keys(IN_FOLDERS)

/** The ending that tells a file's format: in lower case, that before `.gz` where it is packed. */
export function extensionOf(path: string): string {
  const name = path.toLowerCase().replace(/\.gz$/, '')
  return /(?<=[^/\\])\.[^./\\]*$/.exec(name)?.[0] ?? ''
}

/** Whether a file's ending is one of an article's or a table's. */
export const hasKnownEnding = (path: string) => extensionOf(path) in IN_FOLDERS || extensionOf(path) in WHERE_NAMED

/** How a file is read; what has no known ending is read as text, if its bytes are. */
export function formatOf(path: string): Format | null {
  const extension = extensionOf(path)
  return IN_FOLDERS[extension] ?? WHERE_NAMED[extension] ?? (extension === '.yaml' || extension === '.yml' ? null : 'text')
}
