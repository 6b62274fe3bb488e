import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeReport } from '../../pipeline/report/write.ts'
import { CHROME, IN_A_BROWSER, startBrowser } from '../support/browser.ts'
import { CORPUS, claimId, HOSTILE, longCorpus, TEXTS } from './corpus.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const texts = (page: Page, selector: string) => page.locator(selector).allTextContents()
const PAGES = ['#', '#p=claims', `#p=claim&a=gazette&c=${claimId('gazette', 0)}`, '#p=articles', `#a=herald&c=${claimId('herald', 0)}`, '#p=speakers', '#p=speaker&s=s1', '#a=hostile']

test('the page is small', () => {
  expect(gzipSync(readFileSync('dist/report.js')).length + gzipSync(readFileSync('dist/report.css')).length).toBeLessThan(60_000)
})

describe.skipIf(CHROME === undefined)(`the report ${IN_A_BROWSER}`, () => {
  let browser: Browser
  const folder = mkdtempSync(join(tmpdir(), 'claimtrace-report-'))
  const asked: string[] = []
  const faults: string[] = []

  beforeAll(async () => {
    await writeReport(CORPUS, join(folder, 'small'))
    await writeReport(longCorpus(1200), join(folder, 'long'))
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })

  async function open(hash = '#', options: BrowserContextOptions = {}, report = 'small'): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1200, height: 800 }, ...options })
    page.on('request', (request) => asked.push(request.url()))
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    await page.goto(`${pathToFileURL(join(folder, report, 'index.html')).href}${hash}`)
    await page.waitForSelector('h1')
    return page
  }

  test('shows what is carried, contradicted and told otherwise', async () => {
    const page = await open()
    await page.waitForSelector('.findings')
    const section = (title: string) => page.locator('section', { has: page.getByRole('heading', { name: title, exact: true }) })
    expect(await section('Carried by independent sources').locator('.words').allTextContents()).toEqual(['“The old bridge will be closed on Saturday,”'])
    expect(await section('Carried by independent sources').locator('.by').textContent()).toContain('at least 2 independent, 3 articles')
    expect(await section('Contradicted').locator('.words').allTextContents()).toEqual(['“The old bridge will be closed on Saturday,”', 'The bridge stays open'])
    expect(await section('Versions that differ').locator('.differences').textContent()).toBe('date Saturday or Sunday')
    await page.getByRole('link', { name: 'Bo Lund against closing the bridge: 1 claim' }).click()
    await expect.poll(() => texts(page, '.results .words')).toEqual(['The bridge stays open'])
  })

  test('shows one claim in all its versions, what it rests on, and cites it', async () => {
    const page = await open(`#p=claim&a=gazette&c=${claimId('gazette', 0)}`)
    expect(await texts(page, '.sources mark')).toEqual(['Sunday', 'close'])
    expect(await texts(page, '.sources del')).toEqual(['old', 'Saturday', 'old', 'be closed on Saturday'])
    expect(await texts(page, '.sources .first')).toEqual(['first'])
    expect(await page.locator('.sources .chain').nth(1).locator('.hop').allTextContents()).toEqual(['Ann Roe', 'Westport Gazette', 'Herald, 2 March 2025'])
    expect(await texts(page, '.origins .carriers')).toEqual(['Westport Gazette, 1 March 2025Herald, 2 March 2025', 'Ledger, 4 March 2025'])
    expect(await texts(page, '.origins .passage')).toEqual(['“The old bridge will be closed on Saturday by the town”'])
    await page.evaluate('navigator.clipboard.writeText = async (text) => { document.title = text }')
    await page.getByRole('button', { name: 'Copy as citation' }).first().click()
    expect(await page.title()).toBe('Ann Roe: “The old bridge will be closed on Saturday,”. In “Bridge to close”, Westport Gazette, 1 March 2025, https://gazette.example/bridge.')
  })

  test('shows an article with every claim in place, and a link to one goes there', async () => {
    const page = await open(`#c=${claimId('herald', 1)}`, { viewport: { width: 1200, height: 160 } })
    expect((await texts(page, '.paragraph > p')).map((text) => text.replace(/^\d|(?<=\. )\d/, ''))).toEqual(TEXTS['herald']?.split('\n'))
    expect(await texts(page, '.content.active')).toEqual(['The bridge stays open'])
    await expect.poll(() => page.locator('.content.active').evaluate((mark) => mark.getBoundingClientRect().top < 160)).toBe(true)
    await page.locator('.content').first().hover()
    expect(await page.locator('.detail').textContent()).toContain('95 % sure')
  })

  test('searches as one types; the address keeps it', async () => {
    const page = await open()
    await page.keyboard.press('/')
    await page.keyboard.type('saturday')
    expect(await texts(page, '.results .words')).toEqual(['“The old bridge will be closed on Saturday,”'])
    await page.reload()
    await page.waitForSelector('.results .words')
    expect(await page.inputValue('#search')).toBe('saturday')
    await page.fill('#search', 'roe')
    expect(await texts(page, '.beside .title')).toEqual(['Ann Roe'])
    await page.selectOption('select >> nth=1', 'Herald')
    expect(page.url()).toContain('outlet=Herald')
    expect(await texts(page, '.results .long .words')).toEqual(['“The bridge will be closed on Sunday,”'])
  })

  test('can be used by keyboard alone', async () => {
    const page = await open('#p=claims&q=open')
    await page.waitForSelector('.results .words')
    for (let presses = 0; presses < 40 && (await page.evaluate('document.activeElement.className')) !== 'words'; presses++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.claim-page')
    expect(await page.locator('h1').textContent()).toBe('The bridge stays open')
  })

  test('leaves out what is less likely right than not, and says how much', async () => {
    const page = await open('#p=claims&q=moon')
    await page.waitForSelector('.left-out')
    expect(await page.locator('.long .words').count()).toBe(0)
    expect(await page.locator('.left-out').textContent()).toContain('1 claim is left out')
    await page.getByRole('button', { name: 'Show all' }).click()
    expect(await texts(page, '.long .words')).toEqual(['The moon is cheese'])
  })

  test('shows hostile text as text, on a small screen too', async () => {
    for (const hash of PAGES) {
      const page = await open(hash, { viewport: { width: 360, height: 640 } })
      expect([hash, await page.evaluate('[globalThis.broken, document.documentElement.scrollWidth]')]).toEqual([hash, [undefined, 360]])
      expect(await page.locator('img, a[href^=javascript]').count()).toBe(0)
      await page.close()
    }
    const page = await open('#a=hostile')
    expect(await page.locator('h1').textContent()).toBe(HOSTILE.replace('\u202e', '\ufffd'))
  })

  test('draws of a long list what is in the window', async () => {
    const page = await open('#p=claims', {}, 'long')
    await page.waitForSelector('h1:text("1,200 claims")')
    expect(await page.locator('.long li').count()).toBeLessThan(60)
    await page.evaluate('scrollTo(0, document.body.scrollHeight)')
    await page.waitForSelector('text=Bridge number 1200 is shut')
    expect(await page.locator('.long li').count()).toBeLessThan(60)
  })

  test.each([['light', 1200], ['dark', 360]] as const)('has no serious fault that axe finds, %s, %i pixels wide', async (colorScheme, width) => {
    for (const hash of PAGES) {
      const page = await open(hash, { colorScheme, viewport: { width, height: 800 } })
      await page.waitForTimeout(100)
      await page.evaluate(AXE)
      const { violations } = await page.evaluate<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>('axe.run(document, { preload: false })')
      expect([hash, violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => [id, nodes[0]?.html])]).toEqual([hash, []])
      await page.close()
    }
  }, 180_000)

  test('asks nobody but its own folder, and meets no fault', () => {
    expect(asked.filter((url) => !url.startsWith(pathToFileURL(folder).href))).toEqual([])
    expect(faults).toEqual([])
  })
})
