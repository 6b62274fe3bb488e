import { segment } from './2-segment/segment.ts'
import { findQuotations } from './3-quotations/quotations.ts'
import { parse } from './4-syntax/syntax.ts'
import { attribute } from './5-attribution/attribute.ts'
import { shippedModel } from './5-attribution/tagger/model.ts'
import { tagClaims } from './5-attribution/tagger/tagger.ts'
import { resolveSpeakers } from './6-speakers/speakers.ts'
import { classify } from './7-stance/classify.ts'
import { assemble } from './assemble.ts'
import type { Article } from './model/article.ts'
import type { Config } from './model/config.ts'
import type { AnnotatedArticle } from './model/schema.ts'

/**
 * The per-article pipeline: from decoded articles to everything that is written about them, one each. Pure and deterministic; no article
 * knows of another. They go through stage by stage because a processor that stays with one stage runs it faster than one that changes.
 * Stance targets get the ids of `topics` that the user named. Never throws on any text; what could not be decided is in `problems`.
 * @example
 * annotateAll(texts.map((text, i) => articleOf(text, { id: `a${i}` }))).flatMap(({ claims }) => claims)
 */
export function annotateAll(articles: readonly Article[], topics: Config['topics'] = []): readonly AnnotatedArticle[] {
  const texts = articles.map(({ text }) => segment(text)) //                                               paragraphs, sentences, tokens
  const quotes = texts.map(findQuotations) //                                                              quotation marks, paired
  const syntax = texts.map((text, i) => parse(text, quotes[i]!)) //                                        noun phrases, verb groups, clauses
  const tagged = articles.map(({ boilerplate }, i) => tagClaims(texts[i]!, syntax[i]!, boilerplate)) //    what the learned tagger finds
  const attributed = articles.map((article, i) => attribute(article, texts[i]!, quotes[i]!, syntax[i]!, tagged[i]!)) // cue, speaker's mention, content, chain
  const claims = attributed.map((each) => each.claims)
  const speakers = texts.map((_, i) => resolveSpeakers(texts[i]!, syntax[i]!, claims[i]!)) //   mention -> speaker
  const judgements = texts.map((text, i) => classify(text, syntax[i]!, claims[i]!, speakers[i]!)) //                   commitment, stance
  const model = shippedModel().id
  return articles.map((article, i) =>
    assemble(article, { text: texts[i]!, quotes: quotes[i]!, claims: claims[i]!, leftOut: attributed[i]!.problems, speakers: speakers[i]!, judgements: judgements[i]!, model, topics }),
  )
}

/**
 * The same for one article.
 * @example
 * annotate(articleOf('“We will appeal,” said Jane Doe.', { id: 'a' })).claims[0].content[0].exact // '“We will appeal,”'
 */
export function annotate(article: Article, topics: Config['topics'] = []): AnnotatedArticle {
  return annotateAll([article], topics)[0]!
}
