// Builds dist/: the program and the library (JavaScript, most packages stay outside), their data files, and types. `npm ci` runs it.
// With --js types and the tagger's core are left out: what one needs while working.
import { execFileSync } from 'node:child_process'
import { build } from 'esbuild'
import { chmodSync, copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileCore, CORE } from './core.mjs'
import { packagesOutside, writeLicenses } from './packages.mjs'
import { buildPages } from './page.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const DIST = join(ROOT, 'dist')
const DATA = /\.(?:bin|txt|wasm|py)$/

/** What packages in the older format ask for. */
const REQUIRE = "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);"

/** The hash of code and word lists that every output names: the function of the program itself, run before it is built. */
async function sourceHash() {
  const { outputFiles } = await build({ entryPoints: [join(ROOT, 'pipeline/model/source-hash.ts')], bundle: true, platform: 'node', format: 'esm', write: false })
  const code = `data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`
  return (await import(code)).sourceHash(ROOT)
}

/** The JavaScript of `dist/`, every file in one folder: a data file is found by `new URL(name, import.meta.url)` there and in the source. */
async function buildProgram() {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: { claimtrace: 'pipeline/cli/claimtrace.ts', index: 'pipeline/index.ts', worker: 'pipeline/run/worker.ts', 'serve-worker': 'pipeline/serve/serve-worker.ts' },
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.17',
    external: packagesOutside(ROOT),
    banner: { js: REQUIRE },
    chunkNames: '[name]-[hash]',
    minifySyntax: true,
    define: { CLAIMTRACE_SOURCE_HASH: JSON.stringify(await sourceHash()) },
    metafile: true,
    logLevel: 'warning',
  })
  chmodSync(join(DIST, 'claimtrace.js'), 0o755)
  return Object.keys(metafile.outputs).map((path) => basename(path))
}

/** Word lists and models, copied flat. */
function copyData() {
  const names = new Map()
  for (const path of readdirSync(join(ROOT, 'pipeline'), { recursive: true, encoding: 'utf8' }).filter((name) => DATA.test(name))) {
    const name = basename(path)
    if (names.has(name)) throw new Error(`two data files are called ${name}: pipeline/${path} and pipeline/${names.get(name)}`)
    names.set(name, path)
    copyFileSync(join(ROOT, 'pipeline', path), join(DIST, name))
  }
  return [...names.keys()]
}

/** Declarations of everything that `pipeline/index.ts` leads to. */
function buildTypes() {
  rmSync(join(DIST, 'types'), { recursive: true, force: true })
  execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', join(ROOT, 'build/tsconfig.json')], { stdio: 'inherit' })
  for (const name of readdirSync(join(DIST, 'types'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.d.ts'))) {
    const file = join(DIST, 'types', name)
    writeFileSync(file, readFileSync(file, 'utf8').replace(/((?:from|import\()\s*['"]\.[^'"]*)\.ts(?=['"])/g, '$1.js')) // tsc leaves them
  }
  const reached = reachable(join(DIST, 'types/pipeline/index.d.ts'))
  for (const name of readdirSync(join(DIST, 'types'), { recursive: true, encoding: 'utf8' })) {
    const file = join(DIST, 'types', name)
    if (name.endsWith('.d.ts') && !reached.has(file)) rmSync(file)
  }
}

/** A declaration file and all those that it imports, over others too: what stays inside the program needs no types outside. */
function reachable(file, found = new Set()) {
  if (found.has(file)) return found
  found.add(file)
  for (const [, target] of readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*['"](\.[^'"]*)\.js['"]/g)) reachable(join(dirname(file), `${target}.d.ts`), found)
  return found
}

const whole = !process.argv.includes('--js')
mkdirSync(DIST, { recursive: true })
if (whole) writeFileSync(CORE, await compileCore())
const kept = new Set([...(await buildProgram()), ...(await buildPages()), ...copyData(), writeLicenses(ROOT, DIST), 'types'])
for (const name of readdirSync(DIST)) if (!kept.has(name)) rmSync(join(DIST, name), { recursive: true })
if (whole) buildTypes()
