import type { Claim } from '../model/schema.ts'
import type { Range } from '../model/span.ts'
import type { ExpectedClaim } from './expected.ts'
import type { Measure } from './match.ts'
import { sameDescription, sameNames, type TargetMatcher } from './names.ts'

/** What is compared on a claim, layer by layer. Each layer says what is owed, what was found, and when the two agree. */

export interface Context {
  readonly measure: Measure
  readonly targets: TargetMatcher
  /** Name of a speaker's id. */
  readonly nameOf: ReadonlyMap<string, string>
  /** Key of the expected claim that a predicted one was paired with. */
  readonly keyOf: ReadonlyMap<string, string>
}

/** One thing to compare: how it reads, and where it stands if it stands somewhere. */
export interface Item {
  readonly shown: string
  readonly ranges: readonly Range[]
  readonly label?: string
  readonly names?: readonly string[]
  readonly anonymous?: boolean
}

export interface ClaimLayer {
  readonly id: string
  /** Null: not judged. */
  readonly owed: (claim: ExpectedClaim) => readonly Item[] | null
  readonly found: (claim: Claim, context: Context) => readonly Item[]
  /** How well the two agree; 0: not at all. */
  readonly agree: (gold: Item, ours: Item, context: Context) => number
}

const item = (shown: string, ranges: readonly Range[] = []): Item => ({ shown, ranges })
const place = (name: string, ranges: readonly Range[]): readonly Item[] => (ranges.length > 0 ? [item(name, ranges)] : [])
const labelled = (label: string): Item => ({ shown: label, ranges: [], label })
const labelledOrNull = (label: string | undefined) => (label === undefined ? null : [labelled(label)])
const sameLabel = (gold: Item, ours: Item) => Number(gold.label === ours.label)

/** A layer that is one label on each claim. */
function labelLayer(id: string, owed: (claim: ExpectedClaim) => string | undefined, found: (claim: Claim, context: Context) => string): ClaimLayer {
  return {
    id,
    owed: (claim) => labelledOrNull(owed(claim)),
    found: (claim, context) => [labelled(found(claim, context))],
    agree: sameLabel,
  }
}

const unlessAsserts = (label: string): readonly Item[] => (label === 'asserts' ? [] : [labelled(label)])

const stanceItem = ({ label, target }: { label: string; target: string }): Item => ({ shown: `${label} ${target}`, ranges: [], label, names: [target] })
const stanceFound = (claim: Claim): readonly Item[] =>
  claim.stance.map((stance) => ({ ...stanceItem({ label: stance.label, target: stance.target.text }), ranges: [stance.evidence] }))

export const CLAIM_LAYERS: readonly ClaimLayer[] = [
  {
    id: 'cue',
    owed: (claim) => (claim.cue === undefined ? null : place('a cue', claim.cue)),
    found: (claim) => (claim.cue === null ? [] : place(`“${claim.cue.exact}”`, [claim.cue])),
    agree: (gold, ours, { measure }) => atLeastHalf(measure.iou(gold.ranges, ours.ranges)),
  },
  {
    id: 'mention',
    owed: (claim) => (claim.mention === undefined ? null : place('a speaker', claim.mention)),
    found: ({ speaker }) => (speaker.mention === null ? [] : place(`“${speaker.mention.exact}”`, [speaker.mention])),
    agree: (gold, ours, { measure }) => Number(measure.sameMention(gold.ranges, ours.ranges)),
  },
  {
    id: 'speaker',
    owed: ({ speaker }) => (speaker === undefined ? null : [namesItem(speaker.names, speaker.anonymous)]),
    found: (claim, { nameOf }) => [namesItem(claim.speaker.ids.map((id) => nameOf.get(id) ?? id), false)],
    agree: (gold, ours) => Number(sameNames({ gold: gold.names ?? [], ours: ours.names ?? [], anonymous: gold.anonymous === true })),
  },
  labelLayer('kind', (claim) => claim.kind, (claim) => claim.kind),
  labelLayer('mode', (claim) => claim.mode, (claim) => claim.mode),
  labelLayer('resolved', (claim) => claim.resolved, (claim) => claim.speaker.resolved),
  labelLayer(
    'within',
    ({ within }) => (within === undefined ? undefined : (within ?? 'none')),
    ({ within }, { keyOf }) => (within === null ? 'none' : (keyOf.get(within) ?? 'a claim that is not marked')),
  ),
  {
    id: 'commitment',
    owed: ({ commitment }) => (commitment === undefined ? null : unlessAsserts(commitment)),
    found: ({ commitment }) => unlessAsserts(commitment.label),
    agree: sameLabel,
  },
  { id: 'stance', owed: ({ stance }) => stance?.map(stanceItem) ?? null, found: stanceFound, agree: sameLabel },
  {
    id: 'stance+target',
    owed: ({ stance }) => stance?.map(stanceItem) ?? null,
    found: stanceFound,
    agree: (gold, ours, { targets }) =>
      Number(gold.label === ours.label && targets.same({ gold: gold.names?.[0] ?? '', ours: ours.names?.[0] ?? '' })),
  },
  {
    id: 'chain',
    owed: ({ chain }) => chain?.map((name) => item(name)) ?? null,
    found: ({ chain }) => chain.map((hop) => item(hop.name, hop.mention === null ? [] : [hop.mention])),
    agree: (gold, ours) => Number(sameDescription(gold.shown, ours.shown)),
  },
]

function namesItem(names: readonly string[], anonymous: boolean): Item {
  return { shown: names.join(' + ') || 'unknown', ranges: [], names, anonymous }
}

function atLeastHalf(iou: number): number {
  return iou >= 0.5 ? iou : 0
}
