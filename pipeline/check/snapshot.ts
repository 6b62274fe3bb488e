import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeFolder } from '../9-output/folder.ts'
import { writeAtomic } from '../9-output/write-atomic.ts'
import { regular } from '../model/regular.ts'
import type { Claim } from '../model/schema.ts'
import type { Range } from '../model/span.ts'
import { FixtureError } from './fixture-error.ts'
import type { Answer } from './score.ts'

/** A snapshot shows what the pipeline answers to one case now. It is no judgement: a change is told, and fails nothing. */

/** File of a case's snapshot. */
function snapshotPath(root: string, id: string): string {
  return join(root, 'snapshots', `${id}.txt`)
}

/** The accepted snapshot, or null where none was accepted. */
export function readSnapshot(root: string, id: string): string | null {
  const path = snapshotPath(root, id)
  return existsSync(path) ? readFileSync(regular(path), 'utf8') : null
}

/**
 * Accepts what the pipeline answers to one case.
 * @throws FixtureError in continuous integration, where nobody looks at what is accepted.
 */
export async function acceptSnapshot(root: string, id: string, shown: string, environment: Readonly<Record<string, string | undefined>>): Promise<string> {
  const path = snapshotPath(root, id)
  if (environment.CI !== undefined && environment.CI !== '' && environment.CI !== 'false')
    throw new FixtureError(path, null, 'snapshots are accepted by people, not in CI: run this at your desk and commit the file')
  await makeFolder(dirname(path))
  await writeAtomic(path, shown)
  return path
}

/** An answer in words, a line for each thing that could change. The words say the place, so that offsets are left out. */
export function showAnswer(text: string, { article, quotations }: Answer): string {
  const words = ({ start, end }: Range) => text.slice(start, end).replaceAll('\n', '⏎')
  const nameOf = new Map(article.speakers.map(({ id, name }) => [id, name]))
  const numberOf = new Map(article.claims.map(({ id }, i) => [id, i + 1]))
  const claim = (each: Claim, i: number) => [
    '',
    `claim ${i + 1}${each.within === null ? '' : ` within ${numberOf.get(each.within) ?? '?'}`}`,
    line('content', list(each.content.map(words))),
    line('cue', each.cue?.exact ?? '-'),
    line('mention', each.speaker.mention?.exact ?? '-'),
    line('speaker', `${list(each.speaker.ids.map((id) => nameOf.get(id) ?? id))} (${each.speaker.resolved})`),
    line('chain', list(each.chain.map(({ name }) => name))),
    line('kind', `${each.kind}, ${each.mode}`),
    line('commitment', `${each.commitment.label} (${each.commitment.rule})`),
    line('stance', list(each.stance.map(({ label, target, rule }) => `${label} ${target.text} (${rule})`))),
  ]
  const lines = [
    line('sentences', list(article.sentences.map(words))),
    line('quotations', list(quotations.map(words))),
    line('boilerplate', list(article.boilerplate.map(words))),
    line('problems', list(article.problems.map(({ code }) => code))),
    ...article.claims.flatMap(claim),
  ]
  return `${lines.join('\n')}\n`
}

const line = (name: string, value: string) => `${name.padEnd(12)}${value}`

const list = (parts: readonly string[]) => parts.join(' | ') || '-'
