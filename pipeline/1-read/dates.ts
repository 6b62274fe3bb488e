const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'

/** A date in English or ISO order, for use inside a larger pattern: `2025-02-18`, `18 February 2025`, `Feb. 18, 2025`. */
export const DATE_PATTERN = `(?:\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?|\\d{1,2}(?:st|nd|rd|th)? ${MONTH},? \\d{4}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4})`

const WRITTEN = new RegExp(`^(?:${DATE_PATTERN})`, 'iu')
const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?))?)?)?$/
const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)? (\p{L}{3})\p{L}*\.?,? (\d{4})\b/iu
const MONTH_FIRST = /^(\p{L}{3})\p{L}*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/iu

/** The date in ISO 8601, as exact as it was written; null where it is no date or cannot be (30 February). */
export function isoDate(written: string): string | null {
  const text = written.trim().replace(/^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? /i, '')
  const iso = ISO.exec(text)
  if (iso) {
    const [, year, month, day, time] = iso
    if (month && !exists(Number(year), Number(month), Number(day ?? 1))) return null
    return [[year, month, day].filter(Boolean).join('-'), time].filter(Boolean).join('T')
  }
  if (!WRITTEN.test(text)) return null
  const dayFirst = DAY_FIRST.exec(text)
  if (dayFirst) return fromParts(dayFirst[3]!, dayFirst[2]!, dayFirst[1]!)
  const monthFirst = MONTH_FIRST.exec(text)
  return monthFirst ? fromParts(monthFirst[3]!, monthFirst[1]!, monthFirst[2]!) : null
}

function fromParts(year: string, monthName: string, day: string): string | null {
  const month = MONTHS.indexOf(monthName.toLowerCase()) + 1
  if (!month || !exists(Number(year), month, Number(day))) return null
  return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
}

function exists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
