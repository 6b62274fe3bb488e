import type { CommitmentLabel, StanceLabel } from '../../model/schema.ts'

/**
 * What a row of the rule tables holds. Examples are texts with marks: `<cue>` (the content is what follows it, or what goes
 * before it if nothing does; without a cue all is content), `[evidence]`, `{target}`. A test walks all rows.
 */
interface Row {
  readonly id: string
  /** Why: what the wording says of the speaker. */
  readonly when: string
  /** Where the pattern may begin: in the cue, in the content, or anywhere. */
  readonly in: 'cue' | 'content' | 'any'
  /** Patterns (pattern.ts). */
  readonly match: readonly string[]
  readonly hits: readonly [string, ...string[]]
  readonly misses: readonly [string, ...string[]]
}

/**
 * Where a rule's target stands: `object`, the phrase behind the match; `subject`, the subject of the match's clause;
 * `action`, what is to be done, behind the match (what is to be stopped or banned is opposed); `own`, the speaker's own
 * action; `topic`, the subject of the content's clause; `charged`, the object up to `of` or `for`; `named`, what is
 * called something; `inside`, the phrase behind the match's first word; `deed`, what the match's last word begins.
 */
export type TargetPlace = 'object' | 'subject' | 'action' | 'own' | 'topic' | 'charged' | 'named' | 'inside' | 'deed'

export interface StanceRule extends Row {
  readonly label: StanceLabel
  readonly target: TargetPlace
  /** The label where the match is negated; without one it says nothing then. */
  readonly negated?: StanceLabel
  /** Whether a condition in the same sentence makes the label `conditional`. */
  readonly conditional?: boolean
  /** Whether it says nothing where a whole clause follows: `suggested that the gate was open`. */
  readonly phrase?: boolean
  /** Whether it says something only where a whole clause follows. */
  readonly clause?: boolean
  /** Whether a participle does not count: `the steps needed for helping ...`. */
  readonly finite?: boolean
  /** Whether the subject must be able to be the speaker: not `you`, nor `he` in the speaker's own words. */
  readonly self?: boolean
  /** Whether the subject must be somebody who acts. */
  readonly agent?: boolean
  /** Whether it judges: a word of quality alone (`good`) counts only of what somebody does or is. */
  readonly judges?: boolean
  /** Whether the target must be what somebody does, proposes or is: not a river. */
  readonly disputed?: boolean
  /** Whether the verb must have an object: `street lamps help pupils`, not `the wind weakened`. */
  readonly transitive?: boolean
  /** Of several matches those of the higher rank are kept. */
  readonly rank: number
}

export interface CommitmentRule extends Row {
  readonly label: CommitmentLabel
  /** The label where the match is negated; without one it says nothing then. */
  readonly negated?: CommitmentLabel
  /** Whether it says something only where a whole clause follows. */
  readonly clause?: boolean
  /** Whether no verb may stand within the match: `told us to leave`, but not `told us it was to leave`. */
  readonly phrase?: boolean
}
