import { spawn } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'

/** What the files of pages are, by their ending. */
export const TYPES: Readonly<Record<string, string>> = { html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' }
/** What a report's folder holds: nothing else is served. */
const SERVED = /^\/(?:index\.html|report\.(?:js|css)|data\/[a-z]+(?:-\d+)?\.js)$/

/** Serves a report on loopback, to requests that name this machine only; gives the address. The process goes on until it is ended. */
export async function serveFolder(folder: string): Promise<string> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.replace(/\/$/, '/index.html')
    if (!isLocal(request)) return void response.writeHead(421).end()
    if (request.method !== 'GET' || !SERVED.test(path)) return void response.writeHead(404).end()
    createReadStream(join(folder, path))
      .once('open', () => response.writeHead(200, { 'content-type': TYPES[path.split('.').at(-1) ?? ''], 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }))
      .once('error', () => response.writeHead(404).end())
      .pipe(response)
  })
  await new Promise<void>((done, failed) => server.once('error', failed).listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

/** Whether a request names this machine: a page from elsewhere cannot make the browser ask under its own name. */
export function isLocal({ headers, socket }: IncomingMessage): boolean {
  const port = (socket.address() as AddressInfo).port
  return [`127.0.0.1:${port}`, `localhost:${port}`].includes(headers.host ?? '')
}

/** Opens a file or an address in the system's browser; whether that could be begun. */
export function openInBrowser(target: string): Promise<boolean> {
  const address = /^https?:/.test(target) ? target : resolve(target)
  const [command, ...before] = process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open']
  return new Promise((done) => {
    const child = spawn(command as string, [...before, address], { stdio: 'ignore', detached: true })
    child.once('error', () => done(false))
    child.once('spawn', () => {
      child.unref()
      done(true)
    })
  })
}
