import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { get } from 'node:http'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnnotatedArticle, Corrections } from '../../pipeline/model/schema.ts'
import { claimtrace, folderWith } from '../cli/process.ts'
import { CHROME, IN_A_BROWSER, startBrowser } from '../support/browser.ts'

const TEXT = 'Mayor Ann Roe said that the bridge will close in May.\n\n“Nobody will lose a job,” said Bo Lund, who runs the ferry. The weather was mild.\n'
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** `claimtrace review` of a folder, and the address that it prints. */
async function review(cwd: string): Promise<{ readonly child: ChildProcess; readonly address: string }> {
  const child = spawn(process.execPath, [resolve('dist/claimtrace.js'), 'review', 'news', '--gold', 'gold/articles'], { cwd })
  const address = await new Promise<string>((found) => {
    let told = ''
    child.stdout.on('data', (data: Buffer) => {
      const [url] = /http:\S+/.exec((told += data.toString())) ?? []
      if (url !== undefined) found(url)
    })
  })
  return { child, address }
}

describe('the review’s server', () => {
  const folder = folderWith({ 'news/a.txt': TEXT })
  let server: Awaited<ReturnType<typeof review>>
  beforeAll(async () => void (server = await review(folder.path)))
  afterAll(() => {
    server.child.kill()
    folder.remove()
  })

  const status = (path: string, headers: Record<string, string>) => new Promise((told) => get(new URL(path, server.address), { headers }, (response) => told(response.resume().statusCode)))

  test('gives data to this page alone: with the token, under its own name, from its own origin', async () => {
    const url = new URL(server.address)
    const token = { 'x-claimtrace-token': url.searchParams.get('token') ?? '' }
    expect(url.hostname).toBe('127.0.0.1')
    expect(await status('/api/articles', token)).toBe(200)
    expect(await status('/api/articles', { ...token, origin: url.origin })).toBe(200)
    expect(await status('/api/articles', {})).toBe(401)
    expect(await status('/api/articles', { 'x-claimtrace-token': 'x' })).toBe(401)
    expect(await status('/api/articles', { 'x-claimtrace-token': [...token['x-claimtrace-token']].toReversed().join('') })).toBe(401)
    expect(await status('/api/articles', { ...token, origin: 'https://elsewhere.example' })).toBe(403)
    expect(await status('/api/articles', { ...token, origin: 'http://127.0.0.1:1' })).toBe(403)
    expect(await status('/api/articles', { ...token, host: 'elsewhere.example' })).toBe(403)
    expect(await status('/../../news/a.txt', token)).toBe(404)
  })

  test('keeps nothing that does not fit the article', async () => {
    const url = new URL(server.address)
    const put = (state: unknown) => fetch(new URL('/api/article?id=a', url), { method: 'PUT', headers: { 'x-claimtrace-token': url.searchParams.get('token') ?? '' }, body: JSON.stringify(state) })
    const stated = { content: [{ start: 0, end: 1e6 }], mention: null, cue: null, speakers: [], kind: 'direct', commitment: 'asserts', stance: [] }
    expect((await put({ judged: [{ claim: 'x', verdict: 'added', stated }], apart: [] })).status).toBe(422)
    expect((await put('nonsense')).status).toBe(422)
    expect(existsSync(join(folder.path, 'news/a.corrections.json'))).toBe(false)
  })
})

describe.skipIf(CHROME === undefined)(`the review ${IN_A_BROWSER}`, () => {
  const folder = folderWith({ 'news/a.txt': TEXT })
  const file = join(folder.path, 'news/a.corrections.json')
  const kept = () => JSON.parse(readFileSync(file, 'utf8')) as Corrections
  let server: Awaited<ReturnType<typeof review>>
  let browser: Browser
  let page: Page
  const faults: string[] = []

  beforeAll(async () => {
    server = await review(folder.path)
    browser = await startBrowser()
    page = await browser.newPage({ viewport: { width: 1200, height: 900 } })
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    await page.goto(server.address)
    await page.waitForSelector('.desk .which')
  })
  afterAll(async () => {
    await browser.close()
    server.child.kill()
    folder.remove()
  })

  /** Selects words of the text as a mouse does. */
  const select = (words: string) =>
    page.evaluate(`(() => {
      const walker = document.createTreeWalker(document.querySelector('.article-text'), NodeFilter.SHOW_TEXT)
      const words = ${JSON.stringify(words)}
      let all = ''
      const nodes = []
      for (let node = walker.nextNode(); node; node = walker.nextNode()) { nodes.push([all.length, node]); all += node.data }
      const place = (at) => { const [from, node] = nodes.findLast(([from]) => from <= at); return [node, at - from] }
      const start = all.indexOf(words)
      getSelection().setBaseAndExtent(...place(start), ...place(start + words.length))
    })()`)
  const saved = () => page.waitForSelector('.desk .status:has-text("saved"):not(:has-text("not saved"))')
  const verdicts = () => page.locator('.verdict').allTextContents()

  test('goes through the claims, keeps every word at once, and takes it back', async () => {
    expect(await page.locator('.which').textContent()).toContain('Claim 1 of 2')
    await page.keyboard.press('n')
    await page.waitForSelector('text=Claim 2 of 2')
    await saved()
    expect(kept().claims.map(({ verdict }) => verdict)).toEqual(['wrong'])
    await page.keyboard.press('u')
    await expect.poll(() => existsSync(file)).toBe(false)
  })

  test('mends extent, speaker and stance, and adds what is missing', async () => {
    await page.locator('.article-text .content', { hasText: 'Nobody will lose a job' }).click()
    await page.keyboard.press('y')
    await page.locator('.article-text .content', { hasText: 'bridge will close' }).first().click()
    await select('bridge will close in May')
    await page.keyboard.press('w')
    await page.getByRole('button', { name: /Take away .*Roe/ }).click()
    await page.getByLabel('Name a speaker').fill('Cy Dunn')
    await page.keyboard.press('Enter')
    await page.getByLabel('The speaker').selectOption('denies')
    await page.getByLabel('on what').fill('the closure')
    await page.keyboard.press('Enter')
    expect(await verdicts()).toEqual(['✎ mended'])
    await select('The weather was mild')
    await page.keyboard.press('Escape')
    await page.evaluate('document.activeElement.blur()')
    await page.keyboard.press('a')
    expect(await verdicts()).toEqual(['+ added'])
    await saved()
    expect(kept().claims.map((one) => [one.verdict, 'claim' in one ? one.claim.content[0]?.exact : null])).toEqual([
      ['right', null],
      ['mended', 'bridge will close in May'],
      ['added', 'The weather was mild'],
    ])
  })

  test('has it all after a reload, and can still undo', async () => {
    await page.reload()
    await page.waitForSelector('text=All claims are judged')
    await page.keyboard.press('u')
    await page.waitForSelector('text=Claim 1 of 2')
    await saved()
    expect(kept().claims.map(({ verdict }) => verdict)).toEqual(['right', 'mended'])
  })

  test('is applied by the next run, and marked as a person’s', async () => {
    const { stdout } = await claimtrace(['extract', 'news/a.txt'], { cwd: folder.path })
    const { claims, speakers } = JSON.parse(stdout) as AnnotatedArticle
    const mended = claims.find(({ why }) => why[0]?.rule === 'person/mended')
    expect(mended).toMatchObject({ content: [{ exact: 'bridge will close in May' }], commitment: { label: 'denies' }, stance: [{ label: 'support', target: { text: 'the closure' } }], confidence: 1 })
    expect(speakers.find(({ id }) => id === mended?.speaker.ids[0])?.name).toBe('Cy Dunn')
    expect(claims.filter(({ why }) => why[0]?.rule === 'person/confirmed').map(({ content }) => content[0]?.exact)).toEqual(['“Nobody will lose a job,”'])
  })

  test('saves gold that check reads', async () => {
    await page.getByRole('button', { name: 'save as gold' }).click()
    await page.waitForSelector('text=Saved: gold/articles/a.gold.json')
    const { stdout, code } = await claimtrace(['check', 'gold', '--json'], { cwd: folder.path })
    expect([code, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ groups: [expect.objectContaining({ group: 'articles', documents: 1, figures: expect.objectContaining({ content: expect.objectContaining({ gold: 2 }) as unknown }) as unknown })] })])
  })

  test('has no serious fault that axe finds, and meets none', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.evaluate(`${AXE};0`)
      const { violations } = await page.evaluate<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>('axe.run(document, { preload: false })')
      expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    }
    expect(faults).toEqual([])
  })

  test('keeps in the browser what the server could not be told', async () => {
    await page.route('**/api/article?*', (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()))
    await page.keyboard.press('n')
    await page.waitForSelector('text=not saved')
    await page.unroute('**/api/article?*')
    await page.reload()
    await page.waitForSelector('.desk .which')
    await saved()
    await expect.poll(() => kept().claims.map(({ verdict }) => verdict).includes('wrong')).toBe(true)
  })
})
