import type { StanceLabel } from '../../model/schema.ts'
import type { ArticleRow, ClaimRow } from '../data.ts'

/** How things are put into words. */

/** Controls of writing direction and other signs that nobody sees: each is shown as one sign, so that places stay. */
const UNSEEN = /(?![\t\n\r])\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** The text with unseen controls made visible, as long as before. */
export const visible = (text: string) => text.replace(UNSEEN, '\ufffd')

/** A claim's words in one line. */
export const wordsOf = ({ words }: Pick<ClaimRow, 'words'>) => visible(words.join(' … ').replace(/\s+/g, ' '))

/** `1 article`, `2,400 articles`. */
export const count = (number: number, one: string): string => `${number.toLocaleString('en')} ${one}${number === 1 ? '' : 's'}`

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** `18 February 2025`, from ISO 8601 as exact as it is. */
export function dateInWords(iso: string | null): string | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(iso ?? '') ?? []
  if (year === undefined) return null
  return [day === undefined ? null : Number(day), month === undefined ? null : MONTHS[Number(month) - 1], year].filter((part) => part !== null && part !== undefined).join(' ')
}

/** A text cut at a word where it is longer than so many code units. */
export const cut = (text: string, most: number) => (text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/, '')} …`)

/** The outlet, or the title's beginning where it is not known. */
export const outletOf = (article: ArticleRow) => visible(article.outlet ?? `“${cut(article.title.replace(/ …$/, ''), 40)}”`)

export const percent = (probability: number) => `${Math.round(probability * 100)} %`

export const STANCE_SIGNS: Readonly<Record<StanceLabel, { readonly sign: string; readonly verb: string }>> = {
  support: { sign: '+', verb: 'for' },
  oppose: { sign: '−', verb: 'against' },
  conditional: { sign: '±', verb: 'on conditions for' },
  open: { sign: '?', verb: 'undecided on' },
}

export const KINDS = { direct: 'word for word', indirect: 'in the article’s words', mixed: 'partly word for word' } as const
