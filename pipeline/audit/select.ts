import type { ReadDatabase } from '../store/open.ts'
import { telling } from '../store/words.ts'
import { UserError } from '../model/user-error.ts'
import { search, type Selected } from './search.ts'

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

const LEAST_ID = 6

/** The groups that a question asks for: by id, else by words, best first; without words in the order of their support. */
export function select(index: ReadDatabase, question: Question): Selected {
  const [filter, values] = filtersOf(question)
  const where = (condition: string, order: string, ...more: readonly string[]) =>
    index.all<{ id: number }>(`SELECT id FROM groups WHERE ${[condition, ...filter].join(' AND ')} ORDER BY ${order}`, ...more, ...values).map(({ id }) => id)
  if (question.words === null) return { groups: where('TRUE', 'independent DESC, members DESC, name'), close: false }
  const byId = findById(where, question.words.trim())
  if (byId.length > 0) return { groups: byId, close: false }
  if (telling(question.words).length === 0) throw new UserError(`"${question.words}" has no word to look for; give a few words of the claim, or a name`)
  return search(index, question.words, filter.length === 0 ? null : new Set(where('TRUE', 'id')))
}

/** Conditions on a group, and the values in them. A speaker or target is asked for by whole words, in any form. */
function filtersOf({ speaker, target, contested, singleSource, anonymous }: Question): readonly [conditions: readonly string[], values: readonly string[]] {
  const holding = 'id IN (SELECT coalesce((SELECT grp FROM claims WHERE id = words.rowid), (SELECT grp FROM stances WHERE id = words.rowid)) FROM words WHERE words MATCH ?)'
  const asked = Object.entries({ speaker, target }).flatMap(([field, wanted]) => (wanted === null ? [] : [`${field} : (${telling(wanted).map((word) => `"${word}"`).join(' AND ') || '""'})`]))
  const conditions = [
    ...asked.map(() => holding),
    ...(contested ? ['contested > 0'] : []),
    ...(singleSource ? ['independent <= 1'] : []),
    ...(anonymous ? ['(anonymous > 0 OR NOT EXISTS (SELECT 1 FROM claims WHERE grp = groups.id AND NOT anonymous))'] : []),
  ]
  return [conditions, asked]
}

type Where = (condition: string, order: string, ...values: readonly string[]) => readonly number[]

/** By an id or its beginning; a claim's id leads to its group. */
function findById(where: Where, id: string): readonly number[] {
  if (!/^\S+$/u.test(id)) return []
  const hash = id.lastIndexOf('#')
  const [article, claimId] = hash === -1 ? [null, id] : [id.slice(0, hash), id.slice(hash + 1)]
  const holding = (from: string, to: string) => {
    const inArticle = article === null ? '' : ' AND article = (SELECT id FROM articles WHERE name = ?)'
    const claims = `id IN (SELECT grp FROM claims WHERE name BETWEEN ? AND ?${inArticle})`
    return article === null ? where(`(${claims} OR name BETWEEN ? AND ?)`, 'id', from, to, from, to) : where(claims, 'id', from, to, article)
  }
  const exact = holding(claimId, claimId)
  if (exact.length > 0 || !/^[cg][0-9a-f]+$/.test(claimId) || claimId.length < LEAST_ID) return exact
  return holding(claimId, `${claimId}~`)
}
