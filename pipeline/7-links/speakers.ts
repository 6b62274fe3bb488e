import type { Config } from '../model/config.ts'
import type { Links, Speaker } from '../model/schema.ts'

/** The registry of speakers over all articles: equal names are one speaker. */
export function mergeSpeakers(articles: readonly { readonly article: string; readonly speakers: readonly Speaker[] }[], _config: Config): Links['speakers'] {
  const byName = new Map<string, { id: string; name: string; kind: Speaker['kind']; aliases: string[]; members: { article: string; speaker: string }[] }>()
  for (const { article, speakers } of articles)
    for (const { id, name, kind } of speakers) {
      const key = kind === 'anonymous' ? `${article} ${id}` : (name.split(' ').at(-1) ?? name).toLowerCase()
      const entity = byName.get(key) ?? { id: `s${byName.size + 1}`, name, kind, aliases: [], members: [] }
      entity.members.push({ article, speaker: id })
      byName.set(key, entity)
    }
  return [...byName.values()]
}
