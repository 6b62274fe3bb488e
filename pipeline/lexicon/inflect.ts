/** Past tense and, where it differs, past participle of irregular verbs. Any grammar of English; verbs with a prefix (`mislead`) stand for themselves. */
const IRREGULAR: ReadonlyMap<string, readonly string[]> = new Map(
  `beat beat beaten, become became become, begin began begun, bend bent, bite bit bitten, blow blew blown, break broke broken, breed bred, bring brought, build built, buy bought,
  cast cast, catch caught, choose chose chosen, come came come, cost cost, cut cut, deal dealt, do did done, draw drew drawn, drive drove driven,
  eat ate eaten, fall fell fallen, feed fed, feel felt, fight fought, find found, flee fled, fly flew flown, forbid forbade forbidden,
  foresee foresaw foreseen, foretell foretold, forget forgot forgotten, forgive forgave forgiven, get got, give gave given, go went gone,
  grow grew grown, have had, hear heard, hide hid hidden, hit hit, hold held, hurt hurt, keep kept, know knew known, lay laid, lead led,
  leave left, lend lent, let let, lose lost, make made, mean meant, meet met, mislead misled, overcome overcame overcome, pay paid, put put,
  quit quit, read read, ride rode ridden, rise rose risen, run ran run, say said, see saw seen, seek sought, sell sold, send sent, set set,
  shake shook shaken, shed shed, shoot shot, show showed shown, shut shut, sing sang sung, sit sat, sleep slept, speak spoke spoken, spend spent,
  spread spread, stand stood, steal stole stolen, stick stuck, strike struck, swear swore sworn, sweep swept, take took taken, teach taught,
  tear tore torn, tell told, think thought, throw threw thrown, undercut undercut, undergo underwent undergone, understand understood,
  undertake undertook undertaken, undo undid undone, uphold upheld, wake woke woken, wear wore worn, weep wept, win won, withdraw withdrew withdrawn,
  withhold withheld, withstand withstood, write wrote written, overthrow overthrew overthrown, override overrode overridden, rebuild rebuilt`
    .split(/,\s+/)
    .map((row) => row.split(' '))
    .map(([base, past, participle = past]) => [base!, [past!, participle!]]),
)

/** Verbs of several syllables that double their last consonant, being stressed on it, and those that double it though they are not. */
const DOUBLING: ReadonlySet<string> = new Set(
  `abet abhor acquit admit allot aver befit begin blog commit compel concur confer control defer deter deadpan disbar dispel equip excel expel
  forbid forget handicap incur infer kidnap occur omit patrol permit prefer program propel rebel rebut recur refer regret repel submit
  transfer transmit unplug upset worship`.split(/\s+/),
)

/** Whether a verb's last consonant is doubled before an ending: `stop`, `regret`; after `qu` too. */
function doubles(base: string): boolean {
  return DOUBLING.has(base) || /^(?:[^aeiou]*|[^aeiou]*qu)[aeiou][^aeiouwxy]$/.test(base)
}

/** The -ing form of a verb's base form, by the rules of English spelling: `send` gives `sending`, `ban` gives `banning`. */
export function gerundOf(base: string): string {
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`
  if (/[^eoy]e$/.test(base)) return `${base.slice(0, -1)}ing`
  return `${base}${doubles(base) ? base.at(-1) : ''}ing`
}

function pastOf(base: string): string {
  if (base.endsWith('e')) return `${base}d`
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`
  return `${base}${doubles(base) ? base.at(-1) : ''}ed`
}

/** The form of a verb: `base` says nothing of the person, `ed` is past tense and participle alike where they do not differ. */
export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'ed' | 'ing'

/** All forms of a verb: irregular ones from a list, the others by the rules of English spelling; `labeled` and `labelled`. */
export function inflect(lemma: string): readonly (readonly [string, VerbForm])[] {
  const s = lemma === 'have' ? 'has' : /(?:s|x|z|ch|sh|o)$/.test(lemma) ? `${lemma}es` : /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`
  const forms: [string, VerbForm][] = [[lemma, 'base'], [s, 's'], [gerundOf(lemma), 'ing']]
  const [past, participle] = IRREGULAR.get(lemma) ?? [pastOf(lemma), pastOf(lemma)]
  if (past === participle) forms.push([past!, 'ed'])
  else forms.push([past!, 'past'], [participle!, 'participle'])
  // British spelling: signalled, labelling
  if (/[^aeiou][ae]l$/.test(lemma) && !doubles(lemma)) forms.push([`${lemma}led`, 'ed'], [`${lemma}ling`, 'ing'])
  return forms
}

/** A noun in lower case without its plural ending. */
export function withoutPlural(lower: string): string {
  if (lower.endsWith('ies')) return `${lower.slice(0, -3)}y`
  if (lower.endsWith('men')) return `${lower.slice(0, -3)}man`
  if (/(?:ss|sh|ch|x)es$/.test(lower)) return lower.slice(0, -2)
  return lower.endsWith('s') && !lower.endsWith('ss') ? lower.slice(0, -1) : lower
}
