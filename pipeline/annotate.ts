import { segment } from './2-segment/segment.ts'
import { findQuotations } from './3-quotations/quotations.ts'
import { attribute } from './4-attribution/attribute.ts'
import { shippedModel } from './4-attribution/model.ts'
import { resolveSpeakers } from './5-speakers/speakers.ts'
import { classify } from './6-stance/classify.ts'
import { assemble } from './assemble.ts'
import type { Article } from './model/article.ts'
import type { Config } from './model/config.ts'
import type { AnnotatedArticle } from './model/schema.ts'

/**
 * The per-article pipeline: from a decoded article to everything that is written about it. Pure and deterministic.
 * Stance targets get the ids of `topics` that the user named. Never throws on any text; what could not be decided is in `problems`.
 */
export function annotate(article: Article, topics: Config['topics'] = []): AnnotatedArticle {
  const text = segment(article.text) //                                  paragraphs, sentences, tokens
  const quotes = findQuotations(text) //                                 quotation marks, paired
  const claims = attribute(article, text, quotes) //                     cue, speaker's mention, content, chain
  const speakers = resolveSpeakers(article, text, quotes, claims) //     mention -> speaker
  const judgements = classify(text, claims, speakers) //                 commitment, stance
  return assemble(article, { text, quotes, claims, speakers, judgements, model: shippedModel().id, topics })
}
