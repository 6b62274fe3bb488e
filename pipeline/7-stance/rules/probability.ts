/**
 * How often the label of a rule was right: of stances read on 700 articles of 2014-16, before any rule was mended on them (right, read), with two
 * right of three added to each. Rules that are not listed were read too seldom.
 */
const READ: Readonly<Record<string, readonly [right: number, read: number]>> = {
  accuse: [13, 13],
  attacks: [9, 10],
  demand: [28, 32],
  deontic: [20, 30],
  harmful: [3, 6],
  'judged/bad': [10, 19],
  'judged/good': [13, 21],
  'named/bad': [11, 11],
  'named/good': [4, 4],
  necessity: [15, 19],
  'oppose/adjective': [8, 9],
  'oppose/noun': [9, 10],
  'oppose/verb': [24, 26],
  pledge: [14, 15],
  promise: [3, 6],
  propose: [18, 20],
  ready: [10, 13],
  respects: [4, 7],
  'support/adjective': [6, 8],
  'support/noun': [3, 6],
  'support/verb': [23, 31],
  unwilling: [10, 13],
  'will-not': [6, 8],
}

/** What leading a pronoun or `the idea` back to what it means costs. */
const LED = 0.75

/** The probability that a stance of a rule has the right label; where its target was led back, that it is the one meant as well. */
export function probabilityOf(rule: string, led: boolean): number {
  const [right, read] = READ[rule] ?? [0, 0]
  return Math.round(((right + 2) / (read + 3)) * (led ? LED : 1) * 100) / 100
}
