import type { ComponentChildren } from 'preact'
import type { FindingName, Findings, GroupRow } from '../data.ts'
import { LeftOut } from './header.tsx'
import { useTitle } from './list.tsx'
import { Matrix } from './matrix.tsx'
import { Commitment, Dots, Speakers, Text, Where } from './parts.tsx'
import { linkTo, shownOf, useHere } from './report.ts'
import { useRows } from './store.ts'
import { Timeline } from './timeline.tsx'
import { count, dateInWords, visible } from './words.ts'
import { ArticleLine } from './lists.tsx'

export function Overview() {
  const here = useHere()
  const { site, articles, least } = here
  const { count: counts, first: found } = shownOf(here)
  useTitle('Overview')
  const dates = articles.flatMap(({ published }) => published?.slice(0, 10) ?? []).sort()
  const [first, last] = [dateInWords(dates[0] ?? null), dateInWords(dates.at(-1) ?? null)]
  const claims = site.rows.claims - (least > 0 ? site.unlikely.claims : 0)
  return (
    <div class="overview">
      <h1 class="headline">
        {count(claims, 'claim')} by {count(site.rows.speakers, 'speaker')} in {count(site.rows.articles, 'article')}
      </h1>
      <p class="standfirst">
        {site.outlets.length > 0 ? `${count(site.outlets.length, 'outlet')} known. ` : 'The outlets are not known. '}
        {first !== null && (first === last ? `Published ${first}.` : `Published ${first} to ${last}.`)}
      </p>
      {site.warnings.map((warning) => (
        <p class="warning" key={warning}>
          {warning}
        </p>
      ))}
      <LeftOut hidden={site.unlikely.claims} />
      <Finding title="Carried by independent sources" note="What two or more origins say that nothing ties to one another: at least so many." list="carried" groups={found.carried} all={counts.carried} />
      <Contradictions pairs={found.contradicted} all={counts.contradicted} />
      <Finding title="Versions that differ" note="One utterance or claim, told with another number, date, name or word." list="differing" groups={found.differing} all={counts.differing} differences />
      <Finding title="Several articles, one origin" note="These look like many sources, but trace back to one." list="oneOrigin" groups={found.oneOrigin} all={counts.oneOrigin} />
      {site.unnamed > 0 && (
        <Section title="Nobody is named" note="Claims of unnamed people, or of nobody at all.">
          <a class="more" href={linkTo(here, { p: 'claims', unnamed: '1' })}>
            {count(site.unnamed, 'claim')}
          </a>
        </Section>
      )}
      <Section title="Who stands where" note="Speakers by what they are for or against. Each cell opens its claims.">
        <Matrix />
      </Section>
      {dates.length > 1 && (
        <Section title="When">
          <Timeline />
        </Section>
      )}
      <Section title="Articles">
        <ul class="articles">
          {articles.slice(0, 10).map((article) => (
            <li key={article.id}>
              <ArticleLine article={article} />
            </li>
          ))}
        </ul>
        {articles.length > 10 && (
          <a class="more" href={linkTo(here, { p: 'articles' })}>
            All {count(articles.length, 'article')}
          </a>
        )}
      </Section>
    </div>
  )
}

function Section({ title, note, children }: { readonly title: string; readonly note?: string; readonly children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      {note !== undefined && <p class="note">{note}</p>}
      {children}
    </section>
  )
}

interface FindingProps {
  readonly title: string
  readonly note: string
  readonly list: FindingName
  /** The first, and how many there are. */
  readonly groups: readonly string[]
  readonly all: number
  readonly differences?: boolean
}

function Finding({ title, note, list, groups, all, differences }: FindingProps) {
  const rows = useRows('groups', groups)
  if (groups.length === 0) return null
  return (
    <Section title={title} note={note}>
      <ol class="findings">
        {rows?.map((group) => (
          <li key={group.id}>
            <GroupLine group={group} />
            {differences && <Differences group={group} />}
          </li>
        ))}
      </ol>
      {all > groups.length && <All list={list} number={all} />}
    </Section>
  )
}

function All({ list, number }: { readonly list: FindingName; readonly number: number }) {
  return (
    <a class="more" href={linkTo(useHere(), { p: 'claims', list })}>
      All {number.toLocaleString('en')}
    </a>
  )
}

/** One group in a line or two: what is claimed, by whom, how well supported. `beside`: what contradicts it stands beside it. */
export function GroupLine({ group, beside }: { readonly group: GroupRow; readonly beside?: boolean }) {
  const here = useHere()
  const { independent, articles } = here.least > 0 ? group.likely : group.all
  const first = useRows('claims', group.claims.slice(0, 1))?.[0]
  const article = first && here.articles[first.article]
  return (
    <>
      <a class="words" href={article === undefined ? '#' : linkTo(here, { p: 'claim', a: article.id, c: first?.id ?? '' })}>
        <bdi>{visible(group.text)}</bdi>
      </a>
      <p class="by">
        <Speakers claim={{ speakers: group.speakers.slice(0, 4), mention: null }} />
        {group.speakers.length > 4 && ` and ${group.speakers.length - 4} more`} {first !== undefined && articles === 1 && <Commitment claim={first} />} ·{' '}
        {articles > 1 || article === undefined ? (
          <>
            <Dots independent={independent} articles={articles} /> at least {independent} independent, {count(articles, 'article')}
          </>
        ) : (
          <Where article={article} {...(first && { claim: first })} />
        )}
        {group.contradictedBy.length > 0 && !beside && <> <b class="flag">contradicted</b></>}
        {group.differs.length > 0 && <> <b class="flag">versions differ</b></>}
      </p>
    </>
  )
}

function Differences({ group }: { readonly group: GroupRow }) {
  return (
    <ul class="differences">
      {group.differs.slice(0, 3).map(({ kind, a, b }) => (
        <li key={`${a.claim} ${b.claim} ${a.exact} ${b.exact}`}>
          <span class="kind">{kind}</span> <mark class="a"><Text>{a.exact}</Text></mark> or <mark class="b"><Text>{b.exact}</Text></mark>
        </li>
      ))}
    </ul>
  )
}

function Contradictions({ pairs, all }: { readonly pairs: Findings['contradicted']; readonly all: number }) {
  const rows = useRows('groups', pairs.flat())
  if (pairs.length === 0) return null
  return (
    <Section title="Contradicted" note="One says it, another says it is not so.">
      <ol class="findings pairs">
        {rows !== null &&
          pairs.map((pair, i) => (
            <li key={pair.join()}>
              <div>{rows[2 * i] && <GroupLine group={rows[2 * i] as GroupRow} beside />}</div>
              <div>{rows[2 * i + 1] && <GroupLine group={rows[2 * i + 1] as GroupRow} beside />}</div>
            </li>
          ))}
      </ol>
      {all > pairs.length && <All list="contradicted" number={all} />}
    </Section>
  )
}
