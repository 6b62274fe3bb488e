import { columns, PAD } from './columns.ts'
import type { Analysis, Passage } from './passage.ts'
import { distance } from './values.ts'

/** Commas and verbs, both cut at 3, between tokens `from` and before `to`. */
function between(a: Analysis, from: number, to: number): number {
  const commas = a.commas[to]! - a.commas[from]!, verbs = a.verbs[to]! - a.verbs[from]!
  return 1 + Math.min(commas, 3) * 4 + Math.min(verbs, 3)
}

/** The nearest candidate cue to the left and right in the sentence, and what stands between it and the token. */
export function fillNearCues(a: Analysis, p: Passage): void {
  const n = p.end - p.first
  for (let t = 0; t < n; t++) {
    const i = p.first + t
    const left = a.cueLeft[i]!, right = a.cueRight[i]!
    fillLeft(a, i, PAD + t, left < p.first ? -1 : left)
    fillRight(a, i, PAD + t, right >= p.end ? -1 : right)
  }
}

function fillLeft(a: Analysis, i: number, k: number, left: number): void {
  const c = columns
  if (left < 0) {
    c.leftLemma[k] = 1
    c.leftCue[k] = 1
    c.leftFar[k] = 12
    c.leftWay[k] = 0
    return
  }
  c.leftLemma[k] = a.lemma[left]!
  c.leftCue[k] = 2 + a.cue[left]!
  c.leftFar[k] = 1 + distance(i - left)
  c.leftWay[k] = between(a, left + 1, i)
}

function fillRight(a: Analysis, i: number, k: number, right: number): void {
  const c = columns
  if (right < 0) {
    c.rightLemma[k] = 1
    c.rightCue[k] = 1
    c.rightFar[k] = 12
    c.rightWay[k] = 0
    return
  }
  c.rightLemma[k] = a.lemma[right]!
  c.rightCue[k] = 2 + a.cue[right]!
  c.rightFar[k] = 1 + distance(right - i)
  c.rightWay[k] = between(a, i + 1, right)
}
