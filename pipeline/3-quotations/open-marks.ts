import type { Mark } from './marks.ts'

/** The marks that are open at one place, outer before inner; every operation takes constant time per mark. */
export class OpenMarks {
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
