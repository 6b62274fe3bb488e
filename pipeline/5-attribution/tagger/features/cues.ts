import { mix } from './words.ts'

/** How often a lemma (with its part of speech) is a cue word where training text has it: a bucket of {@link CUE_RATES}. */
export interface CueLexicon {
  /** @param key {@link cueKey} */
  bucket(key: number): number
}

/** Upper bounds of the buckets 0 to 6; bucket 7 lies above. */
const CUE_RATES = [0.02, 0.06, 0.15, 0.25, 0.45, 0.65, 0.85] as const
export const UNSEEN_CUE = 9
/** From this bucket on a verb, noun or adjective counts as a candidate cue (a quarter of its uses in training). */
export const CANDIDATE_FROM = 4

export function cueKey(lemma: number, pos: number): number {
  return mix(lemma, pos)
}

/** The bucket of a lemma that was a cue word `cues` times of `uses`, smoothed towards none. */
export function cueBucket(cues: number, uses: number): number {
  if (uses <= 0) return UNSEEN_CUE
  const rate = (cues + 0.2) / (uses + 2)
  const k = CUE_RATES.findIndex((bound) => rate < bound)
  return k < 0 ? CUE_RATES.length : k
}
