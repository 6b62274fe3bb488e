import { COUNTRIES } from './nationalities.ts'
import { BODIES, KNOWN_SHORT_FORMS } from './organizations.ts'
import { OUTLETS } from './outlets.ts'
import { PLACES } from './places.ts'

const STOPS = /(?<=\b\p{L})\.|\.$/gu
const ACCENTS = /\p{M}/gu

/** What a phrase is known to be, and the key that it shares with other names for the same. */
export interface Known {
  readonly kind: 'country' | 'capital' | 'place' | 'publication' | 'organization' | 'nationality' | 'people' | 'adjective'
  readonly key: string
}

/** Names of the last texts as folded: nearly all of an article's come again in it. */
const folds = new Map<string, string>()
const MAX_FOLDS = 20_000
/** Longer ones are no names: not worth the memory. */
const LONGEST_NAME = 100

/** Lower case without accents, a leading `the`, and the full stops of abbreviations; apostrophes straight. */
export function fold(phrase: string): string {
  let folded = folds.get(phrase)
  if (folded !== undefined) return folded
  folded = makeFold(phrase)
  if (phrase.length > LONGEST_NAME) return folded
  if (folds.size >= MAX_FOLDS) folds.clear()
  folds.set(phrase, folded)
  return folded
}

function makeFold(phrase: string): string {
  let lower = phrase.toLowerCase()
  if (lower.startsWith('the ')) lower = lower.slice(4)
  let [dots, others] = [false, false]
  for (let i = 0; i < lower.length; i++) {
    const code = lower.charCodeAt(i)
    if (code === 46) dots = true
    else if (code > 126) others = true
  }
  if (dots) lower = lower.replace(STOPS, '')
  return others ? lower.replace(/[’ʼ]/g, "'").normalize('NFD').replace(ACCENTS, '') : lower
}

/** Words for parties, faiths and peoples that are no nation: adjectives, and with an s the people. */
const ADHERENTS =
  'republican democrat democratic conservative liberal tory socialist libertarian communist unionist nationalist muslim islamic ' +
  'islamist jewish catholic christian protestant evangelical orthodox hindu buddhist sikh latino latina hispanic arab kurd kurdish ' +
  'european asian african african-american western eastern northern southern soviet latin-american millennial'
const STATES =
  'ala alaska ariz ark calif colo conn del fla ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa pr ' +
  'tenn tex va vt wash wis wyo n.h n.j n.m n.y n.c n.d r.i s.c s.d w.va d.c'
const PEOPLES = 'tories greens jews blacks whites labour'

const KNOWN: ReadonlyMap<string, Known> = build()

/** What a phrase, folded, is known as. */
export function known(folded: string): Known | undefined {
  return KNOWN.get(folded)
}

const NATIONAL: ReadonlySet<Known['kind']> = new Set(['country', 'capital', 'nationality', 'people'])

/** The country that an adjective, a people, a capital or another name stands for, as its folded full name. */
export function countryOf(folded: string): string | null {
  const found = KNOWN.get(folded)
  return found && NATIONAL.has(found.kind) ? found.key : null
}

function build(): ReadonlyMap<string, Known> {
  const map = new Map<string, Known>()
  const put = (phrase: string, kind: Known['kind'], key: string) => {
    const folded = fold(phrase)
    if (!map.has(folded)) map.set(folded, { kind, key })
  }
  for (const country of COUNTRIES) {
    const key = fold(country.name)
    for (const name of [country.name, ...country.aliases]) put(name, 'country', key)
    for (const adjective of country.adjectives) {
      put(adjective, 'nationality', key)
      put(`${adjective}s`, 'people', key)
    }
    for (const people of country.people) put(people, 'people', key)
    for (const capital of country.capitals) put(capital, 'capital', key)
  }
  for (const outlet of OUTLETS) for (const name of [outlet.name, ...outlet.aliases]) put(name, 'publication', fold(outlet.name))
  for (const body of BODIES) put(body, 'organization', fold(KNOWN_SHORT_FORMS.get(body) ?? body))
  for (const [short, full] of KNOWN_SHORT_FORMS) {
    put(short, 'organization', full)
    put(full, 'organization', full)
  }
  for (const adjective of ADHERENTS.split(' ')) {
    put(adjective, 'adjective', adjective)
    put(`${adjective}s`, 'people', adjective)
  }
  for (const people of PEOPLES.split(' ')) put(people, 'people', people)
  for (const state of STATES.split(' ')) put(`${state}.`, 'place', state)
  for (const place of PLACES) put(place, 'place', place)
  return map
}
