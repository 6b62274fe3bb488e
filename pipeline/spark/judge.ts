import * as linking from '../8-links/steps/index.ts'
import type { Link } from '../model/schema.ts'
import { lineOf, refOf, together } from './rows.ts'

/** So many rows of blocks are read at a time: the words of their texts are one vocabulary, and a text of several blocks is read once. */
const ROWS = 10_000

/** One block: the texts that share a key, a hub with the texts that are compared with it only, or the claims of one text. */
interface Block {
  readonly key: string
  readonly texts: readonly { readonly kind: string; readonly keys: readonly string[]; readonly row: linking.TextRow }[]
}

/** Judges the pairs of blocks: the links found, and which texts may be copies, or are alike only, with how much they share. Lines: block, kind, the keys of blocks that the text is in, its id, the text. */
export async function* judgeBlocks(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let blocks: Block[] = []
  let known = new Map<string, linking.TextRow>()
  let count = 0
  for await (const { key, rows } of together(lines)) {
    const texts = rows.map(([kind = '', keys, text = '', json = '']) => {
      const row = (kind === 'copies' ? undefined : known.get(text)) ?? (JSON.parse(json) as linking.TextRow)
      if (kind !== 'copies') known.set(text, row)
      return { kind, keys: keys ? keys.split(' ') : [], row }
    })
    blocks.push({ key, texts })
    count += rows.length
    if (count < ROWS) continue
    yield* judged(blocks)
    blocks = []
    known = new Map()
    count = 0
  }
  yield* judged(blocks)
}

function* judged(blocks: readonly Block[]): Generator<string> {
  const candidates = blocks.flatMap(pairsOf)
  const known = linking.readTexts(candidates.flat())
  const nearness = linking.nearPairs(candidates, known)
  const pairs = candidates.filter((_, i) => nearness[i] !== null)
  const near = nearness.filter((each) => each !== null)
  const found = linking.judgePairs(pairs, undefined, known)
  for (const [i, [x, y]] of pairs.entries()) {
    const score = near[i]!.score
    if (near[i]!.near === 'copies') yield lineOf('copy', [x.text, y.text], { x: x.text, y: y.text, score })
    if (near[i]!.near === 'alike') yield lineOf('alike', [[x.text, y.text].sort().join(' '), score])
    yield* linesOf(found[i]!, [x, y])
  }
  for (const { texts } of blocks) for (const { kind, row } of texts) if (kind === 'copies') yield* linesOf(linking.judgeCopies(row), [row])
}

/** The pairs to judge of a block; a pair that several blocks hold is judged in the first that it has in common. */
function pairsOf({ key, texts }: Block): readonly (readonly [linking.TextRow, linking.TextRow])[] {
  const hub = texts.find(({ kind }) => kind === 'hub')
  if (hub) return texts.flatMap(({ kind, row }) => (kind === 'star' ? [[hub.row, row] as const] : []))
  const own = new Map(texts.map(({ row, keys }) => [row.text, { row, keys }]))
  const members = texts.flatMap(({ kind, row }) => (kind === 'all' ? [memberOf(row)] : []))
  return linking.candidatePairs(members).pairs.flatMap(([a, b]) => {
    const [x, y] = [own.get(a)!, own.get(b)!]
    return x.keys.find((each) => y.keys.includes(each)) === key ? [[x.row, y.row] as const] : []
  })
}

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
