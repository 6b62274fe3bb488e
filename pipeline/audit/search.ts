import MiniSearch from 'minisearch'
import { foldWords } from '../text/fold.ts'
import { wordsOf, type Corpus, type PlacedGroup } from './corpus.ts'

/** How much of a question's words (weighed by how rare they are) a group must hold to be an answer. */
const ENOUGH = 0.6
const LEAST_PREFIX = 4
const LEAST_FUZZY = 6

/** Words that tell nothing about what is claimed. */
const COMMON = new Set('a an and are as at be but by for from has have he in is it its not of on or she so that the their there they this to was we were who will with'.split(' '))

/** Groups found, best first; `close` where none holds enough of the words, and these hold the most. */
export interface Found {
  readonly groups: readonly PlacedGroup[]
  readonly close: boolean
}

/** Full-text search over what groups claim, who speaks, what is judged, and where it was published. */
export class Search {
  private readonly index: MiniSearch
  private readonly frequency = new Map<string, number>()

  constructor(private readonly groups: readonly PlacedGroup[], corpus: Corpus) {
    this.index = new MiniSearch({ fields: ['claim', 'speaker', 'target', 'outlet'], tokenize: foldWords, processTerm: (word) => (COMMON.has(word) ? null : stem(word)) })
    const documents = groups.map(({ group, members }, id) => ({
      id,
      claim: [group.text, ...members.map(({ claim }) => wordsOf(claim))].join('\n'),
      speaker: members.flatMap((member) => corpus.speakersOf(member).flatMap(({ name, aliases, descriptions }) => [name, ...aliases, ...descriptions])).join('\n'),
      target: group.stances.map(({ target }) => target).join('\n'),
      outlet: members.map(({ article }) => `${article.source.outlet ?? ''} ${article.source.title ?? ''}`).join('\n'),
    }))
    this.index.addAll(documents)
    for (const { claim, speaker, target, outlet } of documents)
      for (const word of new Set(telling([claim, speaker, target, outlet].join('\n')))) this.frequency.set(word, (this.frequency.get(word) ?? 0) + 1)
  }

  /** The groups that hold the words of a question, wherever: a speaker's name and a word of the claim together find it too. */
  find(question: string): Found {
    const asked = new Set(telling(question))
    const all = this.weigh(asked)
    const results = this.index
      .search(question, {
        combineWith: 'OR',
        boost: { claim: 2, speaker: 1.5 },
        prefix: (term) => term.length >= LEAST_PREFIX,
        fuzzy: (term) => (term.length >= LEAST_FUZZY ? 0.15 : false),
      })
      .flatMap((result) => {
        const group = this.groups[result.id as number]
        return group === undefined ? [] : [{ group, score: result.score, share: all === 0 ? 0 : this.weigh(new Set(result.queryTerms)) / all }]
      })
      .toSorted((a, b) => b.share - a.share || b.score - a.score || (a.group.group.id < b.group.group.id ? -1 : 1))
    const enough = results.filter(({ share }) => share >= ENOUGH)
    return enough.length > 0 || results.length === 0
      ? { groups: enough.map(({ group }) => group), close: false }
      : { groups: results.slice(0, 3).map(({ group }) => group), close: true }
  }

  private weigh(terms: Iterable<string>): number {
    return [...terms].reduce((sum, term) => sum + Math.log(1 + this.groups.length / (this.frequency.get(term) ?? 1)), 0)
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
