import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { writeAtomic } from '../9-output/write-atomic.ts'
import { sha256 } from '../model/id.ts'
import { lineEnd, type Bytes } from '../model/lines.ts'
import { regular } from '../model/regular.ts'
import { BUILD } from '../model/version.ts'
import type { CountedGroup, GroupFacts } from './facts.ts'
import type { WrittenFile, WrittenFiles } from './files.ts'

/** What counts of an article, as JSON, and what tells its file from anything else. */
export interface KeptArticle {
  readonly of: string
  readonly json: Bytes
}

export interface KeptGroup {
  readonly facts: GroupFacts
  readonly counted: CountedGroup
}

/** What is known of all that a report tells. */
export interface ReportFacts {
  /** By their ids. */
  readonly articles: ReadonlyMap<string, KeptArticle>
  /** By the marks of their lines. */
  readonly groups: ReadonlyMap<number, KeptGroup>
  /** Marks of the lines of groups that say no more than their one claim does. */
  readonly alone: ReadonlySet<number>
}

/** What is known of a report that was written: what it was made of, its files, and what is read where it is to be brought up to date. */
export interface ReportMemory {
  readonly stamp: string
  readonly files: WrittenFiles
  readonly facts: () => ReportFacts
}

/** Of no report nothing is known. */
export const NO_REPORT: ReportMemory = { stamp: '', files: new Map(), facts: () => ({ articles: new Map(), groups: new Map(), alone: new Set() }) }

/** The last line: what the lines before it are about, and a hash of them. */
interface Last {
  readonly build: string
  readonly stamp: string
  readonly files: readonly (readonly [name: string, file: WrittenFile])[]
  readonly sha256: string
}
/** How the line of an article begins: behind that and a tab stands what counts of it. The lines of groups hold no tab. */
type Head = readonly [id: string, of: string]
type GroupLine = readonly [mark: number, kept: KeptGroup]
type AloneLine = readonly [null, ...marks: number[]]
const TAB = 9

/** Writes what is known of a report, once it is written. */
export async function writeMemory(path: string, { stamp, files, facts }: { readonly stamp: string; readonly files: WrittenFiles; readonly facts: ReportFacts }): Promise<void> {
  const hash = createHash('sha256')
  await writeAtomic(path, lines())

  function* lines(): Generator<Uint8Array> {
    for (const [id, { of, json }] of facts.articles) yield hashed(Buffer.from(`${JSON.stringify([id, of] satisfies Head)}\t`), json, NEWLINE)
    for (const line of facts.groups) yield hashed(Buffer.from(JSON.stringify(line satisfies GroupLine)), NEWLINE)
    yield hashed(Buffer.from(JSON.stringify([null, ...facts.alone] satisfies AloneLine)), NEWLINE)
    yield Buffer.from(JSON.stringify({ build: BUILD, stamp, files: [...files], sha256: hash.digest('hex') } satisfies Last))
  }

  function hashed(...parts: readonly Uint8Array[]): Uint8Array {
    const line = Buffer.concat(parts)
    hash.update(line)
    return line
  }
}
const NEWLINE = Buffer.from('\n')

/** What is known of the report that was written last; nothing where it is not as it was written, or of another version. */
export function readMemory(path: string): ReportMemory {
  try {
    const bytes = readFileSync(regular(path))
    const end = bytes.lastIndexOf('\n') + 1
    const { build, stamp, files, sha256: hash } = JSON.parse(bytes.toString('utf8', end)) as Last
    if (build !== BUILD || hash !== sha256(bytes.subarray(0, end))) return NO_REPORT
    return { stamp, files: new Map(files), facts: () => factsIn(bytes.subarray(0, end)) }
  } catch {
    return NO_REPORT
  }
}

function factsIn(bytes: Buffer): ReportFacts {
  const facts = { articles: new Map<string, KeptArticle>(), groups: new Map<number, KeptGroup>(), alone: new Set<number>() }
  for (let from = 0, to = 0; from < bytes.length; from = to + 1) {
    to = lineEnd(bytes, from)
    const line = bytes.subarray(from, to)
    const tab = line.indexOf(TAB)
    const [first, ...rest] = JSON.parse(line.toString('utf8', 0, tab < 0 ? line.length : tab)) as Head | GroupLine | AloneLine
    if (typeof first === 'string') facts.articles.set(first, { of: rest[0] as string, json: line.subarray(tab + 1) })
    else if (first !== null) facts.groups.set(first, rest[0] as KeptGroup)
    else for (const mark of rest) facts.alone.add(mark as number)
  }
  return facts
}
