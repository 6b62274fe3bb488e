import type { SegmentedText, Syntax } from '../../../model/layers.ts'
import type { Analysis, Passage } from './analysis.ts'
import { LONGEST } from './columns.ts'
import type { CueLexicon } from './cues.ts'
import { likenMarks, markQuotations, neighbours, nominalChunks, verbGroups } from './layers.ts'
import { featuresOf } from './forms.ts'

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
