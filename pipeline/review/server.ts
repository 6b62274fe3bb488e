import { timingSafeEqual } from 'node:crypto'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { UserError } from '../model/user-error.ts'
import { builtPage } from '../report/files.ts'
import { isLocal, listenLocally, type LocalApp } from '../report/serve.ts'
import type { Session } from './session.ts'

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
const HEADERS = { 'content-security-policy': POLICY, 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' } as const
const INDEX = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>claimtrace review</title>
<link rel="stylesheet" href="/review.css">
<body>
<div id="app"><p class="loading">Reading …</p></div>
<script src="/review.js"></script>
`
/** More than this is no review of one article. */
const MOST_BYTES = 8_000_000

/**
 * Serves the review on loopback; gives the address to open, which holds the token. Data is given and taken only with the token, from
 * requests that name this machine and come from this page.
 */
export async function serveReview(session: Session, token: string, port = 0): Promise<string> {
  const app: LocalApp = new Hono()
  app.onError((error, c) => c.json({ message: error instanceof UserError ? error.message : `unexpected failure: ${error.message}` }, error instanceof UserError ? 422 : 500))
  app.notFound((c) => c.json({ message: 'there is nothing here' }, 404))
  app.use(async (c, next) => {
    for (const [name, value] of Object.entries(HEADERS)) c.header(name, value)
    const { origin, host = '' } = c.env.incoming.headers
    const own = isLocal(c.env.incoming) && (origin === undefined || origin === `http://${host}`)
    return own ? next() : c.json({ message: 'not from this page' }, 403)
  })
  app.get('/', (c) => c.html(INDEX))
  app.get('/:name{review\\.(?:js|css)}', serveStatic({ root: builtPage('review.js') }))
  app.use('/api/*', async (c, next) => (sameToken(c.req.header('x-claimtrace-token'), token) ? next() : c.json({ message: 'the address lacks the token that `claimtrace review` printed' }, 401)))
  app.use('/api/*', bodyLimit({ maxSize: MOST_BYTES, onError: (c) => c.json({ message: 'that is too much for one article' }, 422) }))
  app.get('/api/articles', (c) => c.json(session.listing()))
  app.get('/api/article', (c) => {
    const article = session.article(c.req.query('id') ?? '')
    return article === null ? c.json({ message: 'there is no such article' }, 404) : c.json(article)
  })
  app.put('/api/article', async (c) => {
    const said: unknown = await c.req.json().catch(() => {
      throw new UserError('not JSON')
    })
    await session.save(c.req.query('id') ?? '', said)
    return c.json({ saved: true })
  })
  app.post('/api/gold', async (c) => c.json({ path: await session.saveGold(c.req.query('id') ?? '') }))
  return `${await listenLocally(app, port)}?token=${token}`
}

function sameToken(given: string | undefined, token: string): boolean {
  const [a, b] = [Buffer.from(String(given)), Buffer.from(token)]
  return a.length === b.length && timingSafeEqual(a, b)
}
