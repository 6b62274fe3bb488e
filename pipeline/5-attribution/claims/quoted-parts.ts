import { REPORTING_VERBS } from '../../lexicon/reporting.ts'
import { overlaps, type Range } from '../../model/span.ts'
import { tokenAt } from '../../text/token-at.ts'
import { isVerbal } from '../frames/phrases.ts'
import { word, type View } from '../frames/view.ts'
import { quotationsAt } from './span-index.ts'

/** What stands before a name in quotation marks: `better known as “Lefty”`. */
const NAMING = /\b(?:known (?:\w+ )?as|called(?: only)?|named|nicknamed|dubbed|(?:the )?(?:nick)?name(?: of)?|name (?:only )?as|goes by|identified (?:only )?as)(?: only)?\s*$/i
/** Code units before a quotation in which that is looked for. */
const BEFORE = 30
/** Words of the longest such name. */
const NAME = 3

/** Whether a quotation is a name or nickname rather than what somebody says. */
export function isNickname(text: string, { start, end }: Range): boolean {
  const inner = text.slice(start, end)
  return inner.length < 40 && inner.trim().split(/\s+/).length <= NAME && NAMING.test(text.slice(Math.max(0, start - BEFORE), start))
}

/** A content without the nicknames that were taken for parts of what is quoted; all of it if it is nothing else. */
export function withoutNicknames({ text, quotes }: View, content: readonly Range[], cue: Range | null): readonly Range[] {
  if (content.length < 2) return content
  // was called “a mess” by: what the cue itself governs is no name
  const own = ({ start }: Range) => cue !== null && start >= cue.end && start - cue.end < 2
  const kept = content.filter((part) => own(part) || !quotationsAt(quotes.quotations, part).some((each) => part.end <= each.end + 1 && each.start - part.start < BEFORE && isNickname(text, each)))
  return kept.length > 0 ? kept : content
}

/** Verbs of sounds and faces, by which a question or exclamation is said though they report nothing. */
const MANNER = /^(?:laugh|smile|grin|sigh|sob|chuckle|giggle|scream|shriek|yell|gasp|snort|groan|moan|whisper|mumble|mutter|cr(?:y|ied|ies)|bark|roar|snap|sneer|scoff|beam|weep|wept)/
const CLOSED_SENTENCE = /[.!?…]["”’»]\s*$/

/**
 * `“You knew.” Dunn shrugged.`: what somebody does in the next sentence is no cue of the quotation, which ends with a stop. `verb` is whether
 * the cue is a verb that reports; then the quotation is another's only if the verb has a content of its own (`Dunn said nothing`).
 */
export function isActionBehind({ text, tokens }: View, content: readonly Range[], cue: Range, mention: Range): boolean {
  const quoted = content.findLast((part) => part.end <= mention.start)
  if (quoted === undefined || mention.end > cue.start || !/^\p{Lu}/u.test(text.slice(mention.start, mention.start + 2))) return false
  const end = text.slice(Math.max(0, quoted.end - 3), quoted.end)
  if (!CLOSED_SENTENCE.test(end) || text.slice(quoted.end, mention.start).trim() !== '') return false
  const first = tokenAt(tokens, cue.start)
  let reports = false
  for (let i = first; i < tokens.length && tokens[i]!.start < cue.end; i++) {
    const { lower } = tokens[i]!
    if (!/\.["”’»]\s*$/.test(end) && MANNER.test(lower)) return false
    reports ||= REPORTING_VERBS.get(lower)?.some(({ frames }) => frames.has('quote')) ?? false
  }
  return !reports || content.some((part) => part.start >= cue.end && !/["“”]/.test(text.slice(part.start, part.end)))
}

/** `said “we will pay” and left the hall`: a content that begins with a quotation right behind the cue ends with it, where another verb follows. */
export function withoutNextAction(view: View, part: Range, cue: Range | null): Range {
  if (cue === null || part.start < cue.end) return part
  const quotation = quotationsAt(view.quotes.quotations, part).find((each) => each.depth === 0 && each.start === part.start)
  if (quotation === undefined || quotation.end >= part.end) return part
  const next = tokenAt(view.tokens, quotation.end)
  const bare = /^(?:and|then|before|but)$/.test(word(view, next)) && isVerbal(view, next + 1) && /ed$|^(?:left|went|took|gave|sat|ran|rose|stood|put|made|held)$/.test(word(view, next + 1))
  if (!bare || [...view.quotes.quotations].some((each) => each.start > quotation.end && overlaps(each, part))) return part
  return { start: part.start, end: quotation.end }
}

