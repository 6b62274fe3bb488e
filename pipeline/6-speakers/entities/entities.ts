import { distance } from 'fastest-levenshtein'
import { countWhile } from '../../model/bisect.ts'
import type { SpeakerKind } from '../../model/schema.ts'
import type { Range } from '../../model/span.ts'
import { isNickname } from '../../lexicon/nicknames.ts'
import { known } from '../../lexicon/gazetteer.ts'
import { isGivenName, sexOfGivenName } from '../../lexicon/given-names.ts'
import type { NameMention, Sex } from '../names/name.ts'
import { addTo } from '../../model/group-by.ts'

/** A title or description of somebody: its words in lower case, which of them are names, its head noun, the country it names. */
export interface Description extends Range {
  readonly words: readonly string[]
  readonly proper: readonly string[]
  readonly head: string
  readonly country: string | null
}

/** Somebody or something that the article names; grows while the article is read. */
export interface Entity {
  kind: SpeakerKind | 'unknown' | 'place'
  /** The fullest name that the article gives, and where. */
  name: string
  full: Range | null
  /** Names, folded: of a person all words, the last one being the surname. */
  readonly forms: Set<string>
  readonly names: NameMention[]
  /** The titles in front of its names. */
  readonly titles: Set<string>
  readonly descriptions: Description[]
  /** Nouns that stand in apposition to the name: `the website Harbour.com`, `Acme, a software company`. */
  readonly nouns: Set<string>
  /** What the text says by titles, honorifics and unambiguous pronouns; what only a list of names suggests. */
  sex: Sex | null
  listedSex: Sex | null
  plural: boolean
  /** Mentions other than by name: pronouns, titles. */
  readonly others: Range[]
  /** Of a speaker without a name: the noun that heads the description. */
  head: string
  anonymity: { readonly number: number | null; readonly reason: Range | null } | null
}

/** A new entity without mentions. */
export function createEntity(kind: Entity['kind'], name: string, full: Range | null): Entity {
  return {
    kind, name, full, forms: new Set(), names: [], titles: new Set(), descriptions: [], nouns: new Set(), others: [],
    sex: null, listedSex: null, plural: false, head: '', anonymity: null,
  } // prettier-ignore
}

/** The article's entities, and which of them each name mention stands for (undefined: undecided between several). */
export interface Directory {
  readonly entities: Entity[]
  readonly byMention: Map<NameMention, Entity>
  /** Mentions that are a short form of the name of their entity. */
  readonly aliases: Set<NameMention>
  readonly bySurname: Map<string, Entity[]>
  readonly byGivenName: Map<string, Entity[]>
  /** By the head of a description, and the words that can take it up. */
  readonly byHead: Map<string, Entity[]>
  /** Bodies by the words of their names and the nouns beside them. */
  readonly byNoun: Map<string, Entity[]>
}

/** Namesakes that are told apart; of more, no text tells which is meant. */
const NAMESAKES = 50

/** Adds an entity to those under a key. */
export function enlist(index: Map<string, Entity[]>, key: string, entity: Entity): void {
  const entities = index.get(key)
  if (!entities) index.set(key, [entity])
  else if (!entities.includes(entity, -NAMESAKES)) entities.push(entity)
}

/** Groups name mentions to entities: names in full first, so that a headline's surname finds the name that follows. */
export function gather(mentions: readonly NameMention[]): Directory {
  const directory: Directory = {
    entities: [], byMention: new Map(), aliases: new Set(), bySurname: new Map(), byGivenName: new Map(), byHead: new Map(), byNoun: new Map(),
  } // prettier-ignore
  const people = mentions.filter((m) => m.kind === 'person' || m.kind === 'unknown')
  for (const m of mentions) if (m.kind !== 'person' && m.kind !== 'unknown') addBody(directory, m)
  for (const m of people) if (m.words.length > 1) addFull(directory, m)
  const firstShort = new Map<string, number>()
  for (const m of people) if (m.words.length === 1 && !firstShort.has(m.folded)) firstShort.set(m.folded, m.start)
  for (const m of people) if (m.words.length === 1) addShort(directory, m, firstShort.get(m.folded)!)
  joinShortForms(directory)
  for (const entity of directory.entities) complete(entity)
  for (const entity of directory.entities)
    if (entity.kind !== 'unknown' && entity.kind !== 'person') for (const form of entity.forms) for (const word of form.split(' ')) enlist(directory.byNoun, word, entity)
  return directory
}

function addBody(directory: Directory, m: NameMention): void {
  const key = known(m.folded)?.key ?? m.folded
  const kind = m.kind === 'person' || m.kind === 'unknown' ? 'organization' : m.kind
  const capital = known(m.folded)?.kind === 'capital'
  const found = directory.bySurname.get(capital ? `capital ${m.folded}` : `${kind} ${key}`)?.[0]
  attach(directory, found ?? register(directory, createEntity(kind, nameOf(m), m), capital ? `capital ${m.folded}` : `${kind} ${key}`), m)
}

function addFull(directory: Directory, m: NameMention): void {
  const words = m.folded.split(' ')
  const surname = words.at(-1)!
  const same = directory.byGivenName.get(m.folded)?.find((e) => agreeInSex(e, m))
  const candidates = directory.bySurname.get(surname)?.slice(-NAMESAKES) ?? []
  const found = same ?? candidates.find((e) => [...e.forms].some((form) => compatible(words, form.split(' ')) && agreeInSex(e, m)))
  const entity = found ?? register(directory, createEntity(m.kind, nameOf(m), m), surname)
  attach(directory, entity, m)
  enlist(directory.byGivenName, m.folded, entity)
  enlist(directory.byGivenName, words[0]!, entity)
}

/** Whether two names with one surname can be one person's: equal, shortened, initials, short forms, one letter apart. */
function compatible(a: readonly string[], b: readonly string[]): boolean {
  const [x, y] = [a[0]!, b[0]!]
  if (a.length === 1 || b.length === 1 || x === y) return true
  if (a.every((w) => b.includes(w)) || b.every((w) => a.includes(w))) return true
  if (x.length <= 2 || y.length <= 2) return x.charAt(0) === y.charAt(0)
  if (x.startsWith(y) || y.startsWith(x) || isNickname(x, y)) return true
  return distance(x, y) === 1 && x.charAt(0) === y.charAt(0) && !(sexesDiffer(x, y))
}

function sexesDiffer(x: string, y: string): boolean {
  const [a, b] = [sexOfGivenName(x), sexOfGivenName(y)]
  return a !== null && b !== null && a !== b
}

const agreeInSex = (e: Entity, m: NameMention) => !e.sex || !m.sex || e.sex === m.sex

function addShort(directory: Directory, m: NameMention, firstShort: number): void {
  const surname = m.folded
  const found = pick(directory.bySurname.get(surname) ?? [], m, firstShort) ?? pick(byGivenName(directory, surname), m, firstShort)
  if (found === 'several') return
  if (found) return attach(directory, found, m)
  attach(directory, register(directory, createEntity(m.kind, nameOf(m), m), surname), m)
}

/**
 * Of several people of one surname: the one that the honorific fits; else the one introduced first, named last, and not
 * named in full again since surnames alone began, as papers do with the other one. `several` where that does not decide.
 */
function pick(candidates: readonly Entity[], m: NameMention, firstShort: number): Entity | 'several' | null {
  if (candidates.length > NAMESAKES) return 'several'
  const fitting = candidates.filter((e) => agreeInSex(e, m) && !(m.sex && !e.sex && e.listedSex && e.listedSex !== m.sex))
  if (fitting.length < 2) return fitting[0] ?? null
  const titled = m.title ? fitting.filter((e) => e.titles.has(m.title)) : []
  if (titled.length === 1) return titled[0]!
  const sexed = m.sex ? fitting.filter((e) => (e.sex ?? e.listedSex) === m.sex) : []
  if (sexed.length === 1) return sexed[0]!
  const first = Math.min(...fitting.map((e) => e.names[0]!.start))
  const seen = fitting.map((e) => ({ e, ...namesOf(e, m.start, firstShort) }))
  const last = Math.max(...seen.map(({ lastBefore }) => lastBefore))
  const scored = seen.map(({ e, full, again, lastBefore }) => ({ e, score: Number(e.names[0]!.start === first) + Number(lastBefore === last) - 0.7 * Math.min(2, again) + 0.3 * Math.log2(full) }))
  scored.sort((a, b) => b.score - a.score)
  return scored[0]!.score - scored[1]!.score < 0.7 ? 'several' : scored[0]!.e
}

/** Names in full first, then surnames as far as they were read, in the order of the text: how many in full, how many of them after the first surname, and the last before `start`. */
function namesOf({ names }: Entity, start: number, firstShort: number): { readonly full: number; readonly again: number; readonly lastBefore: number } {
  const full = countWhile(names.length, (i) => names[i]!.words.length > 1)
  const before = countWhile(full, (i) => names[i]!.start < start)
  const again = full - countWhile(full, (i) => names[i]!.start <= firstShort)
  return { full, again, lastBefore: Math.max(before > 0 ? names[before - 1]!.start : -Infinity, full < names.length ? names.at(-1)!.start : -Infinity) }
}

function byGivenName(directory: Directory, name: string): readonly Entity[] {
  const listed = isGivenName(name)
  const isPerson = (e: Entity) => e.kind === 'person' || (listed && e.kind === 'unknown')
  return directory.byGivenName.get(name)?.filter(isPerson) ?? []
}

/** Acronyms join the body whose initials they are; a last word or two joins the longer name (`the Times`). */
function joinShortForms(directory: Directory): void {
  const bodies = directory.entities.filter((e) => e.kind === 'organization' || e.kind === 'publication')
  const byInitials = new Map<string, Entity>()
  const byEnd = new Map<string, Entity>()
  for (const e of bodies)
    for (const form of e.forms) {
      for (const initials of initialsOf(form)) byInitials.set(initials, e)
      const words = form.split(' ')
      for (let n = 1; n <= 2 && n < words.length; n++) {
        const end = words.slice(n).join(' ')
        if (end.length >= 4 && !byEnd.has(end)) byEnd.set(end, e)
      }
    }
  const gone = new Set<Entity>()
  for (const e of bodies) {
    const form = [...e.forms][0]!
    const long = (/^[a-z]{2,6}$/.test(form) ? byInitials.get(form) : undefined) ?? byEnd.get(form)
    if (!long || long === e || gone.has(long)) continue
    absorb(directory, long, e)
    gone.add(e)
  }
  if (gone.size > 0) directory.entities.splice(0, Infinity, ...directory.entities.filter((e) => !gone.has(e)))
}

function initialsOf(form: string): readonly string[] {
  const words = form.split(/[\s-]+/)
  if (words.length < 2) return []
  const content = words.filter((w) => !['of', 'the', 'for', 'and', 'on', '&'].includes(w))
  return [content.map((w) => w.charAt(0)).join(''), words.map((w) => w.charAt(0)).join('')]
}

function absorb(directory: Directory, into: Entity, from: Entity): void {
  for (const m of from.names) {
    directory.byMention.set(m, into)
    directory.aliases.add(m)
    into.names.push(m)
  }
  for (const form of from.forms) into.forms.add(form)
  from.forms.clear()
}

function register(directory: Directory, entity: Entity, key: string): Entity {
  directory.entities.push(entity)
  addTo(directory.bySurname, key, entity)
  return entity
}

function attach(directory: Directory, entity: Entity, m: NameMention): void {
  directory.byMention.set(m, entity)
  entity.names.push(m)
  entity.titles.add(m.title)
  if (entity.forms.size < NAMESAKES) entity.forms.add(m.folded)
  if (m.kind === 'person' && entity.kind === 'unknown') entity.kind = 'person'
  entity.sex ??= m.sex
  entity.listedSex ??= m.words.length > 1 ? sexOfGivenName(m.words[0]!) : null
}

/** The name in full is the longest that the article gives. */
function complete(entity: Entity): void {
  entity.names.sort((a, b) => a.start - b.start)
  let best = entity.names[0]!
  for (const m of entity.names) if (isFuller(m, best)) best = m
  entity.name = nameOf(best)
  entity.full = best
}

function isFuller(a: NameMention, b: NameMention): boolean {
  if (a.words.length !== b.words.length) return a.words.length > b.words.length
  return a.words.length === 1 && a.words[0]!.length > b.words[0]!.length
}

const nameOf = (m: NameMention) => m.words.join(' ')

/** Whether an entity is, or by its name alone may be, a body and not a person. */
export function maybeBody(entity: Entity): boolean {
  if (entity.kind === 'unknown') {
    const shortened = entity.forms.size > 1 && entity.name.includes(' ') && [...entity.forms].some((form) => !form.includes(' '))
    const person = shortened || entity.sex !== null || entity.listedSex !== null || entity.descriptions.length > 0
    return !person && !isGivenName(entity.name.split(' ')[0]!)
  }
  return entity.kind === 'organization' || entity.kind === 'country' || entity.kind === 'publication'
}
