import type { RawReason, SegmentedText, Syntax } from '../../model/layers.ts'
import { overlaps, type Range, trim } from '../../model/span.ts'
import { calibrate } from './calibration.ts'
import { Lattice } from './crf.ts'
import type { Analysis, Passage } from './features/analysis.ts'
import { analyse } from './features/passage.ts'
import { extract, GROUP_OF, GROUPS, WIDTH } from './features/features.ts'
import { describeClaim, mainToken } from './join-claim.ts'
import type { Candidate } from './join-features.ts'
import { attitudeChance, describeMode } from './join-mode.ts'
import { sigmoid, treesScore } from './gbdt.ts'
import { compete, join, type Joined } from './join.ts'
import { shippedModel, type TaggerModel } from './model.ts'
import type { TaggedClaim } from './tagged.ts'
import { tagPassage } from './viterbi.ts'
import type { WeightTable } from './model-table.ts'
import { countWhile } from '../../model/bisect.ts'

/** The claims that the learned tagger finds outside boilerplate, in order of their content. No boilerplate lies in other; it is in order. */
export function tagClaims(
  text: SegmentedText,
  syntax: Syntax,
  boilerplate: readonly Range[],
  model: TaggerModel = shippedModel(),
): readonly TaggedClaim[] {
  const a = analyse(text, syntax, model.lexicon)
  const job = { text, a, boilerplate, model }
  const claims: TaggedClaim[] = []
  for (const p of a.passages) if (!covered(text, p, boilerplate)) claims.push(...tagOne(job, p))
  return claims
    .filter(({ content }) => !content.some((part) => overlapped(part, boilerplate) !== null))
    .sort((x, y) => x.content[0]!.start - y.content[0]!.start || y.content.at(-1)!.end - x.content.at(-1)!.end)
}

const lattices = new WeakMap<TaggerModel, Lattice>()

function latticeOf(model: TaggerModel): Lattice {
  const known = lattices.get(model)
  if (known) return known
  const lattice = new Lattice(model.transitions)
  lattices.set(model, lattice)
  return lattice
}

function rangeOf({ tokens }: SegmentedText, first: number, end: number): Range {
  return { start: tokens[first]!.start, end: tokens[end - 1]!.end }
}

/** The first of ranges in order that ends behind an offset, or null. */
function firstBehind(ranges: readonly Range[], offset: number): Range | null {
  return ranges[countWhile(ranges.length, (i) => ranges[i]!.end <= offset)] ?? null
}

/** The boilerplate that overlaps a range first, or null. */
function overlapped(range: Range, boilerplate: readonly Range[]): Range | null {
  const first = firstBehind(boilerplate, range.start)
  return first !== null && overlaps(first, range) ? first : null
}

function covered(text: SegmentedText, p: Passage, boilerplate: readonly Range[]): boolean {
  const { start, end } = rangeOf(text, p.first, p.end)
  const cover = firstBehind(boilerplate, end - 1)
  return cover !== null && cover.start <= start
}

/** What is left of a mention behind boilerplate, such as the dateline in front of it; null where it is nothing else. */
function behind(text: string, mention: Range, boilerplate: readonly Range[]): Range | null {
  const cut = overlapped(mention, boilerplate)
  return cut === null ? mention : cut.end < mention.end ? trim(text, { start: cut.end, end: mention.end }) : null
}

interface Job {
  readonly text: SegmentedText
  readonly a: Analysis
  readonly boilerplate: readonly Range[]
  readonly model: TaggerModel
}

/** The claims of one passage. */
function tagOne({ text, a, boilerplate, model }: Job, p: Passage): TaggedClaim[] {
  const lattice = latticeOf(model)
  const n = p.end - p.first
  const ids = extract(a, p)
  model.table.score(ids, n, WIDTH, lattice.scores)
  const { segments, marginals } = tagPassage(lattice, p)
  const claims: TaggedClaim[] = []
  if (segments.length === 0) return claims
  const judged = join(a, p, segments, model.rankers).map((claim) => {
    return { claim, score: treesScore(model.judge, describeClaim(a, p, marginals, claim)) }
  })
  for (const { claim, score } of compete(judged, (each) => each.claim, (each) => each.score)) {
    const probability = calibrate(model.curve, sigmoid(score))
    if (probability < model.threshold) continue
    const { cue, source, contents } = claim
    const attitude = attitudeChance(model.mode, describeMode(a, p, cue, contents[0]!, source))
    const content: Range[] = []
    for (const c of contents) content.push(rangeOf(text, c.first, c.end))
    claims.push({
      content,
      cue: rangeOf(text, cue.first, cue.end),
      mention: source && behind(text.text, rangeOf(text, source.first, source.end), boilerplate),
      mode: attitude > 0.5 ? 'attitude' : 'speech',
      probability,
      why: reasons(text, p, a, ids, claim, model),
    })
  }
  return claims
}

/** The deciding evidence for each part, and the speaker that came second. */
function reasons(text: SegmentedText, p: Passage, a: Analysis, ids: Int32Array, claim: Joined, model: TaggerModel): RawReason[] {
  const { cue, source, contents, rival, sourceChance, rivalChance } = claim
  const content = contents[0]!
  const tagged = { text, p, ids, model }
  const weight = Math.log(rivalChance / sourceChance)
  return [
    ...evidenceFor(tagged, 'cue', cue, mainToken(a, cue), 2),
    ...evidenceFor(tagged, 'content begins', content, content.first, 1),
    ...(source ? evidenceFor(tagged, 'speaker', source, source.end - 1, 1) : []),
    ...(rival ? [{ feature: 'speaker: rejected candidate', range: rangeOf(text, rival.first, rival.end), weight }] : []),
  ]
}

interface TaggedPassage {
  readonly text: SegmentedText
  readonly p: Passage
  readonly ids: Int32Array
  readonly model: TaggerModel
}

/** At most `most` pieces of evidence that `token` has the label it has in the segment `c`. */
function evidenceFor({ text, p, ids, model }: TaggedPassage, name: string, c: Candidate, token: number, most: number): RawReason[] {
  const label = 1 + 4 * c.part + (c.end - c.first === 1 ? 3 : token === c.first ? 0 : token === c.end - 1 ? 2 : 1)
  const found = evidence(model.table, ids, p.end - p.first, token - p.first, label, most)
  return found.map(({ group, weight }) => ({ feature: `${name}: ${group}`, range: rangeOf(text, c.first, c.end), weight }))
}

/** How much an evidence group speaks for a label (as against no label), in log odds. */
interface Evidence {
  readonly group: string
  readonly weight: number
}

const sums = new Int32Array(GROUPS.length)

/** The strongest evidence for `label` at token `t` of the `n` of a passage, whose features are `ids`, strongest first. */
export function evidence(table: WeightTable, ids: Int32Array, n: number, t: number, label: number, most: number): Evidence[] {
  sums.fill(0)
  table.addAdvantages(sums, GROUP_OF, ids, n, t, label)
  const found: Evidence[] = []
  while (found.length < most) {
    let best = 0
    for (let g = 1; g < GROUPS.length; g++) if (sums[g]! > sums[best]!) best = g
    if (sums[best]! <= 0) break
    found.push({ group: GROUPS[best]!, weight: sums[best]! * table.unit })
    sums[best] = 0
  }
  return found
}
