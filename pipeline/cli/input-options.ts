import { InvalidArgumentError, type Command } from 'commander'
import { FIELDS, LIMITS, type InputForm } from '../1-read/form.ts'

/** The options that say how inputs are written. */
export interface InputOptions {
  readonly locale?: string
  readonly textColumn?: string
  readonly idColumn?: string
  readonly titleColumn?: string
  readonly dateColumn?: string
  readonly outletColumn?: string
  readonly urlColumn?: string
}

/** Adds the options that say how inputs are written. */
export function withInputOptions(command: Command): Command {
  command.option('--locale <tag>', 'whose dates 02/07/2010 are: en-US has the month first, en-GB the day', localeName)
  for (const field of FIELDS) command.option(`--${field}-column <name>`, `the column of tables that holds the ${field === 'text' ? "article's text" : field} (default: guessed)`)
  return command
}

function localeName(value: string): string {
  try {
    return Intl.getCanonicalLocales(value)[0] ?? 'en'
  } catch {
    throw new InvalidArgumentError('It must be a language and a country, such as en-US or en-GB.')
  }
}

/** What was said about the inputs. */
export function formOf(options: InputOptions): InputForm {
  const columns = { text: options.textColumn, id: options.idColumn, title: options.titleColumn, date: options.dateColumn, outlet: options.outletColumn, url: options.urlColumn }
  return { locale: options.locale ?? null, columns, limits: LIMITS }
}

/** What is done about files of folders that are not read, by ending. */
const REMEDIES: readonly (readonly [endings: RegExp, remedy: string])[] = [
  [/^\.(?:csv|tsv|tab|json|xml)$/, 'tables and .xml are read when they are named themselves (claimtrace run folder/*.csv)'],
  [/^\.(?:zip|7z|rar|tar|tgz|gz|bz2|xz)$/, 'archives when they are unpacked'],
  [/^/, 'other files when they are saved as .docx, .pdf or .txt'],
]
const KINDS_SHOWN = 20

/** Counts the files of folders that are not read; `text` is one line about them by ending, null where there were none. */
export function passedOverCounter(): { readonly add: (path: string) => void; readonly text: () => string | null } {
  const counts = new Map<string, number>()
  return {
    add: (path) => {
      const ending = /(?<=[^/\\])\.[^./\\]+$/.exec(path)?.[0].toLowerCase() ?? 'without ending'
      counts.set(ending, (counts.get(ending) ?? 0) + 1)
    },
    text: () => {
      if (counts.size === 0) return null
      const kinds = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([ending, count]) => `${count} ${ending}`)
      const remedies = new Set([...counts.keys()].map((ending) => REMEDIES.find(([endings]) => endings.test(ending))![1]))
      const listed = REMEDIES.map(([, remedy]) => remedy).filter((remedy) => remedies.has(remedy))
      return `not read in folders: ${kinds.slice(0, KINDS_SHOWN).join(', ')}${kinds.length > KINDS_SHOWN ? `, ${kinds.length - KINDS_SHOWN} more kinds` : ''}; ${listed.join(', ')}`
    },
  }
}
