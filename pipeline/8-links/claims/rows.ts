import { addTo } from '../../model/group-by.ts'
import type { Links } from '../../model/schema.ts'
import type { LinkInput, ReadArticle } from '../input.ts'
import { carriersOf, type CarryingInput } from '../origins/carriers.ts'
import type { ClaimRow, LinkSpeaker } from '../row.ts'
import { linkSpeakers } from '../speakers/link-speakers.ts'

/** Every claim as a row, article by article. */
export function rowsOf(inputs: readonly LinkInput[], registry: Links['speakers']): readonly ClaimRow[] {
  const known = linkSpeakers(registry, inputs)
  return inputs.flatMap((input) => claimRows(input, (id) => known.get(`${input.article}\n${id}`)))
}

/** The claims of one article as rows, with its speakers as the registry knows them. */
export function claimRows(input: ReadArticle, known: (speaker: string) => LinkSpeaker | undefined): readonly ClaimRow[] {
  const { article, outlet, published, claims } = input
  const day = dayOf(published)
  const carriers = carriersOf(withOutletNames(input, (id) => known(id)?.name))
  const passedOn = passedOnBy(input)
  return claims.map((claim, i): ClaimRow => {
    const speakers = [...new Set(claim.speakers.flatMap((id) => known(id) ?? []))].sort((a, b) => (a.id < b.id ? -1 : 1))
    const passesOn = passedOn.get(claim.id)
    return { article, outlet, day, claim, speakers, carriers: carriers[i]!, ...(passesOn === undefined ? {} : { passesOn }) }
  })
}

/** So much of a claim is told by another within it where it passes on what that one's speaker says. */
const MOST_OF_IT = 0.5

/** By claim, the names of those who say most of it within it. */
function passedOnBy({ claims, speakers }: ReadArticle): ReadonlyMap<string, readonly string[]> {
  const claimOf = new Map(claims.map((claim) => [claim.id, claim]))
  const nameOf = new Map(speakers.map(({ id, name }) => [id, name]))
  const names = new Map<string, string[]>()
  for (const inner of claims) {
    const outer = inner.within === null ? undefined : claimOf.get(inner.within)
    if (outer === undefined || inner.text.length < MOST_OF_IT * outer.text.length) continue
    for (const id of inner.speakers) addTo(names, outer.id, nameOf.get(id) ?? id)
  }
  return names
}

/** The article with its publications under their names in the registry, so that `the FT` here is the Financial Times there. */
function withOutletNames(input: ReadArticle, nameOf: (speaker: string) => string | undefined): CarryingInput {
  if (!input.speakers.some((speaker) => speaker.kind === 'publication')) return input
  const { article, credits, claims, speakers } = input
  return { article, credits, claims, speakers: speakers.map((s) => (s.kind === 'publication' ? { ...s, name: nameOf(s.id) ?? s.name } : s)) }
}

/** Days since 1970 of an ISO date; null where it names no day. */
export function dayOf(published: string | null): number | null {
  const time = /^\d{4}-\d\d-\d\d/.test(published ?? '') ? Date.parse(published!.slice(0, 10)) : NaN
  return Number.isNaN(time) ? null : Math.round(time / 86_400_000)
}
