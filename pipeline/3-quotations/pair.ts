import type { Mark } from './marks.ts'

/** The marks of one paragraph, paired as far as they can be. */
export interface Pairing {
  readonly pairs: readonly Pair[]
  /** Opening marks that may go on in the next paragraph, outer before inner. */
  readonly unclosed: readonly Mark[]
  /** All others, in no order. */
  readonly unpaired: readonly Mark[]
}

export interface Pair {
  readonly open: Mark
  readonly close: Mark
}

/**
 * Pairs the marks of a paragraph with a stack, in linear time. What a mark's role leaves undecided, the marks that are open decide.
 * A mark that would cross another pair is left unpaired.
 */
export function pair(marks: readonly Mark[], paragraphStart: number): Pairing {
  const pairs: Pair[] = []
  const unpaired: Mark[] = []
  const open = new OpenMarks()
  const ahead = lookAhead(marks)
  for (const [i, mark] of marks.entries()) {
    const next = ahead[i]!
    const opener = open.openerOf(mark)
    if (mark.otherwise === 'inch' && (opener ? next.nextCloses : mark.role !== 'open')) continue
    if (opener && mark.role !== 'open' && !(mark.possessive && next.closesFirmly)) {
      open.closeDownTo(opener, unpaired)
      pairs.push({ open: opener, close: mark })
    } else if (mark.style === 'double' ? doubleOpens(mark, next) : singleOpens(mark, next, open, paragraphStart)) open.push(mark)
    else if (mark.otherwise === null) unpaired.push(mark)
  }
  const left = leftOver(open.marks, pairs, unpaired)
  return { pairs, unclosed: left.unclosed, unpaired: left.unpaired }
}

/** Where nothing is open that it could close, a double mark opens unless its place says otherwise. */
function doubleOpens(mark: Mark, next: Ahead): boolean {
  return mark.role !== 'close' || (mark.introduced === 'glued' && next.nextCloses)
}

/** A single mark opens where one that closes is to come, or where it stands so that the next paragraph may reopen it. */
function singleOpens(mark: Mark, next: Ahead, open: OpenMarks, paragraphStart: number): boolean {
  if (mark.role === 'close') return false
  if (mark.otherwise) return next.closesFirmly
  return next.closes || mark.start === paragraphStart || mark.introduced === 'rightly' || mark.start === open.innermost?.end
}

/** Parts the marks never closed: the last of its kind may be closed in another paragraph, those before it were forgotten. */
function leftOver(open: readonly Mark[], pairs: readonly Pair[], unpaired: readonly Mark[]): Omit<Pairing, 'pairs'> {
  if (!open.length) return { unclosed: [], unpaired }
  const last = new Map<string, number>()
  for (const mark of [...open, ...pairs.map((p) => p.open)]) last.set(kindOf(mark), Math.max(last.get(kindOf(mark)) ?? 0, mark.start))
  const isLast = (mark: Mark) => mark.start >= last.get(kindOf(mark))!
  return { unclosed: open.filter(isLast), unpaired: [...unpaired, ...open.filter((mark) => !isLast(mark))] }
}

const kindOf = ({ style, kind }: Mark) => `${style} ${kind}`

interface Ahead {
  /** Some later mark of the same style can close. */
  readonly closes: boolean
  /** A later mark can only close, and nothing can open before it. */
  readonly closesFirmly: boolean
  /** The next mark of the same style can only close. */
  readonly nextCloses: boolean
}

function lookAhead(marks: readonly Mark[]): readonly Ahead[] {
  const nothing: Ahead = { closes: false, closesFirmly: false, nextCloses: false }
  const state = { single: nothing, double: nothing }
  return marks
    .toReversed()
    .map((mark) => {
      const next = state[mark.style]
      const firm = mark.role === 'close' && mark.otherwise === null
      state[mark.style] = {
        closes: next.closes || mark.role !== 'open',
        closesFirmly: firm || (mark.role === 'close' && next.closesFirmly),
        nextCloses: firm,
      }
      return next
    })
    .toReversed()
}

/** The marks that are open at one place, outer before inner; every operation takes constant time per mark. */
class OpenMarks {
  readonly marks: Mark[] = []
  /** Indices into `marks` of the double marks, by what can close them. */
  private readonly doubles = { plain: [] as number[], guillemet: [] as number[], corner: [] as number[], 'inner corner': [] as number[] }

  get innermost(): Mark | undefined {
    return this.marks.at(-1)
  }

  push(mark: Mark): void {
    if (mark.style === 'double') this.doubles[family(mark)].push(this.marks.length)
    this.marks.push(mark)
  }

  /** The mark that `mark` would close: single marks close the innermost only, double ones also across forgotten single marks. */
  openerOf(mark: Mark): Mark | null {
    if (mark.style === 'single') return this.innermost?.style === 'single' ? this.innermost : null
    const index = this.doubles[family(mark)].at(-1)
    return index === undefined ? null : this.marks[index]!
  }

  /** Takes `opener` away, and what was opened within it and never closed, which goes to `forgotten`. */
  closeDownTo(opener: Mark, forgotten: Mark[]): void {
    for (let mark = this.marks.pop(); mark; mark = this.marks.pop()) {
      if (mark.style === 'double') this.doubles[family(mark)].pop()
      if (mark === opener) return
      forgotten.push(mark)
    }
  }
}

/** Marks that close each other; nothing but a corner closes a corner. */
function family({ kind }: Mark): 'plain' | 'guillemet' | 'corner' | 'inner corner' {
  return kind === 'straight' || kind === 'curly' || kind === 'typed' ? 'plain' : kind
}
