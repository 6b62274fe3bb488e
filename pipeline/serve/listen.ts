import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { causeOf } from '../model/cause.ts'
import { UserError } from '../model/user-error.ts'
import { serveApp, type ServeOptions } from './app.ts'

/** A server that listens. */
export interface Listening {
  readonly address: string
  /** Takes no new requests and resolves when those that are being answered are. */
  readonly close: () => Promise<void>
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])

/**
 * Listens on a host and port (0: any that is free).
 * @throws UserError where that cannot be.
 */
export function listen(host: string, port: number, options: Omit<ServeOptions, 'loopback'>): Promise<Listening> {
  const app = serveApp({ ...options, loopback: LOOPBACK.has(host) })
  return new Promise((done, failed) => {
    const server = serve({ fetch: app.fetch, hostname: host, port, serverOptions: { requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 5_000 } }, ({ port: bound }: AddressInfo) =>
      done({ address: `http://${host.includes(':') ? `[${host}]` : host}:${bound}/`, close: () => closed(server as Server) }),
    ) as Server
    server.on('error', (error: unknown) => failed(new UserError(`${host}:${port}: cannot be listened on: ${causeOf(error)}; choose another with --port`)))
  })
}

function closed(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done())
    server.closeIdleConnections()
  })
}
