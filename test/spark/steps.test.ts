import { expect, test } from 'vitest'
import { linkRows } from '../../pipeline/8-links/link.ts'
import { sourceOf } from '../../pipeline/8-links/source.ts'
import { NO_CONFIG } from '../../pipeline/model/config.ts'
import type { Link } from '../../pipeline/model/schema.ts'
import { linesOf } from '../../pipeline/spark/rows.ts'
import { STEPS } from '../../pipeline/spark/steps.ts'
import { articleOf, type Said } from '../8-links/rows.ts'

// The steps by their lines, without Spark between them.

const options = { config: NO_CONFIG, counts: new Map() }

async function answered(step: keyof typeof STEPS, lines: readonly string[]): Promise<readonly (readonly string[])[]> {
  async function* given() {
    yield* lines
  }
  const answers: string[][] = []
  for await (const line of STEPS[step](given(), options)) answers.push(line.split('\t'))
  return answers
}

/** The links that the steps find between what two articles say, as one block. */
async function linksBetween(x: Said, y: Said): Promise<readonly Link[]> {
  const inputs = [articleOf('a', [x]), articleOf('b', [y])]
  const known = (await answered('profile', inputs.map((input) => JSON.stringify(input)))).flatMap(([tag, key, , , , json]) => (tag === 'speaker' ? [`${key}\t${json}`] : [])).toSorted()
  const tied = (await answered('merge', known)).flatMap(([tag, article, , , , json]) => (tag === 'tied' ? [`${article}\t1\t${json}`] : []))
  const rows = (await answered('claims', [...inputs.map((input) => `${input.article}\t0\t${JSON.stringify(input)}`), ...tied].toSorted())).flatMap(([tag, , , , , json]) => (tag === 'rows' ? [json!] : []))
  const texts = (await answered('prepare', rows)).flatMap(([tag, text, , , , json]) => (tag === 'claim' ? [`1\tall\t1\t${text}\t{"text":"${text}","count":1,"claims":[${json}]}`] : []))
  return (await answered('judge', texts)).flatMap(([tag, , , , , json]) => (tag === 'link' ? [JSON.parse(json!) as Link] : []))
}

const DENIED: Said = { who: 'Carla Dion', words: 'the harbour office had not repaired the leaking ferry', cue: 'said' }

test.each([
  ['what is denied is contradicted', 'the harbour office had repaired the leaking ferry', 1],
  ['a claim in parts is not', 'the harbour office | had repaired the leaking ferry', 0],
])('%s, as on one machine', async (_, words, contradictions) => {
  const said: Said = { who: 'Leden Courier', words, cue: 'reported' }
  const links = await linksBetween(said, DENIED)
  expect(links.filter(({ type }) => type === 'contradicts')).toHaveLength(contradictions)
  expect(links).toEqual([...(linkRows([articleOf('a', [said]), articleOf('b', [DENIED])].map(sourceOf), NO_CONFIG).links as Iterable<Link>)])
})

test('lines are those of the stream, whatever the pieces in which it comes', async () => {
  const text = 'one\ttwo\n\nthree – four\nfive'
  for (const size of [1, 3, 7, 100]) {
    async function* pieces() {
      for (let i = 0; i < text.length; i += size) yield text.slice(i, i + size)
    }
    const lines: string[] = []
    for await (const line of linesOf(pieces())) lines.push(line)
    expect(lines).toEqual(text.split('\n'))
  }
})
