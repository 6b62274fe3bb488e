import { columns, PAD } from './columns.ts'
import type { Analysis, Passage } from './passage.ts'
import { TRAIT } from './words.ts'
import { at, distance } from './values.ts'

/** Noun chunks by what is round them (a source is the subject of its cue), verb groups by their head. */
export function fillPhrases(a: Analysis, p: Passage): void {
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
export function fillStops(a: Analysis, p: Passage): void {
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
