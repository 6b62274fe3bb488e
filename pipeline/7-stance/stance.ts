import { FUNCTION_WORDS } from '../lexicon/function-words.ts'
import { isOf } from '../lexicon/stance-words.ts'
import type { RawStance } from '../model/layers.ts'
import type { StanceLabel } from '../model/schema.ts'
import { overlaps } from '../model/span.ts'
import { isAgent } from './match/modality.ts'
import { isAdmitted } from './admit.ts'
import { isConditional, isNegated, isNegator } from './match/clause.ts'
import { indexRows, matchRows, type Match } from './match/rows.ts'
import { subjectOf, verbAt } from './match/clauses.ts'
import type { Lead } from './target/antecedents.ts'
import { ACTION_RULES } from './rules/action.ts'
import { APPROVAL_RULES } from './rules/approval.ts'
import { EFFECT_RULES } from './rules/effects.ts'
import { PEOPLE_RULES } from './rules/people.ts'
import { probabilityOf } from './rules/probability.ts'
import type { StanceRule } from './rules/row.ts'
import { targetOf } from './target/target.ts'
import { isForeign, rangeOf, sentenceStart, type View, type Stretch } from './match/view.ts'

const LONG_WORDS = /\p{L}{4,}/gu

/** All rules of stance. */
export const STANCE_RULES: readonly StanceRule[] = [...APPROVAL_RULES, ...PEOPLE_RULES, ...ACTION_RULES]
const INDEX = indexRows(STANCE_RULES)
/** With the rules that only tell where a target is given. */
const GIVEN = indexRows([...STANCE_RULES, ...EFFECT_RULES])

/** Most stances of one claim. */
const MOST = 2
/** More than these in one claim are no prose. */
const MOST_CANDIDATES = 60
/** What the cue says goes before what the content says. */
const CUE_FIRST = 10
const TURNED: Readonly<Record<StanceLabel, StanceLabel>> = {
  support: 'oppose',
  oppose: 'support',
  conditional: 'conditional',
  open: 'open',
}

interface Candidate extends RawStance {
  readonly rank: number
  readonly from: number
  readonly to: number
  /** Tokens of the view that the target covers; null where it stands elsewhere. */
  readonly covers: Stretch | null
}

/** What the speaker wants or judges. */
export function stanceOf(view: View, lead: Lead): readonly RawStance[] {
  const candidates: Candidate[] = []
  let charges = false // `accused him of wanting ...`: what follows is the charge, not the speaker's wish
  for (const match of matchRows(view.given ? GIVEN : INDEX, view.tokens, view.cueEnd)) {
    const { row, from, to } = match
    if (candidates.length >= MOST_CANDIDATES) break
    if (isForeign(view, from) || !isAdmitted(view, match) || (charges && from >= view.cueEnd)) continue
    charges ||= row.target === 'charged' && from < view.cueEnd
    const plain = labelOf(view, match)
    const target = plain && targetOf(view, match, lead)
    if (!plain || !target) continue
    const { turned, text, range, stretch } = target
    if (row.disputed && (stretch === null || !isDisputable(view, stretch))) continue
    candidates.push({
      label: turned ? TURNED[plain] : plain,
      rule: row.id,
      target: { text, range },
      evidence: rangeOf(view, from, to),
      probability: probabilityOf(row.id, stretch === null),
      rank: row.rank + (from < view.cueEnd ? CUE_FIRST : 0),
      from,
      to,
      covers: stretch,
    })
  }
  return chosen(view, candidates)
}

function labelOf(view: View, { row, pattern, from, to }: Match<StanceRule>): StanceLabel | null {
  const inside = pattern.takesNegators && view.tokens.slice(from, to).some((_, k) => isNegator(view.tokens, from + k))
  // `vowed never to`: the negator stands behind
  const behind = (row.target === 'own' || row.target === 'action') && to < view.tokens.length && isNegator(view.tokens, to)
  const denied = inside !== (behind || isNegated(view, from) || (row.target === 'action' && hasNegativeSubject(view, from)))
  const negated = denied && !isTopped(view, from, to)
  if (negated && row.label === 'support' && view.tokens.slice(Math.max(0, from - 3), from).some((t) => t.lemma === 'have')) return null // has not endorsed it: yet
  const label = row.judges ? judgement(view, row, negated, from, to) : negated ? row.negated : row.label
  if (!label) return null
  return row.conditional && isConditional(view, from) ? 'conditional' : label
}

/** `no one's rights should be cut`. */
function hasNegativeSubject(view: View, at: number): boolean {
  const subject = subjectOf(view, at)
  return subject !== null && subject.to <= at && isNegator(view.tokens, subject.from) && !isNegated(view, at)
}

/** What a judgement comes to: `too generous` is bad, `could not be better` good, `better` of soup nothing. */
function judgement(view: View, row: StanceRule, negated: boolean, from: number, to: number): StanceLabel | null {
  const words = view.tokens.slice(from, to)
  const subject = subjectOf(view, from)
  if (words.some((t) => isOf('quality', t) || (t.pos === 'VERB' && isOf('harms', t))) && !isDisputable(view, subject)) return null
  if (words.at(-1)!.lower.endsWith('ing') && (verbAt(view, to - 1)?.object ?? -1) >= 0) return null // encouraging others
  if (words.some((t) => isOf('untrue', t)) && !isCharge(view, subject)) return null
  if (words.at(-1)!.lower === 'safe' && subject && isAgent(view, subject)) return null
  if (subject && subject.to - subject.from === 1 && SELF.has(view.tokens[subject.from]!.lower)) return null
  if (words.some((t) => t.lower === 'too')) return negated || isPerson(view, subject) ? null : 'oppose'
  return negated ? (row.negated ?? null) : row.label
}

const SELF: ReadonlySet<string> = new Set(['i', 'we'])

/** `could not be better`, `could not be happier about`: as much as can be, where a negator stands. */
const isTopped = ({ tokens }: View, from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ pos, lower }) => COMPARATIVE.test(lower) && (pos === 'ADJ' || pos === 'ADV')) && tokens.slice(Math.max(0, from - 4), to).some(({ lower }) => lower === 'could')
const COMPARATIVE = /^(?:worse|more|(?!over|ever|never|rather|under|after).*er)$/

/** Whether the stretch is, or points at, what somebody is charged with. */
const isCharge = ({ tokens, given }: View, stretch: Stretch | null) =>
  given || !stretch || tokens.slice(stretch.from, stretch.to).some((t) => isOf('allegations', t) || isOf('general', t) || t.pos === 'PRON')

const isPerson = (view: View, stretch: Stretch | null) => stretch !== null && view.mentions.some((m) => m.kind === 'person' && overlaps(m.range, rangeOf(view, stretch.from, stretch.to)))

/** Whether the stretch names what somebody does, proposes or is: a deed, a measure, a body, a person. */
function isDisputable(view: View, stretch: Stretch | null): boolean {
  if (view.given) return true
  if (!stretch) return false
  const head = view.tokens[stretch.to - 1]!
  const words = view.tokens.slice(stretch.from, stretch.to)
  return (
    words.some((t) => isOf('measure', t) || isOf('general', t) || isOf('bodies', t) || isOf('allegations', t) || DEED.test(t.lower)) ||
    head.pos === 'PRON' ||
    isPerson(view, stretch)
  )
}

/** `selling`, `the treatment`, `their decision`, `the refusal`. */
const DEED = /.{3}(?:ing|ment|tion|sion|ance|sal|val|ture|visit|speech)$/

/** The best of the candidates, and the next best that says something else of something else. */
function chosen(view: View, candidates: readonly Candidate[]): readonly RawStance[] {
  const sorted = candidates
    .filter((c) => !candidates.some((other) => isPartOf(c, other, view)))
    .sort((a, b) => b.rank - a.rank || a.from - b.from)
  const kept: Candidate[] = []
  for (const candidate of sorted) {
    if (kept.length === MOST) break
    const clashes =
      kept.some((k) => k.label === candidate.label && k.rule !== candidate.rule && sharesWord(k.target.text, candidate.target.text)) ||
      kept.some(
        (k) =>
          overlaps(k.target.range!, candidate.target.range!) ||
          (overlaps(k.evidence, candidate.evidence) && k.rule !== candidate.rule) ||
          k.rank - candidate.rank > 5,
      )
    if (!clashes) kept.push(candidate)
  }
  return kept.sort((a, b) => a.from - b.from).map(({ label, rule, target, evidence, probability }) => ({ label, rule, target, evidence, probability }))
}

/** Two wordings with a content word in common are taken for one target. */
function sharesWord(a: string, b: string): boolean {
  const own = new Set(contentWords(a))
  return contentWords(b).some((word) => own.has(word))
}

const contentWords = (text: string) => (text.toLowerCase().match(LONG_WORDS) ?? []).filter((word) => !FUNCTION_WORDS.has(word))

/** `we need to go on supporting Y`: `supporting` belongs to what is needed; `because Z is good` to what it is a reason for. */
function isPartOf(inner: Candidate, outer: Candidate, view: View): boolean {
  if (
    outer.to <= inner.from &&
    sentenceStart(view, inner.from) <= outer.from &&
    view.tokens.slice(outer.to, inner.from).some(({ lower }) => lower === 'because')
  )
    return true
  return (
    outer.covers !== null && outer !== inner && outer.covers.from <= inner.from && inner.to <= outer.covers.to && outer.from < inner.from
  )
}
