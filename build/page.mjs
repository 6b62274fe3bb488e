// Builds the pages that people see: the report and the review, each one script and one style sheet.
import { build } from 'esbuild'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const DIST = join(ROOT, 'dist')

/** Writes `dist/{report,review}.{js,css}`; gives the names of the files. */
export async function buildPages() {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: { report: 'pipeline/report/page/main.tsx', review: 'pipeline/review/page/main.tsx' },
    outdir: DIST,
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome110', 'firefox115', 'safari16'],
    charset: 'utf8',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  })
  return Object.keys(metafile.outputs).map((path) => basename(path))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildPages()
