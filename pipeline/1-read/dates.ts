import { createRequire } from 'node:module'
import type * as Chrono from 'chrono-node/en'

const MONTH = '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'

/** A date in English or ISO order, for use inside a larger pattern: `2025-02-18`, `18 February 2025`, `Feb. 18, 2025`. */
export const DATE_PATTERN = `(?:\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?|\\d{1,2}(?:st|nd|rd|th)? ${MONTH},? \\d{4}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4})`

/** Whose order of day and month counts in `02/07/2010`: `en-US` puts the month first, every other locale the day. */
export type Locale = string | null

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?)?)?$/
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?Z?)?$/
const EPOCH = /^-?\d{9,10}(?:\.\d+)?$|^\d{12,13}$/
const NUMERIC = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/

/**
 * The date in ISO 8601, as exact as it was written; null where it is no date, cannot be (30 February), or is one of two
 * (`02/07/2010` without a locale). Reads ISO, `20100702`, epoch seconds and milliseconds by itself, everything else by chrono-node.
 */
export function isoDate(written: string, locale: Locale = null): string | null {
  const text = written.trim()
  const iso = ISO.exec(text)
  if (iso) return fromIso(iso)
  const compact = COMPACT.exec(text)
  if (compact) return exists(compact[1]!, compact[2]!, compact[3]!) ? compact.slice(1, 4).join('-') : null
  if (EPOCH.test(text)) return new Date(Number(text) * (/^\d{12,}$/.test(text) ? 1 : 1000)).toISOString().replace('.000', '')
  const numeric = NUMERIC.exec(text)
  if (numeric) {
    const [, first, , second] = numeric
    if (Number(first) <= 12 && Number(second) <= 12 && first !== second && locale === null) return null
    return parsed(text, Number(first) > 12 || (locale !== null && locale !== 'en-US' && Number(second) <= 12))
  }
  return parsed(text, locale !== null && locale !== 'en-US')
}

/** Whether the text is a date in figures that only a locale makes one: `02/07/2010`. */
export function isAmbiguous(written: string): boolean {
  return isoDate(written) === null && isoDate(written, 'en-US') !== null
}

function fromIso([, year, month, day, time, zone]: RegExpExecArray): string | null {
  if (month && !exists(year!, month, day ?? '01')) return null
  const offset = zone && (/^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.replace(':', '').slice(3) || '00'}` : 'Z')
  return [[year, month, day].filter(Boolean).join('-'), time && time + (offset ?? '')].filter(Boolean).join('T')
}

const load = createRequire(import.meta.url)
let chrono: typeof Chrono | null = null

/** By chrono-node, which takes 30 ms to load: only where a date is in words or figures. The whole text must be about one date that is certain. */
function parsed(text: string, dayFirst: boolean): string | null {
  if (!/\d{4}/.test(text) || text.length > 100) return null
  chrono ??= load('chrono-node/en') as typeof Chrono
  const found = (dayFirst ? chrono.GB : chrono.strict).parse(text)[0]
  const at = found?.start
  if (!at || !(['year', 'month', 'day'] as const).every((part) => at.isCertain(part))) return null
  const two = (part: Chrono.Component) => String(at.get(part) ?? 0).padStart(2, '0')
  const date = `${String(at.get('year')).padStart(4, '0')}-${two('month')}-${two('day')}`
  if (!at.isCertain('hour')) return date
  const offset = at.isCertain('timezoneOffset') ? at.get('timezoneOffset')! : null
  const sign = offset !== null && offset < 0 ? '-' : '+'
  const size = Math.abs(offset ?? 0)
  const zone = offset === null ? '' : offset === 0 ? 'Z' : `${sign}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`
  return `${date}T${two('hour')}:${two('minute')}${at.isCertain('second') ? `:${two('second')}` : ''}${zone}`
}

function exists(year: string, month: string, day: string): boolean {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return date.getUTCMonth() === Number(month) - 1
}
