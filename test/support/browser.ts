import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

/** A Chromium to test in, or undefined where none is installed. */
export const CHROME = [process.env['CHROME_PATH'] ?? '', ...PLACES].find((path) => path !== '' && existsSync(path))

/** What stands in the name of tests that need a browser, so that a run without one says what to do. */
export const IN_A_BROWSER = CHROME === undefined ? 'in a browser: skipped, install chromium (apt-get install chromium) or set CHROME_PATH' : 'in a browser'

/** Starts the browser; it asks nobody for anything. */
export function startBrowser(): Promise<Browser> {
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
  return chromium.launch({ executablePath: CHROME ?? '', args })
}
