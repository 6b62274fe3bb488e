import type { SegmentedText } from '../model/layers.ts'
import type { Phrase } from './phrases.ts'
import type { Runs } from './runs.ts'
import type { OpenClause } from './verbs.ts'
import { isTimeNoun, WORD } from './words.ts'

/** What a sentence is made of, adverbs left out. */
export const E = { start: 0, phrase: 1, verb: 2, preposition: 3, comma: 4, and: 5, relative: 6, marker: 7, stop: 8, open: 9, close: 10, dash: 11, bracket: 12, there: 13, other: 14 } as const

/** A clause that is being read: what opens it, who it is about, its first finite verb. */
export interface Level {
  readonly kind: 'main' | 'relative' | 'subordinate' | 'complement' | 'quotation' | 'bracket'
  readonly marker: number
  /** What a relative pronoun stands for. */
  readonly antecedent: number
  /** The clause around it, -1 for none. */
  readonly parent: number
  /** The first phrase that nothing governs. */
  candidate: number
  verb: number
  /** Begun behind a comma, so that a comma ends it. */
  readonly setOff: boolean
}

/** The layer as far as it is known, to be completed sentence by sentence. */
export interface Draft {
  readonly text: SegmentedText
  readonly runs: Runs
  readonly mark: Int8Array
  readonly quotation: Int32Array
  readonly phrases: Phrase[]
  readonly phraseAt: Int32Array
  readonly clauses: OpenClause[]
  readonly clauseAt: Int32Array
}

/** A sentence as far as it was read: its elements, and the clauses that are open. */
export class Sentence {
  readonly draft: Draft
  /** Elements: kind of {@link E}, and the index of the phrase, clause or token. */
  readonly kinds: number[] = [E.start]
  readonly refs: number[] = [-1]
  readonly levels: Level[] = [level('main', -1, -1, -1, false)]
  /** For each phrase the element that it is. */
  readonly place = new Map<number, number>()

  constructor(draft: Draft) {
    this.draft = draft
  }

  /** The innermost open clause. */
  get top(): Level {
    return this.levels.at(-1)!
  }

  /** Closes clauses until `depth` are open; they end before token `at`. */
  closeTo(depth: number, at: number): void {
    while (this.levels.length > depth) {
      const { verb, antecedent, setOff } = this.levels.pop()!
      if (verb >= 0) this.draft.clauses[verb]!.close = Math.max(this.draft.clauses[verb]!.close, at)
      if (antecedent >= 0 && verb >= 0 && !setOff) this.reach(antecedent, at)
    }
  }

  /** A phrase and what it hangs on go on up to token `end`. */
  reach(index: number, end: number): void {
    for (let i = index; i >= 0; i = this.draft.phrases[i]!.of) this.draft.phrases[i]!.reach = Math.max(this.draft.phrases[i]!.reach, end)
  }

  /** Goes on to the next element. */
  add(kind: number, ref: number): void {
    this.kinds.push(kind)
    this.refs.push(ref)
  }

  /** The phrase at the left end of what stands right before the verb: `the head | of the union | in Paris`. */
  chain(index: number): number {
    const { phrases } = this.draft
    let i = index
    for (;;) {
      const { of, joins } = phrases[i]!
      if (joins >= 0) i = joins
      else if (of >= 0) i = of
      else return i
    }
  }

  /** Whether a preposition or verb governs a phrase or the coordination that it belongs to. */
  isGoverned(index: number): boolean {
    const { joins, preposition } = this.draft.phrases[index]!
    const first = joins >= 0 ? joins : index
    return preposition >= 0 || this.kinds[(this.place.get(first) ?? 0) - 1] === E.verb
  }

  /** Whether a phrase says when, and nothing governs it. */
  isTime(index: number): boolean {
    const { head, preposition } = this.draft.phrases[index]!
    return preposition < 0 && ((this.draft.runs.is[head]! & WORD.time) !== 0 || isTimeNoun(this.draft.text.tokens[head]!.lower))
  }

  /** A verb form that was taken for finite is a participle. */
  notFinite(index: number): void {
    this.draft.clauses[index]!.finite = false
    this.draft.clauses[index]!.tense = null
  }

  /** Whether a verb stands alone in a form that can be a past participle. */
  mayBeParticiple({ first, head }: OpenClause): boolean {
    return first === head && (this.draft.runs.is[head]! & (WORD.participle | WORD.participleOnly)) !== 0
  }
}

/** A clause that begins. */
export function level(kind: Level['kind'], marker: number, antecedent: number, parent: number, setOff: boolean): Level {
  return { kind, marker, antecedent, parent, candidate: -1, verb: -1, setOff }
}
