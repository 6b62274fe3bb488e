import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NO_CONFIG } from '../../pipeline/model/config.ts'
import { serveApp } from '../../pipeline/serve/app.ts'
import { Answerer } from '../../pipeline/serve/in-time.ts'
import { CHROME, IN_A_BROWSER, startBrowser } from '../support/browser.ts'

const TEXT = '“We will <b>appeal</b> 🦉,” said Jane Doe.\n\nJohn Roe said that the mill would close.'

describe.skipIf(CHROME === undefined)(`the page of serve ${IN_A_BROWSER}`, () => {
  const answerer = new Answerer(NO_CONFIG, 120_000)
  const app = serveApp({ answerer, maxBytes: 2_000, loopback: true })
  const faults: string[] = []
  let server: ReturnType<typeof serve>
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 })
    browser = await startBrowser()
    page = await browser.newPage({ viewport: { width: 1100, height: 800 } })
    page.setDefaultTimeout(120_000)
    page.on('pageerror', (error) => faults.push(error.message))
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  }, 120_000)
  afterAll(async () => {
    await browser.close()
    server.close()
    await answerer.end()
  })

  async function ask(text: string): Promise<string> {
    await page.getByLabel('Text of a news article').fill(text)
    await page.getByRole('button', { name: 'Who said what?' }).click()
    await page.waitForSelector('#go:enabled')
    return (await page.getByRole('status').textContent())!
  }

  test('a text is pasted, its claims are shown and stand marked in it, and what is typed is never markup', async () => {
    expect(await ask(TEXT)).toBe('2 claims')
    expect(await page.locator('#claims li').allInnerTexts()).toEqual([expect.stringMatching(/^Jane Doe said\s+“We will <b>appeal<\/b> 🦉,”\s+direct/), expect.stringMatching(/^John Roe said/)])
    expect(await page.locator('#read').textContent()).toBe(TEXT)
    expect(await page.locator('mark').allTextContents()).toEqual(['“We will <b>appeal</b> 🦉,”', expect.stringContaining('the mill would close')])
    await page.locator('#claims li').nth(1).focus()
    expect(await page.locator('mark.on').allTextContents()).toEqual([expect.stringContaining('the mill would close')])
  }, 120_000)

  test('nothing found, and what is refused, is said', async () => {
    expect(await ask('The mill is old.')).toBe('No claims: the text attributes nothing to anybody.')
    expect(await ask('x'.repeat(3_000))).toBe('more than 2000 bytes')
    expect(await page.locator('#result').isVisible()).toBe(false)
    expect(faults).toEqual([])
  }, 120_000)
})
