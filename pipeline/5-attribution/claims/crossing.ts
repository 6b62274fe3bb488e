import { contains, overlaps, trim, type Range } from '../../model/span.ts'
import type { Draft } from './draft.ts'
import { SpanIndex } from './span-index.ts'

/** Rounds after which what still crosses is left out; each round only makes spans shorter. */
const ROUNDS = 4

/**
 * The claims with contents of which any two lie apart or one in the other. Of two spans that cross, the one of the less probable claim is cut:
 * to what lies in the other where its cue lies there too, else to what lies outside. A claim of which nothing is left goes.
 */
export function withoutCrossings(text: string, drafts: readonly Draft[]): readonly Draft[] {
  let kept = drafts
  for (let round = 0; round < ROUNDS; round++) {
    const crossing = crossings(kept)
    if (crossing.length === 0) return kept
    for (const [a, b] of crossing) cut(text, a, b)
    kept = kept.filter(({ content }) => content.length > 0)
  }
  const weaker = new Set(crossings(kept).map(([a, b]) => (a.draft.probability < b.draft.probability ? a.draft : b.draft)))
  return kept.filter((draft) => !weaker.has(draft))
}

/** Code units that lie at most between two parts that another's cue holds apart. */
const HOLE = 60
/** What ends a sentence or opens a quotation: no hole in one clause. */
const BREAK = /[.!?…"“”„«»]/

/** Contents without holes that only another claim's cue left: `said | he backed the reform | but opposed | the vote` is one clause. */
export function withoutHoles(text: string, drafts: readonly Draft[]): readonly Draft[] {
  let near: SpanIndex<Draft> | null = null
  for (const draft of drafts) {
    for (let i = draft.content.length - 1; i > 0; i--) {
      const hole = { start: draft.content[i - 1]!.end, end: draft.content[i]!.start }
      if (hole.end - hole.start > HOLE || BREAK.test(text.slice(hole.start, hole.end))) continue
      if ([draft.cue, draft.mention].some((own) => own !== null && overlaps(hole, own))) continue
      near ??= new SpanIndex(drafts, ({ cue }) => [cue])
      if (!near.at(hole).some(({ cue }) => cue !== null && contains(hole, cue))) continue
      draft.content = draft.content.toSpliced(i - 1, 2, { start: draft.content[i - 1]!.start, end: draft.content[i]!.end })
    }
  }
  return drafts
}

interface Part {
  readonly draft: Draft
  readonly range: Range
}

/** Pairs of spans that overlap, neither in the other: each span with the last ones open where it begins. */
function crossings(drafts: readonly Draft[]): readonly (readonly [Part, Part])[] {
  const parts = drafts.flatMap((draft) => draft.content.map((range): Part => ({ draft, range })))
  parts.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end)
  const open: Part[] = []
  const found: (readonly [Part, Part])[] = []
  for (const part of parts) {
    while (open.length > 0 && open.at(-1)!.range.end <= part.range.start) open.pop()
    const around = open.at(-1)
    if (around !== undefined && around.range.end < part.range.end) {
      if (around.draft !== part.draft) found.push([around, part])
      open.pop()
    }
    open.push(part)
  }
  return found
}

function cut(text: string, a: Part, b: Part): void {
  const [weak, strong] = a.draft.probability < b.draft.probability ? [a, b] : [b, a]
  const { draft, range } = weak
  if (!draft.content.includes(range) || !strong.draft.content.includes(strong.range) || !overlaps(range, strong.range)) return
  const inside = { start: Math.max(range.start, strong.range.start), end: Math.min(range.end, strong.range.end) }
  const outside = range.start < strong.range.start ? { start: range.start, end: strong.range.start } : { start: strong.range.end, end: range.end }
  const nested = draft.cue !== null && contains(strong.range, draft.cue)
  const rest = trim(text, nested ? inside : outside)
  const index = draft.content.indexOf(range)
  draft.content = rest === null || !/[\p{L}\p{N}]/u.test(text.slice(rest.start, rest.end)) ? draft.content.toSpliced(index, 1) : draft.content.with(index, rest)
}
