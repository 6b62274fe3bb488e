import type { Place, PlacedClaim } from '../data.ts'

/** What a stretch of text is: the claims whose content, cue or speaker it is part of. Numbers are places in the article's claims. */
export interface Stretch {
  readonly start: number
  readonly end: number
  readonly content: readonly number[]
  readonly cue: readonly number[]
  readonly speaker: readonly number[]
  readonly boilerplate: boolean
}

type Role = 'content' | 'cue' | 'speaker'
interface Layer {
  readonly role: Role | 'boilerplate'
  readonly claim: number
  readonly place: Place
}

/** Cuts a text where anything begins or ends. What is not in `shown` leaves no mark. */
export function stretchesOf(length: number, claims: readonly PlacedClaim[], shown: ReadonlySet<number>, boilerplate: readonly Place[], cuts: readonly number[]): readonly Stretch[] {
  const layers: Layer[] = boilerplate.map((place) => ({ role: 'boilerplate', claim: -1, place }))
  for (const claim of shown) {
    const placed = claims[claim]
    if (placed === undefined) continue
    for (const place of placed.content) layers.push({ role: 'content', claim, place })
    if (placed.cue !== null) layers.push({ role: 'cue', claim, place: placed.cue })
    if (placed.mention !== null) layers.push({ role: 'speaker', claim, place: placed.mention })
  }
  const bounds = [...new Set([0, length, ...cuts, ...layers.flatMap(({ place }) => place)])].filter((at) => at >= 0 && at <= length).sort((a, b) => a - b)
  const begin = layers.toSorted((a, b) => a.place[0] - b.place[0])
  const stretches: Stretch[] = []
  let open: Layer[] = []
  let next = 0
  for (const [i, start] of bounds.entries()) {
    const end = bounds[i + 1]
    if (end === undefined) break
    while (next < begin.length && (begin[next] as Layer).place[0] <= start) open.push(begin[next++] as Layer)
    open = open.filter(({ place }) => place[1] > start)
    const of = (role: Layer['role']) => open.filter((layer) => layer.role === role).map(({ claim }) => claim)
    stretches.push({ start, end, content: of('content'), cue: of('cue'), speaker: of('speaker'), boilerplate: of('boilerplate').length > 0 })
  }
  return stretches
}

/** Paragraphs of a text: what stands between line ends, without empty ones. */
export function paragraphsOf(text: string): Place[] {
  const paragraphs: Place[] = []
  for (const { index, 0: line } of text.matchAll(/[^\n\r\u2028\u2029]+/g)) if (line.trim() !== '') paragraphs.push([index, index + line.length])
  return paragraphs
}
