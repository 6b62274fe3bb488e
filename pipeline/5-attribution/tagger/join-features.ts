import { CUE, SOURCE } from './crf-labels.ts'
import type { Analysis, Passage } from './features/analysis.ts'
import { POS } from '../../text/pos.ts'
import { distance } from './features/columns.ts'
import { mix } from './features/words.ts'

/** A segment of the tagger with its probability; `first`, `end` are token indices of the article. */
export interface Candidate {
  readonly first: number
  readonly end: number
  readonly part: number
  readonly probability: number
}

/** Features of one pair, as hashes. Reused: read them before the next pair is described. */
export class Pair {
  readonly ids = new Int32Array(128)
  n = 0

  one(template: number, a: number): void {
    this.ids[this.n++] = mix(template * 7919 + 13, a)
  }

  two(template: number, a: number, b: number): void {
    this.ids[this.n++] = mix(mix(template * 7919 + 13, a), b)
  }

  three(template: number, a: number, b: number, c: number): void {
    this.ids[this.n++] = mix(mix(mix(template * 7919 + 13, a), b), c)
  }
}

const chance = (p: number) => Math.min(9, Math.floor(p * 10))

/** What stands between two disjoint segments: parts of the segments there, commas, verbs, marks, clause markers. */
interface Way {
  readonly parts: number
  readonly cues: number
  readonly sources: number
  readonly contents: number
  readonly commas: number
  readonly verbs: number
  readonly marks: number
  readonly markers: number
  readonly semicolons: number
  readonly tokens: number
  readonly sentences: number
}

/** Counts stop where no feature tells more of them apart ({@link few}). */
function way(a: Analysis, all: readonly Candidate[], from: number, to: number): Way {
  let parts = 1, cues = 0, sources = 0, contents = 0
  for (let i = firstFrom(all, from); i < all.length && all[i]!.end <= to; i++) {
    const { part } = all[i]!
    if (parts < 64) parts = parts * 4 + part
    if (part === CUE) cues++
    else if (part === SOURCE) sources++
    else contents++
    if (cues >= MOST && sources >= MOST && contents >= MOST) break
  }
  const between = (counts: Int32Array) => counts[to]! - counts[from]!
  const last = Math.min(a.n - 1, to)
  const sentences = Math.min(3, a.sentence[last]! - a.sentence[Math.max(0, from - 1)]!)
  return {
    parts, cues, sources, contents, commas: between(a.commas), verbs: between(a.verbs), marks: between(a.marks), markers: between(a.markers),
    semicolons: between(a.terminals), tokens: to - from, sentences,
  } // prettier-ignore
}

/** The first of segments in order that does not begin before the token. */
function firstFrom(all: readonly Candidate[], token: number): number {
  let low = 0, high = all.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (all[middle]!.first < token) low = middle + 1
    else high = middle
  }
  return low
}

/** No feature counts further. */
const MOST = 3

const few = (n: number, most = MOST) => Math.min(n, most)

export type CueView = ReturnType<typeof describeCue>

/** The cue by itself: its deciding word, its last, what is before and behind it. */
export function describeCue(a: Analysis, p: Passage, cue: Candidate) {
  let main = cue.end - 1
  for (let i = cue.first; i < cue.end; i++) if (a.tag[i]! & (POS.VERB | POS.NOUN)) main = i
  const before = cue.first > p.first ? cue.first - 1 : -1
  const behind = cue.end < p.end ? cue.end : -1
  return {
    cue,
    lemma: a.lemma[main]!,
    pos: a.pos[main]!,
    suffix: a.suffix3[main]!,
    first: a.word[cue.first]!,
    before: before < 0 ? 1 : a.word[before]!,
    beforePos: before < 0 ? 1 : a.pos[before]!,
    behind: behind < 0 ? 2 : a.word[behind]!,
    behindPos: behind < 0 ? 2 : a.pos[behind]!,
    quoted: a.quoted[main]!,
    single: cue.end - cue.first === 1 ? 1 : 0,
  }
}

/** What lies between a cue and the other part, and how many parts are nearer rivals on either side. */
function describeWay(out: Pair, side: number, w: Way, c: CueView, nearer: number, rivals: number): void {
  out.one(20, side)
  out.two(21, side, distance(w.tokens))
  out.two(22, side, w.parts)
  out.three(23, side, few(w.cues), w.sentences)
  out.three(24, side, few(w.sources), few(w.contents))
  out.three(25, side, few(w.commas), few(w.verbs))
  out.three(26, side, few(w.marks), w.sentences)
  out.two(27, few(nearer), side)
  out.two(28, few(rivals), side)
  out.three(29, few(nearer), few(rivals), side)
  out.two(30, side, c.lemma)
}

/** A cue and a possible source, or null for "the text names nobody". */
export function describeSource(
  out: Pair,
  a: Analysis,
  p: Passage,
  all: readonly Candidate[],
  c: CueView,
  source: Candidate | null,
): void {
  out.n = 0
  const { cue } = c
  if (source === null) {
    out.one(1, 0)
    out.one(2, c.lemma)
    out.two(3, c.pos, c.suffix)
    out.two(4, c.first, c.single)
    out.two(5, c.beforePos, c.behindPos)
    out.one(6, c.before)
    out.one(7, c.behind)
    out.two(8, c.lemma, c.behind)
    out.two(9, c.lemma, c.before)
    let sources = 0, here = 0
    for (const s of all) {
      if (s.part !== SOURCE) continue
      sources++
      if (a.sentence[s.first] === a.sentence[cue.first]) here = 1
    }
    out.two(10, few(sources), here)
    out.two(11, c.pos, here)
    out.two(12, c.first, here)
    out.two(13, c.lemma, here)
    return
  }
  const left = source.first < cue.first
  const w = left ? way(a, all, source.end, cue.first) : way(a, all, cue.end, source.first)
  const side = left ? 0 : 1
  const between = w.parts
  const nearer = nearerThan(all, source, cue)
  const claimed = nearerThan(all, cue, source)
  const head = source.end - 1
  const betweenWord = w.tokens === 0 ? 3 : a.word[left ? cue.first - 1 : cue.end]!
  const behindSource = source.end < p.end ? a.word[source.end]! : 2
  const beforeSource = source.first > p.first ? a.word[source.first - 1]! : 1
  const pronoun = a.tag[head]! & POS.PRON ? 1 : 0
  describeWay(out, side, w, c, nearer, claimed)
  out.three(31, side, c.lemma, few(w.tokens, 2))
  out.three(32, side, c.pos, distance(w.tokens))
  out.three(33, side, c.suffix, between)
  out.three(34, side, c.behindPos, few(w.tokens, 1))
  out.three(35, side, betweenWord, few(w.cues, 1))
  out.two(36, side, behindSource)
  out.two(37, side, beforeSource)
  out.three(38, side, pronoun, few(w.tokens, 2))
  out.two(39, chance(source.probability), few(w.cues, 1))
  out.three(40, side, c.before, between)
  out.three(41, side, c.first, few(w.tokens, 1))
  out.three(42, c.quoted, a.quoted[head]!, side)
  out.three(43, side, few(w.markers), few(w.verbs))
  out.three(44, few(w.cues), c.before, few(claimed))
  out.three(45, few(w.cues), c.suffix, few(claimed))
  out.three(46, few(w.semicolons), w.sentences, side)
  out.three(47, between, c.pos, few(nearer))
  out.three(48, a.word[source.first]!, side, few(w.tokens, 1))
  out.two(49, between, c.beforePos)
  out.three(50, between, few(w.commas), c.before)
}

/** How many segments of the same part as `one` are nearer to `other` than it is, up to {@link MOST}. */
function nearerThan(all: readonly Candidate[], one: Candidate, other: Candidate): number {
  const gap = gapOf(one, other)
  const at = firstFrom(all, other.first)
  let n = 0
  for (let i = at - 1; i >= 0 && n < MOST && gapOf(all[i]!, other) < gap; i--) if (all[i]!.part === one.part) n++
  for (let i = at; i < all.length && n < MOST && gapOf(all[i]!, other) < gap; i++) if (all[i]!.part === one.part) n++
  return n
}

/** Tokens between two disjoint segments. */
export function gapOf(x: { first: number; end: number }, y: { first: number; end: number }): number {
  return x.first >= y.end ? x.first - y.end : y.first >= x.end ? y.first - x.end : 0
}

/** A content and a possible cue of it, or null for "none of them". */
export function describeContent(
  out: Pair,
  a: Analysis,
  p: Passage,
  all: readonly Candidate[],
  content: Candidate,
  c: CueView | null,
): void {
  out.n = 0
  const firstWord = a.word[content.first]!
  const beforeWord = content.first > p.first ? a.word[content.first - 1]! : 1
  const quoted = (a.mark[content.first] === 1 ? 1 : 0) + 2 * a.quoted[content.first]! + 4 * a.quoted[content.end - 1]!
  const length = distance((content.end - content.first) >> 1)
  if (c === null) {
    out.one(1, 0)
    out.one(2, quoted)
    out.two(3, length, quoted)
    out.one(4, firstWord)
    out.one(5, chance(content.probability))
    return
  }
  const { cue } = c
  const left = content.first < cue.first
  const side = left ? 0 : 1
  const w = left ? way(a, all, content.end, cue.first) : way(a, all, cue.end, content.first)
  const between = w.parts
  const nearer = nearerThan(all, cue, content)
  const others = nearerThan(all, content, cue)
  describeWay(out, side, w, c, nearer, others)
  out.three(31, side, c.lemma, between)
  out.three(32, side, c.pos, between)
  out.three(33, side, c.suffix, between)
  out.three(34, side, c.behindPos, between)
  out.three(35, side, c.behind, few(w.tokens, 2))
  out.three(36, side, firstWord, few(w.cues, 1))
  out.three(37, side, beforeWord, few(w.cues, 1))
  out.three(38, side, quoted, between)
  out.three(39, side, quoted, c.lemma)
  out.three(40, quoted, few(others), w.sentences)
  out.three(41, side, length, few(others))
  out.three(42, c.quoted, quoted, side)
  out.three(43, side, few(w.semicolons), w.sentences)
  out.three(44, between, w.sentences, quoted)
  out.three(45, between, few(w.commas), quoted)
  out.three(46, between, beforeWord, quoted)
  out.three(47, few(nearer), few(others), quoted)
  out.two(48, between, c.beforePos)
  out.two(49, few(w.marks), between)
}
