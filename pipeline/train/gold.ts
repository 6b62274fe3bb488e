import { findQuotations } from '../3-quotations/quotations.ts'
import { parse } from '../4-syntax/syntax.ts'
import { segment } from '../2-segment/segment.ts'
import type { SegmentedText, Syntax } from '../model/layers.ts'
import type { Range } from '../model/span.ts'
import { tokenAt } from '../text/token-at.ts'

/** One article with the attributions that people marked in it. */
export interface GoldArticle {
  readonly id: string
  readonly outlet: string
  /** `2016-07`, or empty where no date is known. */
  readonly month: string
  readonly text: string
  readonly attributions: readonly GoldAttribution[]
  /** Passages that are not article text. */
  readonly discard: readonly Range[]
}

export interface GoldAttribution {
  readonly source: readonly Range[]
  readonly cue: readonly Range[]
  readonly content: readonly Range[]
  /** Speech or writing, as opposed to a belief or wish. */
  readonly reporting: boolean
}

/** Tokens `from` to before `to` of the article. */
export interface TokenSpan {
  readonly from: number
  readonly to: number
}

/** A gold attribution over the tokens; a span's token counts if it shares a character with the span. */
export interface GoldClaim {
  readonly source: readonly TokenSpan[]
  readonly cue: readonly TokenSpan[]
  readonly content: readonly TokenSpan[]
  readonly reporting: boolean
}

/** A gold article through the stages that the tagger builds on. */
export interface TrainingArticle {
  readonly gold: GoldArticle
  readonly text: SegmentedText
  readonly syntax: Syntax
  readonly claims: readonly GoldClaim[]
}

export function prepare(gold: GoldArticle): TrainingArticle {
  const text = segment(gold.text)
  const spans = (ranges: readonly Range[]) => ranges.flatMap((r) => tokensOf(text, r) ?? [])
  return {
    gold,
    text,
    syntax: parse(text, findQuotations(text)),
    claims: gold.attributions.map(({ source, cue, content, reporting }) => {
      return { source: spans(source), cue: spans(cue), content: spans(content), reporting }
    }),
  }
}

/** The tokens that share a character with a range; null if none does. */
export function tokensOf({ tokens }: SegmentedText, range: Range): TokenSpan | null {
  const from = tokenAt(tokens, range.start)
  let to = from
  while (to < tokens.length && tokens[to]!.start < range.end) to++
  return to > from ? { from, to } : null
}
