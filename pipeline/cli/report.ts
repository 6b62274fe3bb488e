import type { Command } from 'commander'
import { causeOf } from '../model/cause.ts'
import { UserError } from '../model/user-error.ts'
import type { AnnotatedArticle } from '../model/schema.ts'
import type { ReportInput, ToReport } from '../report/input.ts'
import type { Output } from '../store/open.ts'
import { OUTPUT_OPTION, outputOf } from './options.ts'
import { EXIT, complain, writeLine } from './process.ts'

const EXAMPLES = `
Examples:
  claimtrace report                      write the report of output/ anew
  claimtrace report --open               and open it in the browser
  claimtrace report --serve              serve it on this machine, to this machine alone, until Ctrl-C
  claimtrace report --out /tmp/out       of another run

The report is a folder, <out>/report/: open index.html with a double click, or zip the folder and send it. It loads nothing from
elsewhere and sends nothing. \`claimtrace run\` writes it as well, unless --no-report is given.`

interface Options {
  readonly out: string
  readonly open?: true
  readonly serve?: true
}

/** `report`: what a run found, as pages to read. */
export function register(program: Command): void {
  program
    .command('report')
    .description('write the report: pages that show the claims, their sources and speakers, to read in a browser')
    .option(...OUTPUT_OPTION)
    .option('--open', 'open it in the browser')
    .option('--serve', 'serve it on loopback')
    .addHelpText('after', EXAMPLES)
    .action(action)
}

/** More articles than this are too many for one page; the output can be searched with `audit`. */
const MOST_ARTICLES = 20_000

/** What a run has just written. */
interface Written {
  readonly output: Output
  readonly count: number
  readonly articles: ReportInput['articles']
}

/** Brings the report up to date with what a run has just written. Gives the page to open; null, with a line that says why, where there is none. A run does not fail for it. */
export async function reportOfRun(out: string, { output, count, articles }: Written): Promise<string | null> {
  if (count > MOST_ARTICLES) {
    complain(`no report is written for more than ${MOST_ARTICLES} articles; \`claimtrace report\` writes one all the same`)
    return null
  }
  const [{ updateReport }, { textOf }, { stampOf }] = await Promise.all([import('../report/write.ts'), import('../report/texts.ts'), import('../store/open.ts')])
  try {
    const report = { articles, links: output.files.manifest && output.files, textOf, warnings: [], stamp: stampOf(output, count) }
    return (await updateReport(report, `${out}/report`)).page
  } catch (error) {
    complain(`the report could not be written: ${causeOf(error)}`)
    process.exitCode = EXIT.failure
    return null
  }
}

function* toReport(articles: Iterable<AnnotatedArticle>): Generator<ToReport> {
  for (const article of articles) yield { id: article.source.id, of: null, read: () => article }
}

async function action({ out, open, serve }: Options): Promise<void> {
  const [{ stampOf }, { writeReport }, { textOf }] = await Promise.all([import('../store/open.ts'), import('../report/write.ts'), import('../report/texts.ts')])
  const output = await outputOf(out)
  const { files, warnings } = output
  const { page, bytes } = await writeReport({ articles: toReport(files.articles), links: files.manifest && files, textOf, warnings, stamp: stampOf(output, files.names.length) }, `${out}/report`).catch((error: unknown) => {
    throw error instanceof UserError ? error : new UserError(`${out}/report: cannot be written: ${causeOf(error)}`)
  })
  await writeLine(`wrote ${page} and ${(bytes / 1e6).toFixed(1)} MB of data`)
  if (!open && !serve) return
  const { openInBrowser, serveFolder } = await import('../report/serve.ts')
  const address = serve ? await serveFolder(`${out}/report`) : page
  if (serve) await writeLine(`${address}  (Ctrl-C ends it)`)
  if (open && !(await openInBrowser(address))) complain(`no browser could be opened; open ${address} yourself`)
}
