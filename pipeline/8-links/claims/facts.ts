import type { Config } from '../../model/config.ts'
import { LIKELY } from '../../model/confidence.ts'
import { twinsOf } from '../group.ts'
import { denialKeys } from '../judge/pointed.ts'
import { traitsOf } from '../judge/traits.ts'
import { hashOf } from '../../model/hash.ts'
import { Sets } from '../origins/sets.ts'
import type { ClaimRow } from '../row.ts'
import { stancesIn, type Stance } from '../stances.ts'

/** What is asked of every claim, whatever else it is linked with; other claims of its article by their place in it. */
export interface ClaimFacts {
  readonly text: string
  readonly cue: string
  /** Its speakers by their places among those of the article. */
  readonly speakers: readonly number[]
  readonly traits: number
  /** Whether it takes up another claim. */
  readonly echo: boolean
  readonly paragraph: number
  /** Whether it is likelier right than not. */
  readonly likely: boolean
  /** The first claim of the article with the same content. */
  readonly twin: number
  /** The first claim of the article that it shares a report or credit with, directly or by others. */
  readonly report: number
  /** Whether more than its speakers tell where it comes from: see `carriers` and `passesOn` of {@link ClaimRow}. */
  readonly carried: boolean
  /** By which a denial meets what it denies, hashed: see {@link denialKeys}. */
  readonly denial: readonly number[]
  readonly stances: readonly Stance[]
}

/** The facts of the claims of one article; `speakers` are the ids of its speakers in order. */
export function factsOf(rows: readonly ClaimRow[], speakers: readonly string[], topics: Config['topics']): readonly ClaimFacts[] {
  const place = new Map(speakers.map((id, i) => [id, i]))
  const twins = twinsOf(rows)
  const reports = new Sets(rows.length)
  reports.joinByKey((i) => rows[i]!.carriers.map(({ id }) => id))
  return rows.map((row, i) => {
    const { claim } = row
    const traits = traitsOf(row)
    return {
      text: claim.text,
      cue: claim.cue?.exact ?? '',
      speakers: claim.speakers.flatMap((id) => place.get(id) ?? []),
      traits,
      echo: claim.echo !== undefined,
      paragraph: claim.paragraph,
      likely: claim.confidence >= LIKELY,
      twin: twins[i]!,
      report: reports.find(i),
      carried: row.carriers.length > 0 || row.passesOn !== undefined,
      denial: denialKeys({ row, traits }).map(hashOf),
      stances: stancesIn(claim, topics),
    }
  })
}
