/**
 * How often the label of a rule was right: of stances read on 1,050 articles of 2014-16 (right, read; wrong ones of a kind that was mended then
 * are left out), with two right of three added to each. Rules that are not listed were read too seldom.
 */
const READ: Readonly<Record<string, readonly [right: number, read: number]>> = {
  accuse: [15, 15],
  attacks: [11, 12],
  demand: [32, 39],
  deontic: [24, 37],
  harmful: [3, 6],
  'judged/bad': [13, 24],
  'judged/good': [20, 30],
  'named/bad': [11, 11],
  necessity: [17, 21],
  offers: [4, 6],
  'oppose/adjective': [8, 10],
  'oppose/noun': [9, 10],
  'oppose/verb': [28, 31],
  pledge: [14, 15],
  promise: [3, 6],
  propose: [20, 24],
  ready: [13, 17],
  respects: [4, 7],
  'support/adjective': [7, 9],
  'support/noun': [3, 6],
  'support/verb': [33, 47],
  unwilling: [11, 15],
  'will-not': [8, 10],
}

/** What leading a pronoun or `the idea` back to what it means costs. */
const LED = 0.75

/** The probability that a stance of a rule has the right label; where its target was led back, that it is the one meant as well. */
export function probabilityOf(rule: string, led: boolean): number {
  const [right, read] = READ[rule] ?? [0, 0]
  return Math.round(((right + 2) / (read + 3)) * (led ? LED : 1) * 100) / 100
}
