import type { Quotations, SegmentedText } from '../model/layers.ts'
import { CANDIDATE_FROM, cueKey, type CueLexicon } from './features-cues.ts'
import { formOf, hash, lemmaOf, TRAIT } from './features-words.ts'

/**
 * Everything the features look at, as one typed array each over the tokens of the article. Links to other tokens are
 * token indices, -1 (or the passage's end) where there is none.
 */
export interface Analysis {
  readonly n: number
  readonly word: Int32Array
  readonly lemma: Int32Array
  /** Hash of the part of speech, and its bit in {@link POS}. */
  readonly pos: Int32Array
  readonly tag: Int32Array
  readonly shape: Int32Array
  readonly prefix: Int32Array
  readonly suffix2: Int32Array
  readonly suffix3: Int32Array
  readonly traits: Int32Array
  readonly sentence: Int32Array
  /** First token of the sentence, and the one behind its last. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** 1 inside an outer quotation, its marks included; mark: 1 opening, 2 closing. */
  readonly quoted: Int32Array
  readonly mark: Int32Array
  readonly opening: Int32Array
  readonly closing: Int32Array
  /** Bucket of the cue lexicon; candidate cues and the nearest to the left and right in the sentence. */
  readonly cue: Int32Array
  readonly candidate: Int32Array
  readonly cueLeft: Int32Array
  readonly cueRight: Int32Array
  /** Noun chunk: first token, end, end with the prepositional phrases behind it. */
  readonly chunk: Int32Array
  readonly chunkEnd: Int32Array
  readonly chunkReach: Int32Array
  /** Verb group: first token, head; nearest heads to the left and right in the sentence. */
  readonly group: Int32Array
  readonly head: Int32Array
  readonly headLeft: Int32Array
  readonly headRight: Int32Array
  /** Next punctuation in the paragraph, last punctuation and last marker word in the sentence. */
  readonly stopRight: Int32Array
  readonly stopLeft: Int32Array
  readonly markerLeft: Int32Array
  /** How many commas and verb heads stand before each token (one entry more than tokens). */
  readonly commas: Int32Array
  readonly verbs: Int32Array
  readonly passages: readonly Passage[]
}

/** A paragraph, and what is known of the one before. */
export interface Passage {
  readonly first: number
  readonly end: number
  readonly index: number
  readonly unopened: boolean
  readonly unclosed: boolean
  readonly hasMarks: boolean
  /** 0 no quotation, 1 some, 2 one left open, 3 no paragraph before. */
  readonly before: number
  /** Whether the paragraph before has a candidate cue, ends in a quotation (2: there is none), and this one begins with a mark. */
  readonly cueBefore: number
  readonly quotedBefore: number
  readonly startsMarked: number
}

const TAGS = ['ADJ', 'ADP', 'ADV', 'AUX', 'CCONJ', 'DET', 'INTJ', 'NOUN', 'NUM', 'PART', 'PRON', 'PROPN', 'PUNCT', 'SCONJ', 'SYM', 'VERB', 'X'] as const
export const POS = Object.fromEntries(TAGS.map((t, i) => [t, 1 << i])) as Record<(typeof TAGS)[number], number>
const posOf = new Map<string, { hash: number; tag: number }>(TAGS.map((t) => [t, { hash: hash(t), tag: POS[t] }]))
const otherPos = posOf.get('X')!

const CUE_TAGS = POS.VERB | POS.NOUN | POS.ADJ | POS.PROPN
const NOMINAL = POS.DET | POS.ADJ | POS.NOUN | POS.PROPN | POS.NUM | POS.PRON | POS.SYM

/** Longest passage given to the tagger at once; a longer paragraph is cut at the last sentence before. */
const LONGEST = 600

export function analyse(text: SegmentedText, quotes: Quotations, lexicon: CueLexicon): Analysis {
  const { tokens, sentences } = text
  const n = tokens.length
  const ints = (fill = -1) => new Int32Array(n).fill(fill)
  const a = {
    n,
    word: ints(), lemma: ints(), pos: ints(), tag: ints(0), shape: ints(), prefix: ints(), suffix2: ints(), suffix3: ints(),
    traits: ints(0), sentence: ints(), from: ints(), to: ints(),
    quoted: ints(0), mark: ints(0), opening: ints(), closing: ints(),
    cue: ints(0), candidate: ints(0), cueLeft: ints(), cueRight: ints(),
    chunk: ints(), chunkEnd: ints(), chunkReach: ints(), group: ints(), head: ints(), headLeft: ints(), headRight: ints(),
    stopRight: ints(), stopLeft: ints(), markerLeft: ints(), commas: new Int32Array(n + 1), verbs: new Int32Array(n + 1),
  } // prettier-ignore
  for (let i = 0; i < n; i++) {
    const token = tokens[i]!
    const form = formOf(token.text, token.lower)
    const pos = posOf.get(token.pos) ?? otherPos
    a.word[i] = form.hash
    a.lemma[i] = lemmaOf(token.lemma)
    a.pos[i] = pos.hash
    a.tag[i] = pos.tag
    a.shape[i] = form.shape
    a.prefix[i] = form.prefix
    a.suffix2[i] = form.suffix2
    a.suffix3[i] = form.suffix3
    a.traits[i] = form.traits
    const s = token.sentence
    a.sentence[i] = s
    a.from[i] = sentences[s]!.firstToken
    a.to[i] = sentences[s]!.endToken
    a.cue[i] = lexicon.bucket(cueKey(a.lemma[i]!, pos.hash))
    a.candidate[i] = a.cue[i]! >= CANDIDATE_FROM && a.cue[i]! < 9 && pos.tag & CUE_TAGS ? 1 : 0
  }
  markQuotations(a, text, quotes)
  nominalChunks(a, text)
  verbGroups(a)
  neighbours(a)
  return { ...a, passages: passagesOf(a, text) }
}

type Draft = Omit<Analysis, 'passages'>

/** Quotation state of each token, by outer quotations only. */
function markQuotations(a: Draft, { tokens, paragraphs }: SegmentedText, { quotations }: Quotations): void {
  let i = 0
  for (const q of quotations) {
    if (q.depth > 0) continue
    while (i < a.n && tokens[i]!.end <= q.start) i++
    const from = i
    let opening = -1
    let closing = -1
    for (; i < a.n && tokens[i]!.start < q.end; i++) {
      const { start, end } = tokens[i]!
      a.quoted[i] = 1
      if (q.open && start < q.open.end && q.open.start < end) { a.mark[i] = 1; opening = i }
      else if (q.close && start < q.close.end && q.close.start < end) { a.mark[i] = 2; if (closing < 0) closing = i }
    }
    for (let k = from; k < i; k++) {
      // A quotation over several paragraphs has no opening (closing) mark in those behind (before).
      const p = paragraphs[tokens[k]!.paragraph]!
      a.opening[k] = opening >= p.firstToken ? opening : -1
      a.closing[k] = closing >= 0 && closing < p.endToken ? closing : -1
    }
  }
}

function nominalChunks(a: Draft, { tokens }: SegmentedText): void {
  const { n, tag, traits, chunk, chunkEnd, chunkReach } = a
  const nominal = (i: number) =>
    (tag[i]! & NOMINAL && !(traits[i]! & TRAIT.relative)) ||
    traits[i]! & TRAIT.possessive ||
    (traits[i]! & TRAIT.hyphen && i > 0 && i < n - 1 && tokens[i]!.start === tokens[i - 1]!.end)
  for (let i = 0; i < n; ) {
    if (!nominal(i) || traits[i]! & TRAIT.possessive) { i++; continue }
    let j = i + 1
    for (; j < a.to[i]! && nominal(j); j++) {
      const before = tag[j - 1]!
      if (tag[j]! & POS.DET && !(before & POS.DET)) break
      if (tag[j]! & POS.PRON && !(traits[j - 1]! & TRAIT.possessive) && !(before & POS.DET)) break
    }
    chunk.fill(i, i, j)
    chunkEnd.fill(j, i, j)
    i = j
  }
  for (let i = n - 1; i >= 0; i--) {
    if (chunk[i]! < 0) continue
    const e = chunkEnd[i]!
    const carriedOn = e < a.to[i]! - 1 && traits[e]! & TRAIT.preposition && chunk[e + 1] === e + 1
    chunkReach[i] = carriedOn ? chunkReach[e + 1]! : e
  }
}

function verbGroups(a: Draft): void {
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

function neighbours(a: Draft): void {
  const { n, from, to, tag, traits } = a
  let cue = -1, head = -1, stop = -1, marker = -1
  for (let i = 0; i < n; i++) {
    if (from[i] === i) cue = head = stop = marker = -1
    a.cueLeft[i] = cue
    a.headLeft[i] = head
    a.stopLeft[i] = stop
    a.markerLeft[i] = marker
    a.commas[i + 1] = a.commas[i]! + (traits[i]! & TRAIT.comma ? 1 : 0)
    a.verbs[i + 1] = a.verbs[i]! + (a.head[i] === i ? 1 : 0)
    if (a.candidate[i]) cue = i
    if (a.head[i] === i) head = i
    if (tag[i]! & POS.PUNCT && !(traits[i]! & TRAIT.hyphen)) stop = i
    if (traits[i]! & TRAIT.complementizer) marker = i
  }
  cue = head = -1
  stop = n
  for (let i = n - 1; i >= 0; i--) {
    if (to[i] === i + 1) cue = head = -1
    a.cueRight[i] = cue
    a.headRight[i] = head
    a.stopRight[i] = stop
    if (a.candidate[i]) cue = i
    if (a.head[i] === i) head = i
    if (tag[i]! & POS.PUNCT && !(traits[i]! & TRAIT.hyphen)) stop = i
  }
}

function passagesOf(a: Draft, { paragraphs, sentences }: SegmentedText): Passage[] {
  const passages: Passage[] = []
  const add = (first: number, end: number, index: number) => {
    if (end > first) passages.push(passage(a, first, end, index, passages.at(-1)))
  }
  paragraphs.forEach(({ firstToken, endToken }, index) => {
    let first = firstToken
    while (endToken - first > LONGEST) {
      const cut = sentences[a.sentence[first + LONGEST]!]!.firstToken
      const end = cut > first ? cut : first + LONGEST
      add(first, end, index)
      first = end
    }
    add(first, endToken, index)
  })
  return passages
}

function passage(a: Draft, first: number, end: number, index: number, before: Passage | undefined): Passage {
  const last = end - 1
  let hasMarks = false
  for (let i = first; i < end; i++) if (a.mark[i]) hasMarks = true
  let cueBefore = before ? 0 : 2
  if (before) for (let i = before.first; i < before.end; i++) if (a.candidate[i]) cueBefore = 1
  return {
    first, end, index, hasMarks, cueBefore,
    unopened: a.quoted[first] === 1 && a.opening[first] === -1,
    unclosed: a.quoted[last] === 1 && a.closing[last] === -1,
    before: !before ? 3 : before.unclosed ? 2 : before.hasMarks ? 1 : 0,
    quotedBefore: !before ? 2 : a.quoted[before.end - 1] || a.quoted[Math.max(before.first, before.end - 2)] ? 1 : 0,
    startsMarked: a.mark[first] === 1 ? 1 : 0,
  } // prettier-ignore
}
