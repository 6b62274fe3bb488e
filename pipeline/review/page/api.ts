import type { ReviewArticle, ReviewListing, ReviewState } from '../state.ts'

/** What the page asks of the server, with the token of its address. */

const TOKEN = new URLSearchParams(location.search).get('token') ?? ''

async function ask(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(path, { method, headers: { 'x-claimtrace-token': TOKEN }, ...(body !== undefined && { body: JSON.stringify(body) }) })
  const answer: unknown = await response.json()
  if (!response.ok) throw new Error((answer as { message?: string }).message ?? response.statusText)
  return answer
}

const of = (id: string) => `?id=${encodeURIComponent(id)}`

export const listArticles = () => ask('GET', '/api/articles') as Promise<readonly ReviewListing[]>
export const loadArticle = (id: string) => ask('GET', `/api/article${of(id)}`) as Promise<ReviewArticle>
export const saveState = (id: string, state: ReviewState) => ask('PUT', `/api/article${of(id)}`, state)
export const saveGold = (id: string) => ask('POST', `/api/gold${of(id)}`) as Promise<{ readonly path: string }>
