import type { Quotations, SegmentedText } from '../model/layers.ts'
import { CANDIDATE_FROM, cueKey, type CueLexicon } from './features-cues.ts'
import { likenMarks, markQuotations, neighbours, nominalChunks, verbGroups, type Layers } from './features-layers.ts'
import { POS, posOf } from './features-pos.ts'
import { formOf, lemmaOf } from './features-words.ts'

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
}

const CUE_TAGS = POS.VERB | POS.NOUN | POS.ADJ | POS.PROPN

/** Longest passage given to the tagger at once; a longer paragraph is cut at the last sentence before. */
const LONGEST = 600

export function analyse(text: SegmentedText, quotes: Quotations, lexicon: CueLexicon): Analysis {
  const { tokens, sentences } = text
  const n = tokens.length
  const ints = (fill = -1) => new Int32Array(n).fill(fill)
  const a = {
    n,
    word: ints(), lemma: ints(), pos: ints(), tag: ints(0), shape: ints(), suffix2: ints(), suffix3: ints(),
    traits: ints(0), sentence: ints(), from: ints(), to: ints(),
    quoted: ints(0), mark: ints(0), opening: ints(), closing: ints(),
    cue: ints(0), candidate: ints(0), cueLeft: ints(), cueRight: ints(),
    chunk: ints(), chunkEnd: ints(), chunkReach: ints(), group: ints(), head: ints(), headLeft: ints(), headRight: ints(),
    stopRight: ints(), stopLeft: ints(), markerLeft: ints(), commas: new Int32Array(n + 1), verbs: new Int32Array(n + 1),
  } // prettier-ignore
  for (let i = 0; i < n; i++) {
    const token = tokens[i]!
    const form = formOf(token.text, token.lower)
    const pos = posOf(token.pos)
    a.word[i] = form.hash
    a.lemma[i] = lemmaOf(token.lemma)
    a.pos[i] = pos.hash
    a.tag[i] = pos.tag
    a.shape[i] = form.shape
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
  likenMarks(a)
  nominalChunks(a, text)
  verbGroups(a)
  neighbours(a)
  return { ...a, passages: passagesOf(a, text) }
}

function passagesOf(a: Layers, { paragraphs, sentences }: SegmentedText): Passage[] {
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

function passage(a: Layers, first: number, end: number, index: number, before: Passage | undefined): Passage {
  const last = end - 1
  let hasMarks = false
  for (let i = first; i < end; i++) if (a.mark[i]) hasMarks = true
  return {
    first, end, index, hasMarks,
    unopened: a.quoted[first] === 1 && a.opening[first] === -1,
    unclosed: a.quoted[last] === 1 && a.closing[last] === -1,
    before: !before ? 3 : before.unclosed ? 2 : before.hasMarks ? 1 : 0,
  } // prettier-ignore
}
