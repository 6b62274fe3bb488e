import type { ClaimRow } from '../data.ts'
import { LeftOut } from './header.tsx'
import { LongList, useTitle } from './list.tsx'
import { ClaimLine, Text } from './parts.tsx'
import { articleAt, linkTo, useHere } from './report.ts'
import { placesAround, useRows } from './store.ts'
import { count, STANCE_SIGNS, visible } from './words.ts'

const KIND_NAMES = { person: 'Person', organization: 'Organisation', group: 'Group', country: 'Country', publication: 'Publication', anonymous: 'Unnamed' } as const

/** Everything that one speaker is reported to have said, by target and time. */
export function SpeakerPage() {
  const here = useHere()
  const place = here.speakers.findIndex(({ id }) => id === here.route.s)
  const speaker = here.speakers[place]
  const rows = useRows('claims', speaker === undefined ? [] : placesAround(speaker))?.filter(({ speakers }) => speakers.includes(place)) ?? null
  useTitle(speaker?.name ?? 'Speaker')
  if (speaker === undefined) return <p>There is no such speaker in this report. It may have been written by another run.</p>
  if (rows === null) return <p class="loading">Looking …</p>
  const shown = rows.filter(({ confidence }) => confidence >= here.least).toSorted(byTime)
  const called = [...new Set([...speaker.aliases.filter((alias) => alias !== speaker.name), ...speaker.descriptions])]
  return (
    <article>
      <p class="kicker">{KIND_NAMES[speaker.kind]}</p>
      <h1>
        <Text>{speaker.name}</Text>
      </h1>
      {called.length > 0 && (
        <p class="standfirst">
          <bdi>{visible(`Also called: ${called.slice(0, 8).join('; ')}`)}</bdi>
        </p>
      )}
      <LeftOut hidden={rows.length - shown.length} />
      <Targets name={speaker.name} claims={shown} />
      <section>
        <h2>{count(shown.length, 'claim')}, by time</h2>
        <LongList
          length={shown.length}
          label={`Claims of ${speaker.name}`}
          height={6.5}
          narrow={11.5}
          item={(index) => {
            const claim = shown[index] as ClaimRow
            return <ClaimLine claim={claim}>{<Versions claim={claim} own={rows} />}</ClaimLine>
          }}
        />
      </section>
    </article>
  )

  function byTime(a: ClaimRow, b: ClaimRow): number {
    const [x, y] = [articleAt(here, a.article).published ?? '9', articleAt(here, b.article).published ?? '9']
    return x < y ? -1 : x > y ? 1 : a.article - b.article
  }
}

/** What the speaker is for and against, target by target. */
function Targets({ name, claims }: { readonly name: string; readonly claims: readonly ClaimRow[] }) {
  const here = useHere()
  const targets = new Map<string, { readonly text: string; readonly counts: Map<string, number> }>()
  for (const { stance } of claims)
    for (const { label, target, topic, confidence } of stance) {
      if (confidence < here.least) continue
      const known = targets.get(topic) ?? { text: target, counts: new Map<string, number>() }
      targets.set(topic, known)
      known.counts.set(label, (known.counts.get(label) ?? 0) + 1)
    }
  if (targets.size === 0) return null
  return (
    <section>
      <h2>Stands where</h2>
      <ul class="stands">
        {[...targets].map(([topic, { text, counts }]) =>
          Object.entries(STANCE_SIGNS)
            .filter(([label]) => counts.has(label))
            .map(([label, { sign, verb }]) => (
              <li key={topic + label}>
                <a href={linkTo(here, { p: 'claims', speaker: name, topic, stance: label })}>
                  <span class={`stand ${label}`} aria-hidden="true">
                    {sign}
                  </span>{' '}
                  {verb} <Text>{text}</Text>
                </a>{' '}
                <span class="number">{count(counts.get(label) ?? 0, 'claim')}</span>
              </li>
            )),
        )}
      </ul>
    </section>
  )
}

/** That this speaker's words stand elsewhere too, and perhaps otherwise. */
function Versions({ claim, own }: { readonly claim: ClaimRow; readonly own: readonly ClaimRow[] }) {
  const group = useRows('groups', claim.group === null ? [] : [claim.group])?.[0]
  if (group === undefined) return null
  const others = own.filter((other) => other.group === claim.group).length - 1
  return (
    <>
      {others > 0 && <span class="number"> · {count(others, 'other version')}</span>}
      {group.differs.length > 0 && <> <b class="flag">versions differ</b></>}
    </>
  )
}
