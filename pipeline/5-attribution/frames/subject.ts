import type { Tokens } from '../../model/layers.ts'
import type { VerbCue } from './cues.ts'
import { isNominal, nameAfter, phraseAfter, phraseBefore, subjectPhrase } from './phrases.ts'
import { word, type View } from './view.ts'

/** Where a cue's subject stands: `inherit` means that the verb shares the subject of another one. */
export type Subject = { readonly phrase: Tokens; readonly inverted: boolean } | 'inherit' | null

/** Who says it, as far as the verb's neighbourhood in the sentence (tokens `from` to before `to`) tells. */
export function subjectOf(view: View, cue: VerbCue, from: number, to: number): Subject {
  const { syntax } = view
  if (!cue.finite) {
    // a letter saying, with Doe saying
    const before = cue.first - 1
    const phrase = before >= from && isNominal(view, before) && view.quoteOf[before]! < 0 ? phraseBefore(view, cue.first, from) : null
    if (phrase !== null) return { phrase, inverted: false }
    // the owner scared them by telling them that
    const { subject } = syntax.clauses[syntax.clauseAt[cue.head]!] ?? { subject: -1 }
    const shares = subject >= 0 && syntax.phrases[subject]!.first >= from && /^(?:by|after|before|while)$/.test(word(view, before))
    return shares ? { phrase: subjectPhrase(view, subject, cue.first, false), inverted: false } : 'inherit'
  }
  const index = syntax.clauseAt[cue.first]! >= 0 ? syntax.clauseAt[cue.first]! : syntax.clauseAt[cue.head]!
  const clause = syntax.clauses[index]
  if (clause === undefined || clause.by === 'shared') return 'inherit'
  if (clause.subject < 0) return behindQuotation(view, cue, to)
  const { first } = syntax.phrases[clause.subject]!
  if (first < from || first >= to) return 'inherit'
  if (clause.by === 'behind') {
    const phrase = phraseAfter(view, first, to)
    return phrase === null ? null : { phrase, inverted: true }
  }
  return { phrase: subjectPhrase(view, clause.subject, cue.first, clause.by !== 'relative'), inverted: false }
}

/** `“...” said` with a name that was not recognised behind it. */
function behindQuotation(view: View, cue: VerbCue, to: number): Subject {
  if (cue.verb.form === 'base' || cue.verb.form === 'ing' || cue.verb.form === 'participle' || (view.quoteOf[cue.first - 1] ?? -1) < 0) return 'inherit'
  if (/^(?:that|it|this|him|them|me|us)$/.test(word(view, cue.end))) return 'inherit'
  const phrase = nameAfter(view, cue.end, to)
  return phrase === null ? 'inherit' : { phrase, inverted: true }
}

/** The subject of the first finite verb among tokens `from` to before `before`, which participles and coordinated verbs share. */
export function mainSubject(view: View, from: number, before: number): Tokens | null {
  const { syntax } = view
  for (let i = from; i < before; i++) {
    const clause = syntax.clauses[syntax.clauseAt[i]!]
    if (clause === undefined || view.quoteOf[i]! >= 0 || !clause.finite || clause.subject < 0 || clause.by === 'relative') continue
    const phrase = subjectPhrase(view, clause.subject, clause.first)
    if (phrase.first >= from && view.quoteOf[phrase.first]! < 0) return phrase
  }
  return null
}
