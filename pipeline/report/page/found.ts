import type { ArticleRow, ClaimRow } from '../data.ts'
import { useHere } from './report.ts'
import { placesOf, useAllClaims, useRows } from './store.ts'

/** The article that the address names, with its place; null where there is none. */
export function useArticle(): { readonly article: ArticleRow; readonly place: number } | null {
  const { route, articles } = useHere()
  const place = articles.findIndex(({ id }) => id === route.a)
  const article = articles[place]
  return article === undefined ? null : { article, place }
}

/** The claim that the address names, in its article or, where only the claim is named, in any: the claim, that it is looked for, or that there is none. */
export function useClaim(): { readonly claim: ClaimRow; readonly place: number } | 'looking' | null {
  const { route } = useHere()
  const found = useArticle()
  const places = found === null ? [] : placesOf(found.article)
  const rows = useRows('claims', places)
  const all = useAllClaims(found === null)
  if (rows === null) return 'looking'
  const within = found === null ? all.rows : rows
  const index = within.findIndex(({ id }) => id === route.c)
  const claim = within[index]
  if (claim !== undefined) return { claim, place: (found?.article.firstClaim ?? 0) + index }
  return found === null && !all.done ? 'looking' : null
}
