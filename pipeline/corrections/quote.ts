import type { ClaimQuotes, Quote } from '../model/schema.ts'
import type { Range } from '../model/span.ts'

/** How many code units around a passage are kept. */
const CONTEXT = 32
/** A passage found elsewhere than it stood must come with so many code units of its own or around it that agree, or it may be another. */
const TELLING = 24
const MOST_PLACES = 1000

/** A passage as its words and what stands around them (W3C TextQuoteSelector, and where it stood). */
export function quoteOf(text: string, { start, end }: Range): Quote {
  return { exact: text.slice(start, end), prefix: text.slice(Math.max(0, start - CONTEXT), start), suffix: text.slice(end, end + CONTEXT), start }
}

/** Where a quoted passage stands in a text now; null where it stands nowhere, or nothing tells which place is meant. */
export function findQuote(text: string, quote: Quote): Range | null {
  const { exact, start } = quote
  const at = (place: number): Range => ({ start: place, end: place + exact.length })
  if (text.startsWith(exact, start) && around(text, quote, start) === quote.prefix.length + quote.suffix.length) return at(start)
  const places: { readonly place: number; readonly agrees: number }[] = []
  for (let place = text.indexOf(exact); place !== -1 && places.length < MOST_PLACES; place = text.indexOf(exact, place + 1))
    places.push({ place, agrees: around(text, quote, place) })
  places.sort((a, b) => b.agrees - a.agrees)
  const [best, next] = places
  return best !== undefined && best.agrees + exact.length >= TELLING && best.agrees !== next?.agrees ? at(best.place) : null
}

/** How many code units next to a place agree with what stood around the quote. */
function around(text: string, { exact, prefix, suffix }: Quote, place: number): number {
  let before = 0
  while (before < prefix.length && prefix.at(-1 - before) === text[place - 1 - before]) before++
  let behind = 0
  while (behind < suffix.length && suffix[behind] === text[place + exact.length + behind]) behind++
  return before + behind
}

/** The places that tell one claim from all others of its article. */
export interface ClaimPlaces {
  readonly content: readonly Range[]
  readonly mention: Range | null
  readonly cue: Range | null
}

/** A claim by the words of its content, speaker and cue. */
export function claimQuotes(text: string, { content, mention, cue }: ClaimPlaces): ClaimQuotes {
  return { content: content.map((range) => quoteOf(text, range)), mention: mention && quoteOf(text, mention), cue: cue && quoteOf(text, cue) }
}

/** Where a quoted claim stands; null where its content does not stand in the text. A mention or cue that is lost is absent. */
export function findClaim(text: string, quotes: ClaimQuotes): ClaimPlaces | null {
  const content = quotes.content.flatMap((quote) => findQuote(text, quote) ?? [])
  const maybe = (quote: Quote | null) => quote && findQuote(text, quote)
  return content.length < quotes.content.length ? null : { content, mention: maybe(quotes.mention), cue: maybe(quotes.cue) }
}
