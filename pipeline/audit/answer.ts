import type { Change, CommitmentLabel, Group, Origin, StanceLabel } from '../model/schema.ts'
import type { Anchored, Anchorer } from './anchor.ts'
import { isAnonymous, topicOf } from '../store/claim.ts'
import type { Corpus, Placed, PlacedGroup, SpeakerNames } from './corpus.ts'
import { lineAndColumn, type Original, type Sources } from './sources.ts'
import { addTo } from '../model/group-by.ts'
import { refKey } from '../model/id.ts'

/** Whether a source still says it: as it was written, or what became of it. */
export type StillThere = Anchored['status'] | 'unreadable'

/** One claim that carries what a group claims, with everything that says how far to trust it. */
export interface SourceAnswer {
  /** Counted from 1 within the group. */
  readonly number: number
  readonly article: string
  readonly claim: string
  readonly outlet: string | null
  readonly title: string | null
  readonly published: string | null
  /** The file that the offsets point into. */
  readonly file: string | null
  /** The input that the file was extracted from, or null where the file is the input. */
  readonly extractedFrom: string | null
  readonly url: string | null
  readonly place: { readonly start: number; readonly end: number; readonly line: number | null; readonly column: number | null }
  /** The spans of the content, word for word. */
  readonly exact: readonly string[]
  readonly speakers: readonly SpeakerNames[]
  /** The words that name the speaker at this place. */
  readonly mention: string | null
  readonly cue: string | null
  readonly resolved: string
  /** Who passed it on, from the speaker outwards. */
  readonly chain: readonly string[]
  readonly kind: string
  readonly mode: string
  readonly commitment: CommitmentLabel
  readonly stance: readonly { readonly label: string; readonly target: string }[]
  readonly confidence: number
  readonly anonymous: boolean
  readonly origins: readonly string[]
  readonly stillThere: StillThere
  readonly original: Original | null
}

/** Two sources of one group, why they are one, and how they word it differently. */
export interface VersionAnswer {
  readonly type: string
  readonly from: number
  readonly to: number
  readonly confidence: number
  readonly why: readonly string[]
  readonly changes: readonly Change[]
}

export interface OriginAnswer {
  readonly id: string
  readonly kind: Origin['kind']
  readonly name: string
  /** It rests on unnamed people alone. */
  readonly anonymous: boolean
  readonly evidence: readonly { readonly article: string; readonly exact: string }[]
  /** Numbers of the sources that trace back to it, and of those that would be left without it. */
  readonly carries: readonly number[]
  readonly left: readonly number[]
}

/** One group that answers the question. */
export interface GroupAnswer {
  readonly id: string
  readonly text: string
  readonly sources: readonly SourceAnswer[]
  readonly versions: readonly VersionAnswer[]
  readonly contradictedBy: readonly {
    readonly group: string
    readonly text: string
    readonly sources: readonly Pick<SourceAnswer, 'article' | 'claim' | 'outlet' | 'published' | 'speakers' | 'commitment' | 'exact'>[]
  }[]
  readonly stances: PlacedGroup['group']['stances']
  /** What other groups want of the same contested targets. */
  readonly opposed: readonly { readonly group: string; readonly target: string; readonly label: StanceLabel; readonly speakers: readonly string[] }[]
  readonly contested: readonly string[]
  readonly support: PlacedGroup['group']['support']
  readonly origins: readonly OriginAnswer[]
}

/** Everything known about one group; of those that contradict it, the claims that are sure enough. */
export function answerOf(placed: PlacedGroup, { corpus, sources, minConfidence }: { readonly corpus: Corpus; readonly sources: Sources; readonly minConfidence: number }): GroupAnswer {
  const { group, members } = placed
  const origins = originsByMember(group, corpus)
  const order = members.toSorted((a, b) => compare(a.article.source.published ?? '9', b.article.source.published ?? '9') || compare(a.article.source.id, b.article.source.id) || start(a) - start(b))
  return {
    id: group.id,
    text: group.text,
    sources: order.map((member, i) => sourceOf(member, i + 1, { corpus, sources, origins: origins(member) })),
    versions: versionsOf(corpus, order),
    contradictedBy: group.contradictedBy.flatMap((id) => {
      const other = corpus.group(id)
      const sure = (other?.members ?? []).filter(({ claim }) => claim.confidence >= minConfidence)
      return other === null || sure.length === 0 ? [] : [{ group: id, text: other.group.text, sources: sure.map((member) => briefly(member, corpus)) }]
    }),
    stances: group.stances,
    opposed: opposedTo(placed, corpus),
    contested: group.contested,
    support: group.support,
    origins: originsOf(order, origins),
  }
}

/** The origins that a member of the group traces back to. */
function originsByMember(group: Group, corpus: Corpus): (member: Placed) => readonly Origin[] {
  const byClaim = new Map<string, Origin[]>()
  for (const origin of corpus.originsOf(group))
    for (const ref of origin.members) addTo(byClaim, refKey(ref), origin)
  return ({ article, claim }) => byClaim.get(refKey({ article: article.source.id, claim: claim.id })) ?? []
}

const start = ({ claim }: Placed) => claim.content[0]?.start ?? 0
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function briefly(member: Placed, corpus: Corpus) {
  const { source } = member.article
  return { article: source.id, claim: member.claim.id, outlet: source.outlet, published: source.published, speakers: corpus.speakersOf(member), commitment: member.claim.commitment.label, exact: member.claim.content.map(({ exact }) => exact) }
}

function sourceOf(member: Placed, number: number, { corpus, sources, origins }: { readonly corpus: Corpus; readonly sources: Sources; readonly origins: readonly Origin[] }): SourceAnswer {
  const { article, claim } = member
  const source = sources.of(article)
  const [first, last] = [claim.content[0], claim.content.at(-1)]
  const range = { start: first?.start ?? 0, end: last?.end ?? 0 }
  const place = source.text === null ? { line: null, column: null } : lineAndColumn(source.text, range.start)
  return {
    number,
    ...briefly(member, corpus),
    title: article.source.title,
    file: source.path,
    extractedFrom: article.source.textPath === null ? null : article.source.path,
    url: article.source.url,
    place: { ...range, ...place },
    mention: claim.speaker.mention?.exact ?? null,
    cue: claim.cue?.exact ?? null,
    resolved: claim.speaker.resolved,
    chain: claim.chain.map(({ name }) => name),
    kind: claim.kind,
    mode: claim.mode,
    stance: claim.stance.map(({ label, target }) => ({ label, target: target.text })),
    confidence: claim.confidence,
    anonymous: isAnonymous(member),
    origins: origins.map(({ id }) => id),
    stillThere: source.text === null ? 'unreadable' : stillThere(member, source.anchorer),
    original: source.text === null ? null : source.original,
  }
}

/** The stances of other groups on this group's contested targets that are another label than its own. */
function opposedTo({ group }: PlacedGroup, corpus: Corpus): GroupAnswer['opposed'] {
  if (group.contested.length === 0) return []
  const own = new Map(group.stances.map((stance) => [topicOf(stance), stance.label]))
  return group.contested.flatMap((topic) =>
    corpus.stancesOn(topic)
      .filter((other) => other.group !== group.id && own.get(topic) !== other.label)
      .map(({ group: id, target, label, speakers }) => ({ group: id, target, label, speakers })),
  )
}

const WORST_FIRST = ['lost', 'ambiguous', 'moved', 'exact'] as const

/** What became of the words and the speaker's mention: the worst of their spans. */
function stillThere({ claim }: Placed, anchorer: Anchorer): StillThere {
  const spans = [...claim.content, claim.speaker.mention].filter((span) => span !== null)
  const found = new Set(spans.map((span) => anchorer.anchor(span).status))
  return WORST_FIRST.find((status) => found.has(status)) ?? 'exact'
}

function versionsOf(corpus: Corpus, order: readonly Placed[]): VersionAnswer[] {
  const numberOf = new Map(order.map(({ article, claim }, i) => [refKey({ article: article.source.id, claim: claim.id }), i + 1]))
  return order
    .flatMap((member, i) =>
      corpus.linksFrom(member).flatMap(({ type, b, confidence, why, changes }) => {
        const from = i + 1
        const to = numberOf.get(refKey(b))
        return to === undefined || type === 'contradicts' ? [] : [{ type, from, to, confidence, why, changes }]
      }),
    )
    .toSorted((a, b) => a.from - b.from || a.to - b.to)
}

function originsOf(order: readonly Placed[], originsBy: (member: Placed) => readonly Origin[]): OriginAnswer[] {
  const numbered = order.map((member, i) => ({ number: i + 1, origins: originsBy(member), anonymous: isAnonymous(member) }))
  const all = new Map(numbered.flatMap(({ origins }) => origins.map((origin) => [origin.id, origin] as const)))
  return [...all.values()].map(({ id, kind, name, evidence }) => {
    const traces = ({ origins }: (typeof numbered)[number]) => origins.some((origin) => origin.id === id)
    return {
      id,
      kind,
      name,
      anonymous: numbered.filter(traces).every(({ anonymous }) => anonymous),
      evidence: evidence.map(({ article, exact }) => ({ article, exact })),
      carries: numbered.filter(traces).map(({ number }) => number),
      left: numbered.filter((each) => !traces(each)).map(({ number }) => number),
    }
  })
}

