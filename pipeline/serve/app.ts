import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import PQueue from 'p-queue'
import * as z from 'zod'
import { annotatedArticleSchema } from '../model/schema.ts'
import { VERSION } from '../model/version.ts'
import { textSchema, type Question } from './answer.ts'
import { TooSlow, type Answerer } from './in-time.ts'
import { TRY_IT } from './page.ts'

export interface ServeOptions {
  /** Answers one request at a time. */
  readonly answerer: Pick<Answerer, 'answer'>
  /** The longest request, in bytes. */
  readonly maxBytes: number
  /** Only requests that name this machine are answered: no page from elsewhere reaches a server on loopback under a name of its own. */
  readonly loopback: boolean
}

/** Requests that wait; more are told to come again. One is worked on at a time, since each takes a whole core. */
const MAX_WAITING = 32
/** Longer than this nobody waits for an answer to begin. */
const MAX_WAIT_MS = 30_000

const linkSchema = z.object({ articles: z.array(textSchema).min(1).max(500) })

/** The server's answers: `POST /annotate`, `POST /link`, `GET /healthz`, `GET /schema`, and a page to try it in. */
export function serveApp({ answerer, maxBytes, loopback }: ServeOptions): Hono {
  const queue = new PQueue({ concurrency: 1 })
  const app = new Hono()
  app.use(secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'none'"], scriptSrc: ["'unsafe-inline'"], styleSrc: ["'unsafe-inline'"], connectSrc: ["'self'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] } }))
  app.use(async (c, next) => (isTrusted(c, loopback) ? next() : c.json({ error: 'the request comes from another site' }, 403)))
  app.use(bodyLimit({ maxSize: maxBytes, onError: (c) => c.json({ error: `more than ${maxBytes} bytes` }, 413) }))
  app.onError((error, c) => c.json({ error: `unexpected failure: ${error.message}` }, 500))
  app.notFound((c) => c.json({ error: 'there are POST /annotate, POST /link, GET /healthz, GET /schema, GET /' }, 404))
  app.get('/', (c) => c.html(TRY_IT))
  app.get('/healthz', (c) => c.json({ status: 'ok', claimtrace: VERSION, waiting: queue.size + queue.pending }))
  app.get('/schema', (c) => c.json(z.toJSONSchema(annotatedArticleSchema)))
  app.post('/annotate', async (c) => {
    const question = await questionOf(c)
    return 'error' in question ? c.json(question, 400) : inTurn(c, queue, () => answerer.answer(question))
  })
  app.post('/link', async (c) => {
    const parsed = linkSchema.safeParse(await c.req.json().catch(() => null))
    if (!parsed.success) return c.json({ error: `{"articles": [{"id", "text"}]} is needed, at most 500: ${parsed.error.issues[0]!.message}` }, 400)
    const articles = parsed.data.articles.map((article, i) => ({ ...article, id: article.id ?? `a${i + 1}` }))
    if (new Set(articles.map(({ id }) => id)).size < articles.length) return c.json({ error: 'two articles have one id' }, 400)
    return inTurn(c, queue, () => answerer.answer({ ask: 'link', articles }))
  })
  return app
}

/** Answers when it is its turn; says 503 where too many wait, or it waited too long, and 422 where answering took too long. */
async function inTurn(c: Context, queue: PQueue, answer: () => Promise<object>): Promise<Response> {
  const busy = () => c.json({ error: 'busy; try again' }, 503, { 'retry-after': '5' })
  if (queue.size >= MAX_WAITING) return busy()
  const since = performance.now()
  try {
    const body = await queue.add(() => (c.req.raw.signal.aborted || performance.now() - since > MAX_WAIT_MS ? null : answer()))
    return body ? c.json(body) : busy()
  } catch (error) {
    if (error instanceof TooSlow) return c.json({ error: `${error.message}; split it, or give more with --max-seconds` }, 422)
    throw error
  }
}

/** What a request to annotate asks for: JSON `{text}`, a page of HTML, or plain text. */
async function questionOf(c: Context): Promise<Question | { readonly error: string }> {
  const type = c.req.header('content-type') ?? ''
  if (/json/i.test(type)) {
    const parsed = textSchema.safeParse(await c.req.json().catch(() => null))
    return parsed.success ? { ask: 'annotate', article: parsed.data } : { error: `{"text"} is needed: ${parsed.error.issues[0]!.message}` }
  }
  const body = await c.req.text()
  return /html/i.test(type) ? { ask: 'annotate-page', html: body } : { ask: 'annotate', article: { text: body } }
}

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i

/** Whether a request names this machine, and comes from no other site's page. */
function isTrusted(c: Context, loopback: boolean): boolean {
  const host = c.req.header('host') ?? ''
  const origin = c.req.header('origin')
  if (loopback && !LOOPBACK.test(host)) return false
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)
}
