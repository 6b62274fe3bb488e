import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { HeldApart } from '../8-links/input.ts'
import { fileName } from '../9-output/files.ts'
import { claimOfQuotes } from '../corrections/apply.ts'
import { correctionsPath, readCorrections } from '../corrections/read.ts'
import { regular } from '../model/regular.ts'
import type { AnnotatedArticle, ClaimQuotes, Corrections } from '../model/schema.ts'

/** The claims of a written article that a person holds apart from others; empty where nobody did. `textOf` reads an article's text. */
export function heldApart(article: AnnotatedArticle, file: string, textOf: (article: AnnotatedArticle) => string): readonly HeldApart[] {
  const corrections = correctionsOf(article)
  if (corrections === null) return []
  return corrections.apart.flatMap(({ verdict, of, other }) => {
    const claim = idIn(article, of, corrections, textOf)
    const there = writtenArticle(join(dirname(file), `${fileName(other.article)}.json`))
    const otherClaim = there === null ? null : idIn(there, other.of, correctionsOf(there), textOf)
    return claim === null || otherClaim === null ? [] : [{ claim, other: { article: other.article, claim: otherClaim }, verdict }]
  })
}

function correctionsOf({ source }: AnnotatedArticle): Corrections | null {
  const path = source.corrections === null ? null : correctionsPath(source)
  return path === null ? null : (readCorrections(path)?.corrections ?? null)
}

/** The claim that is meant, as it stands after the article's corrections. */
function idIn(article: AnnotatedArticle, of: ClaimQuotes, corrections: Corrections | null, textOf: (article: AnnotatedArticle) => string): string | null {
  const mended = corrections?.claims.find((one) => one.verdict === 'mended' && JSON.stringify(one.of) === JSON.stringify(of))
  return claimOfQuotes(textOf(article), mended !== undefined && 'claim' in mended ? mended.claim : of, article.claims)?.id ?? null
}

function writtenArticle(path: string): AnnotatedArticle | null {
  try {
    return JSON.parse(readFileSync(regular(path), 'utf8')) as AnnotatedArticle
  } catch {
    return null
  }
}
