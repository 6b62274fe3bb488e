import { distance } from 'fastest-levenshtein'
import { NICKNAMES } from '../../lexicon/nicknames.ts'

/** Spellings of one sound, and what is written in many ways or not at all, in names that come from other scripts. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/[^a-z]/g, ''],
  [/ck|q/g, 'k'],
  [/ph/g, 'f'],
  [/[aeiouyhj]/g, ''],
  [/z/g, 's'],
  [/w/g, 'v'],
]

/** The words of a folded name, hyphens and apostrophes kept inside. */
export function wordsOf(folded: string): readonly string[] {
  return folded.split(/[\s.]+/).filter((word) => word !== '')
}

/** Articles that are written before a surname or left out: `al-Sisi`, `el-Sissi`. */
const ARTICLE = /^(?:al|el|ul|as|ash|ad|ar)[-\s]/

/** A surname in whatever spelling: its first letter and its consonants, each once; surnames that may be one share it. */
export function skeleton(surname: string): string {
  const name = surname.replace(ARTICLE, '')
  let rest = name.slice(1)
  for (const [from, to] of SPELLINGS) rest = rest.replace(from, to)
  return name.charAt(0) + rest.replace(/(.)\1+/g, '$1')
}

/** A name as it is written from another script in one of many ways: `Moskalskyy`, `Moskalskiy`; `al-Nasiri`, `el-Nassiri`. */
export const transliterated = (name: string): string => name.replace(ARTICLE, '').replace(/(.)\1+/g, '$1').replace(/dh/g, 'd').replace(/cho(?=v$)/, 'che').replace(/(?:iy|yi|ij|i)$/, 'y')

/** Whether two folded surnames are one as it is written from another script, in which a `q` may be a `k` or a `g`: `Gadari`, `Qadhari`. */
export function soundsAlike(a: string, b: string): boolean {
  const [x, y] = [transliterated(a), transliterated(b)]
  return x === y || ['k', 'g'].some((letter) => x.replaceAll('q', letter) === y.replaceAll('q', letter))
}

/** Whether a surname is written with an article that another script joins to it: `al-Sisi`. */
export const hasArticle = (surname: string): boolean => ARTICLE.test(surname)

/** One key for surnames that may be one. */
export const surnameKey = (surname: string): string => skeleton(surname).replace(/^[gq]/, 'k')

/** Whether two folded words may be spellings of one name: of one skeleton, and a letter or two apart. */
export function sameSpelling(a: string, b: string): boolean {
  if (a === b) return true
  const [x, y] = [a.replace(ARTICLE, ''), b.replace(ARTICLE, '')]
  if (x === y) return true
  const shorter = Math.min(x.length, y.length)
  const apart = shorter >= 7 ? 2 : 1
  return shorter >= 3 && Math.abs(x.length - y.length) <= apart && distance(x, y) <= apart && skeleton(a) === skeleton(b)
}

/** Whether two folded first names may be one person's: equal, a nickname, a cut form, a spelling, an initial. */
export function sameGivenName(a: string, b: string): boolean {
  if (a === b) return true
  if (a.length === 1 || b.length === 1) return a.charAt(0) === b.charAt(0)
  if (NICKNAMES.get(a)?.includes(b) || NICKNAMES.get(b)?.includes(a)) return true
  const shorter = Math.min(a.length, b.length)
  return (shorter >= 3 && (a.startsWith(b) || b.startsWith(a))) || sameSpelling(a, b)
}
