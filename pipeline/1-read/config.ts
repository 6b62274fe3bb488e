import { readFile } from 'node:fs/promises'
import { causeOf } from '../model/cause.ts'
import { NO_CONFIG, type Config } from '../model/config.ts'
import { regular } from '../model/regular.ts'
import { UserError } from '../model/user-error.ts'

/** The configuration's name where none is given. */
const CONFIG_FILE = 'claimtrace.config.json'

/**
 * Reads the configuration; without a path, `claimtrace.config.json` of the working directory if there is one.
 * @throws UserError naming file, line and field where it cannot be read or does not fit.
 * @example
 * const config = await loadConfig('claimtrace.config.json')
 */
export async function loadConfig(path: string | null): Promise<Config> {
  const file = path ?? CONFIG_FILE
  let json: string
  try {
    json = (await readFile(regular(file), 'utf8')).replace(/^\ufeff/, '')
  } catch (error) {
    if (path === null && (error as NodeJS.ErrnoException).code === 'ENOENT') return NO_CONFIG
    throw new UserError(`${file}: the configuration cannot be read: ${causeOf(error)}`)
  }
  const { parseConfig } = await import('./parse-config.ts')
  return parseConfig(json, file)
}
