import type { AnnotatedArticle, Claim } from '../model/schema.ts'

/** Which claims to write. */
export interface Selection {
  /** Claims that are less sure than this are left out. */
  readonly minConfidence: number
  /** Whether beliefs, wishes and intentions are kept, or only what was said or written. */
  readonly attitudes: boolean
}

/** The article with the selected claims only; a claim within one that was left out lies in the next one around it. */
export function select(article: AnnotatedArticle, { minConfidence, attitudes }: Selection): AnnotatedArticle {
  const keep = (claim: Claim) => claim.confidence >= minConfidence && (attitudes || claim.mode !== 'attitude')
  if (article.claims.every(keep)) return article
  const byId = new Map(article.claims.map((claim) => [claim.id, claim]))
  const around = (id: string | null): string | null => {
    const claim = id === null ? undefined : byId.get(id)
    return !claim || keep(claim) ? id : around(claim.within)
  }
  return { ...article, claims: article.claims.filter(keep).map((claim) => ({ ...claim, within: around(claim.within) })) }
}
