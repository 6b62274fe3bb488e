import { TEMPLATE } from '../core.ts'
import { columns, COLUMNS, core, LONGEST, memory, PAD, type ColumnName } from './columns.ts'
import { fillColumns } from './fill.ts'
import type { Analysis, Passage } from './analysis.ts'
import { TEMPLATES } from './templates.ts'
import { hash } from './words.ts'

interface Template {
  readonly group: string
  readonly seed: number
  /** Where in memory the values for the first token stand, for each column. */
  readonly places: readonly number[]
}

const TEMPLATE_LIST: readonly Template[] = TEMPLATES.trim().split('\n').map(parse)

/** Features of a token: as many as there are templates, one each, 0 where a template does not apply. */
export const WIDTH = TEMPLATE_LIST.length
/** The evidence groups in words, and which of them each template belongs to. */
export const GROUPS: readonly string[] = [...new Set(TEMPLATE_LIST.map((t) => t.group))]
export const GROUP_OF = Uint8Array.from(TEMPLATE_LIST, (t) => GROUPS.indexOf(t.group))

function parse(line: string): Template {
  const [group, names] = line.split(': ') as [string, string]
  return {
    group,
    seed: hash(names),
    places: names.split(' ').map((part) => {
      const [, name, shift] = /^([a-z]+\d?)([+-]\d)?$/i.exec(part)!
      if (!Object.hasOwn(columns, name!)) throw new Error(`no such column: ${name}`)
      return columns[name as ColumnName].byteOffset + 4 * (PAD + Number(shift ?? 0))
    }),
  }
}

const packed = new Int32Array(memory, COLUMNS, (WIDTH * TEMPLATE) / 4)
TEMPLATE_LIST.forEach(({ seed, places }, k) => packed.set([places.length, seed, ...places], (k * TEMPLATE) / 4))
const ids = new Int32Array(memory, packed.byteOffset + packed.byteLength, WIDTH * LONGEST)

/**
 * The features of a passage's tokens as 32-bit hashes, {@link WIDTH} a token: first those of the first template, and so on.
 * The array is used again for the next passage.
 */
export function extract(a: Analysis, p: Passage): Int32Array {
  fillColumns(a, p)
  core.hash(packed.byteOffset, WIDTH, p.end - p.first, ids.byteOffset)
  return ids
}
