import { FINAL_ABBREVIATIONS, INNER_ABBREVIATIONS, NUMBER_ABBREVIATIONS, SENTENCE_STARTERS, TITLE_ABBREVIATIONS } from '../lexicon/abbreviations.ts'
import { listStarts } from './lists.ts'
import type { RawToken } from './tokens.ts'

/** A place where a sentence may end: after the mark at `mark` and the closing marks that go with it. */
interface Candidate {
  readonly text: string
  readonly tokens: readonly RawToken[]
  /** First token of the sentence so far. */
  readonly first: number
  /** The full stop, question mark, ..., or the abbreviation that holds it. */
  readonly mark: number
  /** Last token that would belong to the sentence: closing quotation marks and brackets follow the mark. */
  readonly last: number
  /** First word after it, opening marks skipped. */
  readonly next: number
  /** Word that the stop follows, lower case, without the stop. */
  readonly word: string
}

interface Rule {
  readonly id: string
  readonly verdict: 'join' | 'split'
  readonly when: (at: Candidate) => boolean
  /** Sentences kept apart by ` | `; the rule decides at least one place in each. */
  readonly examples: readonly string[]
}

const at = (c: Candidate, i: number) => c.tokens[i]?.text ?? ''
const nextText = (c: Candidate) => at(c, c.next)
const isAbbreviation = (c: Candidate) => at(c, c.mark).length > 1 && /\p{L}\.$/u.test(at(c, c.mark))
const stop = (c: Candidate) => at(c, c.mark).endsWith('.') && !/^\.{2,}$/.test(at(c, c.mark))
const capital = (word: string) => /^\p{Lu}/u.test(word)
const lower = (word: string) => /^\p{Ll}/u.test(word)
const starter = (c: Candidate) => capital(nextText(c)) && SENTENCE_STARTERS.has(nextText(c).toLowerCase())
const spaced = (c: Candidate) => (c.tokens[c.last + 1]?.start ?? 0) > c.tokens[c.last]!.end

/** What decides whether a sentence ends; the first row that holds. Where none does, it ends. */
export const BOUNDARY_RULES: readonly Rule[] = [
  {
    id: 'glued-words',
    verdict: 'split',
    when: (c) => !spaced(c) && c.last === c.mark && /^[.?!]+$/.test(at(c, c.mark)) && /^(?:\p{Ll}{2,}|\d+)$/u.test(c.word.replace(/,/g, '')) && /^\p{Lu}(?:\p{Ll}|$)/u.test(nextText(c)) && c.next === c.last + 1,
    examples: ['The vote was lost.Nobody was surprised.'.replace('.N', '. | N')],
  },
  { id: 'glued', verdict: 'join', when: (c) => !spaced(c), examples: ['It costs 3.5 million.'] },
  { id: 'lower-case', verdict: 'join', when: (c) => lower(nextText(c)) && !/^\p{Ll}\p{Lu}/u.test(nextText(c)) && !carelessStart(c), examples: ['“Why now?” he asked.'] },
  { id: 'punctuation-follows', verdict: 'join', when: (c) => /^[,;:)\]}%]/.test(at(c, c.last + 1)), examples: [] },
  { id: 'inner-abbreviation', verdict: 'join', when: (c) => stop(c) && INNER_ABBREVIATIONS.has(c.word), examples: [] },
  { id: 'title', verdict: 'join', when: (c) => stop(c) && c.mark === c.last && TITLE_ABBREVIATIONS.has(c.word) && capital(nextText(c)), examples: [] },
  { id: 'number-abbreviation', verdict: 'join', when: (c) => stop(c) && NUMBER_ABBREVIATIONS.has(c.word) && /^[\d#]/.test(nextText(c)), examples: [] },
  { id: 'list-marker', verdict: 'join', when: (c) => stop(c) && isListMarker(c), examples: [] },
  { id: 'cut-in-brackets', verdict: 'join', when: (c) => /^[[(]$/.test(at(c, c.mark - 1)) && /^[\])]$/.test(at(c, c.mark + 1)), examples: [] },
  { id: 'quotation-then-speaker', verdict: 'join', when: (c) => c.last > c.mark && /[?!]/.test(at(c, c.mark)) && speakerFollows(c), examples: [] },
  { id: 'initial', verdict: 'join', when: (c) => /^\p{Lu}\.$/u.test(at(c, c.mark)) && c.mark === c.last && !(starter(c) && !capital(at(c, c.mark - 1))), examples: [] },
  { id: 'abbreviation-goes-on', verdict: 'join', when: (c) => stop(c) && maybeFinal(c) && c.mark === c.last && !endsAfterAbbreviation(c), examples: [] },
  { id: 'spaced-ellipsis', verdict: 'join', when: (c) => /^I(?:$|['’])/.test(nextText(c)) && dots(c) === 3, examples: [] },
  { id: 'dash-follows', verdict: 'join', when: (c) => isAbbreviation(c) && /^(?:[-–—]|--+)$/.test(at(c, c.last + 1)), examples: [] },
]

/** Texts that do without capitals: a plain word with its stop, then a word that begins sentences. */
function carelessStart(c: Candidate): boolean {
  if (c.last > c.mark || !/^[.?!]+$/.test(at(c, c.mark)) || /^\.{2,}$/.test(at(c, c.mark))) return false
  const before = at(c, c.mark - 1)
  return /^(?:\p{Ll}{2,}|\d+)$/u.test(before) && !NUMBER_ABBREVIATIONS.has(before) && !FINAL_ABBREVIATIONS.has(before) && (stop(c) || SENTENCE_STARTERS.has(nextText(c)))
}

function maybeFinal(c: Candidate): boolean {
  return FINAL_ABBREVIATIONS.has(c.word) || /^(?:\p{L}\.)+\p{L}$/u.test(c.word) 
}

/** After `p.m.`, `Inc.`, `U.S.`: a sentence ends if a word that begins sentences follows, or a title after a time. */
function endsAfterAbbreviation(c: Candidate): boolean {
  const next = nextText(c)
  if (/^[ap]\.?m$/.test(c.word) && TITLE_ABBREVIATIONS.has(next.replace(/\.$/, '').toLowerCase())) return hasVerb(c)
  return starter(c) || (/^[“‘"'«]/.test(at(c, c.last + 1)) && capital(next))
}

/** How many full stops the candidate ends in, however spaced. */
function dots(c: Candidate): number {
  let n = 0
  for (let i = c.last; /^\.+$/.test(at(c, i)); i--) n += at(c, i).length
  return n
}

function hasVerb(c: Candidate): boolean {
  for (let i = c.mark - 1; i >= c.first; i--) if (c.tokens[i]!.pos === 'VERB' || c.tokens[i]!.pos === 'AUX') return true
  return false
}

function isListMarker(c: Candidate): boolean {
  const before = c.mark - (isAbbreviation(c) ? 0 : 1) - c.first
  return before >= 0 && before <= 1 && /^(?:\d{1,3}|\p{L}|[ivx]{1,4})$/iu.test(c.word) && (before === 0 || /^[^\p{L}\p{N}]+$/u.test(at(c, c.first)))
}

const ASKING = /^(?:asked|asks|said|says|wrote|added|wondered|demanded|cried|shouted|exclaimed|replied|tweeted|joked|declared|continued|responded|answered|yelled|remarked|quipped|recalled)$/

/** `“Why?” Jane Doe asked`: up to four words of a name, then a verb of saying. */
function speakerFollows(c: Candidate): boolean {
  for (let i = c.next; i < c.next + 5; i++) {
    const word = at(c, i)
    if (i > c.next && ASKING.test(word)) return true
    if (!capital(word)) return false
  }
  return false
}

const MARK = /^(?:[.?!…。！？]+|.*\p{L}\.)$/su
const CLOSER = /^(?:[)\]}”’»"']|'')$/
const OPENER = /^(?:[([{“‘«"'`„¿¡]|''|``)$/

/** Indices of the tokens that begin a sentence, in one paragraph's tokens; the first is 0. */
export function sentenceStarts(text: string, tokens: readonly RawToken[]): readonly number[] {
  return decide(text, tokens).starts
}

/** {@link sentenceStarts} together with the rules that decided, for the rules' own test. */
export function decide(text: string, tokens: readonly RawToken[]): { readonly starts: readonly number[]; readonly rules: readonly string[] } {
  const starts = [0]
  const rules: string[] = []
  const items = listStarts(text, tokens)
  let open = false
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (isDouble(token.text)) open = !open
    if (items.has(i) && starts.at(-1) !== i) starts.push(i)
    if (!MARK.test(token.text)) continue
    let last = i
    while (last + 1 < tokens.length && goesWith(tokens, last, open)) {
      last++
      if (isDouble(tokens[last]!.text)) open = !open
    }
    if (last + 1 >= tokens.length) break
    let mark = last
    while (mark > i && !MARK.test(tokens[mark]!.text)) mark--
    const candidate = { text, tokens, first: starts.at(-1)!, mark, last, next: afterOpeners(tokens, last + 1), word: wordBefore(tokens, mark) }
    const rule = BOUNDARY_RULES.find((r) => r.when(candidate))
    if (rule) rules.push(rule.id)
    if (rule?.verdict !== 'join') starts.push(last + 1)
    i = last
  }
  return { starts, rules }
}

const isDouble = (t: string) => t === '"' || t === "''"

/** Whether the token after `last` belongs to what ends there: another mark, a closing bracket or quotation mark. */
function goesWith(tokens: readonly RawToken[], last: number, open: boolean): boolean {
  const [token, next] = [tokens[last]!, tokens[last + 1]!]
  const glued = token.end === next.start
  if (/^[.?!…]+$/.test(next.text)) return glued || (token.text.endsWith('.') && next.text.startsWith('.'))
  if (!CLOSER.test(next.text)) return false
  return glued || (isDouble(next.text) && open && tokens[last + 2]?.start !== next.end)
}

function afterOpeners(tokens: readonly RawToken[], from: number): number {
  let i = from
  while (i < tokens.length - 1 && OPENER.test(tokens[i]!.text)) i++
  return i
}

function wordBefore(tokens: readonly RawToken[], mark: number): string {
  const own = tokens[mark]!.text
  const text = /\p{L}/u.test(own) ? own.slice(0, -1) : tokens[mark - 1]?.end === tokens[mark]!.start ? tokens[mark - 1]!.text : ''
  return text.toLowerCase()
}
