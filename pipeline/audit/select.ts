import type { ReadDatabase } from '../store/open.ts'
import { telling } from '../store/words.ts'
import { UserError } from '../model/user-error.ts'
import { distance } from 'fastest-levenshtein'

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
    return article === null ? where(`(${claims} OR name BETWEEN ? AND ?)`, 'name, id', from, to, from, to) : where(claims, 'name, id', from, to, article)
  }
  const exact = holding(claimId, claimId)
  if (exact.length > 0 || !/^[cg][0-9a-f]+$/.test(claimId) || claimId.length < LEAST_ID) return exact
  return holding(claimId, `${claimId}~`)
}

/** The groups that answer, by their numbers in the index, best first. */
interface Selected {
  readonly groups: readonly number[]
  /** Nothing holds all of the words; these come closest. */
  readonly close: boolean
}

/** How much of a question's words (weighed by how rare they are) a group must hold to be an answer. */
const ENOUGH = 0.6
const LEAST_PREFIX = 4
/** A word so long that nothing holds may be misspelt, by so many of its letters. */
const LEAST_FUZZY = 6
const MISSPELT = 0.15
/** The words of a usual claim. */
const USUAL_LENGTH = 20
/** How many are shown where none holds enough. */
const MOST_CLOSE = 3

/**
 * Full-text search over what groups claim, who speaks, what is judged, and where it was published: the groups that hold the words of a
 * question, wherever. A speaker's name and a word of the claim together find it too. Best first: by the words held, each weighed by how rare
 * it is, then by how much of what a claim says they are. `among` are the groups that may answer, null: all.
 */
function search(index: ReadDatabase, question: string, among: ReadonlySet<number> | null): Selected {
  const total = index.get<{ n: number }>('SELECT count(*) AS n FROM groups')!.n
  const share = new Map<number, number>()
  const claims = new Map<number, { readonly grp: number; readonly length: number; held: number }>()
  let all = 0
  for (const word of new Set(telling(question))) {
    const query = queryFor(index, word)
    const rows = query === null ? [] : index.all<Row>(HOLDING, query)
    const holding = new Set(rows.map(({ grp }) => grp))
    const weight = Math.log(1 + total / Math.max(1, holding.size))
    all += weight
    for (const group of holding) if (among?.has(group) ?? true) share.set(group, (share.get(group) ?? 0) + weight)
    for (const { rowid, grp, length } of query === null ? [] : index.all<Row>(HOLDING, `claim : ${query}`)) {
      const claim = claims.get(rowid)
      if (claim) claim.held += weight
      else claims.set(rowid, { grp, length, held: weight })
    }
  }
  const density = new Map<number, number>()
  for (const { grp, length, held } of claims.values()) density.set(grp, Math.max(density.get(grp) ?? 0, held / (USUAL_LENGTH + length)))
  const ranked = [...share.keys()].sort((a, b) => share.get(b)! - share.get(a)! || (density.get(b) ?? 0) - (density.get(a) ?? 0) || a - b)
  const enough = ranked.filter((group) => share.get(group)! / all >= ENOUGH)
  return enough.length > 0 ? { groups: enough, close: false } : { groups: ranked.slice(0, MOST_CLOSE), close: ranked.length > 0 }
}

interface Row {
  readonly rowid: number
  readonly grp: number
  readonly length: number
}

/** The claims and stances that hold a word, with their groups and how many words they have. */
const HOLDING = `
  SELECT words.rowid AS rowid, grp, length FROM words JOIN claims ON claims.id = words.rowid WHERE words MATCH ?1
  UNION ALL SELECT words.rowid, grp, 0 FROM words JOIN stances ON stances.id = words.rowid WHERE words MATCH ?1`

/** What finds a word: as it is or as a beginning; where nothing holds it, what is spelt much alike. Null where nothing does. */
function queryFor(index: ReadDatabase, word: string): string | null {
  const query = word.length >= LEAST_PREFIX ? `"${word}" *` : `"${word}"`
  if (word.length < LEAST_FUZZY || index.get(`SELECT 1 FROM (${HOLDING}) LIMIT 1`, query) !== null) return query
  const most = Math.max(1, Math.round(MISSPELT * word.length))
  const terms = index.all<{ term: string }>('SELECT term FROM terms WHERE length(term) BETWEEN ? AND ?', word.length - most, word.length + most)
  const alike = terms.filter(({ term }) => distance(term, word) <= most)
  return alike.length === 0 ? null : `(${alike.map(({ term }) => `"${term}"`).join(' OR ')})`
}
