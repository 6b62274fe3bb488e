/** Verbs of two syllables that double their last consonant, being stressed on it. */
const DOUBLING: ReadonlySet<string> = new Set(
  `begin prefer permit refer occur admit commit submit regret control forget forbid compel expel repel propel deter defer omit
   transfer equip rebut`.split(/\s+/),
)

/** The -ing form of a verb's base form, by the rules of English spelling: `send` -> `sending`, `ban` -> `banning`. */
export function gerundOf(base: string): string {
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`
  if (/[^eoy]e$/.test(base)) return `${base.slice(0, -1)}ing`
  const doubles = /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(base) || /^qui[tz]$/.test(base) || DOUBLING.has(base)
  return `${base}${doubles ? base.at(-1) : ''}ing`
}
