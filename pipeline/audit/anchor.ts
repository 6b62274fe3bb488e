import { contains, type Range, type Span } from '../model/span.ts'

/** Where a written span stands in a source now. Only `exact` holds as it was written. */
export type Anchored =
  | { readonly status: 'exact' }
  /** The words stand once elsewhere, between the same words as before. */
  | { readonly status: 'moved'; readonly to: Range }
  /** The words stand elsewhere, but nothing tells which place is meant, or other words stand around them. */
  | { readonly status: 'ambiguous'; readonly places: number }
  /** The words stand nowhere; or they are few, and stand among others now. */
  | { readonly status: 'lost' }

/** How many code units before and behind a span are compared. */
const CONTEXT = 32
/** A quote and what is known around it must come to this many code units, or finding it elsewhere says nothing. */
const TELLING = 24
const MOST_PLACES = 1000

/**
 * Anchors the spans of one article in a text. What stood around a span is known from the article's other spans alone, since its
 * text is not written; where too little is known, a span found elsewhere is ambiguous and not moved. They are walked only where one is not in its place.
 */
export class Anchorer {
  private known: ReadonlyMap<number, string> | null = null

  constructor(
    private readonly text: string,
    private readonly spans: Iterable<Span>,
  ) {}

  anchor(span: Span): Anchored {
    if (this.text.slice(span.start, span.end) === span.exact) return { status: 'exact' }
    const places = this.placesOf(span.exact)
    if (places.length === 0) return { status: 'lost' }
    const agreements = places.map((start) => ({ start, known: this.agreement(span, start) }))
    const possible = agreements.filter(({ known }) => known !== null)
    const [only, other] = possible
    if (only === undefined) return span.exact.length >= TELLING ? { status: 'ambiguous', places: places.length } : { status: 'lost' }
    const tells = span.exact.length + (only.known ?? 0) >= TELLING
    if (other !== undefined || !tells) return { status: 'ambiguous', places: possible.length }
    return { status: 'moved', to: { start: only.start, end: only.start + span.exact.length } }
  }

  private placesOf(exact: string): number[] {
    const places: number[] = []
    for (let at = this.text.indexOf(exact); at !== -1 && places.length < MOST_PLACES; at = this.text.indexOf(exact, at + 1)) places.push(at)
    return places
  }

  /** How many of the code units known around a span stand around the place too; null where one differs. */
  private agreement(span: Span, place: number): number | null {
    const known = this.knownText()
    const shift = place - span.start
    let agreeing = 0
    for (let at = span.start - CONTEXT; at < span.end + CONTEXT; at++) {
      const unit = contains(span, { start: at, end: at + 1 }) ? undefined : known.get(at)
      if (unit === undefined) continue
      if (this.text.charAt(at + shift) !== unit) return null
      agreeing++
    }
    return agreeing
  }

  private knownText(): ReadonlyMap<number, string> {
    this.known ??= new Map(Array.from(this.spans).flatMap(({ start, exact }) => Array.from({ length: exact.length }, (_, i) => [start + i, exact.charAt(i)] as const)))
    return this.known
  }
}
