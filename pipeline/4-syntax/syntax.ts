import type { Quotations, SegmentedText, Syntax } from '../model/layers.ts'
import { readSentence } from './read.ts'
import type { Draft } from './sentence.ts'
import { addPhrases, type Phrase } from './phrases.ts'
import { nominalRuns } from './runs.ts'
import { addVerbs, type OpenClause } from './verbs.ts'

/** Tokens read together: what is longer is no sentence. */
const LONGEST = 400

/**
 * The syntax of an article by rules over parts of speech: noun phrases, verb groups with their clauses, the quotation of each token. No
 * backtracking, one pass a sentence; what the rules cannot tell stays -1.
 */
export function parse(text: SegmentedText, quotes: Quotations): Syntax {
  const n = text.tokens.length
  const { quotation, mark } = quotationOfTokens(text, quotes)
  const runs = nominalRuns(text, mark)
  const phrases: Phrase[] = []
  const clauses: OpenClause[] = []
  const phraseAt = new Int32Array(n).fill(-1)
  const clauseAt = new Int32Array(n).fill(-1)
  const draft: Draft = { text, runs, mark, quotation, phrases, phraseAt, clauses, clauseAt }
  for (const { firstToken, endToken } of text.sentences)
    for (let from = firstToken; from < endToken; from += LONGEST) {
      const to = Math.min(endToken, from + LONGEST)
      addPhrases(phrases, phraseAt, text, runs, from, to)
      addVerbs(clauses, clauseAt, text, runs, phraseAt, from, to)
      readSentence(draft, from, to)
    }
  giveRoles(phrases, clauses)
  return { quotation, mark, run: runs.run, runEnd: runs.runEnd, phrases, phraseAt, clauses, clauseAt }
}

function giveRoles(phrases: readonly Phrase[], clauses: readonly OpenClause[]): void {
  for (const phrase of phrases) if (phrase.preposition >= 0) phrase.role = 'prepositional'
  for (const [index, { subject, object, by }] of clauses.entries()) {
    if (object >= 0) give(phrases[object]!, 'object', index)
    if (subject >= 0 && (by === 'before' || by === 'behind')) give(phrases[subject]!, 'subject', index)
  }
  for (const phrase of phrases) {
    if (phrase.apposes >= 0) phrase.role = 'apposition'
    else if (phrase.joins >= 0) give(phrase, phrases[phrase.joins]!.role, phrases[phrase.joins]!.clause)
  }
}

function give(phrase: Phrase, role: Phrase['role'], clause: number): void {
  phrase.role = role
  phrase.clause = clause
}

/** Which quotation each token lies in, and which tokens are marks of the outermost ones. */
interface QuotationOfTokens {
  readonly quotation: Int32Array
  readonly mark: Int8Array
}

/** The outermost quotation that each token overlaps, marks included. */
function quotationOfTokens({ tokens }: SegmentedText, { quotations }: Quotations): QuotationOfTokens {
  const n = tokens.length
  const quotation = new Int32Array(n).fill(-1)
  const mark = new Int8Array(n)
  let from = 0
  for (const [index, { start, end, open, close, depth }] of quotations.entries()) {
    if (depth > 0) continue
    // the order is by start
    while (from < n && tokens[from]!.end <= start) from++
    for (let i = from; i < n && tokens[i]!.start < end; i++) {
      const token = tokens[i]!
      quotation[i] = index
      if (open && token.start < open.end && open.start < token.end) mark[i] = 1
      else if (close && token.start < close.end && close.start < token.end) mark[i] = 2
    }
  }
  return { quotation, mark }
}
