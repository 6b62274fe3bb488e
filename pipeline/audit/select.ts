import { isAnonymous, type Corpus, type PlacedGroup } from './corpus.ts'
import { UserError } from '../model/user-error.ts'
import { Search, telling } from './search.ts'

/** What is asked for. All that is given must hold. */
export interface Question {
  /** Words, or the id of a claim, a group or an article's claim (`article#claim`). */
  readonly words: string | null
  readonly speaker: string | null
  readonly target: string | null
  readonly contested: boolean
  readonly singleSource: boolean
  readonly anonymous: boolean
}

export interface Selected {
  readonly groups: readonly PlacedGroup[]
  /** Nothing holds all of the words; these come closest. */
  readonly close: boolean
}

const LEAST_ID = 6

/** The groups that a question asks for: by id, else by words, best first; without words in the order of their support. */
export function select(corpus: Corpus, question: Question): Selected {
  const filtered = corpus.groups.filter((group) => holdsFilters(corpus, group, question))
  if (question.words === null) return { groups: filtered.toSorted(bySupport), close: false }
  const byId = findById(filtered, question.words.trim())
  if (byId.length > 0) return { groups: byId, close: false }
  if (telling(question.words).length === 0) throw new UserError(`"${question.words}" has no word to look for; give a few words of the claim, or a name`)
  return new Search(filtered, corpus).find(question.words)
}

function holdsFilters(corpus: Corpus, placed: PlacedGroup, question: Question): boolean {
  const { group, members } = placed
  const names = () => members.flatMap((member) => corpus.speakersOf(member)).map(({ name, aliases, descriptions }) => [name, ...aliases, ...descriptions].join('\n'))
  return (
    (question.speaker === null || names().some((name) => holdsWords(name, question.speaker ?? ''))) &&
    (question.target === null || group.stances.some(({ target, topic }) => holdsWords(`${target} ${topic ?? ''}`, question.target ?? ''))) &&
    (!question.contested || group.contested.length > 0) &&
    (!question.singleSource || group.support.independent <= 1) &&
    (!question.anonymous || group.support.anonymous > 0 || members.every(isAnonymous))
  )
}

/** Whether a text holds every telling word of another, in any form. */
function holdsWords(text: string, wanted: string): boolean {
  const held = new Set(telling(text))
  const needed = telling(wanted)
  return needed.length > 0 && needed.every((word) => held.has(word))
}

/** By an id or its beginning; a claim's id leads to its group. */
function findById(groups: readonly PlacedGroup[], id: string): readonly PlacedGroup[] {
  if (!/^\S+$/u.test(id)) return []
  const hash = id.lastIndexOf('#')
  const [article, claimId] = hash === -1 ? [null, id] : [id.slice(0, hash), id.slice(hash + 1)]
  const holding = (match: (own: string) => boolean) =>
    groups.filter(
      ({ group, members }) =>
        (article === null && match(group.id)) || members.some((member) => (article === null || member.article.source.id === article) && match(member.claim.id)),
    )
  const exact = holding((own) => own === claimId)
  if (exact.length > 0 || !/^[cg][0-9a-f]+$/.test(claimId) || claimId.length < LEAST_ID) return exact
  return holding((own) => own.startsWith(claimId))
}

function bySupport(a: PlacedGroup, b: PlacedGroup): number {
  return b.group.support.independent - a.group.support.independent || b.members.length - a.members.length || (a.group.id < b.group.id ? -1 : 1)
}
