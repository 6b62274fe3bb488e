import type { ClaimRow } from '../row.ts'
import { judgedClaims } from './claim.ts'
import { shippedLinkModel, probability } from './model.ts'
import { compareClaims } from './pair.ts'
import { Vocabulary } from './vocabulary.ts'

/** Whether two texts say the same, by themselves: no speakers, no time. */
export interface LoneJudgement {
  readonly same: boolean
  /** 0 to 1; from 0.5 on they are taken to say the same. */
  readonly score: number
  readonly why: readonly string[]
}

/** Texts that are put side by side mostly share their words: from this probability on they say the same (best accuracy on the training part of MRPC). */
const LEAST = 0.6

/** Judges two texts by the judge of links, as claims of which nothing but the words is known. Symmetric. */
export function judgeTexts(a: string, b: string): LoneJudgement {
  const vocabulary = new Vocabulary()
  const [x, y] = [a, b].map((text, i) => judgedClaims(vocabulary, [rowOf(text, String(i))])[0]!) as [ReturnType<typeof judgedClaims>[number], ReturnType<typeof judgedClaims>[number]]
  const { features, compared, barred } = compareClaims(vocabulary, x, y)
  const p = probability(shippedLinkModel, shippedLinkModel.same, features())
  const score = (p * (1 - LEAST)) / (p * (1 - LEAST) + (1 - p) * LEAST)
  const names = (ids: readonly number[]) => ids.map((id) => vocabulary.words[id]!).join(', ')
  const shared = compared.shared.length > 0 ? [`shared words: ${names(compared.shared)}`] : []
  const related = compared.related.map(([v, w]) => `related words: ${names([v])} / ${names([w])}`)
  const probable = barred === null ? score : Math.min(score, 1 - score)
  return { same: probable >= 0.5, score: Math.round(probable * 1000) / 1000, why: [...(barred === null ? [] : [barred]), ...shared, ...related] }
}

function rowOf(text: string, article: string): ClaimRow {
  const claim: ClaimRow['claim'] = {
    id: article, kind: 'indirect', within: null, text, start: 0, end: text.length, content: [], paragraph: 0, lastParagraph: 0, quoted: false, cue: null, mention: null,
    speakers: [], continued: false, chain: [], venue: null, commitment: 'asserts', about: [], around: '', stance: [], confidence: 1,
  }
  return { article, outlet: null, day: null, claim, speakers: [], carriers: [] }
}
