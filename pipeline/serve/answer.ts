import * as z from 'zod'
import { articleOf } from '../1-read/article-of.ts'
import { extractPage } from '../1-read/html.ts'
import { linkInput } from '../8-links/input.ts'
import { link } from '../8-links/link.ts'
import { annotate } from '../annotate.ts'
import type { Config } from '../model/config.ts'
import { shortHash } from '../model/id.ts'

/** An article as a request gives it. */
export const textSchema = z.object({
  id: z.string().min(1).optional(),
  text: z.string(),
  title: z.string().nullish(),
  outlet: z.string().nullish(),
  published: z.string().nullish(),
  url: z.string().nullish(),
})
export type Text = z.infer<typeof textSchema>

/** What a request asks for: plain data, since another thread works on it. */
export type Question =
  | { readonly ask: 'annotate'; readonly article: Text }
  | { readonly ask: 'annotate-page'; readonly html: string }
  | { readonly ask: 'link'; readonly articles: readonly (Text & { readonly id: string })[] }

/** The answer's body: an annotated article, or articles with their links. */
export function answer(question: Question, config: Config): object {
  if (question.ask === 'annotate') return annotate(articleFrom(question.article), config.topics)
  if (question.ask === 'annotate-page') {
    const { text, given } = extractPage(question.html)
    return annotate(articleFrom({ text, title: given.title, outlet: given.outlet, published: given.published, url: given.url }), config.topics)
  }
  const annotated = question.articles.map((article) => annotate(articleFrom(article), config.topics))
  const { speakers, links, groups, origins } = link(annotated.map((article, i) => linkInput(article, question.articles[i]!.text)), config)
  return { articles: annotated, speakers, links, groups, origins }
}

const articleFrom = ({ id, text, title, outlet, published, url }: Text) =>
  articleOf(text, { id: id ?? shortHash(text), title: title ?? null, outlet: outlet ?? null, published: published ?? null, url: url ?? null })
