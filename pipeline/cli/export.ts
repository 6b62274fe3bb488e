import { InvalidArgumentError, Option, type Command } from 'commander'
import type { ExportFormat } from '../export/write.ts'
import type { TableName } from '../export/tables.ts'
import { causeOf } from '../model/cause.ts'
import { UserError } from '../model/user-error.ts'
import { folderName, OUTPUT_OPTION, outputOf } from './options.ts'
import { writeLine } from './process.ts'

const EXAMPLES = `
Examples:
  claimtrace export --format csv                          articles, claims, speakers, links, groups, origins: a file each
  claimtrace export --format xlsx --what claims,groups    two sheets of one workbook
  claimtrace export --format sqlite                       for SQL and Datasette, with keys and full-text search
  claimtrace export --format parquet --to tables/         for pandas, R, DuckDB
  claimtrace export --format web-annotation               for clients such as Hypothesis: quotes with context, code points
  claimtrace export --format claimreview                  schema.org: claims with quotations, reviews as drafts without a rating

Offsets are there twice: in UTF-16 units (JavaScript) and in code points (Python, R).`

const FORMATS: readonly ExportFormat[] = ['csv', 'xlsx', 'parquet', 'sqlite', 'jsonl', 'web-annotation', 'claimreview']
const TABLES: readonly TableName[] = ['articles', 'claims', 'speakers', 'links', 'groups', 'origins']

interface Options {
  readonly format: ExportFormat
  readonly what: readonly TableName[]
  readonly out: string
  readonly to?: string
}

/** `export`: whole tables for other tools. */
export function register(program: Command): void {
  program
    .command('export')
    .description('write what a run found as whole tables for other tools: CSV, Excel, Parquet, SQLite, JSON-LD')
    .addOption(new Option('--format <name>', 'how to write it').choices(FORMATS).makeOptionMandatory())
    .option('--what <tables>', `which tables, with commas between: ${TABLES.join(', ')}`, tableNames, TABLES)
    .option(...OUTPUT_OPTION)
    .option('--to <folder>', 'where to write (default: export/ in that folder)', folderName)
    .addHelpText('after', EXAMPLES)
    .action(action)
}

function tableNames(value: string): readonly TableName[] {
  const names = value.split(',').map((name) => name.trim())
  const wrong = names.find((name) => !TABLES.includes(name as TableName))
  if (wrong !== undefined) throw new InvalidArgumentError(`There is no table "${wrong}"; there are ${TABLES.join(', ')}.`)
  return TABLES.filter((name) => names.includes(name))
}

async function action({ format, what, out, to }: Options): Promise<void> {
  const [{ writeExport }, { textOf }, { makeOwnFolder }] = await Promise.all([import('../export/write.ts'), import('../report/texts.ts'), import('../9-output/folder.ts')])
  const { files } = await outputOf(out)
  const folder = to ?? `${out}/export`
  try {
    if (to === undefined) await makeOwnFolder(folder)
    for (const path of await writeExport({ articles: files.articles, links: files.links, textOf }, format, what, folder)) await writeLine(`wrote ${path}`)
  } catch (error) {
    throw error instanceof UserError ? error : new UserError(`${folder}: cannot be written: ${causeOf(error)}`)
  }
}
