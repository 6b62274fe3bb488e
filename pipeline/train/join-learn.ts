import { calibrate, type Curve } from '../5-attribution/tagger/calibration.ts'
import { attitudeChance } from '../5-attribution/tagger/join-mode.ts'
import { sigmoid, treesScore, type Trees } from '../5-attribution/tagger/gbdt.ts'
import { compete, type Rankers } from '../5-attribution/tagger/join.ts'
import { boost } from './boost.ts'
import { fitCurve } from './calibrate.ts'
import { findAll, trainMode, trainRankers, type Found, type TaggedArticle } from './join-train.ts'
import { groupBy } from '../model/group-by.ts'

/** A claim found in an article by models that were trained without the article's fold. */
export interface CrossFound extends Found {
  readonly probability: number
  readonly attitude: boolean
}

/** Everything behind the CRF. */
export interface Joining {
  readonly rankers: Rankers
  readonly mode: Float32Array
  readonly judge: Trees
  readonly curve: Curve
  /** Every claim found, the improbable too. */
  readonly crossValidated: readonly CrossFound[]
}

const range = (n: number) => Array.from({ length: n }, (_, i) => i)

/** Learns joining, judging, mode and calibration from articles as a CRF tags them that has not seen their fold. */
export function learnJoining(tagged: readonly TaggedArticle[], folds: number): Joining {
  const found = range(folds).flatMap((fold) => {
    const rankers = trainRankers(tagged.filter((t) => t.fold !== fold))
    return tagged.filter((t) => t.fold === fold).flatMap((t) => findAll(t, rankers))
  })
  const { outcomes, crossValidated } = crossJudge(found, folds)
  return { rankers: trainRankers(tagged), mode: trainMode(found), judge: trainJudge(found), curve: fitCurve(outcomes), crossValidated }
}

const trainJudge = (found: readonly Found[]) => boost(found.map((f) => f.numbers), found.map((f) => (f.verdict.right ? 1 : 0)))

const byPassage = <T extends { readonly f: Found }>(claims: readonly T[]): T[][] => [...groupBy(claims, ({ f }) => f.passage).values()]

/** Judges every claim by trees, a mode and a calibration that were learned without its fold. */
function crossJudge(found: readonly Found[], folds: number) {
  const raw = range(folds).flatMap((fold) => {
    const others = found.filter((f) => f.fold !== fold)
    const trees = trainJudge(others)
    const mode = trainMode(others)
    const own = found
      .filter((f) => f.fold === fold)
      .map((f) => ({ f, chance: sigmoid(treesScore(trees, f.numbers)), attitude: attitudeChance(mode, f.mode) > 0.5 }))
    return byPassage(own).flatMap((claims) => compete(claims, ({ f }) => f.joined, ({ chance }) => chance))
  })
  const outcomes = raw.map(({ f, chance }) => ({ chance, right: f.verdict.right }))
  const curves = range(folds).map((fold) => fitCurve(outcomes.filter((_, i) => raw[i]!.f.fold !== fold)))
  const crossValidated = raw.map(({ f, chance, attitude }): CrossFound => {
    return { ...f, attitude, probability: calibrate(curves[f.fold]!, chance) }
  })
  return { outcomes, crossValidated }
}
