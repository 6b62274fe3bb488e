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
