import { useMemo } from 'preact/hooks'
import type { ArticleRow, SpeakerRow } from '../data.ts'
import { articlesFor, speakersFor } from './filter.ts'
import { LongList, useTitle } from './list.tsx'
import { Text } from './parts.tsx'
import { linkTo, useHere } from './report.ts'
import { go } from './go.ts'
import { count, dateInWords, visible } from './words.ts'

/** An article by title, outlet and date. */
export function ArticleLine({ article }: { readonly article: ArticleRow }) {
  const here = useHere()
  return (
    <>
      <a class="title" href={linkTo(here, { p: 'article', a: article.id })}>
        <Text>{article.title}</Text>
      </a>
      <p class="by">{[article.outlet === null ? null : visible(article.outlet), dateInWords(article.published), count(article.claims, 'claim')].filter((part) => part !== null).join(' · ')}</p>
    </>
  )
}

/** A speaker by name, with what they are called. */
export function SpeakerLine({ speaker }: { readonly speaker: SpeakerRow }) {
  const here = useHere()
  const told = [speaker.kind === 'anonymous' ? 'unnamed' : null, speaker.descriptions[0] ?? null, count(speaker.claims, 'claim')]
  return (
    <>
      <a class="title" href={linkTo(here, { p: 'speaker', s: speaker.id })}>
        <Text>{speaker.name}</Text>
      </a>
      <p class="by">
        <bdi>{visible(told.filter((part) => part !== null).join(' · '))}</bdi>
      </p>
    </>
  )
}

export function ArticlesPage() {
  const { articles, route } = useHere()
  useTitle('Articles')
  const shown = articlesFor(route.q ?? '', articles)
  return (
    <>
      <h1>{count(shown.length, 'article')}</h1>
      <Narrow what="articles by title, outlet or byline" />
      <LongList length={shown.length} label="Articles" height={4.5} narrow={6} item={(index) => <ArticleLine article={shown[index] as ArticleRow} />} />
    </>
  )
}

export function SpeakersPage() {
  const { speakers, route } = useHere()
  useTitle('Speakers')
  const all = useMemo(() => speakers.toSorted((a, b) => b.claims - a.claims), [speakers])
  const shown = route.q ? speakersFor(route.q, speakers) : all
  return (
    <>
      <h1>{count(shown.length, 'speaker')}</h1>
      <Narrow what="speakers by name" />
      <LongList length={shown.length} label="Speakers" height={4.5} narrow={6} item={(index) => <SpeakerLine speaker={shown[index] as SpeakerRow} />} />
    </>
  )
}

function Narrow({ what }: { readonly what: string }) {
  const { route } = useHere()
  return (
    <label class="narrow">
      Find {what}
      <input type="search" value={route.q ?? ''} onInput={(event) => go({ ...route, q: event.currentTarget.value }, true)} />
    </label>
  )
}
