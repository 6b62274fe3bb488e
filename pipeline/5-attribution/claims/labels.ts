import { known, fold } from '../../lexicon/gazetteer.ts'
import { isGivenName } from '../../lexicon/given-names.ts'
import { BODY_NOUNS } from '../../lexicon/organizations.ts'
import { isWord } from '../../lexicon/synonyms.ts'
import { DOCUMENT_NOUNS } from '../../lexicon/unnamed.ts'
import type { Range } from '../../model/span.ts'
import { tokenAt } from '../../text/token-at.ts'
import type { View } from '../frames/view.ts'
import { canTell } from './mentions.ts'

/** Documents that a headline's colon makes a source: not `Video:`, `Opinion:`, which head a picture or a page. */
const REPORTS = /^(?:reports?|study|studies|polls?|surveys?|research|data|audit|memo|records|documents|lawsuit|figures|statistics|police)$/

/** Whether one word before a colon heads a picture, a dateline or a page, rather than names who says what follows: `Sickening:`, `Video:`, `Beirut:`. */
export function isHeading({ text, tokens, segmented }: View, mention: Range, content: Range): boolean {
  const at = tokenAt(tokens, mention.start)
  const { lower, text: label, end, sentence } = tokens[at]!
  if (end < mention.end || !/^:\s/.test(text.slice(mention.end, content.start + 1)) || segmented.sentences[sentence]!.firstToken !== at) return false
  const place = known(fold(label))?.kind
  if (place === 'capital' || place === 'place') return true
  if (DOCUMENT_NOUNS.has(lower)) return !REPORTS.test(lower)
  return place === undefined && isCommonWord({ tokens, segmented }, at)
}

/** Whether the word that begins a sentence is one of the language, and names nobody: not `Brown`, whom the article has within a sentence. */
function isCommonWord({ tokens, segmented }: Pick<View, 'tokens' | 'segmented'>, at: number): boolean {
  const { lower, text } = tokens[at]!
  if (!isWord(lower) || isGivenName(text) || canTell(lower) || BODY_NOUNS.has(lower)) return false
  return !wordsWithin({ tokens, segmented }).has(text)
}

const WITHIN = new WeakMap<View['tokens'], ReadonlySet<string>>()

/** The words with a capital that a text has within its sentences, read once. */
function wordsWithin({ tokens, segmented }: Pick<View, 'tokens' | 'segmented'>): ReadonlySet<string> {
  const read = WITHIN.get(tokens)
  if (read !== undefined) return read
  const words = new Set(tokens.flatMap(({ text, lower, sentence }, i) => (text !== lower && segmented.sentences[sentence]!.firstToken !== i ? [text] : [])))
  WITHIN.set(tokens, words)
  return words
}

/** Whether a mention only describes the noun that is its cue: `Recent | criticism of`, `Internet | rumours`; nationalities speak. */
export function isDescription({ tokens, segmented }: View, mention: Range, cue: Range): boolean {
  const [at, noun] = [tokenAt(tokens, mention.start), tokenAt(tokens, cue.start)]
  const { lower, text, pos, end } = tokens[at]!
  if (end < mention.end || noun !== at + 1 || tokens[noun]!.pos !== 'NOUN' || known(fold(text)) !== undefined) return false
  if (pos === 'ADJ' || (lower === text && pos === 'NOUN' && !canTell(lower) && !BODY_NOUNS.has(lower))) return true
  return pos === 'PROPN' && segmented.sentences[tokens[at]!.sentence]!.firstToken === at && isCommonWord({ tokens, segmented }, at)
}
