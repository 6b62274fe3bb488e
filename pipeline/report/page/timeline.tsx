import { linkTo, useHere } from './report.ts'
import { count, dateInWords } from './words.ts'

/** More bars than this are drawn by month, then by year. */
const MOST_BARS = 60

/** Articles and claims over time, as bars; each opens what was published then. */
export function Timeline() {
  const here = useHere()
  const cut = [10, 7, 4].find((length) => new Set(here.articles.map(({ published }) => published?.slice(0, length))).size <= MOST_BARS) ?? 4
  const bars = new Map<string, { articles: number; claims: number }>()
  for (const { published, claims } of here.articles) {
    if (published === null) continue
    const bar = bars.get(published.slice(0, cut)) ?? { articles: 0, claims: 0 }
    bars.set(published.slice(0, cut), { articles: bar.articles + 1, claims: bar.claims + claims })
  }
  const undated = here.articles.filter(({ published }) => published === null).length
  const most = Math.max(...[...bars.values()].map(({ claims }) => claims), 1)
  return (
    <>
      <ol class="timeline">
        {[...bars]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([date, { articles, claims }]) => (
            <li key={date}>
              <a href={linkTo(here, { p: 'claims', date })}>
                <span class="date">{dateInWords(date)}</span>
                <span class="bar" style={{ width: `${Math.max(1, (claims / most) * 100)}%` }} />
                <span class="number">
                  {count(claims, 'claim')}, {count(articles, 'article')}
                </span>
              </a>
            </li>
          ))}
      </ol>
      {undated > 0 && <p class="note">{count(undated, 'article')} without a date.</p>}
    </>
  )
}
