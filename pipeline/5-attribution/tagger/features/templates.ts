/**
 * The feature templates: evidence group, then the columns whose values are hashed together; `word-1` is the word before.
 * No template looks at names: words are seen in lower case only, and a feature must occur in training at least twice.
 */
export const TEMPLATES = `
words: one
words: word
words: lemma
words: lemma-1
words: lemma+1
words: lemma-2
words: lemma+2
words: word-1 word
words: word word+1
word form: suffix3
word form: shape shape-1
word form: shape shape+1
parts of speech: pos-1 pos
parts of speech: pos pos+1
parts of speech: pos-2 pos-1 pos
parts of speech: pos-1 pos pos+1
parts of speech: pos pos+1 pos+2
quotation marks: marks-1 marks marks+1
quotation marks: toClosing
quotation marks: marks pos
quotation marks: marks word
quotation marks: marks paragraphMarks
quotation marks: posBefore posBehind
quotation marks: lastQuoted posBehind
quotation marks: markLeft markRight
quotation marks: markLeft lemma
quotation marks: markRight lemma
position: toEnd
position: lastPos closer
cue words near: cue pos
cue words near: cue marks
cue words near: cue-1 cue+1
cue words near: cue pos-1 pos+1
cue words near: leftLemma leftFar
cue words near: rightLemma rightFar
cue words near: leftLemma pos
cue words near: rightLemma pos
cue words near: leftFar rightFar pos
cue words near: leftCue leftFar pos
cue words near: rightCue rightFar pos
cue words near: leftWay leftCue
cue words near: rightWay rightCue
phrase structure: chunkPlace
phrase structure: chunkNextCue reachNextCue
phrase structure: chunkHead pos
phrase structure: reachNextCue chunkBeforePos chunkPlace
phrase structure: reachNext chunkBefore
phrase structure: chunkVerbCue chunkBeforePos
phrase structure: reachVerbCue chunkBefore
phrase structure: behindAppositionCue appositionPos
phrase structure: headCue headPlace
clause markers and punctuation: marker markerFar
clause markers and punctuation: leftCue marker pos
clause markers and punctuation: marker pos
clause markers and punctuation: marker markerBeforeCue markerFar
clause markers and punctuation: stop stopNextCue stopNextCue2
clause markers and punctuation: stopBefore stop stopFar
paragraph: before marks noCue
`
