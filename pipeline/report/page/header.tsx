import { linkTo, useHere } from './report.ts'
import { go } from './go.ts'
import type { PageName } from './route.ts'
import { count } from './words.ts'

const PLACES: readonly (readonly [PageName, string, readonly PageName[]])[] = [
  ['overview', 'Overview', ['overview']],
  ['claims', 'Claims', ['claims', 'claim']],
  ['articles', 'Articles', ['articles', 'article']],
  ['speakers', 'Speakers', ['speakers', 'speaker']],
]

/** Where one can go, and the search over everything. */
export function Header() {
  const here = useHere()
  const { route } = here
  const search = (q: string) => {
    const on = route.p === 'claims'
    go({ ...(on ? route : { sure: route.sure }), p: 'claims', q } as typeof route, on)
  }
  return (
    <header class="top">
      <a class="skip" href="#main" onClick={(event) => (event.preventDefault(), document.getElementById('main')?.focus())}>
        Skip to the content
      </a>
      <a class="name" href={linkTo(here, {})}>
        claimtrace
      </a>
      <nav aria-label="Report">
        {PLACES.map(([page, name, pages]) => (
          <a key={page} href={linkTo(here, { p: page })} aria-current={pages.includes(route.p ?? 'overview') ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      <search>
        <label class="unseen" for="search">
          Search claims, speakers and articles
        </label>
        <input id="search" type="search" placeholder="Search everything  ( / )" autocomplete="off" spellcheck={false} value={route.q ?? ''} onInput={(event) => search(event.currentTarget.value)} />
      </search>
    </header>
  )
}

/** How many are left out for being less likely right than not, and the way to see them; or the way back. */
export function LeftOut({ hidden, what = 'claim' }: { readonly hidden: number; readonly what?: string }) {
  const { route, least } = useHere()
  if (least > 0 && hidden === 0) return null
  const all = least === 0
  return (
    <p class="left-out">
      {all ? 'Shown with what is less likely right than not. ' : `${count(hidden, what)} ${hidden === 1 ? 'is' : 'are'} left out, being less likely right than not. `}
      <button type="button" class="plain" onClick={() => go({ ...route, sure: all ? '' : 'all' }, true)}>
        {all ? 'Leave these out' : 'Show all'}
      </button>
    </p>
  )
}
