import { isNominal, phraseBefore } from './phrases.ts'
import { word, type View } from './view.ts'

/** `deploying nurses as suggested by`: the gerund, or else the noun phrase, that ends before token `end`. */
export function gerundBefore(view: View, end: number, from: number): number | null {
  let gerund: number | null = null
  for (let i = end - 1; i > from && i > end - 12; i--) {
    if (word(view, i).endsWith('ing') && !/^(?:DET|ADJ)$/.test(view.tokens[i - 1]!.pos)) {
      if (view.tokens[i - 1]!.pos === 'AUX') break
      gerund = i
    }
    if (!isNominal(view, i) && !/^(?:VERB|ADP|PART)$/.test(view.tokens[i]!.pos)) break
  }
  return gerund ?? phraseBefore(view, end, from)?.first ?? null
}
