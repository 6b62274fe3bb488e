import type { Mark } from './marks.ts'

/** The marks of one paragraph, paired as far as they can be. */
export interface Pairing {
  readonly pairs: readonly { readonly open: Mark; readonly close: Mark }[]
  /** Opening marks that may go on in the next paragraph, outer before inner. */
  readonly unclosed: readonly Mark[]
  /** All others, in no order. */
  readonly unpaired: readonly Mark[]
}

/**
 * Pairs the marks of a paragraph with a stack, in linear time. What a mark's role leaves open is decided by the marks that are open.
 * A mark that would cross another pair is left unpaired.
 */
export function pair(marks: readonly Mark[], paragraphStart: number): Pairing {
  const pairs: { open: Mark; close: Mark }[] = []
  const unpaired: Mark[] = []
  const stack: Mark[] = []
  const ahead = lookAhead(marks)
  const closeWith = (depth: number, close: Mark) => {
    unpaired.push(...stack.splice(depth + 1))
    pairs.push({ open: stack.pop()!, close })
  }
  /** A single mark opens where one that closes is to come, or where it stands so that the next paragraph may reopen it. */
  const opensSingle = (mark: Mark, { closes, closesFirmly }: Ahead) =>
    mark.otherwise ? closesFirmly : closes || mark.start === paragraphStart || mark.introduced === 'rightly' || mark.start === stack.at(-1)?.end
  marks.forEach((mark, i) => {
    const depth = opener(stack, mark)
    if (mark.style === 'double') {
      const isInch = mark.otherwise === 'inch' && (depth < 0 ? mark.role !== 'open' : ahead[i]!.nextCloses)
      if (isInch) return
      const opens = mark.role === 'either' || (mark.introduced === 'glued' && ahead[i]!.nextCloses)
      if (mark.role === 'open' || (opens && depth < 0)) stack.push(mark)
      else if (depth >= 0) closeWith(depth, mark)
      else unpaired.push(mark)
    } else if (mark.role !== 'open' && depth >= 0 && depth === stack.length - 1) {
      if (!(mark.possessive && ahead[i]!.closesFirmly)) closeWith(depth, mark)
    } else if (mark.role !== 'close' && opensSingle(mark, ahead[i]!)) stack.push(mark)
    else if (mark.otherwise === null) unpaired.push(mark)
  })
  const last = new Map<string, number>()
  for (const mark of [...stack, ...pairs.map((p) => p.open)]) last.set(kindOf(mark), Math.max(last.get(kindOf(mark)) ?? 0, mark.start))
  const isLast = (mark: Mark) => mark.start >= last.get(kindOf(mark))!
  return { pairs, unclosed: stack.filter(isLast), unpaired: [...unpaired, ...stack.filter((mark) => !isLast(mark))] }
}

const kindOf = ({ style, kind }: Mark) => `${style} ${kind}`

function opener(stack: readonly Mark[], mark: Mark): number {
  for (let i = stack.length - 1; i >= 0; i--) if (stack[i]!.style === mark.style && (stack[i]!.kind === 'guillemet') === (mark.kind === 'guillemet')) return i
  return -1
}

interface Ahead {
  /** Some later mark of the same style can close. */
  readonly closes: boolean
  /** A later mark can only close, and nothing can open before it. */
  readonly closesFirmly: boolean
  /** The next mark of the same style can only close. */
  readonly nextCloses: boolean
}

function lookAhead(marks: readonly Mark[]): readonly Ahead[] {
  const result: Ahead[] = Array.from({ length: marks.length })
  const state = { single: { closes: false, closesFirmly: false, nextCloses: false }, double: { closes: false, closesFirmly: false, nextCloses: false } }
  for (let i = marks.length - 1; i >= 0; i--) {
    const mark = marks[i]!
    const next = state[mark.style]
    result[i] = next
    const firm = mark.role === 'close' && mark.otherwise === null
    state[mark.style] = {
      closes: next.closes || mark.role !== 'open',
      closesFirmly: firm || (mark.role === 'close' && next.closesFirmly),
      nextCloses: firm,
    }
  }
  return result
}
