import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { nodesFound } from '../support/nodes.ts'

// Packs the package, installs the tarball into an empty project and uses it there as other people would.

const folder = mkdtempSync(join(tmpdir(), 'claimtrace-package-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** npm without the settings that `npm test` hands down, packages from the cache where they are there. */
function npm(...args: readonly string[]): string {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')))
  return execFileSync('npm', args, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}
const run = (node: string, ...args: readonly string[]) => execFileSync(node, args, { cwd: folder, encoding: 'utf8' })

const UNREACHED = /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT)\b/

let files: readonly string[]
let unreached: string | null = null
beforeAll(() => {
  const [packed] = JSON.parse(npm('pack', resolve('.'), '--json', '--ignore-scripts')) as [{ filename: string; files: { path: string }[] }]
  files = packed.files.map(({ path }) => path)
  writeFileSync(join(folder, 'package.json'), '{"private": true}')
  try {
    npm('install', '--prefer-offline', '--fetch-retries=1', '--ignore-scripts', '--no-audit', '--no-fund', `./${packed.filename}`)
  } catch (error) {
    unreached = UNREACHED.exec((error as { readonly stderr: string }).stderr)?.[0] ?? null
    if (unreached === null) throw error
  }
}, 300_000)

test('holds what is needed and nothing else', () => {
  expect(files.filter((path) => !/^(?:dist\/|package\.json$|README\.md$|LICENSE$)/.test(path))).toEqual([])
  expect(files.filter((path) => /\.test\.|\.map$|(?<!\.d)\.ts$/.test(path))).toEqual([])
  expect(files).toEqual(expect.arrayContaining(['dist/claimtrace.js', 'dist/index.js', 'dist/model.bin', 'dist/synonyms.txt', 'dist/types/pipeline/index.d.ts']))
})

describe.each(nodesFound())('installed, on Node $version', ({ version, path }) => {
  const node = (...args: readonly string[]) => run(path, ...args)
  beforeEach((context) => context.skip(unreached !== null, `its packages are not in npm's cache, and the registry is not reached (${unreached})`))

  test('import, require and the command', () => {
    writeFileSync(join(folder, 'a.mjs'), "import { annotate, articleOf } from 'claimtrace'\nconsole.log(annotate(articleOf('“We will appeal,” said Jane Doe.', { id: 'a' })).claims.length)")
    writeFileSync(join(folder, 'b.cjs'), "const { annotate, articleOf } = require('claimtrace')\nconsole.log(annotate(articleOf('“We will appeal,” said Jane Doe.', { id: 'a' })).claims.length)")
    expect(node('a.mjs')).toBe('1\n')
    if (node('-p', 'process.features.require_module').trim() === 'true') expect(node('b.cjs')).toBe('1\n') // since Node 20.19
    else expect(version).toMatch(/^v20\.1[78]\./)
    expect(node('node_modules/claimtrace/dist/claimtrace.js', '--version')).toMatch(/^\d+\.\d+\.\d+\n$/)
    writeFileSync(join(folder, 'news.txt'), '“We will appeal,” said Jane Doe.')
    expect(JSON.parse(node('node_modules/claimtrace/dist/claimtrace.js', 'extract', 'news.txt'))).toMatchObject({ source: { id: 'news' }, claims: [{ kind: 'direct' }] })
  })

  test('the example of the docs runs as it stands', () => {
    copyFileSync('docs/example.mjs', join(folder, 'example.mjs'))
    expect(node('example.mjs').split('\n').filter(Boolean).map((line) => line.split(':')[0])).toEqual(expect.arrayContaining(['claim', 'link', 'stream', 'audit']))
  })

  test('types resolve, strictly and with those of its packages', () => {
    const code = `import { annotate, articleOf, audit, link, linkInput, openOutput, NO_CONFIG, type AnnotatedArticle, type Claim, type Links } from 'claimtrace'
const article: AnnotatedArticle = annotate(articleOf('She said so.', { id: 'a' }))
export const claim: Claim | undefined = article.claims[0]
export const links: Links = link([linkInput(article, 'She said so.')], NO_CONFIG)
export const independent: number = audit(openOutput('output'), { words: 'x', speaker: null, target: null, contested: false, singleSource: false, anonymous: false }, 1).groups[0]!.support.independent
// @ts-expect-error an id is needed
articleOf('She said so.', {})
`
    for (const name of ['c.mts', 'd.ts']) writeFileSync(join(folder, name), code)
    const compilerOptions = { strict: true, noEmit: true, target: 'es2023', types: [], lib: ['es2023', 'dom'] }
    for (const [module, file] of [['nodenext', 'c.mts'], ['preserve', 'd.ts']] as const) {
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: { ...compilerOptions, module, moduleResolution: module === 'preserve' ? 'bundler' : module }, files: [file] }))
      expect(() => node(resolve('node_modules/typescript/bin/tsc'), '-p', 'tsconfig.json')).not.toThrow()
    }
  })
})
