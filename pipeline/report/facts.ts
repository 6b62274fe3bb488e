import type { AnnotatedArticle, ClaimRef, Group, Speaker } from '../model/schema.ts'
import type { StanceRow, Support, WrittenArticle } from './data.ts'
import { articleRow, isUnnamed, placesOf, speakersOf } from './rows.ts'

/** What counts of articles and groups for the whole report; it is kept, so that those which are as they were need not be read again. */

export interface ArticleFacts {
  readonly row: Omit<WrittenArticle, 'file'>
  /** Those who say something, in that order. */
  readonly speakers: readonly Pick<Speaker, 'id' | 'name' | 'kind' | 'descriptions'>[]
  readonly claims: readonly ClaimFacts[]
}

/** Of a claim: its id; how sure it is; the places of its speakers among the article's; whether nobody is named; whether somebody passed it on; its stances. */
export type ClaimFacts = readonly [id: string, confidence: number, speakers: readonly number[], isUnnamed: boolean, isChained: boolean, stances: readonly StanceFacts[]]
/** The topic is null where the article does not tell it. */
type StanceFacts = Omit<StanceRow, 'topic'> & { readonly topic: string | null }

/** What counts of an article. */
export function articleFacts(article: AnnotatedArticle, text: string | null): ArticleFacts {
  const names = new Map(article.speakers.map((speaker) => [speaker.id, speaker]))
  const speaking = speakersOf(article)
  return {
    row: articleRow(article, text),
    speakers: speaking.map(({ id, name, kind, descriptions }) => ({ id, name, kind, descriptions })),
    claims: article.claims.map((claim) => {
      const stances = claim.stance.map(({ target, label, confidence }) => ({ label, target: target.text, topic: target.topic, confidence }))
      return [claim.id, claim.confidence, placesOf(claim, speaking), isUnnamed(claim, names), claim.chain.length > 0, stances]
    }),
  }
}

/** A group that says more than its one claim does. */
export interface GroupFacts extends Pick<Group, 'id' | 'contradictedBy'> {
  readonly independent: number
  readonly articles: number
  readonly members: readonly ClaimRef[]
  readonly origins: readonly string[]
  /** Targets whose topic is known. */
  readonly topics: readonly (readonly [target: string, topic: string])[]
}

/** What counts of a group; null where it says no more than its one claim does. */
export function groupFacts({ id, members, contradictedBy, differs, stances, support }: Group): GroupFacts | null {
  if (members.length <= 1 && contradictedBy.length === 0 && differs.length === 0) return null
  const topics = stances.map(({ target, topic }) => [target, topic] as const)
  return { id, contradictedBy, members, independent: support.independent, articles: support.articles, origins: support.origins, topics: firstOfEach(topics) }
}

/** Of each target what is said of it first. */
function firstOfEach(topics: readonly (readonly [string, string | null])[]): readonly (readonly [string, string])[] {
  return [...new Map(topics.toReversed())].flatMap(([target, topic]) => (topic === null ? [] : [[target, topic] as const]))
}

/** What counts of a group once its row is written; `of` tells what that was made of. */
export interface CountedGroup {
  readonly of: string
  readonly likely: Support
  readonly all: Support
  /** Whether versions of it differ, with the claims that are likelier right than not, and with all. */
  readonly differs: { readonly likely: boolean; readonly all: boolean }
}
