import type { Command } from 'commander'
import { writeLine } from './process.ts'

const EXAMPLES = `
Examples:
  claimtrace spark-archive                          writes claimtrace.zip, and tells how to run it
  claimtrace spark-archive --with-node              with this machine's Node.js, for workers of its kind that have none

docs/spark.md has the line for each kind of cluster.`

/** `spark-archive`: the program as one file that Spark hands to its workers. */
export function register(program: Command): void {
  program
    .command('spark-archive')
    .description('pack the program into one archive for Apache Spark (see docs/spark.md)')
    .argument('[file]', 'the archive to write', 'claimtrace.zip')
    .option('--with-node', 'put the Node.js that runs this command into it')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, { withNode }: { readonly withNode?: true }) => {
      const [{ archiveOf }, { writeAtomic }, { fileURLToPath }] = await Promise.all([import('../spark/archive.ts'), import('../9-output/write-atomic.ts'), import('node:url')])
      const root = fileURLToPath(new URL('..', import.meta.url)) // of dist/
      await writeAtomic(file, archiveOf(root, withNode ? process.execPath : null))
      const beside = (name: string) => fileURLToPath(new URL(name, import.meta.url))
      await writeLine(`wrote ${file}; run it with:`)
      await writeLine(`  spark-submit --master spark://HOST:7077 --archives ${file}#claimtrace --py-files ${beside('runtime.py')} ${beside('job.py')} --articles ARTICLES --out TABLES`)
    })
}
