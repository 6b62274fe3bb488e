import type { Article } from '../model/article.ts'
import { NO_CONFIG } from '../model/config.ts'
import { sha256 } from '../model/id.ts'
import { describe } from './describe.ts'
import { frontMatter, givenMetadata, overlay } from './metadata.ts'
import type { Metadata } from './raw.ts'

/**
 * An article from a text at hand, for use as a library: nothing is read from disk. What is not given is looked for in the text.
 * @example
 * articleOf(text, { id: 'a', title: 'Owls return', outlet: 'Hill Town News', published: '2021-03-04' })
 */
export function articleOf(text: string, about: { readonly id: string } & Partial<Metadata>): Article {
  const { metadata, problems } = givenMetadata(about)
  const front = frontMatter(text)
  const raw = {
    id: about.id,
    path: null,
    textPath: null,
    text,
    extracted: false,
    sha256: sha256(text),
    bytes: Buffer.byteLength(text),
    encoding: 'utf-8',
    given: overlay(metadata, front?.metadata),
    frontMatter: front?.range ?? null,
    title: null,
    problems: [...problems, ...(front?.problems ?? [])],
  } as const
  return describe(raw, NO_CONFIG)
}
