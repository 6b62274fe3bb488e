/**
 * Nouns that report, and verbs that go with them. Collected by hand, like the verbs in reporting.ts.
 */

/** Nouns for something said, that take a clause with `that`: `the claim that`, `a statement saying`. */
export const SAYING_NOUNS: ReadonlySet<string> = new Set(
  (
    'claim statement allegation assertion announcement suggestion accusation admission argument assurance belief comment complaint ' +
    'concern ' +
    'conclusion confirmation contention declaration denial fear hope insistence prediction promise proposal report remark rumor ' +
    'rumour speculation threat view vow warning charge finding estimate pledge demand'
  ).split(' '),
)

/** Nouns of a stance or an intent, with the prepositions that bind what it is about. */
export const STANCE_NOUNS: ReadonlyMap<string, readonly string[]> = new Map([
  ['opposition', ['to']],
  ['objection', ['to']],
  ['objections', ['to']],
  ['resistance', ['to']],
  ['support', ['for']],
  ['backing', ['for']],
  ['approval', ['of', 'for']],
  ['disapproval', ['of']],
  ['criticism', ['of']],
  ['praise', ['for']],
  ['condemnation', ['of']],
  ['concern', ['about', 'over', 'that', 'at']],
  ['concerns', ['about', 'over', 'that', 'at']],
  ['worry', ['about', 'over', 'that']],
  ['alarm', ['about', 'over', 'at']],
  ['anger', ['about', 'over', 'at']],
  ['regret', ['for', 'over', 'that', 'about']],
  ['doubt', ['about', 'that', 'over']],
  ['doubts', ['about', 'that', 'over']],
  ['hope', ['that', 'for']],
  ['confidence', ['that', 'in']],
  ['interest', ['in']],
  ['readiness', ['to']],
  ['willingness', ['to']],
  ['unwillingness', ['to']],
  ['skepticism', ['about', 'over', 'that']],
  ['scepticism', ['about', 'over', 'that']],
  ['frustration', ['with', 'at', 'over', 'that']],
  ['gratitude', ['for', 'to']],
  ['optimism', ['about', 'that']],
  ['belief', ['that', 'in']],
  ['view', ['that']],
  ['desire', ['to', 'for']],
  ['solidarity', ['with']],
])

/** Verbs that give such a noun a speaker: `voiced opposition to`. */
export const STANCE_VERBS: ReadonlySet<string> = new Set('voice express raise signal register convey offer show'.split(' '))

/** Verbs whose subject gets somebody's stance: `has received support from`. */
export const RECEIVING_VERBS: ReadonlySet<string> = new Set('receive win get draw gain attract face garner earn'.split(' '))
