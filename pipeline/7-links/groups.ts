import type { LinkType } from './pairs.ts'

/** One link as columns hold it: claims by number. */
export interface NumberedLink {
  readonly a: number
  readonly b: number
  readonly type: LinkType
  readonly score: number
}

/**
 * Joins claims into groups by their same-* links: each claim, longest text first, joins the group whose longest text it is
 * linked to itself (the best scored one), or opens a group. So nobody gets into a group through a chain of others.
 * Copies stand where the claim stands that they are copies of. Gives for each claim the claim that leads its group.
 * `longest` lists all claims, longest text first.
 */
export function groupClaims(longest: readonly number[], copyOf: Int32Array, links: readonly NumberedLink[]): Int32Array {
  const same = links.filter((link) => link.type !== 'contradicts').map((link) => ({ ...link, a: copyOf[link.a]!, b: copyOf[link.b]! }))
  const { from, to, score } = neighbours(longest.length, same)
  const leader = new Int32Array(longest.length).fill(-1)
  for (const claim of longest) {
    if (copyOf[claim] !== claim) continue
    let best = -1
    let bestScore = 0
    for (let i = from[claim]!; i < from[claim + 1]!; i++) {
      const other = to[i]!
      if (leader[other] !== other || score[i]! <= bestScore) continue
      best = other
      bestScore = score[i]!
    }
    leader[claim] = best < 0 ? claim : best
  }
  for (const claim of longest) leader[claim] = leader[copyOf[claim]!]!
  return leader
}

/** Links by claim, both ways: those of claim i are at `from[i]` to before `from[i + 1]`, in the order of the links. */
function neighbours(claims: number, links: readonly NumberedLink[]) {
  const from = new Int32Array(claims + 1)
  for (const { a, b } of links) {
    from[a + 1]!++
    from[b + 1]!++
  }
  for (let i = 0; i < claims; i++) from[i + 1]! += from[i]!
  const next = from.slice()
  const to = new Int32Array(links.length * 2)
  const score = new Float32Array(links.length * 2)
  for (const link of links)
    for (const [x, y] of [[link.a, link.b], [link.b, link.a]] as const) {
      to[next[x]!] = y
      score[next[x]!++] = link.score
    }
  return { from, to, score }
}

/** Sets of numbers that are joined two by two; the smallest member stands for its set. */
export class Sets {
  readonly #parent: Int32Array

  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, i) => i)
  }

  find(x: number): number {
    while (this.#parent[x] !== x) x = this.#parent[x] = this.#parent[this.#parent[x]!]!
    return x
  }

  join(x: number, y: number): void {
    const [a, b] = [this.find(x), this.find(y)]
    if (a !== b) this.#parent[Math.max(a, b)] = Math.min(a, b)
  }
}
