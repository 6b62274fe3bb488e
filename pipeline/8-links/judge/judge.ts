import type { Judgement } from '../row.ts'
import { areBarred } from './barred.ts'
import { daysApart, type JudgedClaim } from './claim.ts'
import { denialOf } from './denial.ts'
import { areOne, arePhrasesOfTopic, isHopeless, isLate, sharesEnough, sharingOf } from './enough.ts'
import { probability, type LinkModel } from './model.ts'
import { compareClaims } from './pair.ts'
import { reasonsFor, strongest, TIES } from './reasons.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Quotations that share so long a passage that nobody else will have said it so are one, whoever is named; and those of nearly the same words (34 of 34, cross-validated) are as sure. */
const LONG_PASSAGE = 0.9
/** How likely those who deny allegations within some days deny the same, tied as they are: (right + 1) / (found + 2) of 9 in the development events and in articles about rumours. */
const BOTH_DENY = 0.9

/** Whether two claims of different articles are one utterance, one proposition, or contradict each other; null: neither. Pure and symmetric. */
export function judge(vocabulary: Vocabulary, model: LinkModel, a: JudgedClaim, b: JudgedClaim): Judgement | null {
  const found = judgeTold(vocabulary, model, a, b)
  if (found === null || (a.row.claim.echo ?? b.row.claim.echo) === undefined) return found
  const echoes = [a, b].flatMap(({ row: { claim } }) => claim.echo ?? [])
  const why = found.why.filter((reason) => !Object.values(TIES).includes(reason))
  return { ...found, type: found.type === 'contradicts' ? found.type : 'same-claim', why: [...echoes.map((words) => `one takes it up: ${words}`), ...why] }
}

function judgeTold(vocabulary: Vocabulary, model: LinkModel, a: JudgedClaim, b: JudgedClaim): Judgement | null {
  const seen = compareClaims(vocabulary, a, b)
  if (areOne(seen) && isHopeless(seen)) return null
  const denial = denialOf(vocabulary, a, b, seen)
  if (denial !== null) return { type: 'contradicts', confidence: denial.confidence, why: [denial.why, ...reasonsFor(vocabulary, a, b, seen)] }
  const apart = daysApart(a, b)
  const late = isLate(apart)
  const say = (type: Judgement['type'], confidence: number, ...because: readonly string[]): Judgement => ({ type, confidence: round(confidence), why: [...reasonsFor(vocabulary, a, b, seen), ...because] })
  const deny = () => (seen.bothDeny && !late ? say('same-claim', BOTH_DENY, 'both deny it') : null)
  if (seen.passage && !late) return areBarred(vocabulary, a, b, seen) ? deny() : say('same-quote', LONG_PASSAGE, 'a long passage')
  if (!sharesEnough(seen, apart)) return deny()
  const same = probability(model, model.same, seen.features())
  const sharing = sharingOf(seen, same, apart)
  if (sharing === null || same < model.least.same) return deny()
  if (arePhrasesOfTopic(seen, apart, a, b) || areBarred(vocabulary, a, b, seen)) return deny() // why they are barred costs most to find
  const one = late || seen.tie === 'other' || sharing === 'other words' ? 0 : same * probability(model, model.utterance, seen.features())
  const strong = strongest(model, seen.features())
  if (one < model.least.utterance) return say('same-claim', same, ...strong)
  return seen.copy ? say('same-quote', Math.max(one, LONG_PASSAGE), ...strong) : say('same-utterance', one, ...strong)
}

const round = (x: number) => Math.round(x * 1000) / 1000
