import type { LinkInput } from '../8-links/input.ts'
import * as linking from '../8-links/steps/index.ts'
import type { Config } from '../model/config.ts'
import { gatherComponents } from './gather.ts'
import { judgeBlocks } from './judge.ts'
import { field, lineOf, refOf, together } from './rows.ts'

/** What a step may need besides its lines. */
export interface StepOptions {
  readonly config: Config
  /** Of `prepare`: what the corpus tells of its words. */
  readonly counts: ReadonlyMap<string, linking.WordCount>
}

/** Lines in, lines out. `job.py` names the fields of both. */
export type Step = (lines: AsyncIterable<string>, options: StepOptions) => AsyncIterable<string>

const parsed = <T>(json: string | undefined): T => JSON.parse(json ?? 'null') as T

/** A step that answers each set of lines with one first field by itself. */
const each = (answer: (rows: readonly (readonly string[])[], options: StepOptions) => Iterable<string>): Step =>
  async function* (lines, options) {
    for await (const { rows } of together(lines)) yield* answer(rows, options)
  }

/** A step that answers each line, which is JSON, by itself. */
const eachLine = <T>(answer: (row: T, options: StepOptions) => Iterable<string>): Step =>
  async function* (lines, options) {
    for await (const line of lines) yield* answer(parsed<T>(line), options)
  }

/** Of an article its speakers, each under one of its keys; keys that are one speaker's; its passages. */
function* profile(input: LinkInput, { config }: StepOptions): Generator<string> {
  for (const row of linking.speakerRows(input, config)) {
    const [key = `alone ${input.article}\n${row.speaker.id}`, ...others] = row.keys
    yield lineOf('speaker', [field(key)], row)
    for (const other of others) yield lineOf('edge', [field(key), field(other)])
  }
  for (const { key, article, kept, span } of linking.passageRows(input)) yield lineOf('passage', [field(key), field(article), kept, span.start], span)
}

/** Of the speakers of one component the entries of the registry, and how each member is known. */
function* merge(rows: readonly (readonly string[])[], { config }: StepOptions): Generator<string> {
  for (const { entry, tied } of linking.mergeSpeakerRows(rows.map(([json]) => parsed<linking.SpeakerRow>(json)), config)) {
    yield lineOf('speaker', [entry.id], entry)
    for (const { article, speaker } of entry.members) yield lineOf('tied', [field(article)], [speaker, tied])
  }
}

/** Of an article, given as linking knows it and then its speakers, the claims as rows, their words, sides, and which have one content. */
function* claims([input, ...tied]: readonly (readonly string[])[], { config }: StepOptions): Generator<string> {
  const known = new Map(tied.map(([, json]) => parsed<[string, linking.LinkSpeaker]>(json)))
  const rows = linking.claimRows(parsed<LinkInput>(input?.[1]), (id) => known.get(id))
  yield lineOf('rows', [], rows)
  for (const { text, content, names, common } of linking.wordsOf(rows)) {
    const marks = new Map<string, number>()
    for (const [bit, words] of [[1, content], [2, names], [4, common]] as const) for (const word of words) marks.set(word, (marks.get(word) ?? 0) | bit)
    yield lineOf('words', [text, [...marks].map(([word, mark]) => `${mark}${word}`).join('|')]) // no word has a bar in it
  }
  const first = new Map<string, string>()
  for (const row of rows) {
    for (const { target, speaker, label } of linking.sidesOf(row, config.topics)) yield lineOf('side', [field(target), field(speaker), label])
    const place = `${row.claim.start} ${row.claim.end}`
    const ref = refOf({ article: row.article, claim: row.claim.id })
    const twin = first.get(place)
    if (twin === undefined) first.set(place, ref)
    else yield lineOf('twin', [twin, ref])
  }
}

/** The claims of an article: as they are keyed and judged, and as they are grouped. */
function* prepare(rows: readonly linking.ClaimRow[], { counts }: StepOptions): Generator<string> {
  for (const claim of linking.prepareClaims(rows, counts)) {
    const { row, text, n, length, keys, rare } = claim
    const ref = refOf({ article: row.article, claim: row.claim.id })
    yield lineOf('claim', [text, field(row.article), n, JSON.stringify({ length, keys, rare })], light(claim))
    yield lineOf('row', [ref, field(row.article)], { row, text, n, length } satisfies linking.GroupedClaim)
  }
}

/** A claim without what no judgement looks at, and with its traits: it goes into every block that it is in. */
function light(prepared: linking.PreparedClaim): linking.PreparedClaim {
  const { row } = prepared
  const content = row.claim.content.length > 1 ? row.claim.content : [] // of which it is asked only whether it is in parts
  const claim = { ...row.claim, content, mention: null, speakers: [], chain: [], venue: null, traits: linking.traitsOf(row) }
  return { ...prepared, row: { ...row, outlet: null, carriers: [], claim }, keys: [], rare: [] }
}

/** Of a component of near copies the texts that another stands for, with that one. */
function* lead(rows: readonly (readonly string[])[]): Generator<string> {
  const of = <T>(kind: string) => rows.flatMap(([own, json]) => (own === kind ? [parsed<T>(json)] : []))
  const places = linking.copyGroups(of<Omit<linking.BlockMember, 'rare'>>('text'), of<{ x: string; y: string; score: number }>('edge'))
  for (const place of places) if (linking.isCut(place, place)) yield lineOf('follower', [place.text, place.lead])
}

/** Of groups that share reports: their origins, and the groups as they are written, with what others tell of them. */
function* origins(rows: readonly (readonly string[])[]): Generator<string> {
  const told = rows.map(([against, contested, json]) => ({ against: parsed<string[]>(against), contested: new Set(parsed<string[]>(contested)), row: parsed<linking.GroupRow>(json) }))
  const merged = linking.mergeOrigins(told.map(({ row }) => row))
  for (const origin of merged.origins) yield lineOf('origin', [origin.id], origin)
  for (const { row, against, contested } of told) yield lineOf('group', [row.group.id], linking.told(row.group, contested, (id) => merged.renamed[id] ?? id, against))
}

/** The steps between the joins, in the order of the job. */
export const STEPS = {
  profile: eachLine(profile),
  merge: each(merge),
  claims: each(claims),
  prepare: eachLine(prepare),
  judge: judgeBlocks,
  lead: each(lead),
  gather: gatherComponents,
  origins: each(origins),
} as const satisfies Readonly<Record<string, Step>>
