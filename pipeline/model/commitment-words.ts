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

const HELD_BACK: ReadonlySet<CommitmentLabel> = new Set(['denies', 'doubts', 'hedges', 'declines'])

/** Behind a speaker's name, that it does not say so without reserve: ` denies it`; empty where it does, or wants it. */
export const reserveInWords = (label: CommitmentLabel): string => (HELD_BACK.has(label) ? ` ${COMMITMENT_VERBS[label]}` : '')
