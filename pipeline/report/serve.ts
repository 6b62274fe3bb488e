import { spawn } from 'node:child_process'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { serve, type HttpBindings } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

/** What a report's folder holds: nothing else is served. */
const SERVED = '/:name{(?:index\\.html|report\\.(?:js|css)|data/[a-z]+(?:-[\\da-z]+)?\\.js)?}'

/** Answers of a server on loopback. */
export type LocalApp = Hono<{ Bindings: HttpBindings }>

/** Serves a report on loopback, to requests that name this machine only; gives the address. The process goes on until it is ended. */
export function serveFolder(folder: string): Promise<string> {
  const app: LocalApp = new Hono()
  app.use(async (c, next) => (isLocal(c.env.incoming) ? next() : c.body(null, 421)))
  app.use(async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
    c.header('x-content-type-options', 'nosniff')
  })
  app.get(SERVED, serveStatic({ root: folder }))
  return listenLocally(app, 0)
}

/** Listens on loopback, on a port or any that is free (0); gives the address. */
export function listenLocally(app: LocalApp, port: number): Promise<string> {
  return new Promise((done, failed) => {
    serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, ({ port: bound }: AddressInfo) => done(`http://127.0.0.1:${bound}/`)).once('error', failed)
  })
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
