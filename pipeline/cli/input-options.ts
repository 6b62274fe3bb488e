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

/** Counts the files of folders that are not read; `text` is one line about them by ending, null where there were none. */
export function passedOverCounter(): { readonly add: (path: string) => void; readonly text: () => string | null } {
  const counts = new Map<string, number>()
  return {
    add: (path) => {
      const ending = /(?<=[^/\\])\.[^./\\]+$/.exec(path)?.[0].toLowerCase() ?? 'no ending'
      counts.set(ending, (counts.get(ending) ?? 0) + 1)
    },
    text: () => {
      if (counts.size === 0) return null
      const kinds = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([ending, count]) => `${count} ${ending}`)
      return `passed over in folders: ${kinds.slice(0, 8).join(', ')}${kinds.length > 8 ? ', ...' : ''}; tables (.csv, .tsv, .json) and .xml are read when they are named themselves, other files when saved as .txt`
    },
  }
}
