import { expect, it } from 'vitest'
import { annotate } from '../../pipeline/annotate.ts'
import { articleOf } from '../../pipeline/1-read/article-of.ts'

const claimsOf = (text: string) =>
  annotate(articleOf(text, { id: 'a' })).claims.map(({ content, cue, speaker }) => ({ content: content.map(({ exact }) => exact), cue: cue?.exact, speaker: speaker.mention?.exact ?? null }))

it('whom something is said of is no speaker, and belongs to what is said', () => {
  expect(claimsOf('The harbour board met on Monday.\n\nTilda Brandt is believed to have left the country on a trawler.\n')).toContainEqual({ content: ['Tilda Brandt', 'to have left the country on a trawler'], cue: 'is believed', speaker: null })
})

it('the subject of a passive is no speaker, who hears it is none of the content', () => {
  const claims = claimsOf('The harbour board met on Monday.\n\nTilda Brandt was told that the pier was closed. Brandt is convinced that the pier will open again.\n')
  expect(claims.map(({ content, speaker }) => [content.join(' '), speaker])).toEqual([['the pier was closed', null], ['the pier will open again', 'Brandt']])
})

it('who says or believes is', () => {
  const claims = claimsOf('The harbour board met on Monday.\n\nTilda Brandt said she had left the country on a trawler. Police believe that Brandt sold the pier.\n')
  expect(claims.map(({ speaker }) => speaker)).toEqual(['Tilda Brandt', 'Police'])
})
