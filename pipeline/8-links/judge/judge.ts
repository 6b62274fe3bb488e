import { meaningOf, readWords, type Comparison } from './compare.ts'
import { contraryOf } from './contrary.ts'
import { paraphrase } from './paraphrase.ts'
import { NUMBER, Vocabulary } from './vocabulary.ts'

/** Texts that share less than this are not told to be contrary: what differs may be anything. */
const CONTRARY = 0.93

/** Whether two texts say the same, by themselves: no speakers, no time. */
export interface Judgement {
  readonly same: boolean
  /** Probability that they mean the same. */
  readonly score: number
  readonly why: readonly string[]
}

/** Judges whether two texts mean the same; what they share and what weighed most is in `why`. */
export function judge(a: string, b: string): Judgement {
  const vocabulary = new Vocabulary()
  const [x, y] = [a, b].map((text) => ({ claim: { kind: 'direct' as const, text, commitment: 'asserts' as const, cue: null }, words: readWords(vocabulary, text) }))
  const { score, why, compared } = paraphrase(vocabulary, x!.words, y!.words)
  const names = (ids: readonly number[]) => ids.map((id) => vocabulary.words[id]!).join(', ')
  const shared = compared.rarest.length ? [`shared words: ${names(compared.rarest)}`] : []
  const related = compared.related.slice(0, 4).map((pair) => `related words: ${names([pair[0]])} / ${names([pair[1]])}`)
  const contrary = onlyNumbersDiffer(vocabulary, compared) ?? (meaningOf(compared) >= CONTRARY ? contraryOf(vocabulary, x!, y!, compared) : null)
  const probability = contrary ? Math.min(score, 1 - score) : score
  return { same: probability >= 0.5, score: Math.round(probability * 1000) / 1000, why: [...(contrary ? [contrary] : []), ...shared, ...related, ...why] }
}

/** Two texts that are the same but for a number. */
function onlyNumbersDiffer({ kinds, words }: Vocabulary, { onlyA, onlyB }: Comparison): string | null {
  const numbers = [onlyA, onlyB].every((ids) => ids.length > 0 && ids.every((id) => kinds[id]! & NUMBER))
  return numbers ? `other numbers: ${onlyA.map((id) => words[id]).join(', ')} and ${onlyB.map((id) => words[id]).join(', ')}` : null
}
