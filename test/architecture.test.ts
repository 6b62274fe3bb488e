import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PIPELINE = join(ROOT, 'pipeline')

/** What each part may import besides itself; the parts stand in the order of the pipeline. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  lexicon: ['model', 'text'],
  text: ['model', 'lexicon'],
  '1-read': ['model', 'lexicon', 'text'],
  '2-segment': ['model', 'lexicon', 'text'],
  '3-quotations': ['model', 'lexicon', 'text'],
  '4-syntax': ['model', 'lexicon', 'text'],
  '5-attribution': ['model', 'lexicon', 'text'],
  '6-speakers': ['model', 'lexicon', 'text'],
  '7-stance': ['model', 'lexicon', 'text'],
  'assemble.ts': ['model', 'text'],
  'annotate.ts': ['model', 'assemble.ts', '2-segment', '3-quotations', '4-syntax', '5-attribution', '6-speakers', '7-stance'],
  '8-links': ['model', 'lexicon', 'text'],
  '9-output': ['model', 'text'],
  corrections: ['model', '9-output'],
  store: ['model', 'text', '9-output'],
  audit: ['model', 'text', 'store'],
}
/** The parts that put the pipeline to use import it whole, but not each other: only training and the review know the check's fixtures, and the review is a page as the report is. */
const USERS: readonly string[] = ['run', 'check', 'train', 'report', 'review', 'export', 'match', 'serve', 'spark', 'bench']
const STAGES = Object.keys(MAY_IMPORT).filter((part) => part !== 'audit')

function allowed(part: string): readonly string[] | 'everything' {
  if (part === 'cli' || part === 'index.ts') return 'everything'
  if (part === 'train') return [...STAGES, 'check']
  if (part === 'review') return [...STAGES, 'check', 'report']
  return MAY_IMPORT[part] ?? (USERS.includes(part) ? STAGES : [])
}

interface Source {
  /** Path from the root of the project, with slashes. */
  readonly path: string
  readonly part: string
  readonly text: string
}

function sourcesIn(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:tsx?|mjs)$/.test(name))
    .map((name) => join(folder, name))
    .map((file) => ({ path: relative(ROOT, file).split(sep).join('/'), part: relative(PIPELINE, file).split(sep)[0] ?? '', text: readFileSync(file, 'utf8') }))
}

const SOURCES = sourcesIn(PIPELINE)

/** The files of the project that a file imports, types and dynamic imports included. */
function importsOf({ path, text }: Source): string[] {
  return [...text.matchAll(/(?:from|import\(|import)\s*'(\.[^']*)'/g)].map(([, target = '']) => relative(PIPELINE, resolve(ROOT, dirname(path), target)).split(sep).join('/'))
}

test('imports run one way, and no stage imports another', () => {
  const wrong = SOURCES.flatMap((source) => {
    const may = allowed(source.part)
    return importsOf(source)
      .filter((target) => !target.startsWith('..'))
      .filter((target) => {
        const part = target.split('/')[0] ?? ''
        return part !== source.part && may !== 'everything' && !may.includes(part)
      })
      .map((target) => `${source.path} imports ${target}`)
  })
  expect(wrong).toEqual([])
})

test('every part of the pipeline has its place in the order', () => {
  const known = new Set([...Object.keys(MAY_IMPORT), ...USERS, 'cli', 'index.ts'])
  expect([...new Set(SOURCES.map(({ part }) => part))].filter((part) => !known.has(part))).toEqual([])
})

test('the audit reads what was written: of text, only how bytes are decoded and words are folded', () => {
  const taken = SOURCES.filter(({ part }) => part === 'audit' || part === 'store').flatMap(importsOf)
  expect([...new Set(taken.filter((target) => target.startsWith('text/')))].toSorted()).toEqual(['text/decode.ts', 'text/fold.ts'])
})

describe('files', () => {
  test('have one purpose and fit in about 250 lines; tables of words may be longer', () => {
    const long = SOURCES.filter(({ part, text }) => part !== 'lexicon' && text.trimEnd().split('\n').length > 260)
    expect(long.map(({ path }) => path)).toEqual([])
  })

  test('import files of the project with their ending, as Node does', () => {
    const bare = SOURCES.flatMap((source) => importsOf(source).filter((target) => !/\.(?:tsx?|mjs|json|css)$/.test(target)).map((target) => `${source.path}: ${target}`))
    expect(bare).toEqual([])
  })

  test('of the program name no corpus; tests and scripts name them only as ../shared', () => {
    const named = SOURCES.filter(({ text }) => /\/work\/|\.\.\/shared|corpora\//.test(text)).map(({ path }) => path)
    const inTests = sourcesIn(join(ROOT, 'test')).filter(({ text }) => /['"`]\/work\//.test(text)).map(({ path }) => path)
    expect([...named, ...inTests]).toEqual([])
  })

  test('are written by the writers of 9-output alone: whole or not at all, through no symbolic link', () => {
    const writes = /\b(?:writeFile|appendFile|copyFile|mkdir|rename|symlink|createWriteStream)(?:Sync)?\(/
    expect(SOURCES.filter(({ part, text }) => part !== '9-output' && writes.test(text)).map(({ path }) => path)).toEqual([])
  })

  test('print nothing outside the command line, and there by the functions of one file, which let no control character through', () => {
    const prints = SOURCES.filter(({ text }) => /\bconsole\.\w+\(|process\.std(?:out|err)\.write|\bwriteSync\([12],/.test(text)).map(({ path }) => path)
    expect(prints).toEqual(['pipeline/cli/process.ts'])
    expect(SOURCES.filter(({ part, text }) => part !== 'cli' && /process\.std(?:out|err)/.test(text)).map(({ path }) => path)).toEqual([])
  })

  test('are read by name only where they are regular: a pipe waits for ever', () => {
    const readers = new Set(['1-read', '9-output', 'audit', 'check', 'cli', 'corrections', 'run', 'store'])
    const reads = /\b(?:readFile|readFileSync|createReadStream|openSync)\((?!regular\(|readable\()(?!.*'(?:a|r\+)'\))/
    expect(SOURCES.filter(({ part, text }) => readers.has(part) && reads.test(text)).map(({ path }) => path)).toEqual([])
  })
})

/** Groups of files that import each other in a circle, in whatever number of steps (Tarjan's strongly connected components). */
function circles(): string[][] {
  const edges = new Map(SOURCES.map((source) => [source.path.replace(/^pipeline\//, ''), importsOf(source)]))
  const [index, low, onStack] = [new Map<string, number>(), new Map<string, number>(), new Set<string>()]
  const [stack, found]: [string[], string[][]] = [[], []]
  const visit = (file: string): void => {
    index.set(file, index.size)
    low.set(file, index.get(file)!)
    stack.push(file)
    onStack.add(file)
    for (const next of edges.get(file) ?? []) {
      if (!edges.has(next)) continue
      if (!index.has(next)) visit(next)
      if (onStack.has(next)) low.set(file, Math.min(low.get(file)!, low.get(next)!))
    }
    if (low.get(file) !== index.get(file)) return
    const circle = stack.splice(stack.indexOf(file))
    for (const each of circle) onStack.delete(each)
    if (circle.length > 1) found.push(circle.toSorted())
  }
  for (const file of edges.keys()) if (!index.has(file)) visit(file)
  return found.toSorted()
}

test('no files import each other in a circle, inside a stage neither', () => {
  expect(circles()).toEqual([])
})
