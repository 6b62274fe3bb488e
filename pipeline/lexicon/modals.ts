/** Modal words by what they say of the clause. Closed classes; from any grammar of English. */

/** Auxiliaries that may stand between a subject and its verb. */
export const AUXILIARIES: ReadonlySet<string> = new Set(
  "be am is are was were been being 's 're 'm has have had 've 'd do does did will would wo ca can cannot could may might must shall should ought 'll".split(' '),
)
/** Words that open a condition; `only` may stand before them. */
export const CONDITION_OPENERS: ReadonlySet<string> = new Set(['if', 'unless', 'provided', 'providing', 'once'])
