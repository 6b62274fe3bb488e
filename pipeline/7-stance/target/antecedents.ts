import type { Range } from '../../model/span.ts'
import type { View } from '../match/view.ts'

/** What a pointer (`it`, `the idea`) means. */
export interface Antecedent {
  readonly text: string
  readonly range: Range
}

/** `it`, `this`, or a proposal by its general name: `the idea`. */
export type Pointer = 'pronoun' | 'noun'

/** Leads a pointer of a claim back; null where that would be a guess. */
export type Lead = (view: View, pointer: Pointer) => Antecedent | null

/** Where there is no article around the claim. */
export const NOWHERE: Lead = () => null

/** What the claims of an article before the present one were for or against. */
export interface Antecedents {
  readonly lead: Lead
  /** A claim puts `target` forward (`isProposal`), or judges it. */
  readonly add: (view: View, target: Antecedent, isProposal: boolean) => void
}

interface Told extends Antecedent {
  readonly own: readonly string[]
  readonly sentence: number
  readonly isProposal: boolean
}

/** How many sentences back a pronoun, and a proposal by its general name, may reach. */
const REACH: Readonly<Record<Pointer, number>> = { pronoun: 2, noun: 3 }

const sentenceOf = (view: View) => view.tokens[view.cueEnd]?.sentence ?? view.tokens[0]?.sentence ?? 0

/**
 * An empty memory. A pronoun is led back to what the same speaker judged just before, `the idea` to the only thing proposed just before by
 * anybody, else likewise.
 */
export function antecedents(): Antecedents {
  const told: Told[] = []
  return {
    add: (view, { text, range }, isProposal) => told.push({ text, range, own: view.own, sentence: sentenceOf(view), isProposal }),
    lead: (view, pointer) => {
      const here = sentenceOf(view)
      const near: Told[] = []
      for (let i = told.length - 1; i >= 0 && here - told[i]!.sentence <= REACH[pointer]; i--) if (told[i]!.sentence <= here) near.push(told[i]!)
      const proposed = pointer === 'noun' ? near.filter((t) => t.isProposal) : []
      if (new Set(proposed.map((t) => t.text.toLowerCase())).size === 1) return proposed[0]!
      return near.find((t) => t.own.some((id) => view.own.includes(id))) ?? null
    },
  }
}
