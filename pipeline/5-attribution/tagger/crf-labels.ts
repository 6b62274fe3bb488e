/**
 * Labels of the tagger: O, and begin, inside, end, single of a source, cue or content. Source and cue interrupt a content;
 * they never overlap.
 */
export const PARTS = ['source', 'cue', 'content'] as const
export const SOURCE = 0, CUE = 1, CONTENT = 2
export const LABELS = 1 + 4 * PARTS.length

/** A labelled stretch of a passage: tokens `from` to before `to`, counted from the passage's first. */
export interface Segment {
  readonly from: number
  readonly to: number
  readonly part: number
}

const BEGIN = 0, INSIDE = 1, END = 2, SINGLE = 3
const step = (label: number) => (label - 1) & 3
const partOf = (label: number) => (label === 0 ? -1 : (label - 1) >> 2)

/** Whether label `b` may follow label `a`. */
function follows(a: number, b: number): boolean {
  const goesOn = b > 0 && (step(b) === INSIDE || step(b) === END)
  const open = a > 0 && (step(a) === BEGIN || step(a) === INSIDE)
  return open ? goesOn && partOf(a) === partOf(b) : !goesOn
}

const range = Array.from({ length: LABELS }, (_, i) => i)
export const NEXT: readonly Int32Array[] = range.map((a) => Int32Array.from(range.filter((b) => follows(a, b))))

/** Writes the labels of disjoint segments into `out` (elsewhere O). */
export function encode(segments: readonly Segment[], out: Uint8Array): void {
  out.fill(0)
  for (const { from, to, part } of segments) {
    const base = 1 + 4 * part
    if (to - from === 1) out[from] = base + SINGLE
    else {
      out.fill(base + INSIDE, from, to)
      out[from] = base + BEGIN
      out[to - 1] = base + END
    }
  }
}

/** The segments of `n` labels that keep to the order of {@link NEXT}. */
export function decode(labels: Uint8Array, n: number): Segment[] {
  const out: Segment[] = []
  for (let i = 0; i < n; ) {
    const part = partOf(labels[i]!)
    if (part < 0) { i++; continue }
    let to = i + 1
    if (step(labels[i]!) !== SINGLE) {
      while (to < n && labels[to] === 2 + 4 * part) to++
      to++
    }
    out.push({ from: i, to: Math.min(to, n), part })
    i = to
  }
  return out
}
