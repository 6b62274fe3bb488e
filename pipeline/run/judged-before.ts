import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { pairCode, pairOf, type ArticleState, type Memory, type Recall } from '../8-links/memory.ts'
import type { JudgedPair } from '../8-links/row.ts'
import { writeAtomic } from '../9-output/write-atomic.ts'
import { sha256 } from '../model/id.ts'
import { linksPath } from '../model/links-folder.ts'
import { regular } from '../model/regular.ts'
import { LINK_TYPES, linksManifestSchema } from '../model/schema.ts'
import { countWhile } from '../model/bisect.ts'

/** An article by its id, how many claims it has, and a hash of all that decides how they are judged. */
const keptSchema = z.tuple([z.string(), z.int().nonnegative(), z.string()]).readonly()
type Kept = z.infer<typeof keptSchema>

/**
 * The first line of the file; behind it stand the pairs that were judged, as numbers of 64 bits, and what was found of each, as numbers of 16 bits. Hashes of what decides
 * judgements besides the articles, of what was linked, and of the bytes behind this line.
 */
const headSchema = z.strictObject({ key: z.string(), inputs: z.string(), pairs: z.string(), articles: z.array(keptSchema).readonly() }).readonly()
type Head = z.infer<typeof headSchema>

/** Judged pairs in order, and what was found of each: 0 for nothing, else {@link foundCode}. */
interface Judged {
  readonly pairs: Float64Array
  readonly found: Uint16Array
}

/**
 * Which pairs of claims an earlier run judged, `.judged`; what it found stands in `links/links.jsonl`. So that a run after small changes judges only
 * pairs of which an article, one of its speakers, or what is a name in it has changed.
 */
export class JudgedBefore implements Memory {
  #articles: readonly Kept[] = []
  #judged: Judged = { pairs: new Float64Array(0), found: new Uint16Array(0) }
  #lines: Lines = { bytes: Buffer.alloc(0), from: new Uint32Array(1) }

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
    const lines = before && writtenLinks(join(this.folder, 'links'), before.head.inputs)
    if (before === null || lines === null || lines.from.length - 1 !== before.found.reduce((n, code) => n + Math.min(1, code), 0)) return () => undefined
    this.#lines = lines
    return recallOf(before, movedOf(before.head.articles, this.#unchanged(states, before.head.articles)))
  }

  line(written: number): string {
    const { bytes, from } = this.#lines
    return bytes.toString('utf8', from[written], from[written + 1]! - 1)
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

  keep(pairs: Float64Array, links: readonly JudgedPair[]): void {
    let next = 0
    const found = Uint16Array.from(pairs, (code) => {
      const link = links[next]
      if (link === undefined || pairCode(link.a, link.b) !== code) return 0
      next++
      return foundCode(link)
    })
    this.#judged = { pairs, found }
  }

  get #path(): string {
    return join(this.folder, '.judged')
  }

  /** Writes what is known now, before the links are written; `inputs` is a hash of what was linked. */
  async write(inputs: string): Promise<void> {
    const bytes = Buffer.concat([this.#judged.pairs, this.#judged.found].map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)))
    const head: Head = { key: this.key, inputs, pairs: sha256(bytes), articles: this.#articles }
    await writeAtomic(this.#path, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), bytes]))
  }
}

/** A confidence is written in thousandths. */
const SCALE = 1000

/** What was found of a pair as a number above 0, and what it stands for. */
const foundCode = ({ type, confidence }: Pick<JudgedPair, 'type' | 'confidence'>): number => 1 + LINK_TYPES.indexOf(type) * (SCALE + 1) + Math.round(confidence * SCALE)
const foundOf = (code: number) => ({ type: LINK_TYPES[Math.floor((code - 1) / (SCALE + 1))]!, confidence: ((code - 1) % (SCALE + 1)) / SCALE })

/** What the file holds, where it is whole and of this key; else null. */
function readJudged(path: string, key: string): ({ readonly head: Head } & Judged) | null {
  try {
    const bytes = readFileSync(regular(path))
    const end = bytes.indexOf('\n')
    const head = headSchema.parse(JSON.parse(bytes.toString('utf8', 0, end)))
    const { buffer } = Uint8Array.from(bytes.subarray(end + 1)) // where numbers may begin
    const size = buffer.byteLength / (Float64Array.BYTES_PER_ELEMENT + Uint16Array.BYTES_PER_ELEMENT)
    return head.key === key && head.pairs === sha256(new Uint8Array(buffer)) ? { head, pairs: new Float64Array(buffer, 0, size), found: new Uint16Array(buffer, size * Float64Array.BYTES_PER_ELEMENT) } : null
  } catch {
    return null
  }
}

/** Lines of a file, and where each begins; the last number is where they end. */
interface Lines {
  readonly bytes: Buffer
  readonly from: Uint32Array
}

/** The links that were made of the same inputs; null where they are not there as they were written. */
function writtenLinks(folder: string, inputs: string): Lines | null {
  try {
    const manifest = linksManifestSchema.parse(JSON.parse(readFileSync(regular(linksPath(folder, 'manifest')), 'utf8')))
    if (manifest.inputs !== inputs) return null
    const bytes = readFileSync(regular(linksPath(folder, 'links')))
    if (sha256(bytes) !== manifest.files.links.sha256) return null
    const from = new Uint32Array(manifest.rows.links + 1)
    for (let n = 0; n < manifest.rows.links; n++) from[n + 1] = bytes.indexOf('\n', from[n]) + 1
    return from.at(-1) === bytes.length ? { bytes, from } : null
  } catch {
    return null
  }
}

/** What is known of the pairs of claims that have a number still. */
function recallOf({ pairs, found }: Judged, moved: Int32Array): Recall {
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
  return (a, b) => {
    const code = pairCode(a, b)
    const at = countWhile(size, (i) => codes[i]! < code)
    if (at === size || codes[at] !== code) return undefined
    const what = found[place[at]!]!
    return what === 0 ? null : { ...foundOf(what), written: line[at]! }
  }
}

/** The new number of each claim by its old one; -1 where its article has changed. */
function movedOf(before: readonly Kept[], places: ReadonlyMap<string, number>): Int32Array {
  const moved = new Int32Array(before.reduce((sum, [, claims]) => sum + claims, 0)).fill(-1)
  let old = 0
  for (const [article, claims] of before) {
    const from = places.get(article)
    if (from !== undefined) for (let i = 0; i < claims; i++) moved[old + i] = from + i
    old += claims
  }
  return moved
}
