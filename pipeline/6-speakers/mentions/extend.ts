import type { Token } from '../../model/layers.ts'
import { appositionName, type NameIndex, type Part } from './phrases.ts'

/**
 * Where the words that name a mention's speakers end, if they go on behind it: an apposition (`a witness`, Pavel Horak,), or the end of
 * a list that is open (`Ana Robles, Rui Matos` and Jane Roe). The same end where nothing does.
 */
export function namedUntil(tokens: readonly Token[], names: NameIndex, first: number, end: number, parts: readonly Part[]): number {
  const [part] = parts
  if (parts.length > 1) return isOpenList(tokens, first, end) ? listEnd(tokens, names, end) : end
  if (!part || part.name || part.pronoun) return end
  if (part.plural && tokens[end]?.text === ',' && tokens[end + 1]?.lower === 'including') return listEnd(tokens, names, end + 2)
  const renamed = tokens[end]?.text === ',' ? appositionName(names, part.headToken, Math.min(tokens.length, end + REACH)) : null
  return renamed && renamed.firstToken > end ? renamed.endToken : end
}

/** How far behind a mention its apposition may name somebody, in tokens. */
const REACH = 8

/** Members joined by commas alone: the one behind `and` is missing. */
function isOpenList(tokens: readonly Token[], first: number, end: number): boolean {
  for (let t = first; t < end; t++) if (/^(and|&|or)$/.test(tokens[t]!.lower)) return false
  return true
}

function listEnd(tokens: readonly Token[], names: NameIndex, end: number): number {
  let last = end
  for (let t = end; t < tokens.length && tokens[t]!.sentence === tokens[end]!.sentence; t++) {
    const name = names.at.get(t)
    if (name) {
      last = name.endToken
      t = last - 1
    } else if (!/^(,|and|&|the|ex|-)$/.test(tokens[t]!.lower) && !/^(ADJ|NOUN)$/.test(tokens[t]!.pos)) break
  }
  return last
}
