import type { Command } from 'commander'
import { CONFIG_OPTION, whole } from './options.ts'
import { atFirstInterrupt, complain, writeLine } from './process.ts'

const EXAMPLES = `
Examples:
  claimtrace serve                                   http://127.0.0.1:8484/, with a page to try it in
  curl --data-binary @article.txt -H 'content-type: text/plain' localhost:8484/annotate
  curl --data-binary @page.html -H 'content-type: text/html' localhost:8484/annotate
  curl -d '{"articles": [{"id": "a", "text": "..."}]}' -H 'content-type: application/json' localhost:8484/link
  claimtrace serve --host 0.0.0.0 --port 80          to other machines, behind a proxy that knows who may ask

GET /schema gives the JSON Schema of an answer, GET /healthz says how many requests wait. One request is worked on at a time; where too
many wait, the answer is 503; one that takes longer than --max-seconds is ended and answered by 422. Ctrl-C or SIGTERM answers what was begun, then ends.`

interface Options {
  readonly host: string
  readonly port: number
  readonly maxBytes: number
  readonly maxSeconds: number
  readonly config?: string
}

/** `serve`: annotation over HTTP. */
export function register(program: Command): void {
  program
    .command('serve')
    .description('annotate and link over HTTP, on this machine')
    .option('--host <address>', 'where to listen', '127.0.0.1')
    .option('--port <number>', 'the port; 0 for any that is free', whole(0, 65_535), 8484)
    .option('--max-bytes <number>', 'the longest request', whole(1, 64_000_000), 2_000_000)
    .option('--max-seconds <number>', 'the longest that one answer may take', whole(1, 3_600), 60)
    .option(...CONFIG_OPTION)
    .addHelpText('after', EXAMPLES)
    .action(action)
}

async function action({ host, port, maxBytes, maxSeconds, config }: Options): Promise<void> {
  const [{ listen }, { loadConfig }] = await Promise.all([import('../serve/listen.ts'), import('../1-read/config.ts')])
  const server = await listen(host, port, { config: await loadConfig(config ?? null), maxBytes, maxMs: maxSeconds * 1000 })
  await writeLine(`${server.address}  (Ctrl-C ends it)`)
  await new Promise<void>((stop) => {
    atFirstInterrupt(stop)
    process.once('SIGTERM', stop)
  })
  complain('stopping: what was begun is answered')
  await server.close()
}
