import { columns, copyColumn, fillColumn, PAD } from './columns.ts'
import { fillNearCues } from './near-cues.ts'
import type { Analysis, Passage } from './passage.ts'
import { fillPhrases, fillStops } from './phrases.ts'
import { at, distance } from './values.ts'

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
