import { segment } from '../../pipeline/2-segment/segment.ts'
import { findQuotations } from '../../pipeline/3-quotations/quotations.ts'
import { parse } from '../../pipeline/4-syntax/syntax.ts'
import { viewOf, type View } from '../../pipeline/7-stance/match/view.ts'
import { stanceOf } from '../../pipeline/7-stance/stance.ts'
import { NOWHERE } from '../../pipeline/7-stance/target/antecedents.ts'
import { classify } from '../../pipeline/7-stance/classify.ts'
import type { Attribution, Attributions, RawJudgement, Speakers } from '../../pipeline/model/layers.ts'
import type { Range } from '../../pipeline/model/span.ts'

/** A rule's example without its marks, judged, and where the marks stood. */
export interface Judged {
  readonly text: string
  readonly judgement: RawJudgement
  readonly evidence: Range | null
  readonly target: Range | null
}

export const attribution = (content: readonly Range[], cue: Range | null): Attribution => ({
  content,
  quoted: [],
  cue,
  mention: null,
  kind: 'indirect',
  mode: 'speech',
  within: null,
  continues: null,
  chain: [],
  probability: 1,
  why: [],
})

export const NO_SPEAKERS = { speakers: [], claims: [], chains: [] }

/** Commitment and stance of claims in `text`, of nobody unless `speakers` says. */
export function judged(text: string, claims: Attributions, speakers: Speakers = NO_SPEAKERS): readonly RawJudgement[] {
  const segmented = segment(text)
  return classify(segmented, parse(segmented, findQuotations(segmented)), claims, speakers)
}

/** An example of rules/row.ts without its marks, and where they stood. */
interface Marked {
  readonly text: string
  readonly claim: Attribution
  readonly evidence: Range | null
  readonly target: Range | null
}

function unmarked(marked: string): Marked {
  const at = new Map<string, number>()
  let text = ''
  for (const char of marked)
    if ('<[{'.includes(char)) {
      if (!at.has(char)) at.set(char, text.length)
    } else if ('>]}'.includes(char)) at.set(char, text.length)
    else text += char
  const range = (open: string, close: string): Range | null => (at.has(open) ? { start: at.get(open)!, end: at.get(close)! } : null)
  const cue = range('<', '>')
  const isBehind = cue !== null && /\p{L}/u.test(text.slice(cue.end))
  const content =
    cue === null ? { start: 0, end: text.length } : isBehind ? { start: cue.end, end: text.length } : { start: 0, end: cue.start }
  return { text, claim: attribution([content], cue), evidence: range('[', ']'), target: range('{', '}') }
}

/** An example as the rules read it; with `given`, as if its target were given. */
export function exampleView(marked: string, given = false): { readonly view: View; readonly evidence: Range | null } {
  const { text, claim, evidence } = unmarked(marked)
  const segmented = segment(text)
  const kind = /^.?“/u.test(text) ? 'direct' : 'indirect'
  return { view: viewOf(segmented, parse(segmented, findQuotations(segmented)), { ...claim, kind }, { mentions: [], own: [], foreign: [], given }), evidence }
}

/** Judges an example, with `given` as if its target were given, as rules/row.ts describes them: `<cue>`, `[evidence]`, `{target}`. */
export function judgeExample(marked: string, given = false): Judged {
  const { text, claim, evidence, target } = unmarked(marked)
  const [judgement] = judged(text, [claim])
  const stance = given ? stanceOf(exampleView(marked, given).view, NOWHERE) : judgement!.stance
  return { text, judgement: { ...judgement!, stance }, evidence, target }
}
