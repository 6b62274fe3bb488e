import { timingSafeEqual } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { builtPage } from '../report/files.ts'
import { isLocal, TYPES } from '../report/serve.ts'
import { UserError } from '../model/user-error.ts'
import type { Session } from './session.ts'

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
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
  const server = createServer((request, response) => {
    answer(request, response, session, token).catch((error: unknown) => {
      const known = error instanceof UserError
      send(response, known ? 422 : 500, { message: known ? error.message : `unexpected failure: ${(error as Error).message}` })
    })
  })
  await new Promise<void>((done, failed) => server.once('error', failed).listen(port, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/?token=${token}`
}

async function answer(request: IncomingMessage, response: ServerResponse, session: Session, token: string): Promise<void> {
  response.setHeader('content-security-policy', POLICY)
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'no-referrer')
  response.setHeader('cache-control', 'no-store')
  if (!isLocal(request) || !ownOrigin(request)) return send(response, 403, { message: 'not from this page' })
  const url = new URL(request.url ?? '/', 'http://localhost')
  if (!url.pathname.startsWith('/api/')) return sendPage(response, url.pathname)
  if (!sameToken(request.headers['x-claimtrace-token'], token)) return send(response, 401, { message: 'the address lacks the token that `claimtrace review` printed' })
  const id = url.searchParams.get('id') ?? ''
  const asked = `${request.method ?? ''} ${url.pathname}`
  if (asked === 'GET /api/articles') return send(response, 200, session.listing())
  if (asked === 'GET /api/article') {
    const article = session.article(id)
    return article === null ? send(response, 404, { message: 'there is no such article' }) : send(response, 200, article)
  }
  if (asked === 'PUT /api/article') {
    await session.save(id, await bodyOf(request))
    return send(response, 200, { saved: true })
  }
  if (asked === 'POST /api/gold') return send(response, 200, { path: await session.saveGold(id) })
  send(response, 404, { message: 'there is nothing here' })
}

/** Whether a request that says where it comes from comes from this page. */
function ownOrigin({ headers }: IncomingMessage): boolean {
  return headers.origin === undefined || headers.origin === `http://${headers.host ?? ''}`
}

function sameToken(given: string | string[] | undefined, token: string): boolean {
  const [a, b] = [Buffer.from(String(given)), Buffer.from(token)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function sendPage(response: ServerResponse, path: string): void {
  if (path === '/') return void response.writeHead(200, { 'content-type': TYPES['html'] }).end(INDEX)
  if (path !== '/review.js' && path !== '/review.css') return send(response, 404, { message: 'there is nothing here' })
  response.writeHead(200, { 'content-type': TYPES[path.split('.')[1] ?? ''] })
  createReadStream(join(builtPage('review.js'), path)).pipe(response)
}

function send(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value))
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    if (size > MOST_BYTES) throw new UserError('that is too much for one article')
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    throw new UserError('not JSON')
  }
}
