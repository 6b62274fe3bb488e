import type { GroupRow, OriginRow } from '../data.ts'
import type { Source } from './claim-sources.tsx'
import { Text, Where } from './parts.tsx'
import { count, cut } from './words.ts'

type Part = OriginRow['of'][number]

const NAMED: Readonly<Record<Part['kind'], (name: string) => string>> = {
  utterance: (name) => `One utterance of ${name}`,
  report: (name) => `One report: ${name}`,
  wire: (name) => `News agency: ${name}`,
  copy: (name) => (name === 'one passage' ? 'The same passage, word for word' : 'Articles that are one text'),
}

/** Articles grouped by what they rest on, as a picture: origins at the left, the articles that trace back to them at the right. */
export function Origins({ group, sources }: { readonly group: GroupRow; readonly sources: readonly Source[] }) {
  const shown = group.origins.map((origin) => ({ origin, from: sources.filter(({ place }) => origin.claims.includes(place)) })).filter(({ from }) => from.length > 0)
  return (
    <ol class="origins">
      {shown.map(({ origin, from }, i) => (
        <li key={i} aria-label={`Origin ${i + 1} of ${shown.length}: ${count(new Set(from.map(({ article }) => article.id)).size, 'article')}`}>
          <div class={origin.counts ? 'origin' : 'origin uncounted'}>
            {origin.of.length === 0 && <p class="what">{origin.counts ? 'Its own report, as far as is known' : 'Nobody is named'}</p>}
            {origin.of.map((part) => (
              <div key={part.kind + part.name}>
                <p class="what">
                  <Text>{NAMED[part.kind](part.name)}</Text>
                </p>
                {longPassages(part).map((passage) => (
                  <p class="passage" key={passage}>
                    “<Text>{passage}</Text>”
                  </p>
                ))}
              </div>
            ))}
            {!origin.counts && <p class="note">Not counted: it may come from any of the others.</p>}
          </div>
          <ul class="carriers">
            {unique(from).map(({ article, claim }) => (
              <li key={article.id}>
                <Where article={article} claim={claim} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

/** Passages of this many words tell that one text was taken from another; shorter ones name the origin again. */
const TELLING = 8

function longPassages({ passages }: Part): string[] {
  const different = [...new Map(passages.map((passage) => [passage.toLowerCase().match(/[\p{L}\p{N}]+/gu)?.join(' '), passage])).values()]
  return different.filter((passage) => passage.split(/\s+/).length >= TELLING).map((passage) => cut(passage, 280).replace(/^["“”]+|["“”]+$/g, ''))
}

function unique(sources: readonly Source[]): Source[] {
  return [...new Map(sources.map((source) => [source.article.id, source])).values()]
}
