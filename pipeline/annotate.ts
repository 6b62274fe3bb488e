import { segment } from './2-segment/segment.ts'
import { findQuotations } from './3-quotations/quotations.ts'
import { attribute } from './4-attribution/attribute.ts'
import { shippedModel } from './4-attribution/model.ts'
import { tagClaims } from './4-attribution/tagger.ts'
import { resolveSpeakers } from './5-speakers/speakers.ts'
import { classify } from './6-stance/classify.ts'
import { assemble } from './assemble.ts'
import type { Article } from './model/article.ts'
import type { Config } from './model/config.ts'
import type { AnnotatedArticle } from './model/schema.ts'

/**
 * The per-article pipeline: from decoded articles to everything that is written about them, one each. Pure and deterministic; no article
 * knows of another. They go through stage by stage because a processor that stays with one stage runs it faster than one that changes.
 * Stance targets get the ids of `topics` that the user named. Never throws on any text; what could not be decided is in `problems`.
 */
export function annotateAll(articles: readonly Article[], topics: Config['topics'] = []): readonly AnnotatedArticle[] {
  return articles
    .map((article) => ({ article, text: segment(article.text) })) //                                        paragraphs, sentences, tokens
    .map((a) => ({ ...a, quotes: findQuotations(a.text) })) //                                              quotation marks, paired
    .map((a) => ({ ...a, tagged: tagClaims(a.text, a.quotes, a.article.boilerplate) })) //                  what the learned tagger finds
    .map((a) => ({ ...a, claims: attribute(a.article, a.text, a.quotes, a.tagged) })) //                    cue, speaker's mention, content, chain
    .map((a) => ({ ...a, speakers: resolveSpeakers(a.article, a.text, a.quotes, a.claims) })) //            mention -> speaker
    .map((a) => ({ ...a, judgements: classify(a.text, a.claims, a.speakers) })) //                          commitment, stance
    .map(({ article, ...layers }) => assemble(article, { ...layers, model: shippedModel().id, topics }))
}

/** The same for one article. */
export function annotate(article: Article, topics: Config['topics'] = []): AnnotatedArticle {
  return annotateAll([article], topics)[0]!
}
