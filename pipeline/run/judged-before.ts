import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { pairCode, pairOf, type ArticleState, type Memory, type Recall } from '../8-links/memory.ts'
import { writeAtomic } from '../9-output/write-atomic.ts'
import { sha256 } from '../model/id.ts'
import { linksPath } from '../model/links-folder.ts'
import { linesIn } from '../model/lines.ts'
import { regular } from '../model/regular.ts'
import { linksManifestSchema, type Link } from '../model/schema.ts'
import { countWhile } from '../model/bisect.ts'

/** An article by its id, how many claims it has, and a hash of all that decides how they are judged. */
const keptSchema = z.tuple([z.string(), z.int().nonnegative(), z.string()]).readonly()
type Kept = z.infer<typeof keptSchema>

/** The first line of the file; behind it stand the pairs that were judged, as numbers of 64 bits. Hashes of what decides judgements besides the articles, of what was linked, and of the bytes behind this line. */
const headSchema = z.strictObject({ key: z.string(), inputs: z.string(), pairs: z.string(), articles: z.array(keptSchema).readonly() }).readonly()
type Head = z.infer<typeof headSchema>

/**
 * Which pairs of claims an earlier run judged, `.judged`; what it found stands in `links/links.jsonl`. So that a run after small changes judges only
 * pairs of which an article, one of its speakers, or what is a name in it has changed.
 */
export class JudgedBefore implements Memory {
  #articles: readonly Kept[] = []
  #judged: Float64Array = new Float64Array(0)

  /** `contentOf` gives for an article a hash of what is linked of it, null where that is not known; `key` is of all else that decides judgements. */
  constructor(
    private readonly folder: string,
    private readonly key: string,
    private readonly contentOf: (article: string) => string | null,
    private readonly fresh: boolean,
  ) {}

  recall(states: readonly ArticleState[]): Recall {
    this.#articles = states.map(({ article, claims, state }) => [article, claims.length, sha256(`${this.contentOf(article)}\n${state}`)])
    const before = this.fresh ? null : readJudged(this.#path, this.key)
    const links = before && writtenLinks(join(this.folder, 'links'), before.head.inputs)
    if (before === null || links === null) return () => undefined
    const places = this.#unchanged(states, before.head.articles)
    const moved = movedOf(before.head.articles, places)
    const pairs = before.pairs.map((code) => {
      const [a, b] = pairOf(code)
      return moved[a]! < 0 || moved[b]! < 0 ? -1 : pairCode(moved[a]!, moved[b]!)
    })
    const known = pairs.filter((code) => code >= 0) // in order still, as are articles
    const numberOf = ({ article, claim }: Link['a']) => {
      const place = places.get(article)
      return place === undefined ? -1 : place.from + place.claims.indexOf(claim)
    }
    const found = new Map(links.flatMap((link) => {
      const [a, b] = [numberOf(link.a), numberOf(link.b)]
      return a < 0 || b < 0 ? [] : [[pairCode(a, b), link] as const]
    }))
    return (a, b) => found.get(pairCode(a, b)) ?? (holds(known, pairCode(a, b)) ? null : undefined)
  }

  /** The articles that are as they were, with the number of their first claim. */
  #unchanged(states: readonly ArticleState[], before: readonly Kept[]): ReadonlyMap<string, { readonly from: number; readonly claims: readonly string[] }> {
    const was = new Map(before.map(([article, , state]) => [article, state]))
    let from = 0
    return new Map(states.flatMap(({ article, claims }, i) => {
      const place = { from, claims }
      from += claims.length
      return was.get(article) === this.#articles[i]![2] && this.contentOf(article) !== null ? [[article, place] as const] : []
    }))
  }

  keep(judged: Float64Array): void {
    this.#judged = judged
  }

  get #path(): string {
    return join(this.folder, '.judged')
  }

  /** Writes what is known now, before the links are written; `inputs` is a hash of what was linked. */
  async write(inputs: string): Promise<void> {
    const { buffer, byteOffset, byteLength } = this.#judged
    const pairs = Buffer.from(buffer, byteOffset, byteLength)
    const head: Head = { key: this.key, inputs, pairs: sha256(pairs), articles: this.#articles }
    await writeAtomic(this.#path, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), pairs]))
  }
}

/** What the file holds, where it is whole and of this key; else null. */
function readJudged(path: string, key: string): { readonly head: Head; readonly pairs: Float64Array } | null {
  try {
    const bytes = readFileSync(regular(path))
    const end = bytes.indexOf('\n')
    const head = headSchema.parse(JSON.parse(bytes.toString('utf8', 0, end)))
    const pairs = Uint8Array.from(bytes.subarray(end + 1))
    return head.key === key && head.pairs === sha256(pairs) ? { head, pairs: new Float64Array(pairs.buffer) } : null
  } catch {
    return null
  }
}

/** The links that were made of the same inputs; null where they are not there as they were written. */
function writtenLinks(folder: string, inputs: string): readonly Link[] | null {
  try {
    const manifest = linksManifestSchema.parse(JSON.parse(readFileSync(regular(linksPath(folder, 'manifest')), 'utf8')))
    if (manifest.inputs !== inputs) return null
    const hash = createHash('sha256')
    const links: Link[] = []
    for (const { bytes } of linesIn(linksPath(folder, 'links'))) {
      hash.update(bytes).update('\n')
      links.push(JSON.parse(bytes.toString()) as Link)
    }
    return hash.digest('hex') === manifest.files.links.sha256 ? links : null
  } catch {
    return null
  }
}

/** The new number of each claim by its old one; -1 where its article has changed. */
function movedOf(before: readonly Kept[], places: ReadonlyMap<string, { readonly from: number }>): Int32Array {
  const moved = new Int32Array(before.reduce((sum, [, claims]) => sum + claims, 0)).fill(-1)
  let old = 0
  for (const [article, claims] of before) {
    const from = places.get(article)?.from
    if (from !== undefined) for (let i = 0; i < claims; i++) moved[old + i] = from + i
    old += claims
  }
  return moved
}

/** Whether a number is among others in order. */
const holds = (ascending: Float64Array, value: number): boolean => ascending[countWhile(ascending.length, (i) => ascending[i]! < value)] === value
