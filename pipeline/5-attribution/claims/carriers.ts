import { contains, overlaps, type Range } from '../../model/span.ts'
import { tokenAt } from '../../text/token-at.ts'
import { phraseAfter, phraseRange, RELATIVE } from '../frames/phrases.ts'
import { CUE, word, type View } from '../frames/view.ts'
import { extent, hopOf, type Draft, type Hop } from './draft.ts'
import { outletBefore, outletMentions, outletTokens, type OutletMention } from './outlets.ts'
import { isReportWord, reportsOf, speakingOutlet, type Report } from './retold.ts'
import { PLAIN_DATES } from '../../lexicon/times.ts'

/** What is known at one place of the article. */
interface Place {
  readonly view: View
  readonly outlets: readonly OutletMention[]
  /** The report that the article retells here. */
  readonly report: Report | null
  /** The claim before, unless a report stands between. */
  readonly last: Draft | null
}

/**
 * Sets who passes a claim on without standing around it (`carrier`): an outlet whose report the article retells (`Doe reportedly said`,
 * `she told the paper`, `The Post found three women who said`), for what its speaker goes on to say too,
 * and who made a document public (`in a letter released by the court, Doe said`). `own` is the outlet of the article, which passes nothing on.
 */
export function addCarriers(view: View, drafts: readonly Draft[], own: string | null): void {
  const outlets = outletMentions(view).filter(({ key }) => key !== own?.replace(/^the /i, ''))
  const reports = reportsOf(view, outlets, drafts)
  const ordered = drafts.map((draft) => ({ draft, ...extent(draft) })).sort((a, b) => a.start - b.start || b.end - a.end)
  let report: Report | null = null
  let last: Draft | null = null
  let next = 0
  for (const { draft } of ordered) {
    const { start } = draft.mention ?? draft.cue ?? draft.content[0]!
    for (; next < reports.length && reports[next]!.at < start; next++) {
      report = reports[next]!
      last = null
    }
    splitMention(view, outlets, draft)
    if (draft.continues !== null || speakingOutlet(view, outlets, draft) !== null) continue
    if (draft.within === null) {
      draft.carrier ??= carrierOf({ view, outlets, report, last }, draft)
      last = draft
    } else if (speakingOutlet(view, outlets, draft.within) !== null) last = draft
    if (last === draft && draft.mention !== null && (draft.carrier !== null || draft.within !== null)) report?.sources.add(lastWord(view, draft.mention))
  }
}

/** `The Times reports Doe`, taken for one mention: the outlet passes on what Doe says. */
function splitMention(view: View, outlets: readonly OutletMention[], draft: Draft): void {
  const outlet = draft.mention === null ? null : outletTokens(view, outlets, draft.mention)
  if (outlet === null || !/^(?:report|say|write)(?:s|ed)?$/.test(word(view, outlet.end))) return
  const rest = view.tokens[outlet.end + 1]
  if (rest === undefined || rest.end > draft.mention!.end) return
  draft.mention = { start: rest.start, end: draft.mention!.end }
  draft.carrier = { claim: null, mention: outlet.named, cue: view.tokens[outlet.end]! }
}

const lastWord = (view: View, { end }: Range) => word(view, tokenAt(view.tokens, end - 1))

function carrierOf(place: Place, draft: Draft): Hop | null {
  const { view, report } = place
  const found = madePublicBy(view, draft) ?? reportAround(place, draft)
  if (found !== null || report === null) return found
  if (isReportedly(view, draft) || tellsReporter(place, draft)) return report.hop
  const before = place.last === null ? reportBefore(view, report, draft) : (place.last.carrier ?? (place.last.within && hopOf(place.last.within)))
  return before !== null && goesOn(place, draft) ? before : null
}

/** The report whose content is all that was said before a quotation: `According to the Times, Doe took to her blog. ¶ “No,” she wrote.` */
function reportBefore({ text, quoteOf, tokens }: View, { hop }: Report, { content }: Draft): Hop | null {
  const reports = hop.claim?.cue && /report|accord/i.test(text.slice(hop.claim.cue.start, hop.claim.cue.end))
  return reports && quoteOf[tokenAt(tokens, content[0]!.start)]! >= 0 ? hop : null
}

/** `Doe reportedly said`. */
function isReportedly(view: View, { cue }: Draft): boolean {
  if (cue === null) return false
  const first = tokenAt(view.tokens, cue.start)
  for (let i = first - 1; i < view.tokens.length && view.tokens[i]!.start < cue.end; i++) if (word(view, i) === 'reportedly') return true
  return false
}

/** `Doe told the paper`, whose source Doe is. */
function tellsReporter(place: Place, draft: Draft): boolean {
  const { view, outlets, report } = place
  const { cue, mention } = draft
  if (cue === null || mention === null || !/\bt(?:old|ell)/.test(view.text.slice(cue.start, cue.end))) return false
  const end = tokenAt(view.tokens, cue.end - 1) + 1
  if (report!.person) return [0, 1, 2].some((k) => view.tokens[end + k]?.text === report!.key || view.tokens[end - k]?.text === report!.key)
  const told = outletTokens(view, outlets, { start: cue.start, end: view.tokens[Math.min(end + 2, view.tokens.length - 1)]!.end })
  return told?.key === report!.key && (report!.sources.has(lastWord(view, mention)) || goesOn(place, draft, true))
}

/** Tokens around a cue that are looked at; few sentences are longer. */
const REACH = 80
const PRONOUN = /^(?:s?he|they)$/i
/** An occasion of its own: what is said there is not what the report before tells. */
const OCCASION =
  /^(?:statement|interview|conference|briefing|rally|speech|tweet(?:s|ed)?|twitter|email|letter|hearing|debate|reporters|tell(?:s|ing)?|told|later|yesterday|today|tonight)$/

/** Whether the speaker of the claim before, or whom the report is about, goes on: by a pronoun, at no other occasion. */
function goesOn({ view, last, report }: Place, { mention, cue, content }: Draft, told = false): boolean {
  if (mention === null || cue === null) return false
  const { paragraph, sentence } = view.tokens[tokenAt(view.tokens, cue.start)]!
  const before = last === null ? report!.paragraph : view.tokens[tokenAt(view.tokens, extent(last).end - 1)]!.paragraph
  if (last?.mention != null && last.mention.start === mention.start) return true
  if (paragraph - before > 1 || !PRONOUN.test(view.text.slice(mention.start, mention.end))) return false
  if (told) return true
  const { firstToken, endToken } = view.segmented.sentences[sentence]!
  const at = tokenAt(view.tokens, cue.start)
  for (let i = Math.max(firstToken, at - REACH); i < Math.min(endToken, at + REACH); i++) {
    if (content.some((part) => overlaps(part, view.tokens[i]!))) continue
    if (OCCASION.test(word(view, i)) || PLAIN_DATES.has(word(view, i))) return false
  }
  return true
}

/** `The Post found three women who said`, `The Mail reported on her claim that`: the outlet is the subject around the claim. */
function reportAround({ view, outlets }: Place, { mention, cue }: Draft): Hop | null {
  if (cue === null) return null
  const at = tokenAt(view.tokens, cue.start)
  const embedded = (view.cues[at]! & CUE.saying) !== 0 || /^(?:who|that|'s|his|her|their)$/.test(word(view, at - 1)) || (mention !== null && RELATIVE.has(lastWord(view, mention)))
  if (!embedded) return null
  const { firstToken } = view.segmented.sentences[view.tokens[at]!.sentence]!
  for (let i = at - 3; i > Math.max(firstToken, at - REACH); i--) {
    if (/^(?:but|while|,|;|:)$/.test(word(view, i))) return null
    if (!isReportWord(word(view, i))) continue
    const outlet = outletBefore(outlets, view.tokens[i - 1]!.pos === 'ADV' ? i - 1 : i)
    if (outlet !== null) return { claim: null, mention: outlet.named, cue: { start: view.tokens[i]!.start, end: view.tokens[i]!.end } }
  }
  return null
}

const MADE_PUBLIC = /^(?:released|obtained|published|leaked|provided|posted|circulated|unsealed|read)$/

/** `In a letter released by the senator's office, Doe said`. */
function madePublicBy(view: View, { mention, cue, content }: Draft): Hop | null {
  if (mention === null || cue === null) return null
  const { firstToken, endToken } = view.segmented.sentences[view.tokens[tokenAt(view.tokens, cue.start)]!.sentence]!
  if (word(view, firstToken) !== 'in') return null
  for (let i = firstToken + 2; i + 2 < endToken && i < firstToken + REACH && view.tokens[i]!.start < mention.start; i++) {
    if (!MADE_PUBLIC.test(word(view, i)) || word(view, i + 1) !== 'by' || /^(?:his|her|their|its)$/.test(word(view, i + 2))) continue
    if (content.some((part) => contains(part, view.tokens[i]!))) continue
    const phrase = phraseAfter(view, i + 2, endToken)
    if (phrase === null) return null
    const named = phraseRange(view, phrase)
    return overlaps(named, mention) ? null : { claim: null, mention: named, cue: { start: view.tokens[i]!.start, end: view.tokens[i + 1]!.end } }
  }
  return null
}
