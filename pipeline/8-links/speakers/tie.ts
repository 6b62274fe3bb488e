import type { LinkSpeaker } from '../row.ts'
import { sameGivenName, sameSpelling, skeleton } from './names.ts'

/**
 * How the speakers of two claims are tied: `same` entry of the registry; `alias`, perhaps the same (a surname alone, another
 * spelling of one name); `spokesperson` of the other or of the same; `metonym`, an office or campaign for who holds it and
 * the other way round; `unknown` where one of them is not named; `other`.
 */
export type SpeakerTie = 'same' | 'alias' | 'spokesperson' | 'metonym' | 'unknown' | 'other'

const CLOSEST: readonly SpeakerTie[] = ['same', 'alias', 'spokesperson', 'metonym', 'unknown']

/** What more than these say as one is tied to no office of one of them. */
const FEW_SPEAKERS = 2

/** The closest tie between any speaker of one claim and any of the other. Symmetric. */
export function speakerTie(a: readonly LinkSpeaker[], b: readonly LinkSpeaker[]): SpeakerTie {
  if (a.length === 0 || b.length === 0) return 'unknown'
  let closest: SpeakerTie = 'other'
  for (const x of a)
    for (const y of b) {
      const tie = tieOf(x, y)
      if (tie === 'same') return tie
      if (tie !== 'other' && (closest === 'other' || CLOSEST.indexOf(tie) < CLOSEST.indexOf(closest))) closest = tie
    }
  const several = Math.max(a.length, b.length) > FEW_SPEAKERS
  return several && (closest === 'spokesperson' || closest === 'metonym') ? 'other' : closest
}

/** Whether a speaker of one claim and one of the other are the same, or one of the ties holds that tell something. */
export function areTied(a: readonly LinkSpeaker[], b: readonly LinkSpeaker[]): boolean {
  const tie = speakerTie(a, b)
  return tie !== 'unknown' && tie !== 'other'
}

/** Keys of which two speakers have one in common wherever {@link areTied} holds, first names alone aside, see {@link firstNames}. */
export function tieKeys({ id, names, surname, speaksFor, standsFor }: LinkSpeaker): readonly string[] {
  return [...new Set([id, ...(surname === null ? [] : [surname, `~${skeleton(surname)}`]), ...names, ...speaksFor, ...standsFor])]
}

/** The first words of the names in full of a person: `ann` of `ann hart`. Where two speakers are tied that have no key in common, a key of one is among these of the other. */
export const firstNames = ({ surname, names }: LinkSpeaker): readonly string[] => (surname === null ? [] : [...new Set(names.map((name) => name.split(' ')[0]!))])

function tieOf(x: LinkSpeaker, y: LinkSpeaker): SpeakerTie {
  if (x.id === y.id) return 'same'
  if (areAliases(x, y)) return 'alias'
  if (x.speaksFor.some((name) => isCalled(y, name) || y.speaksFor.includes(name) || y.standsFor.includes(name)) || y.speaksFor.some((name) => isCalled(x, name) || x.standsFor.includes(name))) return 'spokesperson'
  if (x.standsFor.some((name) => isCalled(y, name)) || y.standsFor.some((name) => isCalled(x, name))) return 'metonym'
  return x.kind === 'anonymous' || y.kind === 'anonymous' ? 'unknown' : 'other'
}

/** Whether a speaker goes by a name, in full or by surname. */
const isCalled = (speaker: LinkSpeaker, name: string) => speaker.names.includes(name) || speaker.surname === name

const isFirstNameOf = (x: LinkSpeaker, y: LinkSpeaker) => x.names.length === 0 && y.names.some((name) => name.startsWith(`${x.surname} `))

/** A first name alone and who bears it; people of one surname of whom one is given without a first name, or whose first names are forms of one. */
function areAliases(x: LinkSpeaker, y: LinkSpeaker): boolean {
  if (x.surname === null || y.surname === null) return false
  if (isFirstNameOf(x, y) || isFirstNameOf(y, x)) return true
  if (!sameSpelling(x.surname, y.surname)) return false
  const [own, others] = [x.names, y.names]
  return own.length === 0 || others.length === 0 || own.some((a) => others.some((b) => sameGivenName(a.split(' ')[0]!, b.split(' ')[0]!)))
}
