import type { SpeakerRow } from './data.ts'
import type { ArticleFacts } from './facts.ts'
import type { Joined } from './joined.ts'

interface GrowingSpeaker extends SpeakerRow {
  claims: number
  readonly articles: string[]
  readonly descriptions: string[]
}

/** So many are shown of what a speaker is called; as many descriptions are kept that are no aliases. */
const MOST_CALLED = 8

/** All who say something, in the order in which the articles name them: those whom links say to be one are one. */
export class Speakers {
  readonly #speakers = new Map<string, GrowingSpeaker>()

  constructor(private readonly joined: Joined) {}

  get size(): number {
    return this.#speakers.size
  }

  /** Adds those of an article; gives who each of them is, by an id. */
  add({ row: { id: article }, speakers, claims }: ArticleFacts): readonly string[] {
    const ids = speakers.map((local) => {
      const known = this.joined.speaker(article, local.id)
      const id = known?.id ?? `${article}\n${local.id}`
      const speaker = this.#speakers.get(id) ?? { id, name: known?.name ?? local.name, kind: known?.kind ?? local.kind, aliases: known?.aliases ?? [], descriptions: [], claims: 0, articles: [] }
      this.#speakers.set(id, speaker)
      if (speaker.articles.at(-1) !== article) speaker.articles.push(article)
      for (const description of local.descriptions) if (!speaker.descriptions.includes(description) && speaker.descriptions.length < MOST_CALLED + speaker.aliases.length) speaker.descriptions.push(description)
      return id
    })
    for (const [, , places] of claims) for (const id of new Set(places.map((place) => ids[place]!))) this.#speakers.get(id)!.claims++
    return ids
  }

  rows(): Iterable<SpeakerRow> {
    return this.#speakers.values()
  }
}
