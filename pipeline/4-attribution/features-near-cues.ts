import { columns, PAD } from './features-columns.ts'
import type { Analysis, Passage } from './features-passage.ts'
import { mix } from './features-words.ts'
import { at, distance } from './features-values.ts'

/** Commas and verbs, both cut at 3, between tokens `from` and before `to`; the count of commas is in the bits above 1. */
function between(a: Analysis, from: number, to: number): number {
  const commas = a.commas[to]! - a.commas[from]!, verbs = a.verbs[to]! - a.verbs[from]!
  return 1 + Math.min(commas, 3) * 4 + Math.min(verbs, 3)
}

/** Parts of speech of a short gap. */
function gap({ pos }: Analysis, from: number, to: number): number {
  let h = to - from
  for (let x = from; x < to; x++) h = mix(h, pos[x]!)
  return h
}

const SHORT = 6

/** The nearest candidate cue to the left and right in the sentence, and what stands between it and the token. */
export function fillNearCues(a: Analysis, p: Passage): void {
  const n = p.end - p.first
  for (let t = 0; t < n; t++) {
    const i = p.first + t
    const left = a.cueLeft[i]!, right = a.cueRight[i]!
    fillLeft(a, p, i, PAD + t, left < p.first ? -1 : left)
    fillRight(a, p, i, PAD + t, right >= p.end ? -1 : right)
  }
}

function fillLeft(a: Analysis, p: Passage, i: number, k: number, left: number): void {
  const c = columns
  if (left < 0) {
    c.leftLemma[k] = 1
    c.leftCue[k] = 1
    c.leftFar[k] = 12
    c.leftNext[k] = c.leftNextPos[k] = c.leftBeforePos[k] = c.leftWay[k] = c.leftGap[k] = c.leftQuoted[k] = 0
    return
  }
  c.leftLemma[k] = a.lemma[left]!
  c.leftCue[k] = 2 + a.cue[left]!
  c.leftFar[k] = 1 + distance(i - left)
  c.leftNext[k] = at(a.lemma, left + 1, p)
  c.leftNextPos[k] = at(a.pos, left + 1, p)
  c.leftBeforePos[k] = at(a.pos, left - 1, p)
  c.leftWay[k] = between(a, left + 1, i)
  c.leftGap[k] = i - left < SHORT ? gap(a, left + 1, i) : 0
  c.leftQuoted[k] = 1 + a.quoted[i]! + 2 * a.quoted[left]!
}

function fillRight(a: Analysis, p: Passage, i: number, k: number, right: number): void {
  const c = columns
  if (right < 0) {
    c.rightLemma[k] = 1
    c.rightCue[k] = 1
    c.rightFar[k] = 12
    c.rightNext[k] = c.rightNextPos[k] = c.rightWay[k] = c.rightGap[k] = c.rightQuoted[k] = c.rightTail[k] = c.rightRun[k] = 0
    return
  }
  c.rightLemma[k] = a.lemma[right]!
  c.rightCue[k] = 2 + a.cue[right]!
  c.rightFar[k] = 1 + distance(right - i)
  c.rightNext[k] = at(a.lemma, right + 1, p)
  c.rightNextPos[k] = at(a.pos, right + 1, p)
  c.rightWay[k] = between(a, i + 1, right)
  c.rightGap[k] = right - i < SHORT ? gap(a, i + 1, right) : 0
  c.rightQuoted[k] = 1 + a.quoted[i]! + 2 * a.quoted[right]!
  c.rightTail[k] = 1 + distance(Math.min(a.to[right]!, p.end) - 1 - right)
  c.rightRun[k] = gap(a, Math.max(p.first, right - 3), right)
}
