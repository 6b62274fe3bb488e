import { fold, known } from '../../lexicon/gazetteer.ts'
import type { RegisteredSpeaker, Speaker } from '../../model/schema.ts'
import type { LinkSpeaker } from '../row.ts'
import { wordsOf } from './names.ts'
import { headsIn, ownersOf, speaksForIn } from './offices.ts'

const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/

/** What ties an entry of the registry to others, from its names and from the descriptions of it in all articles that have it. */
export function linkSpeakerOf({ id, kind, name, aliases }: RegisteredSpeaker, descriptions: readonly string[]): LinkSpeaker {
  const names = [...new Set([name, ...aliases].map(fold))]
  const phrases = [...new Set([...descriptions, ...(kind === 'person' ? [] : [name, ...aliases])])]
  const words = wordsOf(names.find((each) => each.includes(' ')) ?? names[0]!).filter((word) => !SUFFIX.test(word))
  const keys = names.flatMap((each) => known(each)?.key ?? []).map(fold)
  return {
    id,
    kind,
    name,
    names: kind === 'person' ? names.filter((each) => each.includes(' ')) : [...new Set([...names, ...keys])],
    surname: kind === 'person' ? (words.at(-1) ?? null) : null,
    speaksFor: [...new Set(phrases.flatMap(speaksForIn))],
    standsFor: [...new Set([...(kind === 'person' ? phrases.flatMap(headsIn) : []), ...names.flatMap((each) => ownersOf(each, kind))])],
  }
}

/** The speakers of articles as {@link LinkSpeaker}s, by article and local id joined by a line end. */
export function linkSpeakers(registry: readonly RegisteredSpeaker[], articles: Iterable<{ readonly article: string; readonly speakers: readonly Speaker[] }>): ReadonlyMap<string, LinkSpeaker> {
  const descriptions = new Map<string, readonly string[]>()
  for (const { article, speakers } of articles) for (const speaker of speakers) if (speaker.descriptions.length > 0) descriptions.set(`${article}\n${speaker.id}`, speaker.descriptions)
  const byMember = new Map<string, LinkSpeaker>()
  for (const entry of registry) {
    const keys = entry.members.map(({ article, speaker }) => `${article}\n${speaker}`)
    const speaker = linkSpeakerOf(entry, keys.flatMap((key) => descriptions.get(key) ?? []))
    for (const key of keys) byMember.set(key, speaker)
  }
  return byMember
}
