import { CONTENT, CUE, LABELS, SOURCE } from './crf-labels.ts'
import type { Analysis, Passage } from './features/analysis.ts'
import { POS } from '../../text/pos.ts'
import { TRAIT } from './features/words.ts'
import { gapOf, type Candidate } from './join-features.ts'
import type { Joined } from './join.ts'

/**
 * @param marginals probability of each label at each token of the segments, token-major from the passage's first.
 */
export function describeClaim(
  a: Analysis,
  p: Passage,
  marginals: Float32Array,
  d: Joined,
): Float32Array {
  const { cue, source, contents, segments } = d
  const first = contents[0]!, last = contents.at(-1)!
  let tokens = 0, quoted = 0, sure = 0, unsurest = 1
  for (const c of contents)
    for (let i = c.first; i < c.end; i++) {
      tokens++
      quoted += a.quoted[i]!
      const q = partChance(marginals, i - p.first, CONTENT)
      sure += q
      if (q < unsurest) unsurest = q
    }
  const nearest = contents.reduce((best, c) => (gapOf(c, cue) < gapOf(best, cue) ? c : best))
  const main = mainToken(a, cue)
  const firstTraits = a.traits[nearest.first]!
  const behind = last.end < p.end ? a.traits[last.end]! : TRAIT.terminal
  const side = nearest.first < cue.first ? 0 : 1
  const sourceHead = source ? source.end - 1 : -1
  return Float32Array.of(
    cue.probability,
    least(contents, (c) => c.probability),
    -least(contents, (c) => -c.probability),
    source ? source.probability : -1,
    d.sourceChance,
    d.rivalChance,
    d.contentChance,
    a.cue[main] === 9 ? -1 : a.cue[main]!,
    contents.length,
    tokens,
    quoted / tokens,
    a.mark[first.first]!,
    gapOf(nearest, cue),
    source ? (source.first < cue.first ? -1 : 1) * (1 + gapOf(source, cue)) : 0,
    source ? source.end - source.first : 0,
    source && a.tag[sourceHead]! & POS.PRON ? 1 : 0,
    side,
    cue.end - cue.first,
    a.tag[main]! & POS.VERB ? 0 : a.tag[main]! & POS.NOUN ? 1 : 2,
    a.quoted[main]!,
    Math.min(p.index, 6),
    behind & TRAIT.terminal ? 2 : behind & TRAIT.comma ? 1 : 0,
    firstTraits & TRAIT.to ? 2 : firstTraits & TRAIT.complementizer ? 1 : 0,
    segments.reduce((cues, s) => (s.part === CUE ? cues + 1 : cues), 0),
    least(contents, (c) => edgeChance(marginals, c.first - p.first, BEGIN)),
    least(contents, (c) => edgeChance(marginals, c.end - 1 - p.first, END)),
    partChance(marginals, main - p.first, CUE),
    sure / tokens,
    unsurest,
    Math.abs(a.sentence[nearest.first]! - a.sentence[cue.first]!),
    source ? partChance(marginals, sourceHead - p.first, SOURCE) : -1,
    cue.first > p.first && a.traits[cue.first - 1]! & TRAIT.to ? 1 : 0,
    a.to[cue.first]! - cue.end,
    side ? nearest.end - a.to[cue.first]! : a.from[cue.first]! - nearest.first,
    p.end - p.first,
  )
}

/** The least of a number of the candidates, of which there is one at least. */
function least(candidates: readonly Candidate[], number: (c: Candidate) => number): number {
  let found = number(candidates[0]!)
  for (const c of candidates) found = Math.min(found, number(c))
  return found
}

const BEGIN = 1, END = 3, SINGLE = 4

/** Probability that a content begins (ends) at a token. */
function edgeChance(marginals: Float32Array, t: number, edge: number): number {
  const at = t * LABELS + 4 * CONTENT
  return marginals[at + edge]! + marginals[at + SINGLE]!
}

function partChance(marginals: Float32Array, t: number, part: number): number {
  const at = t * LABELS + 1 + 4 * part
  return marginals[at]! + marginals[at + 1]! + marginals[at + 2]! + marginals[at + 3]!
}

/** The token that decides a cue: its last verb or noun, else its last. */
export function mainToken(a: Analysis, cue: Candidate): number {
  let main = cue.end - 1
  for (let i = cue.first; i < cue.end; i++) if (a.tag[i]! & (POS.VERB | POS.NOUN)) main = i
  return main
}
