import { isAnonymous, topicOf, wordsOf } from '../store/claim.ts'
import { linksFrom, originsOf, writtenGroup, type Output } from '../store/open.ts'
import type { AnnotatedArticle, Claim, ClaimRef, Group, Link, Origin } from '../model/schema.ts'

/** A claim with the article that holds it. */
export interface Placed {
  readonly article: AnnotatedArticle
  readonly claim: Claim
}

/** A claim group with its members at hand. Claims that no group holds are groups of one. */
export interface PlacedGroup {
  readonly group: Group
  readonly members: readonly Placed[]
}

/** The names that a claim's speakers go by: in the article, and over the corpus. */
export interface SpeakerNames {
  readonly name: string
  readonly kind: string
  readonly descriptions: readonly string[]
  /** Why somebody is not named, in the article's words; null where it gives no reason or names them. */
  readonly unnamedBecause: string | null
}

/** Who stands where on what, in one group. */
type StanceHere = Group['stances'][number] & { readonly group: string }

/** What was written, so that one thing leads to the other. Groups go by their number in the index. */
export class Corpus {
  constructor(readonly output: Output) {}

  /** The groups of these numbers, in this order, one at a time. */
  *groups(numbers: Iterable<number>): Generator<PlacedGroup> {
    for (const number of numbers) yield this.#place(number)
  }

  /** By its id; null where it was not written. */
  group(id: string): PlacedGroup | null {
    const found = this.output.index.get<{ id: number }>('SELECT id FROM groups WHERE name = ?', id)
    return found && this.#place(found.id)
  }

  #place(number: number): PlacedGroup {
    const group = writtenGroup(this.output, number)
    if (group !== null) return { group, members: group.members.flatMap((ref) => this.find(ref) ?? []) }
    const [alone] = this.output.index.all<{ article: string; claim: string }>('SELECT articles.name AS article, claims.name AS claim FROM claims JOIN articles ON articles.id = article WHERE grp = ?', number).flatMap((ref) => this.find(ref) ?? [])
    if (alone === undefined) throw new Error(`the index of ${this.output.files.folder} names a claim that is not there; delete .index.sqlite`)
    return { group: groupOfOne(alone), members: [alone] }
  }

  find({ article: id, claim: claimId }: ClaimRef): Placed | null {
    const article = this.output.files.article(id)
    const claim = article?.claims.find((each) => each.id === claimId)
    return article && claim ? { article, claim } : null
  }

  /** The stances of all groups towards one target, by its topic. */
  stancesOn(topic: string): readonly StanceHere[] {
    return this.output.index.all<{ grp: number }>('SELECT DISTINCT grp FROM stances WHERE topic = ? ORDER BY grp', topic).flatMap(({ grp }) => {
      const group = writtenGroup(this.output, grp)
      return group === null ? [] : group.stances.filter((stance) => topicOf(stance) === topic).map((stance) => ({ group: group.id, ...stance }))
    })
  }

  /** The origins of a group, each with the claims that trace back to it. */
  originsOf(group: Group): readonly Origin[] {
    return originsOf(this.output, group)
  }

  /** The links that name a claim first. */
  linksFrom({ article, claim }: Placed): readonly Link[] {
    return linksFrom(this.output, { article: article.source.id, claim: claim.id })
  }

  /** The speakers of a claim; empty where the text names nobody. */
  speakersOf({ article, claim }: Placed): readonly SpeakerNames[] {
    return claim.speaker.ids.map((id) => {
      const local = article.speakers.find((speaker) => speaker.id === id)
      const registered = this.output.index.get<{ name: string }>('SELECT person.value AS name FROM articles, json_each(people) AS person WHERE articles.name = ? AND person.key = ?', article.source.id, id)
      return {
        name: registered?.name ?? local?.name ?? id,
        kind: local?.kind ?? 'person',
        descriptions: local?.descriptions ?? [],
        unnamedBecause: local?.anonymity?.reason?.exact ?? null,
      }
    })
  }
}

function groupOfOne(placed: Placed): Group {
  const { article, claim } = placed
  const names = claim.speaker.ids.map((id) => article.speakers.find((speaker) => speaker.id === id)?.name ?? id)
  return {
    id: claim.id,
    text: wordsOf(claim),
    members: [{ article: article.source.id, claim: claim.id }],
    stances: claim.stance.map(({ target, label }) => ({ target: target.text, topic: target.topic, label, speakers: names })),
    contested: [],
    support: { articles: 1, outlets: 1, origins: [], independent: 1, anonymous: Number(isAnonymous(placed)), attested: 1 },
    contradictedBy: [],
    differs: [],
  }
}
