import { readFileSync, readdirSync } from 'node:fs'

const FOLDER = new URL('../../fixtures/articles/', import.meta.url)

const PEOPLE = ['Mara Lindqvist', 'Tom Birch', 'Ines Okafor', 'Paul Renner'] as const
const half = (text: string) => text.slice(0, text.indexOf('\n', text.length / 2))

/** An article about a harbour that others report too, with other numbers, another side, or a denial. */
function harbour(i: number): string {
  const [speaker, other] = [PEOPLE[i % 4]!, PEOPLE[(i + 1) % 4]!]
  const ships = 3 + (i % 3)
  return `${i % 5 === 0 ? 'NORTHPORT (Reuters) - ' : ''}“The harbour will be closed until the last of the ${ships} ferries has been repaired,” said ${speaker}, the mayor of Northport, on Monday.

${other} ${i % 2 ? 'supports' : 'opposes'} the closure of the harbour. “The closure of the harbour ${i % 2 ? 'is the only safe choice' : 'is a terrible mistake'},” ${other} told the Coastal Times.

The harbour board ${i % 4 === 1 ? 'denied that the cranes were unsafe' : 'said that the cranes were unsafe'}, according to two officials who asked not to be named. ${i % 7 === 3 ? 'The board declined to comment.' : 'The board has 12 members.'}`
}

/** Rows of articles on invented subjects that copy, contradict and cite one another, and two that are none. */
export function newsRows(): readonly string[] {
  const texts = readdirSync(FOLDER).filter((name) => name.endsWith('.txt')).map((name) => readFileSync(new URL(name, FOLDER), 'utf8'))
  const varied = [...texts, ...texts.map(half), ...texts.map((text) => text.replaceAll(' not ', ' ').replaceAll('Friday', 'Monday')), texts[0]!, texts[0]!, ...Array.from({ length: 60 }, (_, i) => harbour(i))]
  const rows = varied.map((text, i) => ({ id: i === 7 ? 'with\ta "tab" – é' : `n${i}`, text, outlet: i % 3 ? `Paper ${i % 4}` : null, published: `2020-01-${10 + (i % 9)}` }))
  return rows.map((row) => JSON.stringify(row))
}
