import type { CommitmentLabel } from './schema.ts'

/** How a speaker holds what is claimed, in words. */
export const COMMITMENT_VERBS: Readonly<Record<CommitmentLabel, string>> = {
  asserts: 'says so',
  denies: 'denies it',
  doubts: 'doubts it',
  hedges: 'says it may be so',
  asks: 'asks it',
  demands: 'demands it',
  promises: 'promises it',
  declines: 'declines to say',
}
