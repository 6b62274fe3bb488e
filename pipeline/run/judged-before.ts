import { join } from 'node:path'
import { pairCode, pairOf, type ArticleState, type Before, type Grouping, type Memory, type Recall } from '../8-links/memory.ts'
import type { JudgedPair } from '../8-links/row.ts'
import { countWhile } from '../model/bisect.ts'
import { sha256 } from '../model/id.ts'
import type { LinkRowName } from '../model/links-folder.ts'
import { claimsIn, foundCode, foundOf, readJudged, writeJudged, writtenLines, type Columns, type Judged, type Kept, type WrittenLines } from './judged-file.ts'

/** What decides the answer besides the articles. */
export interface Keys {
  /** Of judgements. */
  readonly judging: string
  /** Of groups, where judgements are the same. */
  readonly grouping: string
}

/**
 * What an earlier run found, `.judged`: which pairs of claims it judged and how they went, and the groups; what it wrote of them stands in `links/`. So that a run after small changes judges only
 * pairs of which an article, one of its speakers, or what is a name in it has changed, and makes only the groups that hold such a claim, or one that is linked otherwise.
 */
export class JudgedBefore implements Memory {
  #articles: readonly Kept[] = []
  #kept: (Columns & Grouping) | null = null
  #lines: WrittenLines | null = null
  #before: Before | null = null

  /** `contentOf` gives for an article a hash of what is linked of it, null where that is not known. */
  constructor(
    private readonly folder: string,
    private readonly keys: Keys,
    private readonly contentOf: (article: string) => string | null,
    private readonly fresh: boolean,
  ) {}

  recall(states: readonly ArticleState[]): Recall {
    this.#articles = states.map(({ article, claims, state }) => [article, claims.length, sha256(`${this.contentOf(article)}\n${state}`)])
    const known = this.fresh ? null : readJudged(this.#path, this.keys.judging)
    this.#lines = known && writtenLines(join(this.folder, 'links'), known)
    if (known === null || this.#lines === null) return () => undefined
    const { head, columns } = known
    const moved = movedOf(head.articles, this.#unchanged(states, head.articles))
    if (head.config === this.keys.grouping) this.#before = beforeOf(known, moved, states.reduce((sum, { claims }) => sum + claims.length, 0))
    return recallOf(columns, moved)
  }

  before(): Before | null {
    return this.#before
  }

  lines(name: LinkRowName, from: number, to: number): Uint8Array {
    const { bytes, at } = this.#lines![name as keyof WrittenLines]
    return bytes.subarray(at[from], at[to])
  }

  /** The articles that are as they were, with the number of their first claim. */
  #unchanged(states: readonly ArticleState[], before: readonly Kept[]): ReadonlyMap<string, number> {
    const was = new Map(before.map(([article, , state]) => [article, state]))
    let next = 0
    return new Map(states.flatMap(({ article, claims }, i) => {
      const from = next
      next += claims.length
      return was.get(article) === this.#articles[i]![2] && this.contentOf(article) !== null ? [[article, from] as const] : []
    }))
  }

  keep(pairs: Float64Array, links: readonly JudgedPair[], grouping: Grouping): void {
    let next = 0
    const found = Uint16Array.from(pairs, (code) => {
      const link = links[next]
      if (link === undefined || pairCode(link.a, link.b) !== code) return 0
      next++
      return foundCode(link)
    })
    this.#kept = { pairs, found, ...grouping }
  }

  get #path(): string {
    return join(this.folder, '.judged')
  }

  /** Writes what is known now, before the links are written; `inputs` is a hash of what was linked. */
  async write(inputs: string): Promise<void> {
    const { contested, ...columns } = this.#kept!
    await writeJudged(this.#path, { key: this.keys.judging, config: this.keys.grouping, inputs, articles: this.#articles, contested }, columns)
  }
}

/** What may stand of the groups: claims by the number that they have now. */
function beforeOf({ head: { contested }, columns: { pairs, found, leader, origins } }: Judged, moved: Int32Array, claims: number): Before {
  const was = new Int32Array(claims).fill(-1)
  moved.forEach((now, before) => {
    if (now >= 0) was[now] = before
  })
  const links: (readonly [number, number])[] = []
  found.forEach((code, i) => {
    if (code === 0) return
    const [a, b] = pairOf(pairs[i]!)
    links.push([moved[a]!, moved[b]!])
  })
  return { leader, origins, contested, was, links }
}

/** So many pairs behind the last are looked at before all are searched. */
const AHEAD = 8

/** What is known of the pairs of claims that have a number still. */
function recallOf({ pairs, found }: Columns, moved: Int32Array): Recall {
  const codes = new Float64Array(pairs.length)
  const [place, line] = [new Uint32Array(pairs.length), new Uint32Array(pairs.length)]
  let [size, lines] = [0, 0]
  pairs.forEach((code, i) => {
    const own = found[i]! > 0 ? lines++ : 0
    const [a, b] = pairOf(code)
    if (moved[a]! < 0 || moved[b]! < 0) return
    codes[size] = pairCode(moved[a]!, moved[b]!) // in order still, as are articles
    place[size] = i
    line[size++] = own
  })
  let at = 0
  return (a, b) => {
    const code = pairCode(a, b)
    for (let ahead = 0; ahead < AHEAD && codes[at]! < code; ahead++) at++ // most are asked for in order
    if (codes[at] !== code) at = countWhile(size, (i) => codes[i]! < code)
    if (at === size || codes[at] !== code) return undefined
    const what = found[place[at]!]!
    return what === 0 ? null : { ...foundOf(what), written: line[at]! }
  }
}

/** The new number of each claim by its old one; -1 where its article has changed. */
function movedOf(before: readonly Kept[], places: ReadonlyMap<string, number>): Int32Array {
  const moved = new Int32Array(claimsIn(before)).fill(-1)
  let old = 0
  for (const [article, claims] of before) {
    const from = places.get(article)
    if (from !== undefined) for (let i = 0; i < claims; i++) moved[old + i] = from + i
    old += claims
  }
  return moved
}
