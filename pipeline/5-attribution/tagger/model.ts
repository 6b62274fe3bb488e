import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Curve } from './calibration.ts'
import { LABELS } from './crf-labels.ts'
import { UNSEEN_CUE, type CueLexicon } from './features/cues.ts'
import type { Trees } from './gbdt.ts'
import type { Rankers } from './join.ts'
import { decodeRising, encodeRising, packArrays, unpackArrays } from './model-arrays.ts'
import { WeightTable, type PackedWeights } from './model-table.ts'
import { countWhile } from '../../model/bisect.ts'

/** Everything that was learned, as training makes it. */
export interface LearnedModel {
  readonly weights: PackedWeights
  readonly transitions: Float64Array
  /** Cue lexicon: keys and their buckets. */
  readonly cues: ReadonlyMap<number, number>
  readonly rankers: Rankers
  readonly mode: Float32Array
  readonly judge: Trees
  readonly curve: Curve
  /** Claims of a lower probability are left out. */
  readonly threshold: number
}

/** The same made ready for tagging. */
export interface TaggerModel {
  /** First 12 digits of the packed file's SHA-256. */
  readonly id: string
  readonly table: WeightTable
  readonly transitions: Float64Array
  readonly lexicon: CueLexicon
  readonly rankers: Rankers
  readonly mode: Float32Array
  readonly judge: Trees
  readonly curve: Curve
  readonly threshold: number
}

/** Rankers are kept as 8-bit multiples of this. */
const RANKER_UNIT = 1 / 32

export function packModel(m: LearnedModel): Buffer {
  const cues = [...m.cues].map(([key, bucket]) => [key >>> 0, bucket] as const).sort((x, y) => x[0] - y[0])
  return packArrays(
    {
      format: 1,
      features: m.weights.hashes.length,
      cues: cues.length,
      unit: m.weights.unit,
      depth: m.judge.depth,
      bias: m.judge.bias,
      threshold: m.threshold,
    },
    {
      hashes: encodeRising(m.weights.hashes),
      masks: m.weights.masks,
      values: m.weights.values,
      transitions: Float32Array.from(m.transitions),
      cueKeys: encodeRising(Uint32Array.from(cues, ([key]) => key)),
      cueBuckets: Uint8Array.from(cues, ([, bucket]) => bucket),
      source: bytes(m.rankers.source),
      content: bytes(m.rankers.content),
      mode: bytes(m.mode),
      judgeFeatures: m.judge.features,
      judgeBounds: m.judge.bounds,
      judgeLeaves: m.judge.leaves,
      curveScores: m.curve.scores,
      curveChances: m.curve.chances,
    },
  )
}

/** @throws Error if the bytes are no packed model. */
export function unpackModel(packed: Uint8Array): TaggerModel {
  const { facts, array } = unpackArrays(packed)
  const number = (name: string) => Number(facts[name])
  const hashes = decodeRising(array('hashes'), number('features'))
  const keys = decodeRising(array('cueKeys'), number('cues'))
  const transitions = Float64Array.from(array<Float32Array>('transitions'))
  if (transitions.length !== LABELS * LABELS) throw new Error('the model was trained with other labels')
  return {
    id: createHash('sha256').update(packed).digest('hex').slice(0, 12),
    table: new WeightTable({ hashes, masks: array('masks'), values: array('values'), unit: number('unit') }),
    transitions,
    lexicon: lexiconOf(keys, array('cueBuckets')),
    rankers: { source: floats(array('source')), content: floats(array('content')) },
    mode: floats(array('mode')),
    judge: {
      depth: number('depth'),
      bias: number('bias'),
      features: array('judgeFeatures'),
      bounds: array('judgeBounds'),
      leaves: array('judgeLeaves'),
    },
    curve: { scores: array('curveScores'), chances: array('curveChances') },
    threshold: number('threshold'),
  }
}

const bytes = (weights: Float32Array) => Int8Array.from(weights, (w) => Math.max(-127, Math.min(127, Math.round(w / RANKER_UNIT))))

function floats(values: Int8Array): Float32Array {
  const out = Float32Array.from(values)
  for (let i = 0; i < out.length; i++) out[i]! *= RANKER_UNIT
  return out
}

/** @param keys rising. */
function lexiconOf(keys: Uint32Array, buckets: Uint8Array): CueLexicon {
  return {
    bucket: (key) => {
      const wanted = key >>> 0
      const at = countWhile(keys.length, (i) => keys[i]! < wanted)
      return keys[at] === wanted ? buckets[at]! : UNSEEN_CUE
    },
  }
}

let shipped: TaggerModel | undefined

/** The model that the package ships (loaded once). */
export function shippedModel(): TaggerModel {
  shipped ??= unpackModel(readFileSync(new URL('model.bin', import.meta.url)))
  return shipped
}
