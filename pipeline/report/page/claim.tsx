import type { ClaimRow, GroupRow } from '../data.ts'
import { Origins } from './claim-origins.tsx'
import { Sources, type Source } from './claim-sources.tsx'
import { useClaim } from './found.ts'
import { LeftOut } from './header.tsx'
import { useTitle } from './list.tsx'
import { GroupLine } from './overview.tsx'
import { Dots, Text } from './parts.tsx'
import { articleAt, useHere, type Here } from './report.ts'
import { useRows } from './store.ts'
import { count, outletOf, wordsOf } from './words.ts'

/** What is claimed, everybody who carries it, and what it rests on. */
export function ClaimPage() {
  const found = useClaim()
  const group = useRows('groups', found === null || found === 'looking' || found.claim.group === null ? [] : [found.claim.group])
  if (found === null) return <p>There is no such claim in this report. It may have been written by another run.</p>
  if (found === 'looking' || group === null) return <p class="loading">Looking …</p>
  return <Claim claim={found.claim} group={group[0] ?? alone(found.claim, found.place)} />
}

/** A group of one. */
function alone(claim: ClaimRow, place: number): GroupRow {
  const one = { independent: 1, articles: 1 }
  const { speakers, unnamed } = claim
  return { id: claim.id, text: wordsOf(claim), claims: [place], speakers, unnamed, likely: one, all: one, origins: [{ claims: [place], counts: true, of: [] }], contradictedBy: [], differs: [] }
}

function Claim({ claim, group }: { readonly claim: ClaimRow; readonly group: GroupRow }) {
  const here = useHere()
  const rows = useRows('claims', group.claims)
  const opposed = useRows('groups', group.contradictedBy.map((other) => other.group))
  useTitle(group.text)
  if (rows === null || opposed === null) return <p class="loading">Looking …</p>
  const all = sourcesOf(rows, group, here)
  const sources = all.filter((source) => source.claim.confidence >= here.least || source.claim === claim)
  const numberOf = new Map(sources.map((source, i) => [source.place, i + 1]))
  const independent = Math.max(1, group.origins.filter(({ claims, counts }) => counts && claims.some((place) => numberOf.has(place))).length)
  const articles = new Set(sources.map((source) => source.claim.article)).size
  return (
    <article class="claim-page">
      <p class="kicker">Claim</p>
      <h1 class={group.text.length > 160 ? 'long-claim' : ''}>
        <Text>{group.text}</Text>
      </h1>
      <p class="standfirst">
        <Dots independent={independent} articles={articles} /> At least <b>{independent} independent</b> {independent === 1 ? 'origin' : 'origins'}; {articles === 1 ? '1 article carries' : `${articles} articles carry`} it.
        {group.unnamed && ' Nobody who said it is named.'}
        {here.site.outlets.length === 0 && ' Nothing is known about the outlets, so two articles of one house may count twice.'}
      </p>
      <LeftOut hidden={all.length - sources.length} what="source" />
      <section>
        <h2>{sources.length === 1 ? 'In the exact words' : 'Who said it, in the exact words'}</h2>
        <Sources sources={sources} chosen={claim} />
      </section>
      {group.differs.length > 0 && <DifferingDetails group={group} sources={sources} />}
      {opposed.length > 0 && (
        <section>
          <h2>Contradicted by</h2>
          <div class="against">
            <div class="this">
              <p class="words">
                <Text>{group.text}</Text>
              </p>
            </div>
            <ul>
              {opposed.map((other, i) => (
                <li key={other.id}>
                  <GroupLine group={other} beside />
                  {(group.contradictedBy[i]?.why.length ?? 0) > 0 && <p class="note">{group.contradictedBy[i]?.why.join('; ')}</p>}
                </li>
              ))}
            </ul>
          </div>
        </section>
      )}
      <section>
        <h2>What it rests on</h2>
        {group.origins.length > 1 && <p class="note">Sources in one frame trace back to one another, so they count once. Two frames: nothing was found that ties them.</p>}
        <Origins group={group} sources={sources} />
      </section>
    </article>
  )
}

/** The sources in order of time; those without a date last. */
function sourcesOf(rows: readonly ClaimRow[], group: GroupRow, here: Here): readonly Source[] {
  const sources = rows.map((claim, i) => ({ claim, place: group.claims[i] as number, article: articleAt(here, claim.article) }))
  return sources.sort((a, b) => {
    const [x, y] = [a.article.published ?? '9', b.article.published ?? '9']
    return x < y ? -1 : x > y ? 1 : a.place - b.place
  })
}

function DifferingDetails({ group, sources }: { readonly group: GroupRow; readonly sources: readonly Source[] }) {
  const outlet = (place: number) => {
    const source = sources.find((other) => other.place === place)
    return source === undefined ? 'a source that is not shown' : outletOf(source.article)
  }
  return (
    <section>
      <h2>Details that differ</h2>
      <table class="details">
        <tbody>
          {group.differs.map(({ kind, a, b }) => (
            <tr key={`${a.claim} ${a.exact} ${b.claim} ${b.exact}`}>
              <th scope="row">{kind}</th>
              {[a, b].map(({ claim, exact }, i) => (
                <td key={claim}>
                  <mark class={i === 0 ? 'a' : 'b'}>
                    <Text>{exact}</Text>
                  </mark>
                  <p class="by">
                    <bdi>{outlet(claim)}</bdi>
                  </p>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="note">{count(group.differs.length, 'detail')} in which versions of this claim disagree.</p>
    </section>
  )
}
