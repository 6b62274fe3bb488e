import type { Range } from './span.ts'
import type { RawProblem } from './problems.ts'

/** One raw source, decoded. `text` is never changed after decoding: every offset points into it. */
export interface Article {
  readonly id: string
  /** Path of the source as the user gave it (relative to the working directory), or null for standard input. */
  readonly path: string | null
  /** Path of the extracted text where `text` is not the decoded file itself (HTML, a JSONL row), else null. */
  readonly textPath: string | null
  readonly text: string
  /** SHA-256 of the source's bytes (of a JSONL row: of its text in UTF-8). */
  readonly sha256: string
  readonly bytes: number
  /** `utf-8`, `utf-8-bom` (with a byte order mark), or another name of the WHATWG Encoding Standard. */
  readonly encoding: string
  readonly title: string | null
  /** Names of the bylines, in order; empty where none is known. */
  readonly authors: readonly string[]
  /** Date of publication as ISO 8601, as exact as it is known: `2025`, `2025-02`, `2025-02-18` or with a time. */
  readonly published: string | null
  readonly outlet: string | null
  readonly url: string | null
  /** Where in the text title, date and outlet stand, if they were found there. */
  readonly found: { readonly title: Range | null; readonly published: Range | null; readonly outlet: Range | null }
  /** Wire credits and bylines ("PARIS (AP) -", "With Post wires"). */
  readonly credits: readonly Range[]
  /** Passages that are not article text: they stay in the text and yield no claims. */
  readonly boilerplate: readonly Range[]
  readonly problems: readonly RawProblem[]
}
