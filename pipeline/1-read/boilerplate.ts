import { boilerplateRule } from '../lexicon/boilerplate.ts'
import type { Range } from '../model/span.ts'
import type { TextLine } from './paragraphs.ts'

export interface Boilerplate {
  readonly ranges: readonly Range[]
  /** Those of the ranges that say where the report comes from. */
  readonly credits: readonly Range[]
}

/** Longer lines end a list of other articles' headlines: they are text again. */
const MAX_HEADLINE = 110

/** The lines that are no article text: those that a rule knows, and the lists that some of them head at the end of an article. */
export function findBoilerplate(lines: readonly TextLine[]): Boilerplate {
  const ranges: Range[] = []
  const credits: Range[] = []
  let rest = lines.length
  while (rest > 0 && lines[rest - 1]!.text.length <= MAX_HEADLINE) rest--
  let inList = false
  lines.forEach((line, i) => {
    const rule = boilerplateRule(line.text)
    if (rule?.credit) credits.push(range(line))
    if (rule || inList) ranges.push(range(line))
    if (rule?.list && i >= rest) inList = true
  })
  return { ranges, credits }
}

const range = ({ start, end }: Range): Range => ({ start, end })
