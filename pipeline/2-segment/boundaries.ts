import { isAbbreviation, SENTENCE_STARTERS } from '../lexicon/abbreviations.ts'
import type { RawToken } from './raw-token.ts'

const CAPITAL = /^\p{Lu}/u
const STOPPED = /\p{L}\.$/u
const WORD_OR_NUMBER = /^(?:\p{L}\p{Ll}{2,}|[\d,]+)$/u
const CAPITALISED = /^\p{Lu}(?:\p{Ll}|$)/u
const SMALL = /^\p{Ll}/u
const LOWER_CASE = /^\p{Ll}(?!\p{Lu})/u
const INITIAL = /^\p{Lu}$/u
const LETTERS_WITH_STOPS = /^(?:\p{L}\.)+\p{L}$/u
const PLAIN_WORD = /^(?:\p{Ll}{2,}|\d+)$/u
const LIST_NUMBER = /^(?:\d{1,3}|\p{Ll}|[ivx]{1,4})$/iu
const NO_WORD = /^[^\p{L}\p{N}]+$/u

/** A place where a sentence may end: after the mark at `mark` and what closes with it. All are indices of tokens. */
export interface Candidate {
  readonly tokens: readonly RawToken[]
  /** First token of the sentence so far. */
  readonly first: number
  /** The full stop, question mark, ..., or the abbreviation that holds its stop. */
  readonly mark: number
  /** Last token that would belong to the sentence: closing quotation marks and brackets follow the mark. */
  readonly last: number
  /** First token after it that is no opening mark. */
  readonly next: number
  /** The word that the mark follows, without its stop. */
  readonly word: string
}

export interface BoundaryRule {
  readonly id: string
  readonly verdict: 'join' | 'split'
  readonly when: (at: Candidate) => boolean
  /** Paragraphs with ` | ` where a sentence ends; the rule decides a place in each. */
  readonly hits: readonly string[]
  /** Paragraphs that look alike, in which it decides nothing. */
  readonly misses: readonly string[]
}

const textAt = (c: Candidate, i: number) => c.tokens[i]?.text ?? ''
const markOf = (c: Candidate) => textAt(c, c.mark)
const nextOf = (c: Candidate) => textAt(c, c.next)
const isCapital = (word: string) => CAPITAL.test(word)
const isSpaced = (c: Candidate) => c.tokens[c.last + 1]!.start > c.tokens[c.last]!.end
/** One full stop, alone or in its abbreviation, with no closing mark after it. */
const isStop = (c: Candidate) => c.mark === c.last && (markOf(c) === '.' ? textAt(c, c.mark - 1) !== '.' : STOPPED.test(markOf(c)))
const startsSentence = (c: Candidate) => isCapital(nextOf(c)) && SENTENCE_STARTERS.has(nextOf(c).toLowerCase())

/** What decides whether a sentence ends at a place: the first row that holds. Where none does, it ends. */
export const BOUNDARY_RULES: readonly BoundaryRule[] = [
  {
    id: 'no-space-between-sentences',
    verdict: 'split',
    when: (c) =>
      !isSpaced(c) &&
      (WORD_OR_NUMBER.test(c.word) || /^["”’»]$/.test(c.word)) &&
      /^[.?!…]+$/.test(markOf(c)) &&
      CAPITALISED.test(nextOf(c)),
    hits: ['The vote was lost.|Nobody was surprised.', 'It cost 3,000.|That was too much.', 'They call it a "gift".|The others laughed.'],
    misses: ['She wrote to info@harbour.org about it.'],
  },
  {
    id: 'no-space',
    verdict: 'join',
    when: (c) => !isSpaced(c),
    hits: ['The words “what?”—twice—were cut.'],
    misses: ['It is gone. | The page is gone.'],
  },
  {
    id: 'lower-case-without-capitals',
    verdict: 'split',
    when: (c) => SMALL.test(nextOf(c)) && writesWithoutCapitals(c),
    hits: ['i have no idea. | they never called.', 'are you there? | we are late.'],
    misses: ['“Are you there?” he asked.', 'He works at Wow! in the north.'],
  },
  {
    id: 'lower-case-follows',
    verdict: 'join',
    when: (c) => LOWER_CASE.test(nextOf(c)),
    hits: ['“Are you there?” he asked.', 'It was … well, late.', 'They met at 5 p.m. on Friday.'],
    misses: ['It was late. | iPads were sold out.'],
  },
  {
    id: 'punctuation-follows',
    verdict: 'join',
    when: (c) => /^[,;:)\]}]/.test(textAt(c, c.last + 1)),
    hits: ['He sold Acme Inc. , and he left.', 'He won (it rained! ) again.'],
    misses: ['He sold it. | (Nobody noticed.)'],
  },
  {
    id: 'title-before-name',
    verdict: 'join',
    when: (c) => isStop(c) && isAbbreviation(c.word, 'title') && isCapital(nextOf(c)),
    hits: ['We met Dr. Doe.', 'Lt. Col. Roe spoke.'],
    misses: ['She drove to the col. | Nobody else did.'],
  },
  {
    id: 'abbreviation-within',
    verdict: 'join',
    when: (c) => isStop(c) && isAbbreviation(c.word, 'inner'),
    hits: ['It was Doe vs. Roe again.'],
    misses: ['She has no tv. | He has two.'],
  },
  {
    id: 'abbreviation-before-number',
    verdict: 'join',
    when: (c) => isStop(c) && isAbbreviation(c.word, 'number') && /^[\d#]/.test(nextOf(c)),
    hits: ['See p. 55.', 'It is No. 7 on Jan. 5.'],
    misses: ['He said no. | Then he left.'],
  },
  {
    id: 'list-marker',
    verdict: 'join',
    when: isListMarker,
    hits: ['1. The first thing.', 'b. The second thing.', '• 1. The first thing.'],
    misses: ['There were 12. | The others left.'],
  },
  {
    id: 'cut-in-brackets',
    verdict: 'join',
    when: (c) => /^[[(]$/.test(textAt(c, c.mark - 1)) && /^[\])]$/.test(textAt(c, c.mark + 1)),
    hits: ['We went [...] Monday.'],
    misses: ['We went... | Monday came.'],
  },
  {
    id: 'speaker-after-quotation',
    verdict: 'join',
    when: (c) => c.last > c.mark && /[?!]/.test(markOf(c)) && speakerFollows(c),
    hits: ['“Why now?” Jane Doe asked.', '“Stop!” Mr. Roe said.'],
    misses: ['“Why now?” | The chamber fell silent.', '“Was it you?” | She said nothing.'],
  },
  {
    id: 'initial-before-name',
    verdict: 'join',
    when: (c) => isStop(c) && INITIAL.test(c.word) && !(startsSentence(c) && !isCapital(textAt(c, c.mark - 1))),
    hits: ['The poet J. Doe is here.', 'Mary I. Doe is here.'],
    misses: ['It was you and I. | Did you know?'],
  },
  {
    id: 'abbreviation-goes-on',
    verdict: 'join',
    when: (c) => isStop(c) && (isAbbreviation(c.word, 'final') || LETTERS_WITH_STOPS.test(c.word)) && !endsAfterAbbreviation(c),
    hits: ['The U.S. Senate sat.', 'Acme Corp. Chairman Roe spoke.', 'At 5 a.m. Mr. Doe rose.'],
    misses: ['She left the U.S. | How odd.', 'He left at 5 p.m. | Mr. Doe stayed.', 'She lives in Troy, Ill. | Doe left.'],
  },
  {
    id: 'spaced-ellipsis',
    verdict: 'join',
    when: (c) => dots(c) === 3 && /^I$/.test(nextOf(c)),
    hits: ['The thing is . . . I forgot.'],
    misses: ['That was all . . . . | I forgot.'],
  },
]

/** Texts that do without capitals: a plain small word with its mark, then a word that begins sentences. */
function writesWithoutCapitals(c: Candidate): boolean {
  if (c.last > c.mark || !/^(?:\.|[?!]+)$/.test(markOf(c)) || !PLAIN_WORD.test(c.word)) return false
  if (isAbbreviation(c.word, 'number') || isAbbreviation(c.word, 'final')) return false
  return SENTENCE_STARTERS.has(nextOf(c)) || (markOf(c) === '.' && c.word.length > 2)
}

function isListMarker(c: Candidate): boolean {
  if (!markOf(c).endsWith('.')) return false
  const before = c.mark - (markOf(c) === '.' ? 1 : 0) - c.first
  if (before < 0 || before > 1 || !LIST_NUMBER.test(c.word)) return false
  return before === 0 || NO_WORD.test(textAt(c, c.first))
}

/** Lemmas of the verbs that stand behind a quoted question or exclamation. */
const ASKS = new Set(
  'ask say write add wonder demand cry shout exclaim reply tweet joke declare continue respond answer yell remark quip recall'.split(' '),
)

/** Up to four words of a name, then a verb of saying. */
function speakerFollows(c: Candidate): boolean {
  if (startsSentence(c)) return false
  for (let i = c.next; i < c.next + 5; i++) {
    if (i > c.next && ASKS.has(c.tokens[i]?.lemma ?? '')) return true
    if (!isCapital(textAt(c, i)) && textAt(c, i) !== '.') return false
  }
  return false
}

/** After `p.m.`, `Inc.`, `U.S.`: whether what follows begins a sentence: a word that often does, a quotation, a name with its verb. */
function endsAfterAbbreviation(c: Candidate): boolean {
  const next = nextOf(c)
  if (/^[ap]\.?m$/i.test(c.word) && next.endsWith('.') && isAbbreviation(next.slice(0, -1), 'title')) return hasVerb(c)
  if (!c.word.includes('.') && isCapital(next) && isVerb(c, c.next + 1) && hasVerb(c)) return true
  return startsSentence(c) || (isCapital(next) && /^(?:["“‘«]|''|``)$/.test(textAt(c, c.last + 1)))
}

const isVerb = (c: Candidate, i: number) => c.tokens[i]?.pos === 'VERB' || c.tokens[i]?.pos === 'AUX'

function hasVerb(c: Candidate): boolean {
  for (let i = c.mark - 1; i >= Math.max(c.first, c.mark - 60); i--) if (isVerb(c, i)) return true
  return false
}

/** How many full stops the candidate ends in, however spaced. */
function dots(c: Candidate): number {
  let count = 0
  for (let i = c.last; /^\.+$/.test(textAt(c, i)); i--) count += textAt(c, i).length
  return count
}
