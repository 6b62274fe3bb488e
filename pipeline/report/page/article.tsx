import { useEffect, useRef, useState } from 'preact/hooks'
import type { ArticleRow, ClaimRow, Place, TextRow } from '../data.ts'
import { ClaimDetail } from './article-detail.tsx'
import { Paragraph, type Numbered } from './article-text.tsx'
import { useArticle, useClaim } from './found.ts'
import { LeftOut } from './header.tsx'
import { useTitle } from './list.tsx'
import { paragraphsOf, stretchesOf, type Stretch } from './marks.ts'
import { ClaimLine, Text } from './parts.tsx'
import { useHere } from './report.ts'
import { go } from './go.ts'
import { placesOf, useRows, useText } from './store.ts'
import { dateInWords, visible } from './words.ts'

/** An article's full text with its claims in place. An address that names a claim alone leads to the first article that holds it. */
export function ArticlePage() {
  const { route, articles } = useHere()
  const found = useArticle()
  const claim = useClaim()
  const place = found?.place ?? (claim !== null && claim !== 'looking' ? claim.claim.article : -1)
  const article = articles[place]
  if (article !== undefined) return <Article article={article} key={article.id} />
  return route.a === undefined && claim === 'looking' ? <p class="loading">Looking …</p> : <p>There is no such article in this report. It may have been written by another run.</p>
}

function Article({ article }: { readonly article: ArticleRow }) {
  const here = useHere()
  const text = useText(article)
  const rows = useRows('claims', placesOf(article))
  useTitle(article.title)
  if (text === null || rows === null) return <p class="loading">Looking …</p>
  const shown = rows.flatMap(({ confidence, id }, i) => (confidence >= here.least || id === here.route.c ? [i] : []))
  return (
    <article class="reading">
      <p class="kicker">
        <bdi>{visible([article.outlet, dateInWords(article.published)].filter((part) => part !== null).join(', ') || 'Article')}</bdi>
      </p>
      <h1>
        <Text>{article.title}</Text>
      </h1>
      <p class="standfirst">
        {article.authors.length > 0 && <Text>{`By ${article.authors.join(', ')}. `}</Text>}
        {article.url !== null && (
          <a href={article.url} rel="noreferrer noopener" target="_blank">
            The original on the web
          </a>
        )}
      </p>
      <LeftOut hidden={rows.length - shown.length} />
      {text.text === null ? <WithoutText rows={rows} shown={shown} /> : <Body text={text} words={text.text} rows={rows} shown={shown} />}
    </article>
  )
}

function WithoutText({ rows, shown }: { readonly rows: readonly ClaimRow[]; readonly shown: readonly number[] }) {
  return (
    <>
      <p class="warning">The file with this article’s text could not be read when the report was written. These are its claims.</p>
      <ul class="articles">
        {shown.map((i) => (
          <li key={i}>
            <ClaimLine claim={rows[i] as ClaimRow} />
          </li>
        ))}
      </ul>
    </>
  )
}

interface BodyProps {
  readonly text: TextRow
  readonly words: string
  readonly rows: readonly ClaimRow[]
  readonly shown: readonly number[]
}

function Body({ text, words, rows, shown }: BodyProps) {
  const { route } = useHere()
  const root = useRef<HTMLDivElement>(null)
  const chosen = rows.findIndex(({ id }) => id === route.c)
  const [seen, see] = useState(-1)
  const active = seen === -1 ? chosen : seen
  const at = placeIn(route.at, words.length)
  const paragraphs = paragraphsOf(words)
  const cuts = [...paragraphs.flat(), ...(at ?? [])]
  const stretches = stretchesOf(words.length, text.claims, new Set(shown), text.boilerplate, cuts)
  const claims = numbered(text, rows, shown)
  useEffect(() => {
    const target = root.current?.querySelector(at === null ? `[data-first="${chosen}"]` : '.at')
    target?.scrollIntoView({ block: 'center' })
  }, [route.c, route.at])
  const choose = (event: MouseEvent) => {
    const claim = rows[claimUnder(event)]
    if (claim === undefined || (event.target as Element).closest('a') !== null || getSelection()?.isCollapsed === false) return
    go({ ...route, p: 'article', c: claim.id, at: '' }, true)
  }
  return (
    <div class="body" ref={root} onPointerOver={(event) => see(claimUnder(event))} onPointerLeave={() => see(-1)} onFocusIn={(event) => see(claimUnder(event))} onFocusOut={() => see(-1)} onClick={choose}>
      <div class="paragraphs">
        {paragraphs.map((paragraph) => (
          <Paragraph key={paragraph[0]} text={words} stretches={stretches.filter((stretch) => inside(stretch, paragraph))} claims={claims.filter(({ first }) => first >= paragraph[0] && first < paragraph[1])} active={active} at={at} />
        ))}
      </div>
      <aside class="detail" aria-live="polite">
        {rows[active] !== undefined && text.claims[active] !== undefined ? (
          <ClaimDetail claim={rows[active] as ClaimRow} placed={text.claims[active]} text={words} />
        ) : (
          <Key />
        )}
      </aside>
    </div>
  )
}

/** The claim whose words or note an event is about; -1: none. */
const claimUnder = (event: Event) => Number((event.target as Element).closest('[data-claim]')?.getAttribute('data-claim') ?? -1)

const inside = ({ start, end }: Stretch, [from, to]: Place) => start >= from && end <= to

/** The claims in the order of the text, numbered from 1. */
function numbered(text: TextRow, rows: readonly ClaimRow[], shown: readonly number[]): readonly Numbered[] {
  return shown
    .flatMap((index) => {
      const first = text.claims[index]?.content[0]?.[0]
      return first === undefined ? [] : [{ index, first, row: rows[index] as ClaimRow }]
    })
    .sort((a, b) => a.first - b.first)
    .map((claim, i) => ({ ...claim, number: i + 1 }))
}

/** A place of the address, if the text has it. */
function placeIn(at: string | undefined, length: number): Place | null {
  const [, start, end] = /^(\d+)-(\d+)$/.exec(at ?? '') ?? []
  const place: Place = [Number(start), Number(end)]
  return place[0] < place[1] && place[1] <= length ? place : null
}

/** What the marks mean. */
function Key() {
  return (
    <p class="key">
      <span class="content d1">what is claimed</span> <span class="cue">that it is said</span> <span class="said-by">who says it</span>
      <br />
      Point at a claim, or go to its number, to see who says it, how sure that is, and why it was found.
    </p>
  )
}
