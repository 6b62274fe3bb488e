import type { Candidate } from '../5-attribution/tagger/join-features.ts'
import type { GoldClaim, TokenSpan, TrainingArticle } from './gold.ts'

/** How a found claim relates to the gold. */
export interface Verdict {
  /** The gold claim whose content it shares best, if by half or more (intersection over union in letters and digits). */
  readonly gold: GoldClaim | null
  readonly iou: number
  /** Content and speaker are both right. */
  readonly right: boolean
}

/** Letters and digits of each token of an article. */
export function wordSizes({ text }: TrainingArticle): Uint16Array {
  return Uint16Array.from(text.tokens, (t) => t.text.replace(/[^\p{L}\p{N}]/gu, '').length)
}

type Spans = readonly TokenSpan[]

/** Compares a content and a source (null: none) with the article's gold. */
export function judge(contents: Spans, source: TokenSpan | null, article: TrainingArticle, sizes: Uint16Array): Verdict {
  let gold: GoldClaim | null = null
  let iou = 0
  for (const g of article.claims) {
    const shared = common(contents, g.content, sizes)
    if (shared === 0) continue
    const share = shared / (size(contents, sizes) + size(g.content, sizes) - shared)
    if (share > iou) [gold, iou] = [g, share]
  }
  if (!gold || iou < 0.5) return { gold: null, iou, right: false }
  return { gold, iou, right: agrees(gold.source, source, sizes) }
}

/** Whether a found source is the gold one: they share half the shorter, and the found one is not much longer. */
export function agrees(gold: Spans, found: TokenSpan | null, sizes: Uint16Array): boolean {
  if (!found) return gold.length === 0
  const shared = common(gold, [found], sizes), a = size(gold, sizes), b = size([found], sizes)
  return shared > 0 && 2 * shared >= Math.min(a, b) && b <= 3 * a + 40
}

/** The gold claim whose cue this is: the one it shares most tokens with. */
export function goldOfCue(cue: Candidate, article: TrainingArticle): GoldClaim | null {
  let best: GoldClaim | null = null
  let most = 0
  for (const g of article.claims)
    for (const span of g.cue) {
      const shared = Math.min(span.to, cue.end) - Math.max(span.from, cue.first)
      if (shared > most) [best, most] = [g, shared]
    }
  return best
}

/** Whether a found content is (part of) the gold claim's. */
export function belongs(content: Candidate, gold: GoldClaim): boolean {
  return gold.content.some(({ from, to }) => {
    const shared = Math.min(to, content.end) - Math.max(from, content.first)
    return shared > 0 && 2 * shared >= Math.min(to - from, content.end - content.first)
  })
}

function size(spans: Spans, sizes: Uint16Array): number {
  let n = 0
  for (const { from, to } of spans) for (let i = from; i < to; i++) n += sizes[i]!
  return n
}

function common(x: Spans, y: Spans, sizes: Uint16Array): number {
  let n = 0
  for (const a of x) for (const b of y) for (let i = Math.max(a.from, b.from), to = Math.min(a.to, b.to); i < to; i++) n += sizes[i]!
  return n
}
