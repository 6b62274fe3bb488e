import fc from 'fast-check'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { articleOf } from '../../pipeline/1-read/article-of.ts'
import { articleError } from '../../pipeline/1-read/errors.ts'
import { answers } from '../../pipeline/run/answer.ts'
import { inGroups, type Input } from '../../pipeline/run/groups.ts'

const article = (id: string, text = 'The owls are well, the keeper said.') => articleOf(text, { id })
const failure = (id: string) => articleError('read/row', 'no row', { id, path: null })

async function* many(count: number, make: (i: number) => Input): AsyncGenerator<Input> {
  for (let i = 0; i < count; i++) yield make(i)
}

const fail = (): never => {
  throw new Error('gone')
}

async function groupsOf(inputs: AsyncIterable<Input>): Promise<(string | null)[][]> {
  const groups: (string | null)[][] = []
  for await (const group of inGroups(inputs)) groups.push(group.map(({ id }) => id))
  return groups
}

test('inputs that are there go together, 8 at most, in order; errors keep their places', async () => {
  const groups = await groupsOf(many(30, (i) => (i % 3 === 1 ? failure(`${i}`) : article(`${i}`))))
  expect(groups.map((group) => group.length)).toEqual([4, 8, 8, 8, 2])
  expect(groups.flat()).toEqual(Array.from({ length: 30 }, (_, i) => `${i}`))
})

test('long texts make small groups', async () => {
  expect(await groupsOf(many(5, (i) => article(`${i}`, 'Owls. '.repeat(15_000))))).toEqual([['0', '1'], ['2', '3'], ['4']])
})

test('nothing waits for an input that does not come', async () => {
  const gate = new AbortController()
  async function* inputs() {
    yield article('first')
    await once(gate.signal, 'abort')
    yield article('second')
  }
  const groups = inGroups(inputs())
  expect((await groups.next()).value).toMatchObject([{ id: 'first' }])
  gate.abort()
  expect((await groups.next()).value).toMatchObject([{ id: 'second' }])
  expect(await groups.next()).toEqual({ done: true, value: undefined })
})

test('who stops does not wait for the next input, and its source is told', async () => {
  let told = false
  const source = {
    asked: 0,
    [Symbol.asyncIterator]() {
      return {
        next: () => (this.asked++ ? new Promise<never>(() => undefined) : Promise.resolve({ done: false as const, value: article('first') })),
        return: () => {
          told = true
          return Promise.resolve({ done: true as const, value: undefined })
        },
      }
    },
  }
  for await (const group of inGroups(source)) {
    expect(group).toHaveLength(1)
    break
  }
  expect(told).toBe(true)
})

test('a source that fails costs nothing that came before', async () => {
  const groups = inGroups(many(2, (i) => (i ? fail() : article('first'))))
  expect((await groups.next()).value).toMatchObject([{ id: 'first' }])
  await setTimeout(10) // nobody listens meanwhile
  await expect(groups.next()).rejects.toThrow('gone')
})

test('an article is answered the same alone and among others', () => {
  const text = fc.array(fc.constantFrom('“Owls,” she said. ', 'The mayor told reporters that it was safe. ', 'He denied it. ', 'Jane Doe wrote: ', '\n\n', '’s ', 'No. 5'), { maxLength: 12 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
      const articles = texts.map((value, i) => article(`${i}`, value))
      expect(answers(articles)).toEqual(articles.map((one) => answers([one])[0]))
    }),
    { numRuns: 60 },
  )
})

test('an article that claimtrace fails on costs itself only', () => {
  const broken = { ...article('broken'), boilerplate: null } as never
  const [first, second, third] = answers([article('a'), broken, article('b')])
  expect(second).toMatchObject({ schema: 'claimtrace/error/1', code: 'annotate/failed', id: 'broken' })
  expect([first, third]).toEqual([answers([article('a')])[0], answers([article('b')])[0]])
})
