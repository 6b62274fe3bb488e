import type { Attributions, RawHop, RawSpeaker, Resolved, Speakers } from '../model/layers.ts'
import type { SpeakerKind } from '../model/schema.ts'
import type { Range } from '../model/span.ts'
import type { Decision, Discourse } from './sieves/discourse.ts'
import type { Entity } from './entities/entities.ts'

/** The layer as it is handed on: speakers that somebody refers to, numbered in order of first mention. */
export function written(
  { text }: Discourse,
  claims: Attributions,
  resolved: readonly Decision[],
  decideHop: (hop: RawHop) => Decision | null,
): Speakers {
  const hops = claims.map((claim) => claim.chain.map((hop) => ({ hop, decision: decideHop(hop) })))
  const used = new Set<Entity>([...resolved, ...hops.flat().map((h) => h.decision)].flatMap((d) => d?.entities ?? []))
  const mentions = new Map([...used].map((entity) => [entity, mentionsOf(entity)]))
  const order = [...used].sort((a, b) => mentions.get(a)![0]!.start - mentions.get(b)![0]!.start || (a.name < b.name ? -1 : 1))
  const ids = new Map(order.map((entity, i) => [entity, `p${i + 1}`]))
  const idsOf = (decision: Decision) => decision.entities.map((entity) => ids.get(entity)!)
  return {
    speakers: order.map((entity): RawSpeaker => ({
      id: ids.get(entity)!,
      name: entity.name,
      kind: kindOf(entity),
      descriptions: unique(entity.descriptions.map((d) => text.text.slice(d.start, d.end).replace(/\s+/g, ' '))),
      mentions: mentions.get(entity)!,
      anonymity: entity.anonymity,
    })),
    claims: resolved.map((decision): Resolved => ({
      ids: idsOf(decision),
      resolved: decision.resolved,
      via: decision.via && { start: decision.via.start, end: decision.via.end },
      probability: decision.probability,
      why: decision.why,
    })),
    chains: hops.map((list) => list.map(({ hop, decision }) => ({
      name: decision?.entities.map((e) => e.name).join(', ') || wordsOf(text.text, hop.mention),
      speaker: decision && decision.entities.length === 1 ? ids.get(decision.entities[0]!)! : null,
    }))),
  }
}

const wordsOf = (text: string, range: Range | null) => (range ? text.slice(range.start, range.end).trim() : '')

/** Names, pronouns and titles in order, each place once. */
function mentionsOf(entity: Entity): readonly Range[] {
  const all = [...entity.names, ...entity.others]
  if (all.length === 0 && entity.full) all.push(entity.full)
  all.sort((a, b) => a.start - b.start || b.end - a.end)
  return all
    .filter(({ start, end }, i) => i === 0 || all[i - 1]!.start !== start || all[i - 1]!.end !== end)
    .map(({ start, end }) => ({ start, end }))
}

function kindOf(entity: Entity): SpeakerKind {
  if (entity.kind === 'unknown') return 'person'
  return entity.kind === 'place' ? 'organization' : entity.kind
}

const unique = (list: readonly string[]) => [...new Set(list)]
