import { describe } from '../1-read/describe.ts'
import { NO_METADATA } from '../1-read/raw.ts'
import { segment } from '../2-segment/segment.ts'
import { findQuotations } from '../3-quotations/quotations.ts'
import { annotate } from '../annotate.ts'
import { NO_CONFIG } from '../model/config.ts'
import { sha256 } from '../model/id.ts'
import type { Answer } from './score.ts'

/** What the pipeline says about a text, as if it had been read from a file. */
export function answer(id: string, text: string): Answer {
  const raw = {
    id,
    path: null,
    text,
    extracted: false,
    sha256: sha256(text),
    bytes: Buffer.byteLength(text),
    encoding: 'utf-8' as const,
    given: NO_METADATA,
    frontMatter: null,
    title: null,
    problems: [],
  }
  const article = describe(raw, { id, textPath: null, problems: [] }, NO_CONFIG)
  return { article: annotate(article), quotations: findQuotations(segment(text)).quotations }
}
