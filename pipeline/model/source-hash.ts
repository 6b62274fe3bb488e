import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { shortHash } from './id.ts'

/** The parts of `pipeline/` that decide what is written about an article. */
const PARTS = /^(?:model|lexicon|text|[1-9]-[^/]+|annotate\.ts$|assemble\.ts$)/

/**
 * A hash of everything that decides an answer: code, word lists and the versions of the packages it uses. `root` is the folder with
 * `package.json` and `pipeline/`. The build puts its result in the place of the call; from source it is taken anew by each process.
 */
export function sourceHash(root: string): string {
  const pipeline = join(root, 'pipeline')
  const files = readdirSync(pipeline, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => PARTS.test(name) && /\.(?:ts|txt|json|bin|wasm)$/.test(name))
    .toSorted()
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly dependencies: object }
  return shortHash(JSON.stringify(dependencies), ...files.flatMap((name) => [name, readFileSync(join(pipeline, name), 'latin1')]))
}
