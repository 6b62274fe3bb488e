import type { FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { ArticlePage } from './article.tsx'
import { ClaimPage } from './claim.tsx'
import { ClaimsPage } from './claims.tsx'
import { Header } from './header.tsx'
import { ArticlesPage, SpeakersPage } from './lists.tsx'
import { Overview } from './overview.tsx'
import { HereContext, hereOf } from './report.ts'
import { parseRoute, type PageName } from './route.ts'
import { SpeakerPage } from './speaker.tsx'
import type { Report } from './store.ts'

const PAGE: Readonly<Record<PageName, FunctionComponent>> = {
  overview: Overview,
  claims: ClaimsPage,
  claim: ClaimPage,
  articles: ArticlesPage,
  article: ArticlePage,
  speakers: SpeakersPage,
  speaker: SpeakerPage,
}

export function App({ report }: { readonly report: Report }) {
  const [route, setRoute] = useState(() => parseRoute(location.hash))
  useEffect(() => {
    const moved = () => setRoute(parseRoute(location.hash))
    addEventListener('hashchange', moved)
    addEventListener('keydown', onKey)
    return () => {
      removeEventListener('hashchange', moved)
      removeEventListener('keydown', onKey)
    }
  }, [])
  const page = route.p ?? 'overview'
  const place = `${page} ${route.a ?? ''} ${page === 'article' ? '' : (route.c ?? '')} ${route.s ?? ''}`
  useEffect(() => {
    if (page !== 'article' || (route.c === undefined && route.at === undefined)) scrollTo(0, 0)
  }, [place])
  const Page = PAGE[page]
  return (
    <HereContext.Provider value={hereOf(report, route)}>
      <Header />
      <main id="main" tabIndex={-1}>
        <Page key={place} />
      </main>
    </HereContext.Provider>
  )
}

/** `/` goes to the search, `Escape` out of it. */
function onKey(event: KeyboardEvent): void {
  const { target } = event
  const typing = target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement
  if (event.key === 'Escape' && typing) target.blur()
  if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  document.querySelector<HTMLInputElement>('#search')?.focus()
}
