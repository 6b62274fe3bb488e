import type { Range } from '../../model/span.ts'
import { clauseEnd, withoutPunctuation, type Group } from './clause.ts'
import { complementOf } from './complement.ts'
import { gerundBefore } from './gerund.ts'
import type { Tokens } from '../../model/layers.ts'
import { phraseAfter, phraseBefore, phraseRange } from './phrases.ts'
import { proposal, type Found, type Proposal } from './proposal.ts'
import { isMark, rangeOf, word, type View } from './view.ts'

/** `was suggested by X`, `as proposed by X`, `is said to have left`, `was told that`. */
export function passive(view: View, found: Found, from: number, to: number, groups: readonly Group[]): Proposal | null {
  const { cue, subject } = found
  const { frames, mode, lemma } = cue.verb
  const by = agentOf(view, cue.end, to)
  const finite = cue.first < cue.head
  if (by !== null) return byAgent(view, found, by, from, to, groups)
  if (!finite || subject === null || subject === 'inherit' || subject.inverted) return null
  const told = frames.has('hearer') || frames.has('do')
  const complement = complementOf(view, cue, to, groups)
  const base = { cue: rangeOf(view, cue.first, cue.end), mention: null, mode, frame: `${lemma}, passive` }
  if (word(view, cue.end) === 'to' && !frames.has('hearer') && lemma !== 'ask') {
    const end = clauseEnd(view, cue.end, to, groups)
    return proposal(base, 'clause', [phraseRange(view, subject.phrase), rangeOf(view, cue.end, end)])
  }
  if (complement === null || (complement.frame !== 'that' && complement.frame !== 'wh')) return null
  if (told || word(view, subject.phrase.first) === 'it') return proposal(base, 'clause', [rangeOf(view, complement.first, complement.end)])
  return null
}

interface Agent {
  readonly phrase: Tokens
  readonly cueEnd: number
}

/** The phrase behind `by`, a time or place between allowed. */
function agentOf(view: View, at: number, to: number): Agent | null {
  for (let i = at; i < to && i < at + 8; i++) {
    const lower = word(view, i)
    if (lower === 'by') {
      const phrase = phraseAfter(view, i + 1, to, false)
      return phrase === null || /^(?:VERB|NUM)$/.test(view.tokens[i + 1]!.pos) ? null : { phrase, cueEnd: i + 1 }
    }
    if (lower === ',' || isMark(view, i) || view.tokens[i]!.pos === 'VERB' || lower === 'that' || lower === 'to') return null
  }
  return null
}

function byAgent(view: View, found: Found, by: Agent, from: number, to: number, groups: readonly Group[]): Proposal | null {
  const { cue, subject } = found
  const cueRange = rangeOf(view, cue.first, by.cueEnd === cue.end + 1 ? by.cueEnd : cue.end)
  const base = { cue: cueRange, mention: phraseRange(view, by.phrase), mode: cue.verb.mode, frame: `${cue.verb.lemma} by` }
  const as = word(view, cue.first - 1) === 'as' ? cue.first - 1 : cue.first
  if (as < cue.first && word(view, as - 1) === ',') {
    const end = withoutPunctuation(view, from, as)
    return end > from ? proposal(base, 'clause', [rangeOf(view, from, end)]) : null
  }
  if (cue.verb.frames.has('hearer') || cue.verb.frames.has('do')) return null
  if (word(view, by.phrase.end) === 'that') {
    const end = clauseEnd(view, by.phrase.end + 1, to, groups)
    return end > by.phrase.end + 1 ? proposal(base, 'loose', [rangeOf(view, by.phrase.end + 1, end)]) : null
  }
  if (as < cue.first) {
    const start = gerundBefore(view, as, from)
    return start === null ? null : proposal(base, 'loose', [rangeOf(view, start, as)])
  }
  if (cue.first < cue.head && subject !== null && subject !== 'inherit' && !subject.inverted) {
    const { first, end } = subject.phrase
    const deictic = end - first === 1 && /^(?:this|it|that)$/.test(word(view, first))
    if (deictic) return proposal({ ...base, frame: 'this is reported by' }, 'certain', previousSentence(view, from))
    return proposal(base, 'loose', [phraseRange(view, subject.phrase)])
  }
  const phrase = phraseBefore(view, cue.first, from)
  return phrase === null ? null : proposal(base, 'loose', [phraseRange(view, phrase)])
}

/** The sentence before the one that begins at token `from`, without its full stop. */
function previousSentence(view: View, from: number): readonly Range[] {
  const before = view.segmented.sentences[view.tokens[from]!.sentence - 1]
  if (before === undefined) return []
  const end = withoutPunctuation(view, before.firstToken, before.endToken)
  return end > before.firstToken ? [rangeOf(view, before.firstToken, end)] : []
}
