/** Words that turn round what follows them in the clause. Closed class; from any grammar of English. */
export const NEGATORS: ReadonlySet<string> = new Set(
  "not n't never no none nobody nothing neither nor nowhere without cannot hardly scarcely barely".split(' '),
)

/** Negator + next word that negate nothing in the clause: `no doubt`, `not only`, `no later`. */
export const NO_NEGATION: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['not', new Set(['only', 'just', 'merely', 'least'])],
  ['no', new Set(['doubt', 'question', 'matter', 'wonder', 'later', 'earlier', 'fewer', 'less'])],
  ['nothing', new Set(['less'])],
])

/** Words behind which a negator no longer reaches what comes next. */
export const NEGATION_STOPS: ReadonlySet<string> = new Set('and but because that which who if unless while although though since so'.split(' '))
