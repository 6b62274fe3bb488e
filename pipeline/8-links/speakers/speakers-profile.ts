import { countryOf, fold, known } from '../../lexicon/gazetteer.ts'
import { TITLES } from '../../lexicon/titles.ts'
import type { Speaker } from '../../model/schema.ts'
import { wordsOf } from './names.ts'

/** A speaker by its name. */
export interface Named {
  readonly name: string
  readonly kind: Speaker['kind']
  /** The name folded, its words without punctuation, and the parts of these between hyphens. */
  readonly folded: string
  readonly words: readonly string[]
  readonly parts: readonly string[]
}

/** One article's speaker as the registry compares it. */
export interface Profile extends Named {
  readonly article: string
  readonly speaker: string
  /** Words of titles and descriptions, their nationalities, and the fields of work that they tell. */
  readonly described: ReadonlySet<string>
  readonly nationalities: ReadonlySet<string>
  readonly fields: ReadonlySet<string>
  /** Names in full of the other people in the article, of a long one the first {@link COMPANY}. */
  readonly company: () => ReadonlySet<string>
}

/** Fields of work that one person seldom changes between, by a word that a title stands under or is. */
const FIELDS: ReadonlyMap<string, string> = new Map([
  ...['politician', 'lawmaker', 'diplomat', 'monarch', 'senator', 'minister', 'governor', 'mayor'].map((w) => [w, 'politics'] as const),
  ...['player', 'athlete', 'footballer', 'coach', 'trainer', 'referee', 'driver', 'champion'].map((w) => [w, 'sport'] as const),
  ...['academic', 'scientist', 'medic', 'doctor', 'nurse'].map((w) => [w, 'science'] as const),
  ...['cleric', 'bishop', 'priest'].map((w) => [w, 'church'] as const),
  ...['officer', 'soldier', 'sheriff'].map((w) => [w, 'force'] as const),
  ...['artist', 'celebrity', 'actor', 'singer'].map((w) => [w, 'arts'] as const),
  ...['court', 'judge'].map((w) => [w, 'court'] as const),
])

/** More people than in any news article: comparing what keeps two speakers company takes a bounded time. */
const COMPANY = 200

/** Folded names of the people among an article's speakers, worked out once they are asked for; see {@link Profile}. */
export function companyOf(speakers: readonly Speaker[]): Profile['company'] {
  let company: ReadonlySet<string> | undefined
  const names = speakers.filter((s) => s.kind === 'person').slice(0, COMPANY).map((s) => s.name) // of the speakers no more is held
  return () => (company ??= new Set(names.map(fold)))
}

/** A speaker by its name. */
export function namedOf({ name, kind }: Pick<Speaker, 'name' | 'kind'>): Named {
  // ElBaradei: el-Baradei; Abdul Karim: Abdulkarim
  const folded = fold(name.replace(/\b(Al|El)(?=\p{Lu}\p{Ll})/gu, '$1-')).replace(/\b(abd(?:[aeu]l|[aeu]r)?)[ -](?=\p{L})/gu, '$1')
  const words = wordsOf(folded)
  return { name, kind, folded, words, parts: words.flatMap((word) => word.split('-')) }
}

/** The profile of a speaker among the others of its article. */
export function profileOf(article: string, speaker: Speaker, company: Profile['company']): Profile {
  const { id, descriptions } = speaker
  return { article, speaker: id, ...namedOf(speaker), ...(descriptions.length === 0 ? SILENT : toldBy(descriptions)), company }
}

type Told = Pick<Profile, 'described' | 'nationalities' | 'fields'>
const SILENT: Told = { described: new Set(), nationalities: new Set(), fields: new Set() }

function toldBy(descriptions: readonly string[]): Told {
  const described = new Set<string>()
  const nationalities = new Set<string>()
  const fields = new Set<string>()
  for (const word of descriptions.flatMap((d) => fold(d).split(/[^\p{L}]+/u))) {
    if (word.length < 2) continue
    described.add(word)
    if (known(word)?.kind === 'nationality') nationalities.add(countryOf(word)!)
    for (const title of TITLES.get(word) ?? [])
      for (const wider of [title.title, ...title.under]) if (FIELDS.has(wider)) fields.add(FIELDS.get(wider)!)
  }
  for (const small of ['the', 'of', 'and', 'a', 'an', 'for', 'in', 'at', 'former', 'to', 'on', 'who']) described.delete(small)
  return { described, nationalities, fields }
}

/** Whether titles, nationality or field say that two profiles of like names are two people. */
export function conflict(a: Profile, b: Profile): boolean {
  if (disjoint(a.nationalities, b.nationalities)) return true
  return disjoint(a.fields, b.fields) && !share(a.described, b.described)
}

/** Whether title, role or context says that two profiles of like names are one person's. */
export function agree(a: Profile, b: Profile): boolean {
  if (conflict(a, b)) return false
  const shared = [...a.described].filter((word) => b.described.has(word))
  const titled = shared.some((word) => TITLES.has(word))
  return (titled && (shared.length > 1 || a.described.size === 1 || b.described.size === 1)) || shared.length > 2 || shareCompany(a, b)
}

/** Whether at least two other people stand in the articles of both. */
function shareCompany(a: Profile, b: Profile): boolean {
  let count = 0
  const others = b.company()
  for (const name of a.company()) if (others.has(name) && name !== a.folded && name !== b.folded && ++count > 1) return true
  return false
}

function share(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const word of a) if (b.has(word)) return true
  return false
}

const disjoint = (a: ReadonlySet<string>, b: ReadonlySet<string>) => a.size > 0 && b.size > 0 && !share(a, b)
