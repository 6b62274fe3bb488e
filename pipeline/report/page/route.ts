/** Where the reader is, and what is left out: all of it stands in the address behind `#`, so that it can be kept and sent. */

export const PAGES = ['overview', 'claims', 'claim', 'articles', 'article', 'speakers', 'speaker'] as const
export type PageName = (typeof PAGES)[number]

export interface Route {
  /** Absent: the overview, or the article where `c` alone is given. */
  readonly p?: PageName
  /** Ids of an article, claim, speaker. */
  readonly a?: string
  readonly c?: string
  readonly s?: string
  /** A place in the article's text: `120-180`. */
  readonly at?: string
  /** Words that are looked for. */
  readonly q?: string
  readonly outlet?: string
  readonly speaker?: string
  readonly target?: string
  readonly topic?: string
  readonly stance?: string
  readonly kind?: string
  readonly list?: string
  /** `2025-02` or `2025-02-18`: only what was published then. */
  readonly date?: string
  /** `1`: only what nobody is named for. */
  readonly unnamed?: string
  /** `all`: with what is less likely right than not; or the least confidence in percent. */
  readonly sure?: string
}

/** Reads the part of an address behind `#`; what it does not know is left. */
export function parseRoute(hash: string): Route {
  const route: Record<string, string> = Object.fromEntries(new URLSearchParams(hash.replace(/^#/, '')))
  const page = PAGES.find((name) => name === route['p']) ?? (route['c'] !== undefined || route['a'] !== undefined ? 'article' : 'overview')
  return { ...route, p: page }
}

/** The address of a place; fields that are empty are left out. */
export function addressOf(route: Route): string {
  const filled = Object.entries(route).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '')
  return `#${new URLSearchParams(filled).toString()}`
}

/** The least confidence that is shown, from 0 to 1. */
export function leastConfidence({ sure }: Route): number {
  if (sure === 'all') return 0
  const percent = Number(sure ?? NaN)
  return percent >= 0 && percent <= 100 ? percent / 100 : 0.5
}
