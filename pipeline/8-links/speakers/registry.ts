import type { Config } from '../../model/config.ts'
import type { RegisteredSpeaker } from '../../model/schema.ts'
import type { Kept, Past } from '../past.ts'
import type { LinkSpeaker } from '../row.ts'
import type { LinkSource } from '../source.ts'
import { linkSpeakers } from './link-speakers.ts'
import { mergeSpeakers } from './speakers.ts'

export interface CorpusSpeakers {
  readonly rows: readonly (RegisteredSpeaker | number)[]
  readonly entries: readonly LinkSpeaker[]
  readonly from: Uint32Array
  readonly entryOf: Uint32Array
  readonly stands: Uint8Array
  readonly kept: Kept
}

// STUB
export function corpusSpeakers(sources: readonly LinkSource[], config: Config, past: Past | null): CorpusSpeakers {
  const inputs = sources.map((source) => ({ article: source.article, speakers: source.speakers() }))
  const rows = mergeSpeakers(inputs, config)
  const known = linkSpeakers(rows, inputs)
  const entries: LinkSpeaker[] = rows.map(({ members: [first] }) => known.get(`${first!.article}\n${first!.speaker}`)!)
  const number = new Map(entries.map((each, i) => [each, i]))
  const from = [0]
  const entryOf: number[] = []
  const list: string[] = []
  for (const { article, speakers } of inputs) {
    for (const { id } of speakers) entryOf.push(number.get(known.get(`${article}\n${id}`)!)!)
    list.push(JSON.stringify(speakers.map(({ id }) => known.get(`${article}\n${id}`)!)))
    from.push(entryOf.length)
  }
  return { rows, entries, from: Uint32Array.from(from), entryOf: Uint32Array.from(entryOf), stands: Uint8Array.from(sources, (_, i) => (past && past.was[i]! >= 0 && past.kept.lists['speakers']![past.was[i]!] === list[i] ? 1 : 0)), kept: { numbers: {}, lists: { speakers: list } } }
}
