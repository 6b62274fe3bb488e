import { readFileSync, writeFileSync } from 'node:fs'

/**
 * Two files of articles of which the second is the first with 1 % changed, a third each: articles whose end is another, articles that are gone, and articles
 * that are new, about what the others are about. So that a run after small changes can be measured:
 *
 *   npx tsx test/bench/changed.ts many.jsonl before.jsonl after.jsonl
 */
const [given, before, after] = process.argv.slice(2) as [string, string, string]
/** In each of so many articles one is changed, one gone, and one new. */
const IN = 300
const [GONE, NEW, CHANGED] = [50, 150, 250]
const rows = readFileSync(given, 'utf8').split('\n').filter(Boolean)

function changed(line: string): string {
  const row = JSON.parse(line) as { text: string }
  return JSON.stringify({ ...row, text: `${row.text.split('\n').slice(0, -1).join('\n')}\nMore will be known on Monday, the mayor said.` })
}

writeFileSync(before, rows.filter((_, i) => i % IN !== NEW).map((line) => `${line}\n`).join(''))
writeFileSync(after, rows.flatMap((line, i) => (i % IN === GONE ? [] : [`${i % IN === CHANGED ? changed(line) : line}\n`])).join(''))
