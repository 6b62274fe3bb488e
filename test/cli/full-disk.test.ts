import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallDisk, type SmallDisk } from '../support/small-disk.ts'
import { holding } from '../support/journal.ts'
import { claimtrace, folderWith } from './process.ts'

const rows = Array.from({ length: 20 }, (_, n) => {
  const text = `${'Ada Boll, the keeper of the mill, said that the owls had come back. '.repeat(1 + (n % 3))}“They will stay for ${n % 4} years,” Boll told the council. The council denied that the owls had come back.`
  return `${JSON.stringify({ id: `r${n}`, text, outlet: `Paper ${n % 5}` })}\n`
}).join('')

let folder: ReturnType<typeof folderWith>
let disk: SmallDisk | null
/** What is written where there is room. */
let whole: ReadonlyMap<string, string>
const COMMANDS = [['run', 'rows.jsonl'], ['report'], ...['csv', 'sqlite'].map((format) => ['export', '--format', format])] as const
const ENOUGH = 20_000

beforeAll(async () => {
  folder = folderWith({ 'rows.jsonl': rows })
  disk = smallDisk(join(folder.path, 'disk'), ENOUGH)
  if (disk === null) return
  for (const command of COMMANDS) expect(await claim(command)).toMatchObject({ code: 0, stderr: [] })
  whole = written()
}, 60_000)
afterAll(() => {
  disk?.remove()
  folder.remove()
})

const claim = (args: readonly string[]) => claimtrace([...args, '--out', 'disk/out'], { cwd: folder.path })

function written(): Map<string, string> {
  const files = readdirSync(disk!.path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(files.map(({ parentPath, name }) => join(parentPath, name)).map((path) => [relative(disk!.path, path), readFileSync(path, 'latin1')]))
}

/** These tell when files were written. */
const SEEN = new Set(['out/.seen', 'out/.report'])

/** Files with what holds of the journal, to which every run adds. */
const held = (files: Iterable<readonly [string, string]>) => new Map([...files].filter(([path]) => !SEEN.has(path)).map(([path, content]) => [path, path === 'out/.journal' ? holding(content) : content]))

/** Kilobytes that files take, in pages of four, and their folders. */
const taken = (files: Iterable<string>) => [...files].reduce((sum, content) => sum + 4 * Math.ceil(content.length / 4096), 0)

/** Of `share` of what a command adds to what stands there: it fails with a line that says why, and every file is whole, as it was, or absent. */
async function failsOn(command: readonly string[], share: number, own: (path: string) => boolean): Promise<void> {
  disk!.resize(ENOUGH)
  const before = written()
  const added = taken([...whole].filter(([path]) => own(path)).map(([, content]) => content))
  disk!.resize(8 + taken(before.values()) + Math.round(added * share))
  const { code, stderr } = await claim(command)
  const where = { command, share }
  expect({ ...where, code, stderr }).toEqual({ ...where, code: 2, stderr: [expect.stringMatching(/no space is left on the device/)] })
  for (const [path, content] of written()) if (path !== 'out/.journal' && !SEEN.has(path)) expect({ ...where, path, whole: content === whole.get(path) }).toEqual({ ...where, path, whole: true }) // of the journal what is cut counts for nothing
}

test('run: nothing is cut, and the next run with room gives what one without trouble gives', async (context) => {
  if (disk === null) return context.skip('no small file system may be mounted here')
  for (const share of [0.2, 0.6, 0.95]) {
    rmSync(join(disk.path, 'out'), { recursive: true })
    await failsOn(COMMANDS[0], share, (path) => !path.startsWith('out/export'))
    disk.resize(ENOUGH)
    expect(await claim(COMMANDS[0])).toMatchObject({ code: 0, stderr: [] })
    expect(held(written())).toEqual(held([...whole].filter(([path]) => !path.startsWith('out/export'))))
  }
}, 120_000)

test.each([['report'], ['csv'], ['sqlite']])('%s: nothing is cut', async (name) => {
  if (disk === null) return
  const command = COMMANDS.find((each) => each.at(-1) === name)!
  const part = name === 'report' ? 'out/report' : 'out/export'
  for (const share of [0, 0.6]) {
    rmSync(join(disk.path, part), { recursive: true, force: true })
    disk.resize(ENOUGH)
    await claim(command)
    const own = new Set([...written().keys()].filter((path) => path.startsWith(part)))
    rmSync(join(disk.path, part), { recursive: true })
    await failsOn(command, share, (path) => own.has(path))
  }
}, 120_000)
