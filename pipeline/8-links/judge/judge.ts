import type { Judgement } from '../row.ts'
import type { SpeakerTie } from '../speakers/tie.ts'
import type { JudgedClaim } from './claim.ts'
import { denialOf } from './denial.ts'
import { FEATURES } from './features.ts'
import { partsOf, probability, type LinkModel } from './model.ts'
import { compareClaims, type Compared } from './pair.ts'
import type { Vocabulary } from './vocabulary.ts'

/** One utterance is reported within this many days; later, the same words are said again. */
const ONE_UTTERANCE_DAYS = 7
/** Of quotations so long that nobody else will have said them so: they are one, whoever is named. */
const LONG_COPY = { neighbours: 0.7, words: 8, probability: 0.9 } as const

/** One speaker alone makes no proposition: so much of the shorter is in the other, by words that are the same or related. */
const TIED_SHORTER = 0.2
/** Where nothing ties the speakers, articles of another event may share the same names: the two must be likelier one, and hold most of one another. */
const UNTIED = { probability: 0.6, shorter: 0.6, longer: 0.4 } as const
const TIED: ReadonlySet<SpeakerTie> = new Set(['same', 'alias', 'spokesperson', 'metonym'])
const OF_SHORTER = FEATURES.indexOf('shared or related of the shorter')
const OF_LONGER = FEATURES.indexOf('shared or related of the longer')

/** Whether two claims of different articles are one utterance, one proposition, or contradict each other; null: neither. Pure and symmetric. */
export function judge(vocabulary: Vocabulary, model: LinkModel, a: JudgedClaim, b: JudgedClaim): Judgement | null {
  const seen = compareClaims(vocabulary, a, b)
  if (TIED.has(seen.tie) && isHopeless(seen)) return null
  const denial = denialOf(vocabulary, a, b, seen)
  if (denial !== null) return { type: 'contradicts', confidence: denial.confidence, why: [denial.why, ...reasons(vocabulary, a, b, seen)] }
  if (seen.barred !== null) return null
  const apart = a.row.day === null || b.row.day === null ? 0 : Math.abs(a.row.day - b.row.day)
  const long = seen.copy && apart <= ONE_UTTERANCE_DAYS && seen.compared.shared.length >= LONG_COPY.words && seen.compared.neighbours >= LONG_COPY.neighbours
  const same = long ? LONG_COPY.probability : probability(model, model.same, seen.features())
  if (!long && !sharesEnough(seen, same)) return null
  const one = apart > ONE_UTTERANCE_DAYS || (seen.tie === 'other' && !long) ? 0 : long ? same : same * probability(model, model.utterance, seen.features())
  const say = (type: Judgement['type'], confidence: number): Judgement => ({ type, confidence: round(confidence), why: [...reasons(vocabulary, a, b, seen), ...(long ? ['a long copy'] : strongest(model, seen.features()))] })
  if (one >= model.least.utterance) return say(seen.copy ? 'same-quote' : 'same-utterance', one)
  return same >= model.least.same ? say('same-claim', same) : null
}

/** Whether two claims of tied speakers share so little that neither links nor contradictions are looked for: most pairs, so that it is told first. */
const isHopeless = (seen: Compared) => !seen.telling || (seen.compared.shared.length < LEAST_SHARED && !sharesEnough(seen, 0))

/** Claims of tied speakers that contradict each other, or are a long copy, share so many words at least. */
const LEAST_SHARED = 3

function sharesEnough(seen: Compared, same: number): boolean {
  const [shorter, longer] = [seen.features()[OF_SHORTER]!, seen.features()[OF_LONGER]!]
  return TIED.has(seen.tie) ? shorter >= TIED_SHORTER : same >= UNTIED.probability && shorter >= UNTIED.shorter && longer >= UNTIED.longer
}

function reasons(vocabulary: Vocabulary, a: JudgedClaim, b: JudgedClaim, { tie, compared }: Compared): readonly string[] {
  const { words, weights } = vocabulary
  const why: string[] = []
  const rarest = compared.shared.toSorted((x, y) => weights[y]! - weights[x]! || (words[x]! < words[y]! ? -1 : 1)).slice(0, 4)
  if (rarest.length > 0) why.push(`shared words: ${rarest.map((id) => words[id]).join(', ')}`)
  if (compared.related.length > 0) why.push(`related words: ${compared.related.slice(0, 4).map(([x, y]) => `${words[x]} / ${words[y]}`).join(', ')}`)
  why.push(TIES[tie])
  if (a.row.day !== null && b.row.day !== null) why.push(a.row.day === b.row.day ? 'same day' : `${Math.abs(a.row.day - b.row.day)} days apart`)
  return why
}

const TIES: Readonly<Record<SpeakerTie, string>> = {
  same: 'same speaker', alias: 'perhaps the same speaker', spokesperson: 'one speaks for the other', metonym: 'one stands for the other', unknown: 'a speaker is not known', other: 'another speaker',
}

/** The two features that weighed most for the link. */
function strongest(model: LinkModel, features: readonly number[]): readonly string[] {
  const parts = partsOf(model, model.same, features).slice(0, -1)
  return [...parts.keys()].filter((i) => parts[i]! > 0).sort((i, j) => parts[j]! - parts[i]!).slice(0, 2).map((i) => `${FEATURES[i]} (+${parts[i]!.toFixed(1)})`)
}

const round = (x: number) => Math.round(x * 1000) / 1000
