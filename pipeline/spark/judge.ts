import * as linking from '../8-links/steps/index.ts'
import type { Link } from '../model/schema.ts'
import { lineOf, refOf, together } from './rows.ts'

/** Texts that are held at a time: their words are one vocabulary, and each is read once, however many of the blocks it is in. */
const TEXTS = 20_000

/** One block: the texts that share a key, or that are compared with a hub only. */
interface Block {
  readonly key: string
  readonly hub: linking.TextRow | undefined
  readonly texts: readonly linking.TextRow[]
}

/** Blocks with their texts, and in which blocks each is that is not a hub's. */
class Blocks {
  readonly blocks: Block[] = []
  readonly texts = new Map<string, linking.TextRow>()
  readonly #keys = new Map<string, readonly string[]>()

  add(key: string, rows: readonly (readonly string[])[]): void {
    let hub: linking.TextRow | undefined
    const texts: linking.TextRow[] = []
    for (const [kind, keys = '', text = '', json = ''] of rows) {
      let row = this.texts.get(text)
      if (row === undefined) this.texts.set(text, (row = parsed(json)))
      if (kind === 'hub') hub = row
      else texts.push(row)
      if (kind === 'all' && !this.#keys.has(text)) this.#keys.set(text, keys.split(' '))
    }
    this.blocks.push({ key, hub, texts })
  }

  /** The pairs to judge; one that several blocks hold is judged in the first that it has in common. */
  *pairs(): Generator<readonly [linking.TextRow, linking.TextRow]> {
    for (const { key, hub, texts } of this.blocks) {
      if (hub !== undefined) for (const text of texts) yield [hub, text]
      else
        for (const [a, b] of linking.candidatePairs(texts.map(memberOf)).pairs) {
          const others = this.#keys.get(b)!
          if (this.#keys.get(a)!.find((each) => others.includes(each)) === key) yield [this.texts.get(a)!, this.texts.get(b)!]
        }
    }
  }
}

/**
 * Judges the pairs of blocks, and the claims of one text with one another: the links found, and which texts may be copies, or are alike only, with how much they share.
 * Lines: block, kind (`all`, a `hub` or its `star`, `copies`), the keys of blocks that the text is in, its id, the text.
 */
export async function* judgeBlocks(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let blocks = new Blocks()
  for await (const { key, rows } of together(lines)) {
    if (rows[0]![0] === 'copies') {
      for (const [, , , json] of rows) yield* judgedCopies(parsed(json))
      continue
    }
    blocks.add(key, rows)
    if (blocks.texts.size < TEXTS) continue
    yield* judgedPairs(blocks)
    blocks = new Blocks()
  }
  yield* judgedPairs(blocks)
}

function* judgedPairs(blocks: Blocks): Generator<string> {
  const known = linking.readTexts(blocks.texts.values())
  for (const pair of blocks.pairs()) {
    const near = linking.nearPairs([pair], known)[0]!
    if (near === null) continue
    const [x, y] = pair.map(({ text }) => text) as [string, string]
    if (near.near === 'copies') yield lineOf('copy', [x, y], { x, y, score: near.score })
    if (near.near === 'alike') yield lineOf('alike', [[x, y].sort().join(' '), near.score])
    yield* linesOf(linking.judgePairs([pair], undefined, known)[0]!, pair)
  }
}

const judgedCopies = (row: linking.TextRow) => linesOf(linking.judgeCopies(row), [row])

const parsed = (json: string | undefined) => JSON.parse(json!) as linking.TextRow

const memberOf = ({ text, claims: [first] }: linking.TextRow): linking.BlockMember => ({ text, article: first!.row.article, n: first!.n, length: first!.length, rare: first!.rare })

function* linesOf(found: readonly linking.JudgedRow[], texts: readonly linking.TextRow[]): Generator<string> {
  if (found.length === 0) return
  const rows = new Map(texts.flatMap(({ claims }) => claims.map(({ row }) => [`${row.claim.id} ${row.article}`, row] as const)))
  for (const judgement of found) {
    const [a, b] = [judgement.a, judgement.b].map(({ article, claim }) => rows.get(`${claim} ${article}`)!) as [linking.ClaimRow, linking.ClaimRow]
    const link: Link = linking.linkOf(a, b, judgement)
    yield lineOf('link', [refOf(link.a), refOf(link.b), link.type, texts.length === 2 ? texts.map(({ text }) => text).join(' ') : judgement.copy ? 'copy' : ''], link)
  }
}
