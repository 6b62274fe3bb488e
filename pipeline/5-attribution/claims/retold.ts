import type { Range } from '../../model/span.ts'
import { tokenAt } from '../../text/token-at.ts'
import { rangeOf, word, type View } from '../frames/view.ts'
import { hopOf, type Draft, type Hop } from './draft.ts'
import { outletTokens, type OutletMention } from './outlets.ts'

/** A report of an outlet or journalist that an article retells. */
export interface Report {
  readonly hop: Hop
  /** The outlet, or the journalist's last name. */
  readonly key: string
  readonly person: boolean
  /** Where its outlet is named. */
  readonly at: number
  readonly paragraph: number
  /** Last names of those whose words it passes on, in lower case. */
  readonly sources: Set<string>
}

/** What an outlet does with somebody's words, and what it calls that. */
const REPORT_WORD =
  /^(?:report(?:s|ed|ers?|ing)?|stor(?:y|ies)|articles?|account|investigation|interview(?:s|ed)?|found|spoke|talked|quot(?:es|ed)|reveal(?:s|ed)|publish(?:es|ed))$/
/** Tokens behind an outlet that are looked at; few sentences are longer. */
const REACH = 80
const JOURNALIST = /^(?:reporter|correspondent|journalist|columnist)$/
const SOURCE_BEHIND = /^(?:with|from|quot(?:ed|es|ing)|interviewed|cit(?:ed|es|ing))$/
const MADE = /^(?:made|brought|level(?:l)?ed|raised|given|told|written)$/
const CAPITAL = /^\p{Lu}/u

/** Cues by which an outlet passes on what others say, rather than asks or comments. */
const PASSES_ON = /\b(?:report|accord|publish|reveal|obtain|sa[iy]|writ|wrote|cit|quot|claim|alleg)/i

/** The outlet that makes a claim, by its name or by something it printed (`a report in the Times`); null for its people and for others. */
export function speakingOutlet(view: View, outlets: readonly OutletMention[], { mention }: Draft): OutletMention | null {
  const outlet = mention === null ? null : outletTokens(view, outlets, mention)
  if (outlet === null || mention === null) return null
  const [first, end] = [tokenAt(view.tokens, mention.start), tokenAt(view.tokens, mention.end - 1) + 1]
  if (first === outlet.first && end === outlet.end) return outlet
  for (let i = first; i < end; i++) if (/^(?:reports?|stor(?:y|ies)|articles?|account|investigation)$/.test(word(view, i))) return outlet
  return null
}

/** Whether a word tells what an outlet reports. */
export const isReportWord = (lower: string): boolean => REPORT_WORD.test(lower)

/** The reports of others that a text retells, in order. */
export function reportsOf(view: View, outlets: readonly OutletMention[], drafts: readonly Draft[]): readonly Report[] {
  const claims = new Map<OutletMention, Draft>()
  for (const draft of drafts) {
    const outlet = speakingOutlet(view, outlets, draft)
    if (outlet !== null && !claims.has(outlet) && draft.cue !== null && PASSES_ON.test(view.text.slice(draft.cue.start, draft.cue.end)))
      claims.set(outlet, draft)
  }
  const reports: Report[] = []
  const sources = new Map<string, Set<string>>()
  for (const outlet of outlets) {
    const journalist = journalistOf(view, outlet)
    const claim = claims.get(outlet)
    const hop = claim === undefined ? reportedBy(view, outlet) : isItself(view, outlet, claim) ? hopOf(claim) : { claim: null, mention: outlet.named, cue: claim.cue }
    if (hop === null && journalist === null) continue
    const { start } = view.tokens[outlet.first]!
    const { paragraph } = view.tokens[outlet.first]!
    const person = journalist !== null
    const key = person ? view.tokens[tokenAt(view.tokens, journalist.end - 1)]!.text : outlet.key
    const known = sources.get(key) ?? new Set()
    sources.set(key, known)
    for (const source of sourcesIn(view, outlet)) known.add(source)
    reports.push({ hop: person ? { claim: null, mention: journalist, cue: null } : hop!, key, person, at: start, paragraph, sources: known })
  }
  return reports
}

/** Whether the outlet makes the claim, rather than somebody of it, or something that it published. */
const isItself = (view: View, { first, end }: OutletMention, { mention }: Draft) =>
  mention !== null && view.tokens[first]!.start === mention.start && view.tokens[end - 1]!.end === mention.end

/** `The Post story centered on`, `The Post is interviewing`. */
function reportedBy(view: View, { end, named }: OutletMention): Hop | null {
  const at = [end, end + 1].find((i) => isReportWord(word(view, i)) && (i === end || /^(?:ADV|AUX)$/.test(view.tokens[end]!.pos)))
  return at === undefined ? null : { claim: null, mention: named, cue: rangeOf(view, at, at + 1) }
}

/** `Ann Moore, a reporter for the Ledger, kept a running report`: who reports. */
function journalistOf(view: View, { first, end }: OutletMention): Range | null {
  const noun = [first - 1, first - 2].find((i) => JOURNALIST.test(word(view, i)))
  if (noun === undefined) return null
  let comma = noun
  while (comma > noun - 5 && word(view, comma) !== ',') comma--
  let from = comma
  while (from > 0 && CAPITAL.test(view.tokens[from - 1]!.text)) from--
  if (word(view, comma) !== ',' || comma - from < 2) return null
  const { endToken } = view.segmented.sentences[view.tokens[first]!.sentence]!
  for (let i = end; i < Math.min(endToken, end + REACH); i++) if (isReportWord(word(view, i))) return rangeOf(view, from, comma)
  return null
}

/** Whom the sentence of a report names as its sources: `allegations made by Ann Moore`. */
function sourcesIn(view: View, { first }: OutletMention): Set<string> {
  const { endToken } = view.segmented.sentences[view.tokens[first]!.sentence]!
  const sources = new Set<string>()
  for (let i = first; i < Math.min(endToken, first + REACH); i++) {
    if (!SOURCE_BEHIND.test(word(view, i)) && !(word(view, i) === 'by' && MADE.test(word(view, i - 1)))) continue
    for (let k = i + 1; k < endToken && k < i + 6; k++) if (CAPITAL.test(view.tokens[k]!.text)) sources.add(word(view, k))
  }
  return sources
}
