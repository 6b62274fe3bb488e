import type { SegmentedText, Syntax } from '../../../model/layers.ts'
import { POS } from '../../../text/pos.ts'
import { posOf } from './forms.ts'
import type { Analysis } from './analysis.ts'
import { hash, TRAIT } from './words.ts'

/** Quotation state of each token, by outer quotations only. */
export function markQuotations(a: Analysis, { tokens, paragraphs }: SegmentedText, { quotation, mark }: Syntax): void {
  for (let from = 0, i = 0; from < a.n; from = i) {
    const quote = quotation[from]!
    let opening = -1
    let closing = -1
    for (i = from; i < a.n && quotation[i] === quote; i++) {
      a.mark[i] = mark[i]!
      a.quoted[i] = quote < 0 ? 0 : 1
      if (mark[i] === 1) opening = i
      else if (mark[i] === 2 && closing < 0) closing = i
    }
    for (let k = from; k < i; k++) {
      // A quotation over several paragraphs has no opening (closing) mark in those behind (before).
      const p = paragraphs[tokens[k]!.paragraph]!
      a.opening[k] = opening >= p.firstToken ? opening : -1
      a.closing[k] = closing >= 0 && closing < p.endToken ? closing : -1
    }
  }
}

const MARK = hash('"')

/** All styles of quotation marks look alike to the features (`''` may be two tokens of any part of speech). */
export function likenMarks(a: Analysis): void {
  const { hash: pos, tag } = posOf('PUNCT')
  for (let i = 0; i < a.n; i++) {
    if (!a.mark[i]) continue
    a.word[i] = a.lemma[i] = a.shape[i] = a.suffix2[i] = a.suffix3[i] = MARK
    a.pos[i] = pos
    a.tag[i] = tag
    a.traits[i] = a.cue[i] = a.candidate[i] = 0
  }
}

/** Nominal runs, and how far prepositional phrases carry them on. */
export function nominalChunks(a: Analysis, { run, runEnd }: Syntax): void {
  const { n, traits, chunk, chunkEnd, chunkReach } = a
  chunk.set(run)
  chunkEnd.set(runEnd)
  for (let i = n - 1; i >= 0; i--) {
    if (chunk[i]! < 0) continue
    const e = chunkEnd[i]!
    const carriedOn = e < a.to[i]! - 1 && traits[e]! & TRAIT.preposition && chunk[e + 1] === e + 1
    chunkReach[i] = carriedOn ? chunkReach[e + 1]! : e
  }
}

/** Verbs with their auxiliaries, adverbs and particles between; the head is the last. */
export function verbGroups(a: Analysis): void {
  const { n, tag, traits, group, head } = a
  const VERBAL = POS.AUX | POS.VERB
  for (let i = 0; i < n; ) {
    if (!(tag[i]! & VERBAL)) { i++; continue }
    const end = a.to[i]!
    let last = i
    let j = i + 1
    for (; j < end; j++) {
      const between = tag[j]! & (POS.ADV | POS.PART) && j + 1 < end && tag[j + 1]! & (VERBAL | POS.ADV)
      if (!(tag[j]! & VERBAL) && !between) break
      if (tag[j]! & POS.VERB && traits[j - 1]! & TRAIT.to) break
      if (tag[j]! & VERBAL) last = j
    }
    group.fill(i, i, last + 1)
    head.fill(last, i, last + 1)
    i = last + 1
  }
}

/** The nearest cues, punctuation and markers of each token, and running counts. */
export function neighbours(a: Analysis): void {
  const { n, from, to, tag, traits } = a
  let cue = -1, stop = -1, marker = -1
  for (let i = 0; i < n; i++) {
    if (from[i] === i) cue = stop = marker = -1
    a.cueLeft[i] = cue
    a.stopLeft[i] = stop
    a.markerLeft[i] = marker
    a.commas[i + 1] = a.commas[i]! + (traits[i]! & TRAIT.comma ? 1 : 0)
    a.verbs[i + 1] = a.verbs[i]! + (a.head[i] === i ? 1 : 0)
    a.marks[i + 1] = a.marks[i]! + (a.mark[i] ? 1 : 0)
    a.markers[i + 1] = a.markers[i]! + (traits[i]! & TRAIT.complementizer ? 1 : 0)
    a.terminals[i + 1] = a.terminals[i]! + (!(traits[i]! & TRAIT.comma) && traits[i]! & TRAIT.terminal ? 1 : 0)
    if (a.candidate[i]) cue = i
    if (tag[i]! & POS.PUNCT && !(traits[i]! & TRAIT.hyphen)) stop = i
    if (traits[i]! & TRAIT.complementizer) marker = i
  }
  cue = -1
  stop = n
  for (let i = n - 1; i >= 0; i--) {
    if (to[i] === i + 1) cue = -1
    a.cueRight[i] = cue
    a.stopRight[i] = stop
    if (a.candidate[i]) cue = i
    if (tag[i]! & POS.PUNCT && !(traits[i]! & TRAIT.hyphen)) stop = i
  }
}
