import { articleOf } from '../1-read/article-of.ts'
import { segment } from '../2-segment/segment.ts'
import { findQuotations } from '../3-quotations/quotations.ts'
import { annotate } from '../annotate.ts'
import type { Answer } from './score.ts'

/** What the pipeline says about a text, as if it had been read from a file. */
export function answer(id: string, text: string): Answer {
  return { article: annotate(articleOf(text, { id })), quotations: findQuotations(segment(text)).quotations }
}
