/** Tells somebody how far a long job is. */
export interface Progress {
  readonly add: (done: number) => void
  readonly stop: () => void
}

/** Begins to tell about a job of `total` parts. */
export type StartProgress = (total: number) => Progress

/** Tells nobody. */
export const noProgress: StartProgress = () => ({ add: () => {}, stop: () => {} })
