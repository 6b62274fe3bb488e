import type { SegmentedText, Syntax } from '../../../model/layers.ts'
import { LONGEST } from './columns.ts'
import type { CueLexicon } from './cues.ts'
import { likenMarks, markQuotations, neighbours, nominalChunks, verbGroups } from './layers.ts'
import { featuresOf } from './forms.ts'

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
  /** Verb group: first token, head. */
  readonly group: Int32Array
  readonly head: Int32Array
  /** Next punctuation in the paragraph, last punctuation and last marker word in the sentence. */
  readonly stopRight: Int32Array
  readonly stopLeft: Int32Array
  readonly markerLeft: Int32Array
  /** How many of each stand before each token (one entry more than tokens): commas, verb heads, quotation marks, words such as "that", other stops. */
  readonly commas: Int32Array
  readonly verbs: Int32Array
  readonly marks: Int32Array
  readonly markers: Int32Array
  readonly terminals: Int32Array
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

/** Arrays of an analysis with one entry a token. */
const LAYERS = 27

export function analyse(text: SegmentedText, syntax: Syntax, lexicon: CueLexicon): Analysis {
  const { tokens, sentences } = text
  const n = tokens.length
  // One buffer for all, -1 at first: an allocation each would cost more than filling them.
  const all = new Int32Array(LAYERS * n).fill(-1)
  let used = 0
  const links = () => all.subarray(used, (used += n))
  const numbers = () => links().fill(0)
  const counts = () => new Int32Array(n + 1)
  const a = {
    n,
    word: links(), lemma: links(), pos: links(), tag: links(), shape: links(), suffix2: links(), suffix3: links(),
    traits: links(), sentence: links(), from: links(), to: links(),
    quoted: numbers(), mark: numbers(), opening: links(), closing: links(),
    cue: links(), candidate: links(), cueLeft: links(), cueRight: links(),
    chunk: links(), chunkEnd: links(), chunkReach: links(), group: links(), head: links(),
    stopRight: links(), stopLeft: links(), markerLeft: links(), commas: counts(), verbs: counts(),
    marks: counts(), markers: counts(), terminals: counts(),
    passages: [] as Passage[],
  } // prettier-ignore
  for (let i = 0; i < n; i++) {
    const token = tokens[i]!
    const of = featuresOf(token.form, lexicon)
    a.word[i] = of.word
    a.lemma[i] = of.lemma
    a.pos[i] = of.pos
    a.tag[i] = of.tag
    a.shape[i] = of.shape
    a.suffix2[i] = of.suffix2
    a.suffix3[i] = of.suffix3
    a.traits[i] = of.traits
    a.cue[i] = of.cue
    a.candidate[i] = of.candidate
    a.sentence[i] = token.sentence
  }
  sentences.forEach(({ firstToken, endToken }) => {
    a.from.fill(firstToken, firstToken, endToken)
    a.to.fill(endToken, firstToken, endToken)
  })
  markQuotations(a, text, syntax)
  likenMarks(a)
  nominalChunks(a, syntax)
  verbGroups(a)
  neighbours(a)
  addPassages(a.passages, a, text)
  return a
}

/** Adds the paragraphs; one longer than {@link LONGEST} is cut at the last sentence before. */
function addPassages(passages: Passage[], a: Analysis, { paragraphs, sentences }: SegmentedText): void {
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
}

function passage(a: Analysis, first: number, end: number, index: number, before: Passage | undefined): Passage {
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
