import { wordSet } from './word-lists.ts'

/** Words of time, by what may stand before them. Closed classes; from any grammar of English. */
export const MONTHS: readonly string[] = 'january february march april may june july august september october november december'.split(' ')

/** Days of the week and months. */
export const DAYS_AND_MONTHS: ReadonlySet<string> = new Set([...'monday tuesday wednesday thursday friday saturday sunday'.split(' '), ...MONTHS])
/** Those that are no other word and no name. */
export const PLAIN_DATES: ReadonlySet<string> = new Set([...DAYS_AND_MONTHS].filter((word) => word !== 'may'))
/** A year of this century or the last, in digits. */
export const isYear = (word: string): boolean => /^(?:19|20)\d\d$/.test(word)

/** Days, months, and parts of the day and the calendar: `by noon`, `on Monday`, `next week`. */
export const TIMES: ReadonlySet<string> = new Set([...DAYS_AND_MONTHS, ...wordSet(`noon midday midnight dawn dusk morning afternoon evening night nightfall today tomorrow
  yesterday tonight week weekend month year decade spring summer autumn fall winter minutes hours days weeks months years decades`)])

/** Adverbs of the near future. */
export const SOON: ReadonlySet<string> = wordSet('soon shortly today tomorrow tonight overnight again eventually')
