import { Growing, GrowingLists, listAt, type Column, type Lists } from '../../model/columns.ts'
import { FiledColumn, FiledLists, GrowingFiledLists, PagedColumn } from '../../model/filed-lists.ts'
import type { Config } from '../../model/config.ts'
import { Numbered } from '../../model/numbered.ts'
import { Recent } from '../../model/recent.ts'
import { cueOf } from '../judge/claim.ts'
import { Vocabulary } from '../judge/vocabulary.ts'
import type { Kept, Past, ToKeep } from '../past.ts'
import type { Speaker } from '../../model/schema.ts'
import type { ClaimRow, LinkSpeaker } from '../row.ts'
import type { LinkSource } from '../source.ts'
import type { CorpusSpeakers } from '../speakers/registry.ts'
import { Claims, FACTS, stanceCode, stanceOf, type ClaimColumns, type Fact } from './claims.ts'
import { factsOf, type ClaimFacts } from './facts.ts'
import { claimRows, dayOf } from './rows.ts'

/** So many articles are at hand as rows once they are read. */
const RECENT = 1 << 9
/** So many texts are known by their words. */
const RECENT_TEXTS = 1 << 13

/** The claims of all articles. Those that are as they were, as are their speakers, are taken from what an earlier run kept; the others are read. */
export function gatherClaims(sources: readonly LinkSource[], speakers: CorpusSpeakers, { topics }: Pick<Config, 'topics'>, past: Past | null): Claims {
  const before = past && claimsBefore(past.kept)
  const gathered = new Gathered(before)
  const knownIn = (article: number, own: readonly Pick<Speaker, 'id'>[]) => {
    const entries = new Map(own.map(({ id }, i) => [id, speakers.entryOf[speakers.from[article]! + i]!]))
    const known = new Map<number, LinkSpeaker>() // of two speakers of one entry the same
    return (id: string) => {
      const entry = entries.get(id)
      if (entry !== undefined && !known.has(entry)) known.set(entry, speakers.entries.at(entry))
      return entry === undefined ? undefined : known.get(entry)
    }
  }
  const rows = new Recent<readonly ClaimRow[]>(RECENT)
  sources.forEach((source, article) => {
    if (speakers.stands[article]) return gathered.addBefore(past!.was[article]!)
    const input = source.read()
    const own = rows.of(article, () => claimRows(input, knownIn(article, input.speakers)))
    gathered.add(dayOf(input.published), factsOf(own, input.speakers.map(({ id }) => id), topics))
  })
  const settled = gathered.settled()
  return new Claims({ ...settled, sources, entries: speakers.entries, speakers: entriesOf(settled.columns, speakers), rows, knownIn })
}

/** The registry's entries of each claim's speakers, each once, in the order of their ids. */
function entriesOf({ from, speakers: own }: ClaimColumns, speakers: CorpusSpeakers): Lists<Uint32Array> {
  const lists = new GrowingLists<Uint32Array>(Uint32Array)
  for (let article = 0; article + 1 < from.length; article++)
    for (let n = from[article]!; n < from[article + 1]!; n++) {
      const some: number[] = []
      for (const place of own.at(n)) {
        const entry = speakers.entryOf[speakers.from[article]! + place]!
        if (!some.includes(entry)) some.push(entry)
      }
      lists.add(some.length > 1 ? some.sort((x, y) => (speakers.entries.at(x).id < speakers.entries.at(y).id ? -1 : 1)) : some)
    }
  return lists.settled()
}

/** What an earlier run kept of its claims. */
interface ClaimsBefore {
  readonly columns: Pick<ClaimColumns, 'from' | 'day' | 'traits'> &
    Readonly<Record<Fact, Uint8Array>> &
    Readonly<Record<'speakers' | 'denial' | 'stances', Lists<Uint32Array>>> & { readonly words: Lists<Int32Array>; readonly marks: Uint8Array; readonly cue: Uint32Array }
  readonly vocabulary: Vocabulary
  /** By word, 1 for a name. */
  readonly names: Uint8Array
  readonly cues: readonly string[]
  readonly targets: readonly string[]
}

const FACT_NAMES = Object.keys(FACTS) as readonly Fact[]

/** Columns that grow, article by article. */
class Gathered {
  readonly #from = new Growing<Uint32Array>(Uint32Array)
  readonly #day = new Growing<Float64Array>(Float64Array)
  readonly #words = new GrowingFiledLists<Int32Array>(Int32Array)
  readonly #marks = new FiledColumn<Uint8Array>(Uint8Array)
  readonly #cue = new FiledColumn<Uint32Array>(Uint32Array)
  readonly #speakers = new GrowingFiledLists<Uint32Array>(Uint32Array)
  readonly #traits = new Growing<Uint16Array>(Uint16Array)
  readonly #facts = FACT_NAMES.map((name) => new FiledColumn<Column>(FACTS[name]))
  readonly #denial = new GrowingFiledLists<Uint32Array>(Uint32Array)
  readonly #stances = new GrowingFiledLists<Uint32Array>(Uint32Array)
  readonly #vocabulary: Vocabulary
  readonly #cues = new Numbered()
  readonly #targets = new Numbered()
  /** The words and marks of texts that were read lately. */
  readonly #read = new Map<string, readonly [words: readonly number[], marks: readonly number[]]>()
  readonly #cueBefore: (cue: number) => number
  readonly #targetBefore: (target: number) => number

  constructor(private readonly before: ClaimsBefore | null) {
    this.#vocabulary = before?.vocabulary ?? new Vocabulary()
    this.#cueBefore = this.#cues.numbersOf(before?.cues ?? [])
    this.#targetBefore = this.#targets.numbersOf(before?.targets ?? [])
    this.#from.push(0)
  }

  /** Adds the claims of an article of a day. */
  add(day: ClaimRow['day'], claims: readonly ClaimFacts[]): void {
    this.#day.push(day ?? NaN)
    for (const claim of claims) {
      const { text, cue, speakers, traits, denial, stances } = claim
      this.#addWords(text)
      this.#cue.push(this.#cues.numbered(cue))
      this.#speakers.add(speakers)
      this.#traits.push(traits)
      FACT_NAMES.forEach((name, i) => this.#facts[i]!.push(Number(claim[name])))
      this.#denial.add(denial)
      this.#stances.add(stances.map(({ target, side }) => stanceCode(this.#targets.numbered(target), side)))
    }
    this.#from.push(this.#cue.length)
  }

  #addWords(text: string): void {
    let read = this.#read.get(text)
    if (read === undefined) {
      if (this.#read.size === RECENT_TEXTS) this.#read.clear()
      read = [this.#vocabulary.read(text), this.#vocabulary.marks]
      this.#read.set(text, read)
    }
    this.#words.add(read[0])
    this.#marks.append(read[1])
  }

  /** Adds the claims of an article as they were before, by the number that it had. */
  addBefore(article: number): void {
    const { columns } = this.before!
    const [first, end] = [columns.from[article]!, columns.from[article + 1]!]
    this.#day.push(columns.day[article]!)
    this.#words.addLists(columns.words, first, end)
    this.#marks.append(columns.marks.subarray(columns.words.from[first], columns.words.from[end]))
    for (let n = first; n < end; n++) this.#cue.push(this.#cueBefore(columns.cue[n]!))
    this.#speakers.addLists(columns.speakers, first, end)
    this.#traits.append(columns.traits.subarray(first, end))
    FACT_NAMES.forEach((name, i) => this.#facts[i]!.append(columns[name].subarray(first, end)))
    this.#denial.addLists(columns.denial, first, end)
    for (let n = first; n < end; n++)
      this.#stances.add(listAt(columns.stances, n).map((code) => {
        const { target, side } = stanceOf(code)
        return stanceCode(this.#targetBefore(target), side)
      }))
    this.#from.push(this.#cue.length)
  }

  /** All of them, with the words that they and their cues have, numbered in the order of their spelling. */
  settled() {
    const [words, marks, vocabulary] = [this.#words.settled(), this.#marks, this.#vocabulary]
    const used = new Uint8Array(vocabulary.words.length)
    const met = marks.pieces()
    for (const ids of words.values.pieces()) {
      const how = met.next().value as Uint8Array // of as many words
      ids.forEach((id, i) => {
        used[id] = 1
        vocabulary.mark(id, how[i]!)
      })
    }
    const ofCues = new Set(this.#cues.all.flatMap((cue) => vocabulary.read(cue, false)))
    const renumbered = vocabulary.renumber((id) => used[id] === 1 || ofCues.has(id))
    const numbers = new FiledColumn<Int32Array>(Int32Array)
    for (const ids of words.values.pieces()) numbers.append(ids.map((id) => renumbered[id]!))
    const facts = Object.fromEntries(FACT_NAMES.map((name, i) => [name, new PagedColumn(this.#facts[i]!)])) as Record<Fact, PagedColumn<Column>>
    const columns: ClaimColumns = {
      from: this.#from.settled(), day: this.#day.settled(), words: new FiledLists(words.from, numbers), marks, cue: new PagedColumn(this.#cue), speakers: this.#speakers.settled(),
      traits: this.#traits.settled(), ...facts, denial: this.#denial.settled(), stances: this.#stances.settled(),
    }
    const turned = new Uint8Array(vocabulary.words.length)
    this.before?.names.forEach((was, id) => {
      const now = renumbered[id]!
      if (now >= 0) turned[now] = Number(vocabulary.isName(now) !== (was === 1))
    })
    return { columns, vocabulary, turned, cues: this.#cues.all, cueWords: this.#cues.all.map((cue) => cueOf(vocabulary, cue)), targets: this.#targets.all }
  }
}

const LISTS = ['words', 'speakers', 'denial', 'stances'] as const
const PLAIN = ['from', 'day', 'marks', 'traits'] as const
const PAGED = ['cue', ...FACT_NAMES] as const

/** What the next run is to know of the claims. */
export function keptClaims({ columns, vocabulary, cues, targets }: Claims): ToKeep {
  const { words, weights, kinds } = vocabulary.known()
  const names = Uint8Array.from(words, (_, id) => Number(vocabulary.isName(id)))
  const plain = [...PLAIN.map((name) => [`claims ${name}`, columns[name]] as const), ...PAGED.map((name) => [`claims ${name}`, columns[name].values] as const)]
  const lists = LISTS.flatMap((name) => [[`claims ${name} from`, columns[name].from], [`claims ${name}`, columns[name].values]] as const)
  return { numbers: { ...Object.fromEntries([...plain, ...lists]), 'word weights': weights, 'word kinds': kinds, 'word names': names }, lists: { words, cues, targets } }
}

function claimsBefore({ numbers, lists }: Kept): ClaimsBefore {
  const plain = [...PLAIN, ...PAGED].map((name) => [name, numbers[`claims ${name}`]] as const)
  const listed = LISTS.map((name) => [name, { from: numbers[`claims ${name} from`], values: numbers[`claims ${name}`] }] as const)
  const { words, cues, targets } = lists as Record<string, readonly string[]>
  const vocabulary = Vocabulary.of({ words: words!, weights: numbers['word weights'] as Float64Array, kinds: numbers['word kinds'] as Uint8Array })
  return { columns: Object.fromEntries([...plain, ...listed]) as unknown as ClaimsBefore['columns'], vocabulary, names: numbers['word names'] as Uint8Array, cues: cues!, targets: targets! }
}
