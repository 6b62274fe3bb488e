/**
 * How often the label of a rule was right where the claim was: counted on the six development events (139 stances) and on 150 stances read on
 * other news of 2015-16, with two right of three added to each. Rules counted fewer than three times share one figure.
 */
const RIGHT: Readonly<Record<string, number>> = {
  deontic: 0.94,
  'named/bad': 0.9,
  accuse: 0.88,
  offers: 0.86,
  'judged/bad': 0.83,
  'will-not': 0.83,
  'will-not-do': 0.83,
  warned: 0.83,
  attacks: 0.82,
  'support/noun': 0.8,
  pledge: 0.8,
  'oppose/verb': 0.75,
  'oppose/adjective': 0.75,
  'support/verb': 0.69,
  propose: 0.67,
  demand: 0.67,
  denies: 0.67,
  'judged/good': 0.62,
  'oppose/noun': 0.62,
  necessity: 0.61,
  ready: 0.61,
  respects: 0.6,
  unwilling: 0.6,
  hope: 0.55,
}
const OTHER = 0.65

/** What leading a pronoun or `the idea` back to what it means costs. */
const LED = 0.75

/** The probability that a stance of a rule has the right label, and a target that is the one meant. */
export const probabilityOf = (rule: string, led: boolean): number => Math.round((RIGHT[rule] ?? OTHER) * (led ? LED : 1) * 100) / 100
