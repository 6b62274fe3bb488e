import { ReadDatabase } from '../../pipeline/9-output/database.ts'

const TABLES = [
  "SELECT name, value FROM about WHERE name <> 'next' ORDER BY name",
  'SELECT name, people, mark, version, source, claims FROM articles ORDER BY name',
  'SELECT articles.name AS article, claims.name, grp, confidence, anonymous, length FROM claims JOIN articles ON articles.id = article ORDER BY 1, claims.id - article',
  'SELECT * FROM groups ORDER BY id',
  'SELECT key, grp, topic FROM stances ORDER BY key',
  'SELECT said.name, at, size FROM links JOIN said ON said.id = claim ORDER BY at',
  'SELECT * FROM origins ORDER BY name',
]
const LEFT = "SELECT json_extract(value, '$.claim') - (SELECT count(*) FROM said) AS n FROM about WHERE name = 'next'"
const HOLDING = `
  SELECT articles.name || ' ' || said.name AS name FROM words JOIN said ON said.id = words.rowid JOIN articles ON articles.id = article WHERE words MATCH ?1
  UNION SELECT key FROM words JOIN stances ON stances.id = words.rowid WHERE words MATCH ?1 ORDER BY 1`

/** All that an index tells, however it came about: what stands in its tables, and what holds each word in each column. */
export function indexContents(path: string): readonly unknown[] {
  const index = new ReadDatabase(path)
  try {
    const held = index.all<{ term: string }>('SELECT term FROM terms ORDER BY term').flatMap(({ term }) =>
      ['claim', 'speaker', 'target', 'outlet'].flatMap((column) => {
        const holders = index.all(HOLDING, `${column} : "${term}"`)
        return holders.length === 0 ? [] : [{ term, column, holders }]
      }),
    )
    return [...TABLES.map((sql) => index.all(sql)), held]
  } finally {
    index.close()
  }
}

/** How many numbers of claims an index has given away that no claim has any more. */
export function leftIn(path: string): { readonly left: number } {
  const index = new ReadDatabase(path)
  try {
    return { left: index.get<{ n: number }>(LEFT)!.n }
  } finally {
    index.close()
  }
}
