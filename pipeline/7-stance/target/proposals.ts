import { FUNCTION_WORDS } from '../../lexicon/function-words.ts'
import { isOf } from '../../lexicon/stance-words.ts'
import type { SegmentedText, Token } from '../../model/layers.ts'
import type { Range } from '../../model/span.ts'
import { perForm } from '../../model/word-form.ts'
import { tokenAt } from '../../text/token-at.ts'
import { hasOwnVerb } from '../match/clause.ts'
import { indexRows, matchRows } from '../match/rows.ts'
import { phraseFrom, withoutHead } from '../match/phrase.ts'
import { rangeOf, type View } from '../match/view.ts'

/** A wording of the article that names something. */
export interface Named {
  readonly range: Range
  /** Whether it begins with a verb's base form. */
  readonly verbal: boolean
}

/**
 * What the article puts up for debate, so that `the idea` or `it` can be led back to what it is: the course of action
 * behind words such as `proposal to`, `considered`, and every target that a claim before has named.
 */
export interface Proposals {
  /** The proposal that a pointer at `offset` most likely means: near before it, and what the article returns to. */
  readonly before: (offset: number, pointer: Pointer) => Named | null
  /** A longer wording of the same thing elsewhere in the article, or the range itself. */
  readonly fuller: (named: Named) => Named
  /** A claim whose words begin at `offset` is about `range`: whatever points back next may mean it. */
  readonly add: (range: Range, offset: number) => void
}

/** Where there is no article around the claim. */
export const NO_PROPOSALS: Proposals = { before: () => null, fuller: (named) => named, add: () => {} }

const NAMED = indexRows([
  {
    match: [
      'proposal|plan|plans|idea|bid|move|possibility|prospect|decision|concept|suggestion|initiative|scheme|question of|to|for|on',
      'propose|debate|discuss|consider|mull|announce|reject|oppose|approve|back|support|suggest/VERB',
      'opposition|objection to',
      'call|calls|called|calling|push|campaign for',
      'whether to',
      '@ready|@unwilling|@unwillingness|@readiness to',
    ],
  },
])

/** Weights: of nearness to a pronoun and to a noun (`the idea` reaches further than `it`), of words that recur, of naming an action. */
const NEAR = { pronoun: 3, noun: 1.5 } as const
export type Pointer = keyof typeof NEAR
const CENTRAL = 1
const ACTION = 1.5
/** What a single word lacks. */
const BARE = 1

interface Candidate extends Named {
  /** Where the article last came to it. */
  readonly offset: number
  readonly sentence: number
  readonly words: readonly Token[]
  readonly stems: ReadonlySet<string>
  /** How well it would do as what an article is about; null until it is asked for. */
  worth: number | null
}

/** Reads the article's proposals once; targets are added as they are found, in order of the text. */
export function proposalsOf(text: SegmentedText): Proposals {
  const { tokens } = text
  const view: View = { text: text.text, tokens, cueEnd: 0, part: [], direct: false, mentions: [], own: [], foreign: [] }
  const candidates: Candidate[] = []
  const byStem = new Map<string, Candidate[]>()
  let counts: ReadonlyMap<string, number> | null = null // every second article never asks

  const worthOf = (c: Candidate) => (c.worth ??= worth(tokens, c, (counts ??= countStems(tokens))))
  const add = (range: Range, offset: number) => {
    const words = contentOf(tokensIn(tokens, range))
    if (words.length < 1 || words.every((t) => t.pos === 'PROPN') || isPointer(words)) return
    const verbal = words[0]!.start === range.start && isBaseForm(words[0]!)
    const stems = new Set(words.map(stem))
    const candidate = { range, offset, verbal, sentence: tokens[tokenAt(tokens, offset)]!.sentence, words, stems, worth: null }
    candidates.push(candidate)
    for (const s of stems) listAt(byStem, s).push(candidate)
  }
  for (const { to } of matchRows(NAMED, tokens, 0)) {
    const phrase = hasOwnVerb(view, to) ? null : phraseFrom(view, to)
    const inner = phrase && withoutHead(view, phrase)
    if (inner) add(rangeOf(view, inner.from, inner.to), tokens[inner.from]!.start)
  }
  return {
    add,
    before: (offset, pointer) => {
      const here = tokens[tokenAt(tokens, offset)]?.sentence ?? text.sentences.length
      const score = (c: Candidate) => NEAR[pointer] / (1 + here - c.sentence) + worthOf(c)
      return best(
        candidates.filter((c) => c.offset < offset),
        score,
      )
    },
    fuller: (named) => {
      const own = [...new Set(contentOf(tokensIn(tokens, named.range)).map(stem))]
      if (own.length === 0 || own.length > 3 || !namesAction(tokens, named.range)) return named
      const longer = (byStem.get(own[0]!) ?? []).filter(
        (c) => c.stems.size > own.length && c.stems.size <= own.length + 2 && own.every((s) => c.stems.has(s)),
      )
      return best(longer, worthOf) ?? named
    },
  }
}

/** The best of the candidates, of equals the last. */
function best(candidates: readonly Candidate[], score: (candidate: Candidate) => number): Candidate | null {
  if (candidates.length < 2) return candidates[0] ?? null
  let [top, most] = [candidates[0]!, -Infinity]
  for (const candidate of candidates) {
    const own = score(candidate)
    if (own >= most) [top, most] = [candidate, own]
  }
  return top
}

function worth(tokens: readonly Token[], { words, range }: Candidate, counts: ReadonlyMap<string, number>): number {
  const central = words.reduce((sum, t) => sum + Math.log(counts.get(stem(t)) ?? 1), 0) / (words.length + 1)
  return CENTRAL * central + (namesAction(tokens, range) ? ACTION : 0) - (words.length < 2 ? BARE : 0)
}

function countStems(tokens: readonly Token[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const token of tokens) {
    const own = stem(token)
    counts.set(own, (counts.get(own) ?? 0) + 1)
  }
  return counts
}

function listAt<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? []
  if (list.length === 0) lists.set(key, list)
  return list
}

/** A verb as it stands behind `to` or a modal. */
export const isBaseForm = (token: Token) => token.pos === 'VERB' && (token.lemma || token.lower) === token.lower
const stemOf = perForm(({ lemma, lower }) => (lemma || lower).slice(0, 5))
const stem = (token: Token) => stemOf(token.form)
const tokensIn = (tokens: readonly Token[], range: Range) =>
  tokens.slice(tokenAt(tokens, range.start), tokenAt(tokens, range.end - 1) + 1)
const contentOf = (tokens: readonly Token[]) =>
  tokens.filter((t) => t.pos !== 'PUNCT' && t.pos !== 'NUM' && t.lower.length > 2 && !FUNCTION_WORDS.has(t.lower) && !POINTING.has(t.lower))

/** `sending ships`, `raise the fee`, `the closure of the mine`. */
function namesAction(tokens: readonly Token[], range: Range): boolean {
  const [first, second] = tokensIn(tokens, range)
  const head = first?.pos === 'DET' ? second : first
  return head !== undefined && (head.pos === 'VERB' || /.{3}(?:ing|ment|tion|sion|ance|al|ure)$/.test(head.lower))
}

const POINTING: ReadonlySet<string> = new Set(
  'the this that these those such their its his her our any it they them one same an a all so what which there'.split(' '),
)

/** Whether the words only point at something said elsewhere: `it`, `this`, `the idea`, `such a move`, `pursue such plans`. */
export function isPointer(tokens: readonly Token[]): boolean {
  const [first, second] = tokens
  const rest = first && second && isEmptyVerb(first) ? tokens.slice(1) : tokens
  return rest.every(
    (t) =>
      POINTING.has(t.lower) ||
      (t.pos !== 'VERB' && isOf('general', t)) ||
      t.pos === 'PUNCT' ||
      ['of', 'on', 'current', 'whole', 'entire', 'proposed'].includes(t.lower),
  )
}

const isEmptyVerb = (token: Token) =>
  ['pursue', 'do', 'take', 'accept', 'support', 'make', 'implement', 'join', 'allow', 'back', 'have', 'try', 'look'].includes(token.lemma)
