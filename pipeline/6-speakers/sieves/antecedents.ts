import type { Token } from '../../model/layers.ts'
import type { Range } from '../../model/span.ts'
import { isQuoted, type Discourse } from './discourse.ts'
import type { Part } from '../mentions/phrases.ts'
import { isCapital } from '../names/collect.ts'
import { withoutPlural } from '../names/words.ts'

/** Words for the people who did a piece of research: any takes up any other. */
const RESEARCH = new Set(['researcher', 'scientist', 'author', 'team', 'academic', 'investigator'])
/** Things that are introduced once, by whose they are, and then taken up by the noun alone. */
const THINGS = new Set('study report survey poll document letter lawsuit complaint suit paper memo video petition'.split(' '))
/** How many tokens back, and how many of them after the noun. */
const BACK = 600
const LONGEST = 9

/**
 * Where the text introduced what a bare definite noun takes up: `a study by the Harbour Institute` for `the study`,
 * `a research team from Oslo` for `the scientists`. Null where it did not, or said no more of it.
 */
export function introductionOf({ text: { tokens }, syntax }: Discourse, part: Part): Range | null {
  if (!part.definite || part.possessor || part.headToken !== part.firstToken + 1) return null
  const noun = withoutPlural(part.head)
  if (!RESEARCH.has(noun) && !(THINGS.has(noun) && !part.plural)) return null
  for (let t = part.firstToken - 1; t >= Math.max(0, part.firstToken - BACK); t--) {
    if (!/^(NOUN|PROPN)$/.test(tokens[t]!.pos) || isQuoted(syntax, t)) continue
    const own = withoutPlural(tokens[t]!.lower)
    if (own !== noun && !(RESEARCH.has(noun) && RESEARCH.has(own))) continue
    const found = introduced(tokens, t)
    if (found) return found
  }
  return null
}

/** The noun phrase headed by a token, if it is indefinite and says whose or which it is. */
function introduced(tokens: readonly Token[], head: number): Range | null {
  let from = head
  while (from > 0 && /^(NOUN|PROPN|ADJ|NUM)$/.test(tokens[from - 1]!.pos) && tokens[from - 1]!.sentence === tokens[head]!.sentence) from--
  const before = tokens[from - 1]
  const indefinite = before && /^(a|an|another)$/.test(before.lower) && before.sentence === tokens[head]!.sentence
  const end = complementEnd(tokens, head + 1)
  const plural = tokens[head]!.lower.endsWith('s') && end > head + 1 && !(before?.pos === 'DET')
  if (!indefinite && !plural) return null
  if (end === head + 1 && !tokens.slice(from, head).some((token) => token.pos === 'PROPN')) return null
  return { start: tokens[indefinite ? from - 1 : from]!.start, end: tokens[end - 1]!.end }
}

/** The end of `by the Harbour Institute` that begins at a token; the same token where nothing of the kind names anybody. */
function complementEnd(tokens: readonly Token[], from: number): number {
  if (!/^(of|from|at|by|in|for)$/.test(tokens[from]?.lower ?? '')) return from
  let t = from
  let named = false
  const last = Math.min(tokens.length, from + LONGEST)
  while (t < last && tokens[t]!.sentence === tokens[from]!.sentence && /^(ADP|DET|NOUN|PROPN|ADJ)$/.test(tokens[t]!.pos)) {
    named ||= tokens[t]!.pos === 'PROPN' && isCapital(tokens[t]!.text)
    t++
  }
  while (t > from && /^(ADP|DET)$/.test(tokens[t - 1]!.pos)) t--
  return named ? t : from
}
