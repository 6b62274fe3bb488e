/**
 * How often the label of a rule was right: of stances drawn by lot and read on 2,500 articles of 2014-16 (right, read; wrong ones of a kind mended then
 * are left out), with two right of three added to each. Rules that are not listed were read too seldom.
 */
const READ: Readonly<Record<string, readonly [right: number, read: number]>> = {
  accuse: [21, 21],
  attacks: [13, 14],
  demand: [42, 53],
  deontic: [37, 53],
  harmful: [3, 6],
  'judged/bad': [19, 33],
  'judged/good': [23, 35],
  'named/bad': [11, 13],
  necessity: [19, 24],
  offers: [5, 7],
  'oppose/adjective': [10, 13],
  'oppose/noun': [9, 10],
  'oppose/verb': [42, 48],
  pledge: [21, 22],
  promise: [3, 6],
  propose: [26, 31],
  ready: [14, 19],
  respects: [5, 8],
  'support/adjective': [8, 11],
  'support/noun': [4, 8],
  'support/verb': [51, 69],
  unwilling: [15, 20],
  wants: [3, 3],
  'will-not': [12, 14],
}

/** What leading a pronoun or `the idea` back to what it means costs. */
const LED = 0.75

/** The probability that a stance of a rule has the right label; where its target was led back, that it is the one meant as well. */
export function probabilityOf(rule: string, led: boolean): number {
  const [right, read] = READ[rule] ?? [0, 0]
  return Math.round(((right + 2) / (read + 3)) * (led ? LED : 1) * 100) / 100
}
