import { useMemo } from 'preact/hooks'
import type { AllFindings, ClaimRow } from '../data.ts'
import { articlesFor, claimFilter, searchedOf, speakersFor } from './filter.ts'
import { Filters } from './filters.tsx'
import { LeftOut } from './header.tsx'
import { LongList, useTitle } from './list.tsx'
import { ArticleLine, SpeakerLine } from './lists.tsx'
import { ClaimLine } from './parts.tsx'
import { sureOf, useHere, type Here } from './report.ts'
import { useAllClaims, useFindings } from './store.ts'
import { count } from './words.ts'

/** How many speakers and articles are shown above the claims. */
const BESIDE = 4

const LISTS: Readonly<Record<string, string>> = {
  carried: 'carried by independent sources',
  contradicted: 'contradicted',
  differing: 'with versions that differ',
  oneOrigin: 'in several articles, of one origin',
}

/** Everything that is claimed, searched and filtered. */
export function ClaimsPage() {
  const here = useHere()
  const { route, articles, speakers, site } = here
  const { rows, done: areAll } = useAllClaims(true, (claim) => searchedOf(claim, articles, speakers))
  const findings = useFindings(route.list !== undefined)
  const done = areAll && (findings !== null || route.list === undefined)
  const key = JSON.stringify(route)
  const { shown, hidden } = useMemo(() => {
    const list = listOf(here, findings)
    const fits = claimFilter({ ...route, sure: 'all' }, articles, speakers, list)
    const sure = claimFilter(route, articles, speakers, list)
    const all = list === null ? rows.filter(fits) : oneOfEach(rows.filter(fits))
    const surely = all.filter(sure)
    return { shown: surely, hidden: all.length - surely.length }
  }, [key, rows.length, findings])
  useTitle(route.q ? `“${route.q}”` : 'Claims')
  return (
    <div class="search">
      <h1>
        {count(shown.length, 'claim')} {LISTS[route.list ?? '']}
      </h1>
      <p class={done ? 'unseen' : 'status'} role="status">
        {done ? `${count(shown.length, 'claim')} found` : `Reading: ${rows.length.toLocaleString('en')} of ${site.rows.claims.toLocaleString('en')} claims …`}
      </p>
      <Filters />
      <div class="results">
        <Beside />
        <LeftOut hidden={hidden} />
        {done && shown.length === 0 && <p>Nothing fits. Take a filter away, or look for fewer words.</p>}
        <LongList length={shown.length} label="Claims" height={6.5} narrow={11.5} item={(index) => <ClaimLine claim={shown[index] as ClaimRow} />} />
      </div>
    </div>
  )
}

/** The groups of the finding that is asked for; none until they are loaded. */
function listOf(here: Here, findings: AllFindings | null): ReadonlySet<string> | null {
  const { list } = here.route
  if (list !== 'carried' && list !== 'differing' && list !== 'oneOrigin' && list !== 'contradicted') return null
  return new Set(findings?.[sureOf(here)][list].flat())
}

/** The first claim of each group: in a list of findings each stands once. */
function oneOfEach(claims: readonly ClaimRow[]): ClaimRow[] {
  return [...new Map(claims.toReversed().map((claim) => [claim.group, claim])).values()].toReversed()
}

/** Speakers and articles that the words name. */
function Beside() {
  const { route, articles, speakers } = useHere()
  if (!route.q) return null
  const people = speakersFor(route.q, speakers).slice(0, BESIDE)
  const titles = articlesFor(route.q, articles).slice(0, BESIDE)
  if (people.length + titles.length === 0) return null
  return (
    <div class="beside">
      {people.length > 0 && (
        <section>
          <h2>Speakers</h2>
          <ul>
            {people.map((speaker) => (
              <li key={speaker.id}>
                <SpeakerLine speaker={speaker} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {titles.length > 0 && (
        <section>
          <h2>Articles</h2>
          <ul>
            {titles.map((article) => (
              <li key={article.id}>
                <ArticleLine article={article} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
