import { InvalidArgumentError } from 'commander'
import type { Output } from '../store/open.ts'
import { complain } from './process.ts'

/** A folder, as an option. */
export function folderName(value: string): string {
  if (!value.trim()) throw new InvalidArgumentError('It must name a folder.')
  return value
}

/** A number from 0 to 1, as an option. */
export function probability(value: string): number {
  const number = Number(value)
  if (!value.trim() || !(number >= 0 && number <= 1)) throw new InvalidArgumentError('It must be a number from 0 to 1, such as .7.')
  return number
}

/** A whole number between bounds, as an option. */
export const whole = (least: number, most: number) => (value: string) => {
  const number = Number(value)
  if (!Number.isInteger(number) || number < least || number > most) throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`)
  return number
}

/** How many workers, as an option. */
export const workerCount = whole(1, 64)

/** The option of all commands that read the configuration, and that of those which read the output of a run. */
export const CONFIG_OPTION = ['--config <file>', 'what only you know: topics, speakers, outlets (default: claimtrace.config.json)'] as const
export const OUTPUT_OPTION = ['--out <folder>', 'the folder that the run wrote', folderName, 'output'] as const

/** The output of a run; what a reader should know of it is said. */
export async function outputOf(folder: string): Promise<Output> {
  const [{ openOutput }, { progressBar }] = await Promise.all([import('../store/open.ts'), import('./progress.ts')])
  const output = openOutput(folder, progressBar)
  for (const warning of output.warnings) complain(warning)
  return output
}
