import type { AnnotatedArticle, Claim } from '../model/schema.ts'
import { wordsOf } from '../store/claim.ts'
import type { Exported } from './tables.ts'

const TYPES: Readonly<Record<string, string>> = { person: 'Person', organization: 'Organization', group: 'Organization', publication: 'Organization', country: 'Country' }

/**
 * What was found in the terms of schema.org: each group as a `Claim` with its appearances as `Quotation`s, and a draft `ClaimReview` for
 * a fact-checker to finish: it has no rating, since none was given.
 */
export function claimReviews({ articles, links }: Exported): object {
  const byId = new Map(Array.from(articles, (article) => [article.source.id, article]))
  const graph = [...(links?.groups ?? [])].flatMap(({ id, text, members }) => {
    const appearance = members.flatMap(({ article, claim }) => {
      const found = byId.get(article)
      const said = found?.claims.find((each) => each.id === claim)
      return found && said ? [quotation(found, said)] : []
    })
    const claim = { '@type': 'Claim', '@id': `urn:claimtrace:group:${id}`, text, appearance }
    return [claim, { '@type': 'ClaimReview', '@id': `urn:claimtrace:review:${id}`, creativeWorkStatus: 'Draft', claimReviewed: text, itemReviewed: { '@id': claim['@id'] } }]
  })
  return { '@context': 'https://schema.org', '@graph': graph }
}

function quotation({ source, speakers }: AnnotatedArticle, claim: Claim): object {
  const who = claim.speaker.ids.flatMap((id) => speakers.find((speaker) => speaker.id === id) ?? [])
  return {
    '@type': 'Quotation',
    '@id': `urn:claimtrace:${encodeURIComponent(source.id)}:${claim.id}`,
    text: wordsOf(claim),
    ...(who.length > 0 && { creator: who.map(({ name, kind }) => ({ '@type': TYPES[kind] ?? 'Thing', name })) }),
    isPartOf: {
      '@type': 'NewsArticle',
      identifier: source.id,
      ...(source.title !== null && { headline: source.title }),
      ...(source.url !== null && { url: source.url }),
      ...(source.published !== null && { datePublished: source.published }),
      ...(source.outlet !== null && { publisher: { '@type': 'Organization', name: source.outlet } }),
      ...(source.authors.length > 0 && { author: source.authors.map((name) => ({ '@type': 'Person', name })) }),
    },
  }
}
