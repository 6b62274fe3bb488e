import { columns, PAD, type Column, type ColumnName } from './columns.ts'
import { fillColumns } from './fill.ts'
import type { Analysis, Passage } from './analysis.ts'
import { TEMPLATES } from './templates.ts'
import { hash } from './words.ts'

interface Template {
  readonly group: string
  readonly seed: number
  readonly columns: readonly Shifted[]
}

/** A column, and the place in it that belongs to the first token. */
interface Shifted {
  readonly name: ColumnName
  readonly column: Column
  readonly shift: number
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
    columns: names.split(' ').map((part) => {
      const [, name, shift] = /^([a-z]+\d?)([+-]\d)?$/i.exec(part)!
      if (!Object.hasOwn(columns, name!)) throw new Error(`no such column: ${name}`)
      return { name: name as ColumnName, column: columns[name as ColumnName], shift: PAD + Number(shift ?? 0) }
    }),
  }
}

let ids = new Int32Array(WIDTH * 1024)

/**
 * The features of a passage's tokens as 32-bit hashes, {@link WIDTH} a token: first those of the first template, and so on.
 * The array is used again for the next passage.
 */
export function extract(a: Analysis, p: Passage): Int32Array {
  const n = p.end - p.first
  if (ids.length < n * WIDTH) ids = new Int32Array(2 * n * WIDTH)
  fillColumns(a, p)
  for (let k = 0; k < WIDTH; k++) {
    const { seed, columns: used } = TEMPLATE_LIST[k]!
    if (used.length === 1) one(k * n, n, seed, used[0]!)
    else if (used.length === 2) two(k * n, n, seed, used[0]!, used[1]!)
    else if (used.length === 3) three(k * n, n, seed, used[0]!, used[1]!, used[2]!)
    else four(k * n, n, seed, used[0]!, used[1]!, used[2]!, used[3]!)
  }
  return ids
}

/** Odd multipliers that keep the columns of a template apart. */
const A = 0x9e3779b1, B = 0x85ebca77, C = 0xc2b2ae3d, D = 0x27d4eb2f

/** Spreads the bits of a sum of products; never 0. */
function spread(sum: number): number {
  const x = Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d)
  return x ^ (x >>> 13) || 1
}

function one(from: number, n: number, seed: number, { column: a, shift: i }: Shifted): void {
  for (let t = 0; t < n; t++) {
    const x = a[t + i]!
    ids[from + t] = x === 0 ? 0 : spread(seed + Math.imul(x, A))
  }
}

function two(from: number, n: number, seed: number, { column: a, shift: i }: Shifted, { column: b, shift: j }: Shifted): void {
  for (let t = 0; t < n; t++) {
    const x = a[t + i]!, y = b[t + j]!
    ids[from + t] = x === 0 || y === 0 ? 0 : spread((seed + Math.imul(x, A) + Math.imul(y, B)) | 0)
  }
}

function three(from: number, n: number, seed: number, { column: a, shift: i }: Shifted, { column: b, shift: j }: Shifted, { column: c, shift: l }: Shifted): void {
  for (let t = 0; t < n; t++) {
    const x = a[t + i]!, y = b[t + j]!, z = c[t + l]!
    const none = x === 0 || y === 0 || z === 0
    ids[from + t] = none ? 0 : spread((seed + Math.imul(x, A) + Math.imul(y, B) + Math.imul(z, C)) | 0)
  }
}

function four(from: number, n: number, seed: number, { column: a, shift: i }: Shifted, { column: b, shift: j }: Shifted, { column: c, shift: l }: Shifted, { column: d, shift: m }: Shifted): void {
  for (let t = 0; t < n; t++) {
    const x = a[t + i]!, y = b[t + j]!, z = c[t + l]!, w = d[t + m]!
    const none = x === 0 || y === 0 || z === 0 || w === 0
    ids[from + t] = none ? 0 : spread((seed + Math.imul(x, A) + Math.imul(y, B) + Math.imul(z, C) + Math.imul(w, D)) | 0)
  }
}
