import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Model } from 'wink-nlp'

/** What is learned of words: an id for each, by the word and the other way round. */
export interface Lexemes {
  readonly hash: Record<string, number>
  readonly list: string[]
}

interface Feature {
  readonly list: string[]
  hash: Record<string, number>
  intrinsicSize: number
  index: number
  maxIndex: number
}

/** `wink-eng-lite-web-model`'s largest file. */
interface Core {
  lexicon: string | Uint32Array
  xpansions: string | Uint32Array
  readonly pos: { readonly hash: Readonly<Record<string, number>> }
  readonly packing: { readonly layout: Readonly<Record<string, readonly number[]>>; efList?: readonly string[] }
  readonly features: Readonly<Record<string, Feature>> & { readonly posClusters: { readonly list: (string | Set<number>)[] } }
}

const load = createRequire(import.meta.url)
const FILES = 'wink-eng-lite-web-model/dist'
/** A state machine that recognises nothing, as wink writes it. */
const NO_MACHINE = '[100,0,{"0":{}},{},{},{}]'

/**
 * The model `wink-eng-lite-web-model` with what tokens, parts of speech and lemmas need. Its own door reads the core twice over and the
 * sentiments, entities and negations besides, which takes three times as long.
 */
export function winkModel(): { readonly model: Model; readonly lexemes: Lexemes } {
  const core = readCore()
  const one = { machines: [NO_MACHINE], transformers: [null] }
  const none = { machines: [], transformers: [] }
  const addons = { lemmatize: load(`${FILES}/lemmatize.js`) as unknown }
  const pos = load(`${FILES}/load-pos-model.js`) as unknown
  const featureFn = load(`${FILES}/feature.js`) as unknown
  const model = { core: () => core, pos, sbd: () => none, ner: () => none, negation: () => one, sa: () => one, metaCER: () => none, featureFn, addons }
  return { model: model as unknown as Model, lexemes: core.features['lexeme']! }
}

/** What the model's `read-core-model.js` and `load-core-model.js` make of the file. */
function readCore(): Core {
  const core = JSON.parse(readFileSync(load.resolve(`${FILES}/languages/cur/models/eng-core-web-model.json`), 'utf8')) as Core
  const { features, pos } = core
  const { layout } = core.packing
  core.lexicon = numbers(core.lexicon as string)
  core.xpansions = numbers(core.xpansions as string)
  for (const name of [...Object.keys(layout).filter((each) => layout[each]![3] === 0), 'lexeme']) {
    const feature = features[name]!
    feature.hash = Object.create(null) as Record<string, number>
    for (let k = 0; k < feature.list.length; k++) feature.hash[feature.list[k]!] = k
    feature.intrinsicSize = feature.index = feature.list.length
    if (name in layout) feature.maxIndex = layout[name]![1]! >>> layout[name]![2]!
  }
  const clusters = features.posClusters.list
  clusters.forEach((cluster, k) => (clusters[k] = new Set((cluster as string).split('_').map((tag) => pos.hash[tag] ?? 0))))
  core.packing.efList = Object.keys(layout).filter((name) => layout[name]![4] === 1)
  return core
}

function numbers(base64: string): Uint32Array {
  const bytes = Buffer.from(base64, 'base64')
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
}
