import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { NO_CONFIG } from '../../pipeline/model/config.ts'
import { annotatedArticleSchema } from '../../pipeline/model/schema.ts'
import { serveApp } from '../../pipeline/serve/app.ts'
import { Answerer, TooSlow } from '../../pipeline/serve/in-time.ts'
import { listen } from '../../pipeline/serve/listen.ts'

const TEXT = '“We will appeal,” said Jane Doe.'
const answerer = new Answerer(NO_CONFIG, 60_000)
afterAll(() => answerer.end())
const app = serveApp({ answerer, maxBytes: 10_000, loopback: true })
const ask = (path: string, body?: string, headers: Record<string, string> = {}) =>
  app.request(`http://localhost:8484${path}`, { method: body === undefined ? 'GET' : 'POST', headers: { host: 'localhost:8484', ...headers }, ...(body !== undefined && { body }) })

test.each([
  ['text/plain', TEXT],
  ['text/html; charset=utf-8', `<html><body><p>${TEXT}</p></body></html>`],
  ['application/json', JSON.stringify({ id: 'a', text: TEXT })],
])('annotates %s', async (type, body) => {
  const response = await ask('/annotate', body, { 'content-type': type })
  expect(response.status).toBe(200)
  expect(annotatedArticleSchema.parse(await response.json()).claims[0]!.content[0]!.exact).toBe('“We will appeal,”')
})

test('links articles', async () => {
  const response = await ask('/link', JSON.stringify({ articles: [{ id: 'a', text: TEXT }, { id: 'b', text: `Later ${TEXT}` }] }), { 'content-type': 'application/json' })
  expect(await response.json()).toMatchObject({ articles: [{ source: { id: 'a' } }, { source: { id: 'b' } }], links: [{ a: { article: 'a' }, b: { article: 'b' } }] })
})

test.each([
  ['/annotate', '{', { 'content-type': 'application/json' }, 400],
  ['/link', '{"articles": []}', {}, 400],
  ['/link', JSON.stringify({ articles: [{ id: 'a', text: TEXT }, { id: 'a', text: TEXT }] }), {}, 400],
  ['/annotate', 'x'.repeat(10_001), {}, 413],
  ['/nowhere', undefined, {}, 404],
  ['/healthz', undefined, { host: 'evil.example' }, 403],
  ['/healthz', undefined, { host: 'localhost.evil.example' }, 403],
  ['/healthz', undefined, { host: 'localhost:8484.evil.example' }, 403],
  ['/healthz', undefined, { host: '127.0.0.1:1' }, 200],
  ['/annotate', TEXT, { origin: 'https://evil.example' }, 403],
  ['/annotate', TEXT, { origin: 'http://localhost:9000' }, 403],
  ['/annotate', TEXT, { origin: 'null' }, 403],
  ['/annotate', TEXT, { origin: 'http://localhost:8484' }, 200],
  ['/healthz', undefined, {}, 200],
  ['/schema', undefined, {}, 200],
  ['/', undefined, {}, 200],
] as const)('%s %j %j is %d', async (path, body, headers, status) => {
  expect((await ask(path, body, headers)).status).toBe(status)
})

test('more requests than it can take are told to come again', async () => {
  const statuses = await Promise.all(Array.from({ length: 50 }, async () => (await ask('/annotate', TEXT)).status))
  expect(new Set(statuses)).toEqual(new Set([200, 503]))
})

test('an answer that takes too long is ended and said; the next is answered', async () => {
  const hasty = new Answerer(NO_CONFIG, 1) // less than a thread takes to begin
  const refused = await serveApp({ answerer: hasty, maxBytes: 10_000, loopback: true }).request('http://localhost/annotate', { method: 'POST', headers: { host: 'localhost' }, body: TEXT })
  expect(refused.status).toBe(422)
  expect(await refused.json()).toEqual({ error: 'took longer than 0.001 s; split it, or give more with --max-seconds' })
  await hasty.end()
  const question = { ask: 'annotate', article: { text: TEXT } } as const
  const patient = new Answerer(NO_CONFIG, 60_000)
  const cut = expect(patient.answer(question)).rejects.not.toBeInstanceOf(TooSlow)
  await patient.cut()
  await cut
  expect(await patient.answer(question)).toMatchObject({ claims: [{ kind: 'direct' }] })
  await patient.end()
})

test('of more connections than it holds the last are closed, the others answered', async () => {
  const server = await listen('127.0.0.1', 0, { config: NO_CONFIG, maxBytes: 10_000, maxMs: 60_000 })
  const sockets = Array.from({ length: 260 }, () => connect(Number(new URL(server.address).port), '127.0.0.1').on('error', () => {}))
  const closed = new Set<Socket>()
  await new Promise<void>((done) => {
    for (const socket of sockets) socket.on('close', () => closed.add(socket).size === 60 && done())
  })
  const kept = sockets.find((socket) => !closed.has(socket))!
  kept.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n')
  expect(String((await once(kept, 'data'))[0])).toContain('200 OK')
  for (const socket of sockets) socket.destroy()
  await server.close()
})

test('the command listens on loopback, and answers what was begun when it is told to stop', async () => {
  const child = spawn(process.execPath, [resolve('dist/claimtrace.js'), 'serve', '--port', '0'])
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(line.toString())![0]
  const answer = fetch(`${address}annotate`, { method: 'POST', body: TEXT })
  expect((await (await fetch(`${address}healthz`)).json())).toMatchObject({ status: 'ok' })
  child.kill('SIGTERM')
  expect((await answer).status).toBe(200)
  expect(await once(child, 'close')).toEqual([0, null])
})
