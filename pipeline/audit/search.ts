import MiniSearch, { type SearchResult } from 'minisearch'
import { foldWords } from '../text/fold.ts'
import { wordsOf, type Corpus, type PlacedGroup } from './corpus.ts'

/** How much of a question's words (weighed by how rare they are) a group must hold to be an answer. */
const ENOUGH = 0.6
const LEAST_PREFIX = 4
const LEAST_FUZZY = 6
/** How many are shown where none holds enough. */
const MOST_CLOSE = 3

/** Words that tell nothing about what is claimed. */
const COMMON = new Set('a an and are as at be but by for from has have he in is it its not of on or she so that the their there they this to was we were who will with'.split(' '))

/** Groups found, best first; `close` where none holds enough of the words, and these hold the most. */
export interface Found {
  readonly groups: readonly PlacedGroup[]
  readonly close: boolean
}

/** Full-text search over what groups claim, who speaks, what is judged, and where it was published. */
export class Search {
  private readonly index = new MiniSearch({
    fields: ['claim', 'speaker', 'target', 'outlet'],
    tokenize: foldWords,
    processTerm: (word) => (COMMON.has(word) ? null : stem(word)),
  })

  constructor(
    private readonly groups: readonly PlacedGroup[],
    corpus: Corpus,
  ) {
    this.index.addAll(groups.map((group, id) => ({ id, ...fieldsOf(group, corpus) })))
  }

  /** The groups that hold the words of a question, wherever: a speaker's name and a word of the claim together find it too. */
  find(question: string): Found {
    const results = this.index.search(question, {
      combineWith: 'OR',
      boost: { claim: 2, speaker: 1.5 },
      prefix: (term) => term.length >= LEAST_PREFIX,
      fuzzy: (term) => (term.length >= LEAST_FUZZY ? 0.15 : false),
    })
    const weights = this.weigh(new Set(telling(question)), results)
    const sum = (terms: Iterable<string>) => [...terms].reduce((total, term) => total + (weights.get(term) ?? 0), 0)
    const all = sum(weights.keys())
    const ranked = results
      .flatMap(({ id, score, queryTerms }) => {
        const group = this.groups[id as number]
        return group === undefined ? [] : [{ group, score, share: sum(new Set(queryTerms)) / all }]
      })
      .toSorted((a, b) => b.share - a.share || b.score - a.score || (a.group.group.id < b.group.group.id ? -1 : 1))
    const enough = ranked.filter(({ share }) => share >= ENOUGH)
    const close = enough.length === 0 && ranked.length > 0
    return { groups: (close ? ranked.slice(0, MOST_CLOSE) : enough).map(({ group }) => group), close }
  }

  /** What each word of a question tells: the fewer groups hold it, the more. */
  private weigh(asked: ReadonlySet<string>, results: readonly SearchResult[]): ReadonlyMap<string, number> {
    const holding = new Map([...asked].map((term) => [term, 0]))
    for (const { queryTerms } of results) for (const term of new Set(queryTerms)) holding.set(term, (holding.get(term) ?? 0) + 1)
    return new Map([...holding].map(([term, count]) => [term, Math.log(1 + this.groups.length / Math.max(1, count))]))
  }
}

function fieldsOf({ group, members }: PlacedGroup, corpus: Corpus) {
  const names = members.flatMap((member) => corpus.speakersOf(member).flatMap(({ name, aliases, descriptions }) => [name, ...aliases, ...descriptions]))
  return {
    claim: [group.text, ...members.map(({ claim }) => wordsOf(claim))].join('\n'),
    speaker: names.join('\n'),
    target: group.stances.map(({ target }) => target).join('\n'),
    outlet: members.map(({ article }) => `${article.source.outlet ?? ''} ${article.source.title ?? ''}`).join('\n'),
  }
}

/** The stems of the words that tell something. */
export function telling(text: string): string[] {
  return foldWords(text).filter((word) => !COMMON.has(word)).map(stem)
}

/** Without the endings of plural, past and progressive, so that one form finds the other. */
function stem(word: string): string {
  const bare = word.replace(/(?:ies)$/u, 'y').replace(/(?<=\p{L}{3})(?:ing|ed|es|s)$/u, '')
  return bare.length >= 3 ? bare.replace(/e$/u, '') : word
}
