import { frequencyOf } from '../../lexicon/frequencies.ts'
import { FUNCTION_WORDS } from '../../lexicon/function-words.ts'
import { isGivenName } from '../../lexicon/given-names.ts'
import { withoutPlural } from '../../lexicon/inflect.ts'
import { PRONOUNS } from '../../lexicon/pronouns.ts'
import { TITLES } from '../../lexicon/titles.ts'
import { isPersonNoun } from '../../lexicon/unnamed.ts'
import { overlaps, type Range } from '../../model/span.ts'
import { draftBy, type Draft } from './draft.ts'
import { SpanIndex } from './span-index.ts'
import { rangeOf, word, type View } from '../frames/view.ts'

/** How a paragraph of a transcript begins: `Q:`, `DOE:`, `The Chair:`, `Jane Doe (Herald):`, `JANE DOE, MAYOR OF NORBY:`. */
const LABEL = /^((?:Q|A)(?= ?:)|\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,4})(?: \([^)\n]{1,40}\))?(?:, [^:.?!\n]{1,50})? ?:/u
/** What a transcript tells of the room: `(APPLAUSE)`, `[laughter]`. Nobody says it. */
const DIRECTION = /^(?:\([^()\n]{1,60}\)|\[[^[\]\n]{1,60}\])\.?$/u
/** How what somebody says ends, and no line that points to other pages (`PHOTOS: The fair in pictures`). */
const ENDS = /^[.?!…"”’'—–)\]-]+$/
/** A question of the press in a transcript of a briefing, which has no colon, and question and answer of an interview: `A. Nine years.` */
const QUESTION = /^(?:(Q)\.?|(A)\.)\s+(?=[\p{Lu}\d“"‘(])/u

interface Label {
  /** The words that name the speaker, `Q` and `A` for who asks and who answers. */
  readonly name: string
  /** Whether a title or an affiliation follows the name. */
  readonly described: boolean
  readonly colon: boolean
}

/**
 * Interviews and transcripts: paragraphs that begin with who speaks. Only where at least three do and one speaks again after another, is `Q`
 * or all give a title, so that a colon in running text is none. A paragraph without a label goes on with the speaker before it.
 */
export function readTranscript(view: View, inBoilerplate: (range: Range) => boolean): readonly Draft[] {
  const labelled = view.segmented.paragraphs.map((paragraph) => labelOf(view.text, paragraph))
  const first = labelled.findIndex((label) => label !== null)
  const last = labelled.findLastIndex((label) => label !== null)
  const labels = labelled.filter((label) => label !== null)
  if (labels.length < 3 || labels.length < (last - first) / 3 || !labels.some(({ colon, name }) => colon || name === 'A')) return []
  if (labels.every(({ name }) => isThing(name))) return []
  const spoken = view.segmented.paragraphs.filter(({ endToken }, i) => labelled[i] != null && ENDS.test(word(view, endToken - 1)))
  if (2 * spoken.length < labels.length) return []
  const names = labels.map(({ name }) => lastWord(name))
  const recurs = names.some((name, i) => name !== names[i - 1] && names.indexOf(name) < i)
  if (!recurs && (!labels.every(({ described }) => described) || new Set(names).size === 1)) return []
  const drafts: Draft[] = []
  let speaking: Draft | null = null
  view.segmented.paragraphs.forEach((paragraph, i) => {
    if (inBoilerplate(paragraph) || DIRECTION.test(view.text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 64)))) return
    const label = labelled[i] ?? null
    if ((label === null && speaking === null) || i > last + 1) return
    const colon = label === null ? paragraph.firstToken - 1 : label.colon ? colonOf(view, paragraph.firstToken, paragraph.endToken) : paragraph.firstToken
    if (colon === null || colon + 1 >= paragraph.endToken) return
    const mention = label === null || /^[QA]$/.test(label.name) ? null : { start: paragraph.start, end: paragraph.start + label.name.length }
    const content = [rangeOf(view, colon + 1, paragraph.endToken)]
    const continues = label === null ? speaking : null
    const draft = draftBy('transcript', mention, { content, cue: null, mention, continues, probability: label === null ? 0.6 : 0.9 })
    if (label !== null) speaking = draft
    drafts.push(draft)
  })
  return drafts
}

function labelOf(text: string, { start, end }: Range): Label | null {
  const opening = text.slice(start, Math.min(end, start + 120))
  const found = opening.includes(':') ? LABEL.exec(opening) : null
  if (found !== null) return { name: found[1]!, described: found[0].length > found[1]!.length + 2, colon: true }
  const [, asks, answers] = QUESTION.exec(opening) ?? []
  const name = asks ?? answers
  return name === undefined ? null : { name, described: false, colon: false }
}

/** `Price: Nine euros.`, `Advantages: ...`: a label in small letters that stands for no person. */
function isThing(name: string): boolean {
  const lower = name.toLowerCase()
  const noun = withoutPlural(lower)
  const common = FUNCTION_WORDS.has(lower) || frequencyOf(lower) > 0 || frequencyOf(noun) > 0
  return common && /\p{Ll}/u.test(name) && !PRONOUNS.has(lower) && !TITLES.has(noun) && !isPersonNoun(noun) && !isGivenName(name)
}

const lastWord = (name: string) => name.slice(name.lastIndexOf(' ') + 1).toLowerCase()

/** The token of a label's colon, also where the tokenizer sees an emoticon: `(R-OH):`. */
function colonOf(view: View, first: number, end: number): number | null {
  for (let i = first + 1; i < end && i < first + 24; i++) if (word(view, i).endsWith(':')) return i
  return null
}

/** The claims that do not take the label of a turn for their speaker or cue: the turn says those already. */
export function withoutLabels(turns: readonly Draft[], drafts: readonly Draft[]): readonly Draft[] {
  if (turns.length === 0) return drafts
  const labels = turns.map(({ mention, content }) => ({ start: mention?.start ?? content[0]!.start - 3, end: content[0]!.start }))
  const near = new SpanIndex(labels, (label) => [label])
  const isLabel = (range: Range | null) => range !== null && near.at(range).some((label) => overlaps(label, range))
  return drafts.filter(({ cue, mention }) => !isLabel(cue) && !isLabel(mention))
}
