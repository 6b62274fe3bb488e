import { LIKELY } from '../model/confidence.ts'
import type { JoinedClaims } from './data.ts'
import type { ArticleFacts } from './facts.ts'
import { CountedStances } from './findings.ts'

/** What is counted over all articles as they come. */
export class Counts {
  articles = 0
  claims = 0
  /** Claims of nobody who is named, as far as they are likelier right than not. */
  unnamed = 0
  readonly unlikely = { claims: 0, stances: 0 }
  readonly outlets = new Set<string>()
  readonly stances = { likely: new CountedStances(), all: new CountedStances() }

  add({ row, claims }: ArticleFacts, joined: JoinedClaims): void {
    this.articles++
    this.claims += claims.length
    if (row.outlet !== null) this.outlets.add(row.outlet)
    for (const [i, [, confidence, speakers, isUnnamed, , stances]] of claims.entries()) {
      const isLikely = confidence >= LIKELY
      if (!isLikely) this.unlikely.claims++
      else if (isUnnamed) this.unnamed++
      const [, ...topics] = joined.claims[i]!
      for (const [n, { label, target, confidence: sure }] of stances.entries()) {
        const stance = { speakers: speakers.map((place) => joined.speakers[place]!), label, target, topic: topics[n]! }
        this.stances.all.add(stance)
        if (sure < LIKELY) this.unlikely.stances++
        else if (isLikely) this.stances.likely.add(stance)
      }
    }
  }
}
