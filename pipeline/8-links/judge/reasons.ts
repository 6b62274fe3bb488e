import type { SpeakerTie } from '../speakers/tie.ts'
import { daysApart, type JudgedClaim } from './claim.ts'
import { FEATURES } from './features.ts'
import { partsOf, type LinkModel } from './model.ts'
import type { Compared } from './pair.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Why two claims are linked, in words: what they share, who says them, how many days apart. */
export function reasonsFor(vocabulary: Vocabulary, a: JudgedClaim, b: JudgedClaim, { tie, compared }: Compared): readonly string[] {
  const { words, weights } = vocabulary
  const why: string[] = []
  const rarest = firstOf(compared.shared, 4, (x, y) => weights[x]! > weights[y]! || (weights[x] === weights[y] && words[x]! < words[y]!))
  if (rarest.length > 0) why.push(`shared words: ${rarest.map((id) => words[id]).join(', ')}`)
  if (compared.related.length > 0) why.push(`related words: ${compared.related.slice(0, 4).map(([x, y]) => `${words[x]} / ${words[y]}`).join(', ')}`)
  if (holdsOther(compared)) why.push('one holds all words of the other, and says more')
  why.push(TIES[tie])
  const apart = daysApart(a, b)
  if (apart !== null) why.push(apart === 0 ? 'same day' : `${apart} days apart`)
  return why
}

/** So many content words are more than the other says, and no other wording of it. */
const MORE = 2

/** Whether all content words of one claim are in the other, which has more. */
const holdsOther = ({ onlyA, onlyB, shared }: Compared['compared']) => shared.length > 1 && Math.min(onlyA.length, onlyB.length) === 0 && Math.max(onlyA.length, onlyB.length) >= MORE

/** How speakers are tied, as a reason. */
export const TIES: Readonly<Record<SpeakerTie, string>> = {
  same: 'same speaker', alias: 'perhaps the same speaker', spokesperson: 'one speaks for the other', metonym: 'one stands for the other', unknown: 'a speaker is not known', other: 'another speaker',
}

/** The two features that weighed most for the link. */
export function strongest(model: LinkModel, features: readonly number[]): readonly string[] {
  const parts = partsOf(model, model.same, features)
  const positive: number[] = []
  for (let i = 0; i < FEATURES.length; i++) if (parts[i]! > 0) positive.push(i)
  return firstOf(positive, 2, (i, j) => parts[i]! > parts[j]!).map((i) => `${FEATURES[i]} (+${parts[i]!.toFixed(1)})`)
}

/** The first few of a list in an order, without sorting the rest; of equals the earlier first. */
function firstOf(list: readonly number[], count: number, isBefore: (x: number, y: number) => boolean): readonly number[] {
  const first: number[] = []
  for (const x of list) {
    if (first.length < count) first.push(x)
    else if (!isBefore(x, first[count - 1]!)) continue
    let at = first.length - 1
    for (; at > 0 && isBefore(x, first[at - 1]!); at--) first[at] = first[at - 1]!
    first[at] = x
  }
  return first
}
