import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { causeOf } from '../model/cause.ts'
import type { Config } from '../model/config.ts'
import { UserError } from '../model/user-error.ts'
import { serveApp } from './app.ts'
import { Answerer } from './in-time.ts'

/** A server that listens. */
export interface Listening {
  readonly address: string
  /** Takes no new requests and resolves when those that are being answered are. */
  readonly close: () => Promise<void>
}

export interface ListenOptions {
  readonly config: Config
  /** The longest request, in bytes. */
  readonly maxBytes: number
  /** The longest that one answer may take, in milliseconds. */
  readonly maxMs: number
}

/** Connections at once, each of which may hold a request of the longest kind; more are closed. */
const MAX_CONNECTIONS = 200

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])

/**
 * Listens on a host and port (0: any that is free).
 * @throws UserError where that cannot be.
 */
export function listen(host: string, port: number, { config, maxBytes, maxMs }: ListenOptions): Promise<Listening> {
  const answerer = new Answerer(config, maxMs)
  const app = serveApp({ answerer, maxBytes, loopback: LOOPBACK.has(host) })
  return new Promise((done, failed) => {
    const server = serve({ fetch: app.fetch, hostname: host, port, serverOptions: { requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 5_000 } }, ({ port: bound }: AddressInfo) =>
      done({ address: `http://${host.includes(':') ? `[${host}]` : host}:${bound}/`, close: () => closed(server).then(() => answerer.end()) }),
    ) as Server
    server.maxConnections = MAX_CONNECTIONS
    server.on('error', (error: unknown) => failed(new UserError(`${host}:${port}: cannot be listened on: ${causeOf(error)}; choose another with --port`)))
  })
}

function closed(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done())
    server.closeIdleConnections()
  })
}
