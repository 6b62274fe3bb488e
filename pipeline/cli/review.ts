import { randomBytes } from 'node:crypto'
import type { Command } from 'commander'
import { CONFIG_OPTION, folderName } from './options.ts'
import { complain, writeLine } from './process.ts'

const EXAMPLES = `
Examples:
  claimtrace review sources/a.txt            go through the claims of one article, least sure first
  claimtrace review sources --open           of all articles of a folder, in the browser
  claimtrace review sources --gold my/gold   write gold somewhere else

What you say is kept at once in <id>.corrections.json beside each source: every later run applies it. When every claim of an article
is judged, the page saves it as gold, which \`check\` and \`train\` read. The page is for this machine alone, and its address holds a
token; it works until Ctrl-C.`

interface Options {
  readonly gold: string
  readonly config?: string
  readonly open?: true
}

/** `review`: a page in which a person puts claims right. */
export function register(program: Command): void {
  program
    .command('review')
    .description('open a page in which a person confirms, rejects and mends claims; later runs apply it')
    .argument('[paths...]', 'files, folders or globs (default: sources)')
    .option('--gold <folder>', 'where gold is written', folderName, 'fixtures/articles')
    .option(...CONFIG_OPTION)
    .option('--open', 'open it in the browser')
    .addHelpText('after', EXAMPLES)
    .action(action)
}

async function action(given: readonly string[], { gold, config: configPath, open }: Options): Promise<void> {
  const [{ Session }, { serveReview }, { openInBrowser }, { loadConfig }, { progressOf }] = await Promise.all([
    import('../review/session.ts'),
    import('../review/server.ts'),
    import('../report/serve.ts'),
    import('../1-read/config.ts'),
    import('./progress.ts'),
  ])
  const paths = given.length ? given : ['sources']
  const progress = await progressOf(paths)
  const options = { config: await loadConfig(configPath ?? null), stdin: process.stdin, onBytes: progress.add, textPathOf: () => null }
  const session = await Session.open(paths, options, gold).finally(progress.stop)
  const address = await serveReview(session, randomBytes(18).toString('base64url'))
  await writeLine(`${address}  (Ctrl-C ends it)`)
  if (open && !(await openInBrowser(address))) complain('no browser could be opened; open the address yourself')
}
