/**
 * How often the label of a rule was right: of stances read on 350 articles of 2014-16 that no rule was mended on before (right, read), with two
 * right of three added to each. Rules read fewer than five times share one figure.
 */
const READ: Readonly<Record<string, readonly [right: number, read: number]>> = {
  accuse: [9, 9],
  attacks: [8, 8],
  deontic: [16, 23],
  demand: [22, 25],
  harmful: [3, 6],
  'judged/bad': [9, 17],
  'judged/good': [10, 15],
  'named/bad': [10, 10],
  necessity: [13, 17],
  'oppose/adjective': [6, 7],
  'oppose/noun': [7, 8],
  'oppose/verb': [15, 16],
  pledge: [13, 14],
  promise: [3, 5],
  propose: [15, 17],
  ready: [8, 10],
  respects: [4, 7],
  'support/adjective': [5, 7],
  'support/noun': [3, 6],
  'support/verb': [15, 20],
  unwilling: [9, 12],
  'will-not': [5, 7],
}
/** What leading a pronoun or `the idea` back to what it means costs. */
const LED = 0.75

/** The probability that a stance of a rule has the right label; where its target was led back, that it is the one meant as well. */
export function probabilityOf(rule: string, led: boolean): number {
  const [right, read] = READ[rule] ?? [0, 0]
  return Math.round(((right + 2) / (read + 3)) * (led ? LED : 1) * 100) / 100
}
