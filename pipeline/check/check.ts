import { linkInput } from '../8-links/input.ts'
import { link } from '../8-links/link.ts'
import { NO_CONFIG } from '../model/config.ts'
import { noProgress, type StartProgress } from '../model/progress.ts'
import type { Expected } from './expected.ts'
import { FixtureError } from './fixture-error.ts'
import type { Fixtures } from './fixtures.ts'
import { compareWithFloors, type FloorResult, type Floors, percent, readFloors } from './floors.ts'
import { TargetMatcher } from './names.ts'
import { type Answer, type DocumentScore, scoreDocument } from './score.ts'
import { type CorpusMiss, scoreCorpus } from './score-links.ts'
import { acceptSnapshot, readSnapshot, showAnswer } from './snapshot.ts'
import { type Figure, precisionAtCoverage, Tally } from './tally.ts'
import { linkOfPair, type LinkPair, type PairSide } from './link-pairs.ts'
import { articleOf } from '../1-read/article-of.ts'
import { segment } from '../2-segment/segment.ts'
import { findQuotations } from '../3-quotations/quotations.ts'
import { annotate } from '../annotate.ts'

/** The figures of the articles, or of the cases of one folder. */
export interface GroupReport {
  readonly group: string
  readonly documents: number
  /** How many of them have no miss. */
  readonly held: number
  readonly figures: ReadonlyMap<string, Figure>
  readonly coverage: ReturnType<typeof precisionAtCoverage>
}

/** A case that no longer answers as its accepted snapshot says. */
export interface Changed {
  readonly id: string
  readonly before: string
  readonly now: string
}

export interface CheckReport {
  /** Pairs judged by themselves; links, origins and speakers over the gold articles. */
  readonly corpusMisses: readonly CorpusMiss[]
  readonly groups: readonly GroupReport[]
  readonly documents: readonly DocumentScore[]
  readonly changed: readonly Changed[]
  readonly snapshots: number
  /** Empty where only a part of the fixtures was checked. */
  readonly floors: Floors
  readonly below: readonly FloorResult[]
  readonly raisable: readonly FloorResult[]
}

/**
 * Runs the pipeline over everything that was judged and compares. Floors count only where the whole folder is checked.
 * @example
 * check(readFixtures('fixtures')).below.length === 0
 */
export function check(fixtures: Fixtures, startProgress: StartProgress = noProgress): CheckReport {
  const groups = [...new Set(fixtures.documents.map(({ group }) => group))]
  const progress = startProgress(fixtures.documents.reduce((sum, { text }) => sum + text.length, 0))
  const answers = new Map(
    fixtures.documents.map((document) => {
      progress.add(document.text.length)
      return [document, answerTo(document)]
    }),
  )
  progress.stop()
  const documents = groups.flatMap((group) => scoreGroup(fixtures.documents.filter((document) => document.group === group), answers))
  const reports = groups.map((group) => reportOf(group, documents.filter(({ expected }) => expected.group === group)))
  const corpus = [pairsOf(fixtures), corpusOf(fixtures, documents, answers)]
  reports.push(...corpus.flatMap((part) => part.reports))
  const floors = fixtures.root === null ? {} : readFloors(fixtures.root)
  const scores = new Map(reports.map((report) => [report.group, scoresOf(report)]))
  return {
    groups: reports,
    documents,
    corpusMisses: corpus.flatMap(({ misses }) => misses),
    ...snapshotsOf(fixtures, answers),
    floors,
    ...compareWithFloors(floors, scores),
  }
}

/**
 * Accepts the snapshot of one case, named by its id; gives the file that was written.
 * @throws FixtureError for a case that does not exist, in CI, or where only a part of the fixtures was named.
 */
export async function accept(fixtures: Fixtures, id: string, environment: Readonly<Record<string, string | undefined>>): Promise<string> {
  const document = fixtures.documents.find((each) => each.id === id)
  if (fixtures.root === null) throw new FixtureError(id, null, 'a snapshot belongs to the whole folder: name the folder of fixtures')
  if (document === undefined) throw new FixtureError(id, null, `no such case${nearest(id, fixtures.documents)}`)
  return acceptSnapshot(fixtures.root, id, showAnswer(document.text, answerTo(document)), environment)
}

function answerTo(document: Expected): Answer {
  return answer(document.group === 'articles' ? document.title : document.id, document.text)
}

function scoreGroup(members: readonly Expected[], answers: ReadonlyMap<Expected, Answer>): DocumentScore[] {
  const targets = new TargetMatcher(members.flatMap(({ claims }) => claims.flatMap(({ stance }) => stance?.map(({ target }) => target) ?? [])))
  return members.map((expected) => scoreDocument({ expected, answer: answers.get(expected) ?? answerTo(expected), targets }))
}

function reportOf(group: string, documents: readonly DocumentScore[]): GroupReport {
  const tally = new Tally()
  for (const document of documents) tally.addAll(document.tally)
  return {
    group,
    documents: documents.length,
    held: documents.filter(({ misses }) => misses.length === 0).length,
    figures: tally.figures(),
    coverage: precisionAtCoverage(documents.flatMap(({ graded }) => graded)),
  }
}

interface CorpusReport {
  readonly reports: readonly GroupReport[]
  readonly misses: readonly CorpusMiss[]
}

/** The pairs of claims that were judged by themselves. */
function pairsOf({ pairs }: Fixtures): CorpusReport {
  if (pairs.length === 0) return { reports: [], misses: [] }
  const { tally, misses, held } = scorePairs(pairs)
  return { reports: [{ group: 'pairs', documents: pairs.length, held, figures: tally.figures(), coverage: [] }], misses }
}

/** Links and origins, where gold over the articles was read. */
function corpusOf(fixtures: Fixtures, documents: readonly DocumentScore[], answers: ReadonlyMap<Expected, Answer>): CorpusReport {
  if (fixtures.links === null && fixtures.origins === null && fixtures.speakers === null) return { reports: [], misses: [] }
  const articles = documents.filter(({ expected }) => expected.group === 'articles')
  const keyed = articles.map(({ expected, keyOf }) => {
    const weak = new Set(expected.claims.flatMap((claim) => (claim.weak ? [claim.key] : [])))
    return { text: expected.text, article: (answers.get(expected) ?? answerTo(expected)).article, keyOf, weak }
  })
  const predicted = link(keyed.map(({ article, text }) => linkInput(article, text)), NO_CONFIG)
  const { tally, misses } = scoreCorpus({ gold: fixtures, predicted, articles: keyed })
  return { reports: [{ group: 'links', documents: 0, held: 0, figures: tally.figures(), coverage: [] }], misses }
}

/** What floors are compared with. */
function scoresOf({ group, documents, held, figures }: GroupReport): ReadonlyMap<string, number> {
  const scores = new Map([...figures].flatMap(([layer, { f1 }]) => (f1 === null ? [] : [[layer, percent(f1)] as const])))
  return group === 'articles' || documents === 0 ? scores : scores.set('cases', percent(held / documents))
}

function snapshotsOf(fixtures: Fixtures, answers: ReadonlyMap<Expected, Answer>): Pick<CheckReport, 'changed' | 'snapshots'> {
  const { root } = fixtures
  if (root === null) return { changed: [], snapshots: 0 }
  const accepted = [...answers].flatMap(([{ id, text }, given]) => {
    const before = readSnapshot(root, id)
    return before === null ? [] : [{ id, before, now: showAnswer(text, given) }]
  })
  return { changed: accepted.filter(({ before, now }) => before !== now), snapshots: accepted.length }
}

/** " (did you mean ...?)" for the cases that hold all words of what was asked for. */
function nearest(id: string, documents: readonly Expected[]): string {
  const words = id.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const found = documents.filter((document) => words.every((word) => document.id.includes(word))).slice(0, 3)
  return found.length === 0 ? ': `claimtrace check --json` lists their ids' : `: did you mean ${found.map((each) => each.id).join(' or ')}?`
}

/** Compares how each pair of claims is linked, and which edits are named, with what a person says. */
export function scorePairs(pairs: readonly LinkPair[]): { readonly tally: Tally; readonly misses: readonly CorpusMiss[]; readonly held: number } {
  const tally = new Tally()
  const misses = pairs.map((pair) => scorePair(pair, tally))
  return { tally, misses: misses.flat(), held: misses.filter((own) => own.length === 0).length }
}

function scorePair(pair: LinkPair, tally: Tally): CorpusMiss[] {
  const { type, changes } = linkOfPair(pair)
  const miss = (layer: string, gold: string, ours: string): CorpusMiss => ({ layer, verdict: 'wrong', title: pair.title, gold, ours, pair: [show(pair.a), show(pair.b)] })
  const [owed, found, right] = [pair.link !== 'none', type !== 'none', pair.link === type]
  tally.add('link', { hits: Number(right && owed), gold: Number(owed), ours: Number(found), given: { right: Number(right), of: 1 } })
  const named = pair.changes.filter((change) => changes.includes(change))
  if (pair.changes.length > 0) tally.add('changes', { hits: named.length, gold: pair.changes.length, ours: named.length })
  return [
    ...(right ? [] : [miss('link', pair.link, type)]),
    ...(named.length < pair.changes.length ? [miss('changes', pair.changes.join(', '), changes.join(', ') || 'none')] : []),
  ]
}

const show = ({ speaker, words }: PairSide) => `${speaker}: ${words}`

/** What the pipeline says about a text, as if it had been read from a file. */
export function answer(id: string, text: string): Answer {
  return { article: annotate(articleOf(text, { id })), quotations: findQuotations(segment(text)).quotations }
}
