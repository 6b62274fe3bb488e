// Makes pipeline/5-attribution/tagger/core.wasm of its source in AssemblyScript: the same bytes wherever it is done. `node build/core.mjs`
import asc from 'assemblyscript/asc'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const TAGGER = fileURLToPath(new URL('../pipeline/5-attribution/tagger', import.meta.url))
/** The file that is in the project. */
export const CORE = join(TAGGER, 'core.wasm')

/** The compiled core; throws with what the compiler says. */
export async function compileCore() {
  let binary
  const { error, stderr } = await asc.main(
    ['features.ts', 'table.ts', 'lattice.ts', '--outFile', 'core.wasm', '-O3', '--runtime', 'stub', '--importMemory', '--noExportMemory', '--use', 'abort=', '--enable', 'simd'],
    {
      readFile: (name) => (/^\w+\.ts$/.test(name) ? readFileSync(join(TAGGER, 'assembly', name), 'utf8') : null),
      writeFile: (_, contents) => (binary = contents),
      listFiles: () => [],
    },
  )
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`)
  return binary
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(CORE, await compileCore())
