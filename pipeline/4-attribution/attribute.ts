import type { Article } from '../model/article.ts'
import type { Attributions, Quotations, SegmentedText } from '../model/layers.ts'

/** The claims of one article: content, cue, mention, chain (stub). */
export function attribute(_article: Article, _text: SegmentedText, _quotes: Quotations): Attributions {
  return []
}
