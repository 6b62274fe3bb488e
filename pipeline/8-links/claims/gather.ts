import { Growing, GrowingLists, type Column, type Lists } from '../../model/columns.ts'
import { FiledColumn, PagedColumn } from '../../model/filed-column.ts'
import { FiledLists, GrowingFiledLists } from '../../model/filed-lists.ts'
import type { Config } from '../../model/config.ts'
import { Numbered } from '../../model/numbered.ts'
import { Recent } from '../../model/recent.ts'
import { cueOf } from '../judge/claim.ts'
import { Vocabulary } from '../judge/vocabulary.ts'
import type { Past } from '../past.ts'
import type { Speaker } from '../../model/schema.ts'
import type { ClaimRow, LinkSpeaker } from '../row.ts'
import type { LinkSource } from '../source.ts'
import type { CorpusSpeakers } from '../speakers/registry.ts'
import { Claims, FACTS, stanceCode, stanceOf, type ClaimColumns, type Fact } from './claims.ts'
import { factsOf, type ClaimFacts } from './facts.ts'
import { ClaimsBefore, FACT_NAMES } from './kept.ts'
import { claimRows, dayOf } from './rows.ts'

/** So many articles are at hand as rows once they are read. */
const RECENT = 1 << 9
/** So many articles that stand are taken at once. */
const AT_ONCE = 1 << 9
/** So many texts are known by their words. */
const RECENT_TEXTS = 1 << 13

/** The claims of all articles. Those that are as they were, as are their speakers, are taken from what an earlier run kept; the others are read. */
export function gatherClaims(sources: readonly LinkSource[], speakers: CorpusSpeakers, { topics }: Pick<Config, 'topics'>, past: Past | null): Claims {
  const before = past && new ClaimsBefore(past.kept)
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
  for (let article = 0, end = 0; article < sources.length; article = end) {
    end = article + 1
    if (speakers.stands[article]) {
      const was = past!.was[article]!
      while (end - article < AT_ONCE && speakers.stands[end] && past!.was[end] === was + end - article) end++
      gathered.addBefore(was, was + end - article)
    } else {
      const input = sources[article]!.read()
      const made = () => claimRows(input, knownIn(article, input.speakers))
      const own = past === null ? made() : rows.of(article, made) // those that a change brings are asked for again; of all, few would still be at hand
      gathered.add(dayOf(input.published), factsOf(own, input.speakers.map(({ id }) => id), topics))
    }
  }
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

  /** Adds the claims of articles as they were before, from the one that had a number to before the one that had another. */
  addBefore(article: number, behind: number): void {
    const before = this.before!
    const [first, end] = [before.from[article]!, before.from[behind]!]
    const added = this.#cue.length
    this.#day.append(before.day.subarray(article, behind))
    const { words, marks } = before.words(first, end)
    this.#words.addAll(words)
    this.#marks.append(marks)
    for (const cue of before.some('cue', first, end)) this.#cue.push(this.#cueBefore(cue))
    this.#speakers.addAll(before.lists('speakers', first, end))
    this.#traits.append(before.some('traits', first, end))
    FACT_NAMES.forEach((name, i) => this.#facts[i]!.append(before.some(name, first, end)))
    this.#denial.addAll(before.lists('denial', first, end))
    const { from, values } = before.lists('stances', first, end)
    const codes = values.map((code) => {
      const { target, side } = stanceOf(code)
      return stanceCode(this.#targetBefore(target), side)
    })
    this.#stances.addAll({ from, values: codes })
    for (const at of before.from.subarray(article + 1, behind + 1)) this.#from.push(added + at - first)
  }

  /** All of them, with the words that they and their cues have, numbered in the order of their spelling. */
  settled() {
    const [words, marks, vocabulary] = [this.#words.settledInAnyOrder(), this.#marks, this.#vocabulary]
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
    const cueWords = new GrowingLists<Int32Array>(Int32Array)
    for (const cue of this.#cues.all) cueWords.add(cueOf(vocabulary, cue))
    return { columns, vocabulary, turned, cues: this.#cues.all, cueWords: cueWords.settled(), targets: this.#targets.all }
  }
}
