import type { Range } from '../../model/span.ts'
import { clauseEnd, complementEnd, withoutPunctuation, type Group } from './clause.ts'
import { quoteEnd } from './complement.ts'
import type { Tokens } from '../../model/layers.ts'
import { phraseAfter, phraseBefore, phraseRange } from './phrases.ts'
import { proposal, type Found, type Proposal } from './proposal.ts'
import { isMark, rangeOf, word, type View } from './view.ts'

/** `was suggested by X`, `was called “a mess” by X`, `, as noted by X`. Passives without an agent name no speaker, and are left to the tagger. */
export function passive(view: View, found: Found, from: number, to: number, groups: readonly Group[]): Proposal | null {
  const by = agentOf(view, found.cue.end, to)
  return by === null ? null : byAgent(view, found, by, from, to, groups)
}

interface Agent {
  readonly phrase: Tokens
  readonly cueEnd: number
}

/** The phrase behind `by`, a quotation, time or place between allowed: `was called “a mess” on Monday by`. */
function agentOf(view: View, at: number, to: number): Agent | null {
  for (let i = at; i < to && i < at + 8; i++) {
    const lower = word(view, i)
    if (isMark(view, i) && view.quoteOf[i]! >= 0) {
      const end = quoteEnd(view, i)
      return word(view, end) === 'by' ? agentOf(view, end, to) : null
    }
    if (lower === 'by') {
      const phrase = phraseAfter(view, i + 1, to, false)
      return phrase === null || /^(?:VERB|NUM)$/.test(view.tokens[i + 1]!.pos) ? null : { phrase, cueEnd: i + 1 }
    }
    if (lower === ',' || isMark(view, i) || view.tokens[i]!.pos === 'VERB' || lower === 'that' || lower === 'to') return null
  }
  return null
}

/** What the agent's words are, apart from what they are about: `as reckless`, `“a mess”`, `because “it is late”`. */
function wordsOf(view: View, { cue }: Found, by: Agent, to: number, groups: readonly Group[]): Range | null {
  for (const first of [cue.end, by.phrase.end, behindApposition(view, by.phrase.end, to)]) {
    const at = /^(?:as|because)$/.test(word(view, first)) ? first + 1 : first
    if (at < to && isMark(view, at) && view.quoteOf[at]! >= 0) return rangeOf(view, first, quoteEnd(view, at))
    if (at === first || word(view, first) !== 'as' || !cue.verb.frames.has('x-as')) continue
    const end = first === cue.end ? by.cueEnd - 1 : complementEnd(view, at, to, groups)
    if (end > at) return rangeOf(view, first, end)
  }
  return null
}

/** Behind what a comma adds to the agent: `by his manager, Ann Doe, | as “a genius”`. */
function behindApposition(view: View, at: number, to: number): number {
  if (word(view, at) !== ',') return at
  for (let i = at + 1; i < Math.min(to, at + 10); i++) if (word(view, i) === ',') return i + 1
  return at
}

function byAgent(view: View, found: Found, by: Agent, from: number, to: number, groups: readonly Group[]): Proposal | null {
  const { cue } = found
  const cueRange = rangeOf(view, cue.first, by.cueEnd === cue.end + 1 ? by.cueEnd : cue.end)
  const base = { cue: cueRange, mention: phraseRange(view, by.phrase), mode: cue.verb.mode, frame: `${cue.verb.lemma} by` }
  const as = word(view, cue.first - 1) === 'as' ? cue.first - 1 : cue.first
  if (as < cue.first && word(view, as - 1) === ',') {
    const end = withoutPunctuation(view, from, as)
    return end > from ? proposal(base, 'clause', [rangeOf(view, from, end)]) : null
  }
  const said = wordsOf(view, found, by, to, groups)
  const whom = subjectBefore(view, found, from)
  if (said !== null) return proposal({ ...base, frame: `${cue.verb.lemma} + x-by` }, 'certain', whom === null ? [said] : [phraseRange(view, whom), said])
  if (cue.verb.frames.has('hearer') || cue.verb.frames.has('do')) return null
  if (word(view, by.phrase.end) === 'that') {
    const end = clauseEnd(view, by.phrase.end + 1, to, groups)
    return end > by.phrase.end + 1 ? proposal(base, 'loose', [rangeOf(view, by.phrase.end + 1, end)]) : null
  }
  if (whom === null || as < cue.first) return null
  const deictic = cue.first < cue.head && whom.end - whom.first === 1 && /^(?:this|it|that)$/.test(word(view, whom.first))
  if (deictic) return proposal({ ...base, frame: 'this is reported by' }, 'certain', previousSentence(view, from))
  return proposal(base, 'loose', [phraseRange(view, whom)])
}

/** Who or what the agent spoke of: the subject of the passive, or the noun phrase before a participle. */
function subjectBefore(view: View, { cue, subject }: Found, from: number): Tokens | null {
  const own = cue.first < cue.head && subject !== null && subject !== 'inherit' && !subject.inverted
  return own ? subject.phrase : phraseBefore(view, cue.first, from)
}

/** The sentence before the one that begins at token `from`, without its full stop. */
function previousSentence(view: View, from: number): readonly Range[] {
  const before = view.segmented.sentences[view.tokens[from]!.sentence - 1]
  if (before === undefined) return []
  const end = withoutPunctuation(view, before.firstToken, before.endToken)
  return end > before.firstToken ? [rangeOf(view, before.firstToken, end)] : []
}
