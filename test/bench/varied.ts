import { readFileSync } from 'node:fs'
import { FUNCTION_WORDS } from '../../pipeline/lexicon/frequencies.ts'
import { addTo } from '../../pipeline/model/group-by.ts'

/**
 * As many articles as one likes of a file of some, each time about other things, so that large corpora can be measured:
 *
 *   npx tsx test/bench/varied.ts 20000 ../shared/corpora/rumours.jsonl > many.jsonl
 *
 * In each round through the file, every name becomes another name of the file and half of the long words become others with the same ending: articles of
 * one round report of one another as those of the file do, those of different rounds do not, and texts stay as long and as dense in claims.
 */
const [count, path] = [Number(process.argv[2]), process.argv[3]!]
/** Words that more of the articles hold are what reports are made of, and stay. */
const MOST = 0.05
const WORD = /[A-Za-z]{3,}/g

const given = readFileSync(path, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as { id: string; text: string; [field: string]: unknown })
const articles = new Map<string, number>()
for (const { text } of given) for (const word of new Set(text.match(WORD))) articles.set(word, (articles.get(word) ?? 0) + 1)

/** What a word may be exchanged for: a name for a name, another word for one that ends like it; null: it stays. */
function kindOf(word: string): string | null {
  if (/^[A-Z][a-z]+$/.test(word)) return FUNCTION_WORDS.has(word.toLowerCase()) || articles.has(word.toLowerCase()) ? null : 'name'
  return word.length >= 6 && /^[a-z]+$/.test(word) && articles.get(word)! <= MOST * given.length && hash(word) % 2 ? word.slice(-2) : null
}

function hash(text: string): number {
  let value = 7
  for (let i = 0; i < text.length; i++) value = (Math.imul(value, 31) + text.charCodeAt(i)) >>> 0
  return value
}

const kinds = new Map<string, string[]>()
for (const word of [...articles.keys()].sort()) {
  const kind = kindOf(word)
  if (kind !== null) addTo(kinds, kind, word)
}
const others = new Map([...kinds.values()].flatMap((words) => words.map((word, i) => [word, { words, i }] as const)))

for (let n = 0; n < count; n++) {
  const { id, text, ...more } = given[n % given.length]!
  const round = Math.floor(n / given.length)
  const varied = text.replace(WORD, (word) => {
    const other = round === 0 ? undefined : others.get(word)
    return other ? other.words[(other.i + round * 1009) % other.words.length]! : word
  })
  process.stdout.write(`${JSON.stringify({ id: round === 0 ? id : `${id}-${round}`, text: varied, ...more })}\n`)
}
