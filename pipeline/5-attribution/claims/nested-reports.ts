import { contains, overlaps } from '../../model/span.ts'
import { PRONOUNS } from '../../lexicon/pronouns.ts'
import type { Draft } from './draft.ts'
import type { Proposal } from '../frames/proposal.ts'
import { fromFrame } from './reconcile.ts'
import { Near } from './span-index.ts'

/**
 * Adds what people report in their own quotations, where the quotation is a claim's content and no claim has the cue yet.
 * Behind all rules about quotations: a report in a quotation is no reason to think that the quotation is claimed. What `they` or `people`
 * believe by somebody's words is no report.
 */
export function addReported(text: string, drafts: readonly Draft[], proposals: readonly Proposal[]): readonly Draft[] {
  if (proposals.length === 0) return drafts
  const near = new Near(drafts, ({ content }) => content)
  const isWithin = ({ content, cue, mention, mode }: Proposal) => {
    if (mode === 'attitude' && (mention === null || isPronoun(text.slice(mention.start, mention.end)))) return false
    const around = near.at(content[0]!)
    if (around.some((each) => each.cue !== null && cue !== null && overlaps(each.cue, cue))) return false
    return around.some((each) => each.content.some((part) => contains(part, content[0]!) && cue !== null && contains(part, cue)))
  }
  return [...drafts, ...proposals.filter(isWithin).map(fromFrame)]
}

const isPronoun = (words: string) => PRONOUNS.has(words.toLowerCase()) || /^(?:some |many |most )?(?:people|folks|everyone|everybody|nobody)$/i.test(words)
