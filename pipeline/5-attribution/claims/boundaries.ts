import { overlaps, type Range } from '../../model/span.ts'
import { tokenAt } from '../../text/token-at.ts'
import { quotationsAt } from './span-index.ts'
import { rangeOf, word, type View } from '../frames/view.ts'
import { isClause } from '../frames/clause.ts'
import { TIME_WORDS } from '../../lexicon/unnamed.ts'
import { PLAIN_DATES } from '../../lexicon/times.ts'

/** Words that begin an apposition or a relative clause behind a name's comma. */
const APPOSED = /^(?:a|an|the|who|whose|whom|which|one|his|her|its|their|now|then|also)$/

/** A speaker's mention without an apposition or relative clause behind a comma, and without a day at its end. */
export function bareMention(view: View, mention: Range): Range {
  const first = tokenAt(view.tokens, mention.start)
  let end = Math.min(tokenAt(view.tokens, mention.end - 1) + 1, view.tokens.length)
  for (let i = first + 1; i < end; i++) {
    if (word(view, i) !== ',' || (i + 1 < end && !isApposition(view, i + 1, end))) continue
    end = i
    break
  }
  if (end - first > 1 && PLAIN_DATES.has(word(view, end - 1))) end -= word(view, end - 2) === 'on' && end - first > 2 ? 2 : 1
  return end > first ? within(mention, rangeOf(view, first, end)) : mention
}

function isApposition(view: View, at: number, end: number): boolean {
  const { lower, pos, text } = view.tokens[at]!
  for (let i = at; i + 1 < end; i++) if (word(view, i) === ',' && /^(?:and|or)$/.test(word(view, i + 1))) return false
  if (APPOSED.test(lower)) return true
  return pos === 'NOUN' && text === lower && !view.tokens.slice(at, end).some((token) => token.lower === 'and')
}

/** A cue without the punctuation at its ends; null if it was nothing else. */
export function bareCue(text: string, cue: Range): Range | null {
  const words = text.slice(cue.start, cue.end)
  if (!/^[\s,;:?!]|[\s,;:?!]$|^ago /.test(words)) return cue
  const start = words.length - words.replace(/^(?:[\s,;:?!]|ago )+/, '').length
  const end = words.replace(/[\s,;:?!]+$/, '').length
  return start < end ? { start: cue.start + start, end: cue.start + end } : null
}

/** A content without the `that` in front of it, unless that is its subject (`said that was enough`). */
export function withoutThat(text: string, { start, end }: Range): Range {
  const that = /^that\s+(?!(?:is|was)\b)(?=\S)/i.exec(text.slice(start, Math.min(end, start + 12)))
  return that === null ? { start, end } : { start: start + that[0].length, end }
}

/** A content that begins within a word of several parts, with the phrase whose word that is: `| a similar fast | -track system`. */
export function withFirstWord({ text, tokens, syntax }: View, part: Range): Range {
  const first = tokenAt(tokens, part.start)
  const hyphen = /^[-‐‑]/.test(text.slice(part.start, part.start + 1)) ? first : first - 1
  const before = tokens[hyphen - 1]
  if (before === undefined || !/^[-‐‑]$/.test(tokens[hyphen]!.text) || before.end !== tokens[hyphen]!.start || tokens[hyphen]!.end !== tokens[hyphen + 1]?.start) return part
  return { start: tokens[syntax.phrases[syntax.phraseAt[hyphen - 1]!]?.first ?? hyphen - 1]!.start, end: part.end }
}

/** A content without the mark in front of it and the conjunction behind it that leads on to something else: `, the gate was shut and`. */
export function withoutLoose(text: string, { start, end }: Range): Range {
  const words = text.slice(start, end)
  const from = start + (/^[,;:]\s+/.exec(words)?.[0].length ?? 0)
  const to = end - (/(?<!\banything)[\s,;–—-]+(?:and|but|or|while|because|(?:in )?which|who)$/.exec(words)?.[0].length ?? 0)
  return from < to ? { start: from, end: to } : { start, end }
}

/** A content without what tells only when it was said: `asked | as he left whether`; nothing is left of `made the plea | as he left`, `reported | at noon`. */
export function withoutCircumstance(view: View, content: readonly Range[]): readonly Range[] {
  const [part, ...rest] = content as readonly [Range, ...Range[]]
  const [first, end] = [tokenAt(view.tokens, part.start), tokenAt(view.tokens, part.end - 1) + 1]
  if (rest.length > 0 || view.quoteOf[first]! >= 0) return content
  if (!/^(?:as|after|before|while)$/.test(word(view, first))) return isTimeAlone(view, first, end) ? [] : content
  if (!isClause(view, first + 1, end)) return content
  for (let i = first + 2; i < end - 1; i++) if (/^(?:that|whether)$/.test(word(view, i))) return [rangeOf(view, i, end)]
  return []
}

/** Whether a content is nothing but a time: `the bill that he proposed | in 2013`. */
export function isTime(view: View, [part, ...rest]: readonly Range[]): boolean {
  return part !== undefined && rest.length === 0 && isTimeAlone(view, tokenAt(view.tokens, part.start), tokenAt(view.tokens, part.end - 1) + 1)
}

function isTimeAlone({ tokens }: View, first: number, end: number): boolean {
  if (!/^(?:at|on|in|by|until|since|from|during)$/.test(tokens[first]!.lower)) return false
  return tokens.slice(first + 1, end).every(({ lower, pos }) => TIME_WORDS.has(lower.replace('.', '')) || /^(?:NUM|DET|ADP|PUNCT|SYM)$/.test(pos) || /^[ap]\.?m\.?$|^\d/.test(lower))
}

/** A content behind a noun cue without the clause whose subject the noun is: `her decision | to leave the choir | prompted letters`. */
export function withoutPredicate({ tokens, syntax: { phrases, clauses, clauseAt } }: View, content: Range, cue: Range | null): Range {
  const first = tokenAt(tokens, content.start)
  const last = cue === null || cue.end > content.start ? -1 : tokenAt(tokens, cue.end - 1)
  const noun = last > 0 && tokens[last]!.pos === 'ADP' ? last - 1 : last // criticism | of
  if (noun < 0 || first - noun > 3 || tokens[noun]!.pos !== 'NOUN') return content
  for (let i = first + 1; i < tokens.length && tokens[i]!.start < content.end; i++) {
    const clause = clauses[clauseAt[i]!]
    if (!clause?.finite || clause.first !== i || clause.by !== 'before' || /^(?:AUX|PART)$/.test(tokens[i - 1]!.pos) || tokens[i]!.text !== tokens[i]!.lower) continue
    if (phrases[clause.subject]?.head === noun) return { start: content.start, end: tokens[i - 1]!.end }
  }
  return content
}

/** The end of a quotation that is complete, and what leads back from an aside to what was said. */
const COMPLETE = /[,.!?…—-]['"”’]+$/, LEADS_ON = /[,:—-]\s*$/
/** How an aside begins that follows a comma: `he said, not finishing his joke`, `said Doe, whose term ends soon`. */
const ASIDE = /^(?:(?:not )?\p{L}+ing|who|whose|which)\b/u

/**
 * A content without what tells only how, where or of whom a complete quotation before the cue was said: `“Stay!” they shouted from the street`.
 * What has a quotation in it, stands in another sentence or goes on behind a comma is left.
 */
export function withoutAsides({ text, tokens, quotes }: View, content: readonly Range[], cue: Range | null): readonly Range[] {
  if (cue === null || content.length < 2) return content
  const sentence = (at: number) => tokens[tokenAt(tokens, at)]!.sentence
  return content.filter((part, i) => {
    const before = content[i - 1]
    if (before === undefined || before.end > cue.start || part.start < cue.end) return true
    if (!COMPLETE.test(text.slice(before.start, before.end)) || sentence(before.end - 1) !== sentence(part.start)) return true
    if (quotationsAt(quotes.quotations, part).some((quotation) => overlaps(quotation, part))) return true
    return LEADS_ON.test(text.slice(cue.end, part.start)) && !ASIDE.test(text.slice(part.start, part.end))
  })
}

const within = (outer: Range, { start, end }: Range): Range => ({ start: Math.max(outer.start, start), end: Math.min(outer.end, end) })
