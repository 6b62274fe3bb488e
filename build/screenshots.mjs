// Takes the README's pictures of the report on sources/ with the tests' browser: `node build/screenshots.mjs`, after `npm run build`.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const out = mkdtempSync(join(tmpdir(), 'claimtrace-'))
execFileSync(process.execPath, [join(ROOT, 'dist/claimtrace.js'), 'run', 'sources', '--out', out], { cwd: ROOT })

/** The best supported claim, by its first member. */
const groups = readFileSync(join(out, 'links/groups.jsonl'), 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line))
const [{ article, claim }] = groups.toSorted((a, b) => b.support.independent - a.support.independent || b.support.articles - a.support.articles)[0].members
const PICTURES = { 'report-overview': '#', 'report-claim': `#p=claim&a=${article}&c=${claim}` }

const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
const browser = await chromium.launch({ executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium', args })
mkdirSync(join(ROOT, 'docs'), { recursive: true })
for (const [name, hash] of Object.entries(PICTURES)) {
  const page = await browser.newPage({ viewport: { width: 1200, height: 860 } })
  await page.goto(`${pathToFileURL(join(out, 'report/index.html')).href}${hash}`)
  await page.waitForSelector('.findings, .origins')
  await page.screenshot({ path: join(ROOT, `docs/${name}.png`) })
}
await browser.close()
rmSync(out, { recursive: true })
