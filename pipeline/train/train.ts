import { packModel, type TaggerModel, unpackModel } from '../5-attribution/tagger/model.ts'
import { readCorpus } from './corpus.ts'
import { type Answer, evaluate, evaluateBy, type Figures } from './evaluate.ts'
import { coverageTable, figuresTable, reliabilityTable } from './figures-text.ts'
import { prepare, tokensOf, type TrainingArticle } from './gold.ts'
import { modelCard } from './card.ts'
import type { TrainOptions } from './options.ts'
import { THRESHOLD, trainTagger } from './train-tagger.ts'
import { UserError } from '../model/user-error.ts'
import { tagClaims } from '../5-attribution/tagger/tagger.ts'
import type { Range } from '../model/span.ts'
import { judge, wordSizes } from './judge.ts'

/** Two articles to a fold. */
const FEWEST = 8

export interface TrainResult {
  /** The packed model: what `pipeline/5-attribution/tagger/model.bin` holds. */
  readonly model: Buffer
  /** The model card, in Markdown: data and terms, figures, command. */
  readonly card: string
  /** Cross-validated figures (by month, by outlet), reliability and coverage, in Markdown. */
  readonly figures: string
  /** Figures on what was held out; null if nothing was. */
  readonly heldOut: Figures | null
}

/**
 * `claimtrace train --corpus <file|folder>... [--hold-out <month|outlet>,...] [--terms <text>] [--date <date>] [--out <folder>]`
 *
 * Trains the attribution tagger from gold attributions. The same input gives the same bytes. Progress comes in lines.
 * @throws UserError if the corpus cannot be read or too little is left to train on.
 */
export function train(options: TrainOptions, progress: (line: string) => void = () => {}): TrainResult {
  const held = new Set(options.holdOut)
  const isHeld = ({ gold }: TrainingArticle) => held.has(gold.month) || held.has(gold.outlet)
  const articles = options.corpus.flatMap(readCorpus).map(prepare)
  const training = articles.filter((a) => !isHeld(a))
  if (training.length < FEWEST) {
    throw new UserError(`${training.length} articles are too few to train on; at least ${FEWEST} are needed, hundreds to be useful`)
  }
  const { model: learned, crossValidated } = trainTagger(training, progress)
  const kept = crossValidated
    .filter((c) => c.probability >= THRESHOLD)
    .map((c) => ({ ...c, chance: c.probability, right: c.verdict.right }))
  const model = packModel(learned)
  const figures = [
    figuresTable('all', new Map([['cross-validated', evaluate(training, kept)]])),
    figuresTable('month', evaluateBy(training, kept, (a) => a.gold.month)),
    figuresTable('outlet', evaluateBy(training, kept, (a) => a.gold.outlet)),
    reliabilityTable(kept),
    coverageTable(kept),
  ].join('\n\n')
  const heldOut = held.size ? measure(articles.filter(isHeld), unpackModel(model)) : null
  return { model, figures, heldOut, card: modelCard({ options, training, figures, heldOut, bytes: model.length }) }
}

function measure(articles: readonly TrainingArticle[], model: TaggerModel): Figures {
  return evaluate(articles, articles.flatMap((a) => findAnswers(a, model)))
}

/** What a packed model finds in an article, judged against its gold. */
function findAnswers(article: TrainingArticle, model: TaggerModel): Answer[] {
  const sizes = wordSizes(article)
  const tokens = (range: Range) => tokensOf(article.text, range)!
  return tagClaims(article.text, article.syntax, article.gold.discard, model).map((claim) => ({
    article,
    attitude: claim.mode === 'attitude',
    verdict: judge(claim.content.map(tokens), claim.mention && tokens(claim.mention), article, sizes),
  }))
}
