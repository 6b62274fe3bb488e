import type { Attributions, Judgements, SegmentedText, Speakers, Syntax } from '../model/layers.ts'
import type { Range } from '../model/span.ts'
import { commitmentOf } from './commitment.ts'
import { antecedents } from './target/antecedents.ts'
import { stanceOf } from './stance.ts'
import { viewOf } from './match/view.ts'
import { LIKELY } from '../model/confidence.ts'


/** Rules whose target is a thing proposed or demanded. */
const PROPOSING: ReadonlySet<string> = new Set(['propose', 'announced', 'demand', 'pledge', 'ready', 'wants'])

/**
 * Commitment and stance of each attribution, by the rules of `rules/`. Claims are read in the order of the text, so that a
 * pointer (`the idea`) can be led back to what an earlier claim was about.
 */
export function classify(text: SegmentedText, syntax: Syntax, claims: Attributions, speakers: Speakers): Judgements {
  const { lead, add } = antecedents()
  const mentions = speakers.speakers
    .flatMap(({ id, name, kind, mentions: ranges }) => ranges.map((range) => ({ range, name, kind, speaker: id })))
    .sort((a, b) => a.range.start - b.range.start)
  const nested = new Map<number, Range[]>()
  for (const { within, content, cue, probability } of claims) {
    if (within === null || probability < LIKELY) continue // takes no words from the outer one
    const known = nested.get(within) ?? []
    known.push(...content)
    if (cue) known.push(cue)
    nested.set(within, known)
  }
  return claims.map((claim, i) => {
    const view = viewOf(text, syntax, claim, { mentions, own: speakers.claims[i]?.ids ?? [], foreign: nested.get(i) ?? [] })
    const commitment = commitmentOf(view)
    const stance = commitment.rule === 'asks/answer' ? [] : stanceOf(view, lead) // what others put to them
    for (const { rule, target } of stance) if (target.range) add(view, { text: target.text, range: target.range }, PROPOSING.has(rule))
    return { commitment, stance }
  })
}
