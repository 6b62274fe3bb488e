import type { Clause, SegmentedText } from '../model/layers.ts'
import type { Runs } from './runs.ts'
import { POS, WORD } from './words.ts'

/** A clause whose place in the sentence is still being worked out. */
export type OpenClause = { -readonly [Key in keyof Clause]: Clause[Key] }

const VERBAL = POS.AUX | POS.VERB

/** The verb groups of tokens `from` to before `to`, added in order: auxiliaries, adverbs and negation between them, one full verb. */
export function addVerbs(clauses: OpenClause[], clauseAt: Int32Array, text: SegmentedText, runs: Runs, phraseAt: Int32Array, from: number, to: number): void {
  const { tag, is } = runs
  for (let i = from; i < to; ) {
    if (!(tag[i]! & VERBAL) || phraseAt[i]! >= 0) {
      i++
      continue
    }
    let head = i
    for (let j = i + 1; j < to && tag[head]! & POS.AUX; j++) {
      if (phraseAt[j]! >= 0) break
      if (tag[j]! & VERBAL) {
        if (is[j - 1]! & WORD.to) break
        head = j
      } else if (!(tag[j]! & (POS.ADV | POS.PART)) || is[j]! & WORD.to) break
    }
    clauseAt.fill(clauses.length, i, head + 1)
    clauses.push(verbGroup(text, runs, i, head))
    i = head + 1
  }
}

function verbGroup({ tokens }: SegmentedText, { tag, is }: Runs, first: number, head: number): OpenClause {
  const { lower, lemma } = tokens[head]!
  let be = false, negated = false, modal = -1
  for (let i = first; i <= head; i++) {
    if (i < head && is[i]! & WORD.be) be = true
    if (is[i]! & WORD.negator) negated = true
    if (modal < 0 && is[i]! & WORD.modal) modal = i
  }
  // not | to go; is | n't
  let before = first - 1
  while (before > 0 && tag[before]! & POS.ADV && !(is[before]! & WORD.negator)) before--
  if (before >= 0 && is[before]! & WORD.to && tag[before]! & POS.PART) before--
  else before = first - 1
  const behind = tokens[head + 1]
  negated ||= (before >= 0 && (is[before]! & WORD.negator) !== 0) || (behind !== undefined && (is[head + 1]! & WORD.negator) !== 0 && behind.lower !== 'never')
  const infinitive = first > 0 && before < first - 1
  const opener = tokens[first]!.lower
  const finite = !infinitive && (tag[first]! & POS.AUX ? !/^(?:being|having|been)$/.test(opener) : !lower.endsWith('ing') && !(is[head]! & WORD.participleOnly))
  const past = opener !== tokens[first]!.lemma && !opener.endsWith('s') && !/^(?:are|am|'re|'m|'ve|’re|’m|’ve|ca|wo|'ll|'d|would|could)$/.test(opener)
  return {
    first, end: head + 1, head, lemma, finite,
    tense: finite ? (past ? 'past' : 'present') : null,
    passive: be && (tag[head]! & POS.VERB) !== 0 && !lower.endsWith('ing') && (lemma !== lower || lower.endsWith('ed')),
    negated, modal, subject: -1, by: null, object: -1, marker: -1, parent: -1, close: head + 1,
  } // prettier-ignore
}
