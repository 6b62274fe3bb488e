import type { ArticleRow, ClaimRow, SpeakerRow } from '../data.ts'
import { leastConfidence, type Route } from './route.ts'

/** Which claims fit what the reader asks for. */

const PLAIN = /^[ -~]*$/
const fold = (text: string) => PLAIN.test(text) ? text.toLowerCase() : text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'").toLowerCase()
const folded = new Map<object, string>()

/** A row's words, folded once. */
function foldedOf(row: object, words: () => string): string {
  const before = folded.get(row)
  if (before !== undefined) return before
  const text = fold(words())
  folded.set(row, text)
  return text
}

const termsOf = (query: string) => fold(query).split(/\s+/).filter(Boolean)
const holds = (text: string, terms: readonly string[]) => terms.every((term) => text.includes(term))

/** A test that claims pass which fit the route; `list` holds the groups of a finding where one is asked for. */
export function claimFilter(route: Route, articles: readonly ArticleRow[], speakers: readonly SpeakerRow[], list: ReadonlySet<string> | null): (claim: ClaimRow) => boolean {
  const terms = termsOf(route.q ?? '')
  const least = leastConfidence(route)
  const [outlet, speaker, target] = [route.outlet, termsOf(route.speaker ?? ''), termsOf(route.target ?? '')]
  const speakerFits = (place: number) => {
    const row = speakers[place]
    return row !== undefined && holds(foldedOf(row, () => [row.name, ...row.aliases].join(' ')), speaker)
  }
  const stanceFits = (stance: ClaimRow['stance'][number]) =>
    stance.confidence >= least &&
    (!route.stance || stance.label === route.stance) &&
    (!route.topic || stance.topic === route.topic) &&
    (target.length === 0 || holds(fold(stance.target), target))
  return (claim) => {
    const article = articles[claim.article]
    if (article === undefined || claim.confidence < least) return false
    if (list !== null && (claim.group === null || !list.has(claim.group))) return false
    if (outlet && article.outlet !== outlet) return false
    if (route.date && !(article.published ?? '').startsWith(route.date)) return false
    if (route.kind && claim.kind !== route.kind) return false
    if (route.unnamed && !claim.unnamed) return false
    if (speaker.length > 0 && !claim.speakers.some(speakerFits)) return false
    if ((route.stance || route.topic || target.length > 0) && !claim.stance.some(stanceFits)) return false
    return terms.length === 0 || holds(searchedOf(claim, articles, speakers), terms)
  }
}

/** What is searched of a claim: its words, speakers, outlet and targets. Made at the first call, which for all claims takes a while. */
export function searchedOf(claim: ClaimRow, articles: readonly ArticleRow[], speakers: readonly SpeakerRow[]): string {
  return foldedOf(claim, () => {
    const names = claim.speakers.map((place) => speakers[place]?.name ?? '')
    return [...claim.words, ...names, claim.mention ?? '', ...claim.chain, articles[claim.article]?.outlet ?? '', ...claim.stance.map((stance) => stance.target)].join(' ')
  })
}

/** Speakers whose name holds the words, those with most claims first. */
export function speakersFor(query: string, speakers: readonly SpeakerRow[]): readonly SpeakerRow[] {
  const terms = termsOf(query)
  if (terms.length === 0) return []
  return speakers.filter((row) => holds(foldedOf(row, () => [row.name, ...row.aliases].join(' ')), terms)).sort((a, b) => b.claims - a.claims)
}

/** Articles whose title, outlet or byline holds the words. */
export function articlesFor(query: string, articles: readonly ArticleRow[]): readonly ArticleRow[] {
  const terms = termsOf(query)
  return articles.filter((row) => holds(foldedOf(row, () => [row.title, row.outlet ?? '', ...row.authors].join(' ')), terms))
}
