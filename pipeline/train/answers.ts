import { tagClaims } from '../5-attribution/tagger/tagger.ts'
import type { TaggerModel } from '../5-attribution/tagger/model.ts'
import type { Range } from '../model/span.ts'
import type { Answer } from './evaluate.ts'
import { tokensOf, type TrainingArticle } from './gold.ts'
import { judge, wordSizes } from './judge.ts'

/** What a packed model finds in an article, judged against its gold. */
export function findAnswers(article: TrainingArticle, model: TaggerModel): Answer[] {
  const sizes = wordSizes(article)
  const tokens = (range: Range) => tokensOf(article.text, range)!
  return tagClaims(article.text, article.syntax, article.gold.discard, model).map((claim) => ({
    article,
    attitude: claim.mode === 'attitude',
    verdict: judge(claim.content.map(tokens), claim.mention && tokens(claim.mention), article, sizes),
  }))
}
