import { TITLES } from '../../lexicon/titles.ts'
import { isOutlet, isSourceNoun } from '../../lexicon/source-nouns.ts'
import { overlaps, sizeOf } from '../../model/span.ts'
import { clauseOf } from './mentions.ts'
import { draftBy, hull, type Draft } from './draft.ts'
import { SpanIndex } from './span-index.ts'
import type { Tokens } from '../../model/layers.ts'
import { phraseAfter, phraseRange } from '../frames/phrases.ts'
import { CUE, rangeOf, type View } from '../frames/view.ts'

/** Tokens around `citing` among which its report stands; no sentence is longer. */
const REACH = 200

/**
 * Claims of those whom a report cites: in `the FT reported, citing three officials` the officials hold what the FT
 * reported, and it passes that on. Adds them, each `within` the report.
 */
export function addCited(view: View, drafts: readonly Draft[]): readonly Draft[] {
  let near: SpanIndex<Draft> | null = null
  const added: Draft[] = []
  const replaced = new Set<Draft>()
  for (let i = 0; i < view.tokens.length; i++) {
    if (!(view.cues[i]! & CUE.citing)) continue
    const sentence = view.segmented.sentences[view.tokens[i]!.sentence]!
    const firstToken = Math.max(sentence.firstToken, i - REACH)
    const endToken = Math.min(sentence.endToken, i + REACH)
    const phrase = phraseAfter(view, i + 1, endToken)
    if (phrase === null || !isSource(view, phrase)) continue
    near ??= new SpanIndex(drafts, ({ cue }) => [cue])
    const report = reportCiting(view, near.at(rangeOf(view, firstToken, endToken)), i, firstToken, endToken)
    if (report === null) continue
    for (const draft of near.at(view.tokens[i]!)) if (draft.cue !== null && overlaps(draft.cue, view.tokens[i]!)) replaced.add(draft)
    const cue = rangeOf(view, i, i + 1)
    const { content, probability } = report
    added.push(draftBy('cited for a report', cue, { content, cue, mention: phraseRange(view, phrase), within: report, probability }))
  }
  return added.length === 0 ? drafts : [...drafts.filter((draft) => !replaced.has(draft)), ...added]
}

/** Whether a phrase names people, documents or an outlet rather than a reason. */
function isSource(view: View, phrase: Tokens): boolean {
  const { start, end } = phraseRange(view, phrase)
  if (isOutlet(view.text.slice(start, end))) return true
  for (let i = phrase.first; i < phrase.end; i++) {
    const token = view.tokens[i]!
    if (/^(?:of|for|at|from|who|that|with|in|familiar|close)$/.test(token.lower)) return false
    if (!isSourceNoun(token.lower) && !TITLES.has(token.lower)) continue
    if (i + 1 >= phrase.end || !/^(?:NOUN|PROPN)$/.test(view.tokens[i + 1]!.pos)) return true
  }
  return false
}

/** The report in this sentence whose speaker cites: the nearest before the word, else the first behind it. */
function reportCiting(view: View, drafts: readonly Draft[], at: number, first: number, end: number): Draft | null {
  const token = view.tokens[at]!
  const sentence = { start: view.tokens[first]!.start, end: view.tokens[end - 1]!.end }
  const here = drafts.filter(({ cue }) => cue !== null && cue.start >= sentence.start && cue.end <= sentence.end && !overlaps(cue, token))
  const isNested = (each: Draft) => here.some((other) => sizeOf(other.content) > sizeOf(each.content) && holds(other, each))
  const outer = here.filter((each) => !isNested(each))
  const before = outer.filter(({ cue }) => cue!.end <= token.start)
  const nearest = before.sort((a, b) => b.cue!.start - a.cue!.start)[0]
  const report = nearest ?? outer.sort((a, b) => a.cue!.start - b.cue!.start)[0] ?? null
  return report !== null && clauseOf(view, report.cue!)?.negated ? null : report // citing its rules, the board would not say
}

function holds(outer: Draft, inner: Draft): boolean {
  const { start, end } = hull(inner.content)
  return outer.content.some((part) => part.start <= start && end <= part.end)
}
