import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import type { z } from 'zod'
import { expectedOfArticle, expectedOfCase, type Expected } from './expected.ts'
import { FixtureError } from './fixture-error.ts'
import { goldArticleSchema, goldLinksSchema, goldOriginsSchema, goldSpeakersSchema, mistakesOf } from './gold.ts'
import { parseLinkPairs, type LinkPair } from './link-pairs.ts'
import { parseMarked } from './marked.ts'
import { readJson, readText } from './read-file.ts'
import type { CorpusGold } from './score-links.ts'

const NO_GOLD = 'not gold as it should be'

/** Everything that a person judged, as it was read. */
export interface Fixtures extends CorpusGold {
  /** The folder that holds `cases/` and `articles/`, or null where a part of it was named. */
  readonly root: string | null
  readonly documents: readonly Expected[]
  readonly pairs: readonly LinkPair[]
}

/**
 * Reads a folder of fixtures, or a part of one: `fixtures`, `fixtures/cases/stance`, one file of cases, one `.gold.json`.
 * @throws FixtureError at the first mistake in a file, and where nothing is found.
 * @example
 * readFixtures('fixtures/cases/stance')
 */
export function readFixtures(path: string): Fixtures {
  if (!existsSync(path)) throw new FixtureError(path, null, 'no such file or folder: name a folder of fixtures, or a file of cases')
  const whole = existsSync(join(path, 'cases')) || existsSync(join(path, 'articles'))
  const files = whole ? ['articles', 'cases', 'links'].flatMap((name) => filesIn(join(path, name))) : filesIn(path)
  const gold = files.filter((file) => file.endsWith('.gold.json'))
  const texts = new Set(gold.map(textOf))
  const articles = gold.filter((file) => existsSync(textOf(file))).map(readArticle)
  const cases = files.filter((file) => file.endsWith('.txt') && !texts.has(file)).flatMap((file) => readCases(file))
  const documents = [...articles, ...cases]
  const pairs = files.filter((file) => file.endsWith('.yaml')).flatMap((file) => parseLinkPairs(readText(file), relative('', file)))
  if (documents.length + pairs.length === 0) throw new FixtureError(path, null, 'holds no cases (*.txt), no pairs (*.yaml) and no gold (*.gold.json beside its *.txt)')
  const stray = gold.find((file) => !existsSync(textOf(file)) && !CORPUS_GOLD.has(basename(file)))
  if (stray !== undefined) throw new FixtureError(stray, null, `its text is missing: put ${basename(textOf(stray))} beside it`)
  const corpus = <T>(name: string, schema: z.ZodType<T>) => {
    const file = files.find((each) => basename(each) === name)
    return file === undefined ? null : { file, value: readJson(file, schema, NO_GOLD) }
  }
  return {
    root: whole ? path : null,
    documents: unique(documents),
    pairs,
    links: checkRefs(corpus('links.gold.json', goldLinksSchema), documents, ({ links }) => links.flatMap(({ members }) => members)),
    speakers: corpus('speakers.gold.json', goldSpeakersSchema)?.value ?? null,
    origins: checkRefs(corpus('origins.gold.json', goldOriginsSchema), documents, (origins) => origins.flatMap(({ members }) => members)),
  }
}

/** Gold about all the articles together. */
const CORPUS_GOLD: ReadonlySet<string> = new Set(['links.gold.json', 'origins.gold.json', 'speakers.gold.json'])

const textOf = (gold: string) => gold.replace(/\.gold\.json$/, '.txt')

/** The files of a folder and its folders, sorted by name; a file itself. */
function filesIn(path: string): string[] {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  const entries = readdirSync(path, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((entry) => filesIn(join(path, entry.name)))
}

function readCases(file: string): Expected[] {
  const layer = basename(dirname(file))
  const cases = parseMarked(readText(file), relative('', file))
  return cases.map((marked) => {
    const expected = expectedOfCase(marked, layer, relative('', file), `${layer}/${basename(file, '.txt')}/${slug(marked.title)}`)
    if (checksNothing(expected)) throw new FixtureError(expected.file, marked.line, `the case "${marked.title}" checks nothing: mark what it shows`)
    return expected
  })
}

function checksNothing(expected: Expected): boolean {
  const marked = expected.sentences ?? expected.quotations ?? expected.boilerplate
  return marked === null && expected.complete.size + expected.claims.length + expected.none.length + expected.problems.length === 0
}

/** A title as a name for a file: lower case, words joined by hyphens. */
function slug(title: string): string {
  return (title.normalize('NFKD').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['case']).join('-')
}

function readArticle(file: string): Expected {
  const gold = readJson(file, goldArticleSchema, NO_GOLD)
  const text = readText(textOf(file))
  const mistakes = mistakesOf(gold, text)
  if (mistakes.length > 0) throw new FixtureError(file, null, `does not fit its text:\n  ${mistakes.join('\n  ')}`)
  return expectedOfArticle(gold, text, relative('', textOf(file)))
}

/** Every claim that gold over the corpus names must be a claim of an article. */
function checkRefs<T>(read: { file: string; value: T } | null, documents: readonly Expected[], refs: (value: T) => readonly string[]): T | null {
  if (read === null) return null
  const known = new Set(documents.flatMap(({ group, title, claims }) => (group === 'articles' ? claims.map(({ key }) => `${title}#${key}`) : [])))
  const unknown = refs(read.value).find((ref) => !known.has(ref))
  if (unknown !== undefined) throw new FixtureError(read.file, null, `names ${unknown}, which no article's gold holds`)
  return read.value
}

function unique(documents: readonly Expected[]): readonly Expected[] {
  const ids = new Map<string, Expected>()
  for (const document of documents) {
    const other = ids.get(document.id)
    if (other !== undefined) throw new FixtureError(document.file, document.line, `is called ${document.id}, as is ${other.file}:${other.line}: give it another title`)
    ids.set(document.id, document)
  }
  return documents
}
