import { expect, test } from 'vitest'
import { claimtrace } from './process.ts'

const cwd = process.cwd()

test.each([
  [['extrct'], "claimtrace: unknown command 'extrct' (Did you mean extract?)"],
  [['run', '--ot', 'x'], "claimtrace: unknown option '--ot' (Did you mean --out?)"],
  [['extract', '--min-confidence', '3'], "claimtrace: option '--min-confidence <p>' argument '3' is invalid. It must be a number from 0 to 1, such as .7."],
  [['schema', 'artikel'], expect.stringContaining('Allowed choices are article, links, corrections, error, config')],
  [['extract', '--config', 'nowhere.json'], expect.stringContaining('nowhere.json: the configuration cannot be read')],
])('%j is a mistake, told in one line', async (args, message) => {
  expect(await claimtrace(args, { cwd })).toEqual({ code: 2, stdout: '', stderr: [message] })
})

test.each([[[]], [['--help']], [['run', '--help']], [['extract', '--help']], [['schema', '--help']], [['check', '--help']], [['audit', '--help']]])(
  '%j teaches by example',
  async (args) => {
    const { code, stdout, stderr } = await claimtrace(args, { cwd })
    expect({ code, stderr }).toEqual({ code: 0, stderr: [] })
    expect(stdout).toMatch(/\nExamples:\n {2}claimtrace /)
  },
)

test('schema prints JSON Schema of all that is written', async () => {
  const { stdout, code } = await claimtrace(['schema'], { cwd })
  expect(code).toBe(0)
  const { links, ...others } = JSON.parse(stdout) as Record<string, object>
  const types = Object.entries({ ...others, ...links }).map(([name, schema]) => [name, (schema as { type?: string }).type])
  expect(types).toEqual(['article', 'corrections', 'error', 'config', 'speakers', 'links', 'groups', 'origins', 'manifest'].map((name) => [name, 'object']))
})
