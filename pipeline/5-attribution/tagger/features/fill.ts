import { at, type Column, columns, copyColumn, distance, fillColumn, PAD } from './columns.ts'
import type { Analysis, Passage } from './analysis.ts'
import { TRAIT } from './words.ts'

/** Fills all columns for a passage. */
export function fillColumns(a: Analysis, p: Passage): void {
  fillTokens(a, p)
  fillQuotationMarks(a, p)
  fillPlace(a, p)
  fillNearCues(a, p)
  fillPhrases(a, p)
  fillStops(a, p)
}

function fillTokens(a: Analysis, p: Passage): void {
  fillColumn(columns.one, 1, p)
  copyColumn(columns.word, a.word, p)
  copyColumn(columns.lemma, a.lemma, p)
  copyColumn(columns.pos, a.pos, p)
  copyColumn(columns.shape, a.shape, p)
  copyColumn(columns.suffix3, a.suffix3, p)
  copyColumn(columns.cue, a.cue, p)
  copyColumn(columns.marks, a.mark, p)
  const { marks, cue } = columns
  const n = p.end - p.first
  for (let t = 0; t < n; t++) {
    const i = p.first + t
    marks[PAD + t] = 1 + a.quoted[i]! + 2 * a.mark[i]!
    cue[PAD + t]! += 1
  }
}

function fillQuotationMarks(a: Analysis, p: Passage): void {
  const { toClosing, posBefore, posBehind, lastQuoted, markLeft, markRight } = columns
  fillColumn(columns.paragraphMarks, 1 + (p.unopened ? 1 : 0) + (p.unclosed ? 2 : 0) + (p.hasMarks ? 4 : 0), p)
  const n = p.end - p.first
  for (let t = 0, last = -1; t < n; t++) {
    const i = p.first + t, k = PAD + t
    const open = a.opening[i]!, close = a.closing[i]!
    if (i === a.from[i]) last = -1
    if (a.mark[i]) last = i
    if (a.quoted[i]) {
      toClosing[k] = close >= 0 ? 1 + distance(close - i) : 99
      posBefore[k] = open >= 0 ? at(a.pos, open - 1, p) : 4
      posBehind[k] = close >= 0 ? at(a.pos, close + 1, p) : 3
      lastQuoted[k] = close >= 0 ? at(a.lemma, close - 1, p) : 5
      markLeft[k] = 0
    } else {
      toClosing[k] = posBefore[k] = posBehind[k] = lastQuoted[k] = 0
      markLeft[k] = last >= 0 ? 1 + distance(i - last) : 20
    }
  }
  for (let t = n - 1, next = -1; t >= 0; t--) {
    const i = p.first + t
    if (i + 1 === a.to[i]) next = -1
    if (a.mark[i]) next = i
    markRight[PAD + t] = a.quoted[i] ? 0 : next >= 0 ? 1 + distance(next - i) : 20
  }
}

function fillPlace(a: Analysis, p: Passage): void {
  const { toEnd, closer, lastPos, noCue } = columns
  fillColumn(columns.before, 1 + p.before, p)
  const n = p.end - p.first
  for (let t = 0; t < n; t++) {
    const i = p.first + t, k = PAD + t
    const end = Math.min(a.to[i]!, p.end)
    toEnd[k] = 1 + distance(end - 1 - i)
    closer[k] = a.word[end - 1]!
    lastPos[k] = at(a.pos, end - 2, p)
    noCue[k] = a.cueLeft[i]! < 0 && a.cueRight[i]! < 0 ? 2 : 1
  }
}

/** Commas and verbs, both cut at 3, between tokens `from` and before `to`. */
function between(a: Analysis, from: number, to: number): number {
  const commas = a.commas[to]! - a.commas[from]!, verbs = a.verbs[to]! - a.verbs[from]!
  return 1 + Math.min(commas, 3) * 4 + Math.min(verbs, 3)
}

/** The nearest candidate cue to the left and right in the sentence, and what stands between it and the token. */
function fillNearCues(a: Analysis, p: Passage): void {
  const n = p.end - p.first
  for (let t = 0; t < n; t++) {
    const i = p.first + t
    const left = a.cueLeft[i]!, right = a.cueRight[i]!
    fillCue(leftSide, a, PAD + t, left < p.first ? -1 : left, left + 1, i)
    fillCue(rightSide, a, PAD + t, right >= p.end ? -1 : right, i + 1, right)
  }
}

interface CueSide {
  readonly lemma: Column
  readonly cue: Column
  readonly far: Column
  readonly way: Column
}
const leftSide: CueSide = { lemma: columns.leftLemma, cue: columns.leftCue, far: columns.leftFar, way: columns.leftWay }
const rightSide: CueSide = { lemma: columns.rightLemma, cue: columns.rightCue, far: columns.rightFar, way: columns.rightWay }

/** A candidate cue beside a token, -1 for none, with the tokens `from` to before `to` between them. */
function fillCue({ lemma, cue, far, way }: CueSide, a: Analysis, k: number, near: number, from: number, to: number): void {
  const none = near < 0
  lemma[k] = none ? 1 : a.lemma[near]!
  cue[k] = none ? 1 : 2 + a.cue[near]!
  far[k] = none ? 12 : 1 + distance(to - from + 1)
  way[k] = none ? 0 : between(a, from, to)
}

/** Noun chunks by what is round them (a source is the subject of its cue), verb groups by their head. */
function fillPhrases(a: Analysis, p: Passage): void {
  const n = p.end - p.first
  for (let t = 0; t < n; t++) {
    const i = p.first + t, k = PAD + t
    if (a.chunk[i]! >= p.first) fillChunk(a, p, i, k)
    else clearChunk(k)
    fillVerbGroup(a, p, i, k)
  }
}

function fillVerbGroup({ cue, group, head }: Analysis, p: Passage, i: number, k: number): void {
  const c = columns
  const h = head[i]!
  if (h < 0 || h >= p.end) {
    c.headCue[k] = c.headPlace[k] = 0
    return
  }
  const first = Math.max(group[i]!, p.first)
  c.headCue[k] = 1 + cue[h]!
  c.headPlace[k] = 1 + (first === i ? 1 : 0) + (h === i ? 2 : 0)
}

function fillChunk(a: Analysis, p: Passage, i: number, k: number): void {
  const { lemma, pos, cue, traits, chunk, chunkEnd, chunkReach, head, stopRight } = a
  const c = columns
  const first = chunk[i]!, end = chunkEnd[i]!, reach = chunkReach[i]!
  c.chunkPlace[k] = 1 + (first === i ? 1 : 0) + (end - 1 === i ? 2 : 0) + 4 * Math.min(3, i - first)
  c.chunkNextCue[k] = 1 + at(cue, end, p)
  c.reachNext[k] = at(lemma, reach, p)
  c.reachNextCue[k] = 1 + at(cue, reach, p)
  c.chunkBefore[k] = at(lemma, first - 1, p)
  c.chunkBeforePos[k] = at(pos, first - 1, p)
  c.chunkHead[k] = at(lemma, end - 1, p)
  const verb = end < p.end ? head[end]! : -1
  c.chunkVerbCue[k] = verb >= 0 ? 1 + at(cue, verb, p) : 12
  const far = reach < p.end ? head[reach]! : -1
  c.reachVerbCue[k] = far >= 0 ? 1 + at(cue, far, p) : 12
  if (reach < p.end && traits[reach]! & TRAIT.comma) {
    // An apposition may follow: "X, the mayor, said".
    const close = Math.min(stopRight[reach]!, p.end)
    c.appositionPos[k] = at(pos, reach + 1, p)
    c.behindAppositionCue[k] = close < p.end ? 1 + at(cue, close + 1, p) : 12
  } else c.appositionPos[k] = c.behindAppositionCue[k] = 0
}

function clearChunk(k: number): void {
  const c = columns
  c.chunkPlace[k] = c.chunkNextCue[k] = c.reachNext[k] = c.reachNextCue[k] = 0
  c.chunkBefore[k] = c.chunkBeforePos[k] = c.chunkHead[k] = c.chunkVerbCue[k] = c.reachVerbCue[k] = 0
  c.appositionPos[k] = c.behindAppositionCue[k] = 0
}

/** Where the clause began (that, to, which, ...) and what the next punctuation mark is and has behind it. */
function fillStops(a: Analysis, p: Passage): void {
  const { word, cue, markerLeft, stopLeft, stopRight } = a
  const c = columns
  const n = p.end - p.first
  for (let t = 0; t < n; t++) {
    const i = p.first + t, k = PAD + t
    const marker = markerLeft[i]!
    const none = marker < p.first
    c.marker[k] = none ? 1 : word[marker]!
    c.markerFar[k] = none ? 12 : 1 + distance(i - marker)
    c.markerBeforeCue[k] = none ? 1 : 2 + at(cue, marker - 1, p)
    const stop = Math.min(stopRight[i]!, p.end), last = stopLeft[i]!
    c.stop[k] = at(word, stop, p)
    c.stopFar[k] = 1 + distance(stop - i)
    c.stopNextCue[k] = 1 + at(cue, stop + 1, p)
    c.stopNextCue2[k] = 1 + at(cue, stop + 2, p)
    c.stopBefore[k] = last < p.first ? 1 : word[last]!
  }
}
