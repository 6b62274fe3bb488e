import { isEmbedded, isNegator, isSupposed } from '../match/clause.ts'
import { clauseAt, hasOwnVerb, phraseAt, subjectOf, verbAt } from '../match/clauses.ts'
import { isAgent, isExpected, isUrged } from '../match/modality.ts'
import type { Match } from '../match/rows.ts'
import { isReported, isSpeakers } from '../match/speakers.ts'
import { hasBy, isAttribute, isNoun, isParticiple, isPassive } from '../match/use.ts'
import { behindCue, sentenceEnd, sentenceStart, type View } from '../match/view.ts'
import type { StanceRule, TargetPlace } from './row.ts'

type StanceMatch = Match<StanceRule>

/** A reason why the words of a rule do not say there what they say elsewhere. */
export interface Refusal {
  readonly id: string
  /** What the wording says instead. */
  readonly when: string
  /** Where the match must begin. */
  readonly in: 'cue' | 'content' | 'any'
  /** The matches that it can refuse; all without. */
  readonly of?: (match: StanceMatch) => boolean
  readonly if: (view: View, match: StanceMatch) => boolean
  /** Texts marked as in row.ts, of which a match that begins at `[` is refused by this row. */
  readonly refuses: readonly [string, ...string[]]
}

const lowerAt = ({ tokens }: View, at: number): string => tokens[at]?.lower ?? ''
const isSelf = ({ row }: StanceMatch) => row.self === true
const isFinite = ({ row }: StanceMatch) => row.finite === true
const hasTarget = (...places: readonly TargetPlace[]) => ({ row }: StanceMatch) => places.includes(row.target)

const HYPOTHETICAL: ReadonlySet<string> = new Set(['could', 'might', 'may'])
const APPEARING: ReadonlySet<string> = new Set(['seem', 'appear', 'prove', 'go', 'turn', 'out', 'have', 'need', 'continue'])
const UNSAID: ReadonlySet<string> = new Set(['say', 'tell', 'suggest', 'state', 'claim', 'mention', 'specify', 'decide'])
const PAST: ReadonlySet<string> = new Set(['did'])
const BEHIND_NAMING: ReadonlySet<string> = new Set(['on', 'upon', 'for', 'in', 'off', 'to'])
const MEANT: ReadonlySet<string> = new Set(['used', 'designed', 'meant', 'built', 'made', 'evidence', 'proof', 'data', 'is', 'are', 'was', 'were'])

/** Everything that keeps a rule from speaking where it matched. One reason is enough, so that their order does not matter. */
export const REFUSALS: readonly Refusal[] = [
  // how the matched word is used
  {
    id: 'participle', when: 'the verb only describes a thing, or what it is able to do',
    in: 'any', of: isFinite, if: (view, { from }) => isParticiple(view, from),
    refuses: ['The steps needed for [protecting] pupils are slow, <she said>'],
  },
  {
    id: 'passive/finite', when: 'the subject suffers what the verb says',
    in: 'any', of: isFinite, if: (view, { from, to }) => isPassive(view, from, to),
    refuses: ['The excuse was [invented] in a pub, <she said>'],
  },
  {
    id: 'attribute', when: 'the word only describes what follows',
    in: 'any', if: (view, { from }) => isAttribute(view, from),
    refuses: ['The town kept the [rejected] cabinets, <she said>', 'Visitors of the ad-[supported] site pay nothing, <she said>'],
  },
  {
    id: 'noun', when: 'a noun stands where a verb is meant',
    in: 'any', of: ({ pattern }) => /^\S+\/VERB(?: |$)/.test(pattern.source), if: (view, { from }) => isNoun(view, from),
    refuses: ['The office <was flooded with [requests]> to lower the toll.'],
  },
  {
    id: 'in-phrase', when: 'what looks like a verb stands within a noun phrase',
    in: 'content', if: (view, { from }) => view.tokens[from]!.pos === 'VERB' && phraseAt(view, from) !== null && !verbAt(view, from),
    refuses: ['They fought with the mayor’s [calls for] a toll, <she said>'],
  },
  {
    id: 'no-object', when: 'nothing suffers or gains by the verb',
    in: 'any', of: ({ row, from, to }) => row.transitive === true && to === from + 1, if: (view, { from }) => verbAt(view, from)?.object === -1,
    refuses: ['The wind [weakened], <she said>'],
  },
  {
    id: 'clause', when: 'a whole clause follows where a thing is meant',
    in: 'any', of: ({ row }) => row.phrase === true, if: (view, { to }) => hasOwnVerb(view, behindCue(view, to)),
    refuses: ['Parents <[suggested]> that the gate had been left open.'],
  },
  {
    id: 'particle', when: 'the word is the particle of another verb, or part of a compound',
    in: 'any',
    if: (view, { from, to }) => (lowerAt(view, from) === 'back' && view.tokens[from - 1]?.pos === 'VERB') || isHyphenated(view, to),
    refuses: ['The mayor later <walked [back]> his remarks.', 'The skipper [is a blow]-the-horn kind of man, <she said>'],
  },
  {
    id: 'most-wanted', when: 'the police are after somebody',
    in: 'any', if: (view, { from }) => lowerAt(view, from) === 'wanted' && lowerAt(view, from - 1) === 'most',
    refuses: ['The thief was one of the most [wanted] men of the county, <she said>'],
  },
  {
    id: 'infinitive', when: 'what something is likely, or said, to be',
    in: 'content', of: ({ row }) => row.judges === true,
    if: (view, { from }) => lowerAt(view, from - 1) === 'to' && !APPEARING.has(view.tokens[from - 2]?.lemma ?? ''),
    refuses: ['Tall skippers are less likely to [be cowards], <she said>'],
  },
  {
    id: 'relative', when: 'a passing remark on one thing of a clause about another',
    in: 'content', of: (match) => match.row.judges === true || hasTarget('action')(match),
    if: (view, { from }) => !view.given && clauseAt(view, from)?.by === 'relative',
    refuses: ['They met the warden, who [is careless], <she said>'],
  },
  {
    id: 'no-clause', when: 'no clause can be read where one is meant',
    in: 'any', of: ({ row }) => row.clause === true, if: (view, { to }) => !hasOwnVerb(view, behindCue(view, to)),
    refuses: ['The coach <[hopes]> questions surrounding the pool will fade.'],
  },
  // who holds it
  {
    id: 'passive/cue', when: 'the claim says what others hold of the subject',
    in: 'cue', if: (view, { from, to }) => isPassive(view, from, to) && !hasBy(view, from),
    refuses: ['The rower <was [praised]> for his calm.'],
  },
  {
    id: 'passive/self', when: 'others hold it',
    in: 'content', of: isSelf, if: (view, { from, to }) => isPassive(view, from, to),
    refuses: ['The rower was [praised] in the village, <she said>'],
  },
  {
    id: 'others', when: 'the subject cannot be the speaker',
    in: 'content', of: isSelf, if: (view, { from }) => !isSpeakers(view, from),
    refuses: ['Some guests [want to have] a pool, <she said>', 'The raid erodes [support for] the rebels, <she said>'],
  },
  {
    id: 'reported', when: 'somebody else says it, or nobody does',
    in: 'content', if: (view, { from }) => isReported(view, from),
    refuses: ['“Local guides say that the town [must] sell the pier,” <she said>', 'He had never suggested that the town [should] sell the pier, <he said>'],
  },
  {
    id: 'unsaid', when: 'the cue says that it was not said',
    in: 'content', if: ({ tokens, cueEnd }) => tokens.slice(0, cueEnd).some((_, i) => isNegator(tokens, i)) && tokens.slice(0, cueEnd).some((t) => UNSAID.has(t.lemma)),
    refuses: ['He <did not say> that the skipper was [not qualified to] sail.'],
  },
  {
    id: 'no-agent', when: 'the subject cannot act',
    in: 'content', of: ({ row }) => row.agent === true, if: (view, { from }) => isOthers(view, from),
    refuses: ['The road stays [open to] traffic, <she said>'],
  },
  // whether it is held at all
  {
    id: 'purpose', when: 'what a thing is for, or what others are to do',
    in: 'content', of: isSelf,
    if: (view, { from }) => lowerAt(view, from - 1) === 'to' && (MEANT.has(lowerAt(view, from - 2)) || isNamed(view, from - 2)),
    refuses: ['The fence is used to [defend] the hens, <she said>'],
  },
  {
    id: 'hypothetical', when: 'what could have been',
    in: 'any', if: (view, { from }) => lowerAt(view, from - 1) === 'have' && HYPOTHETICAL.has(lowerAt(view, from - 2)),
    refuses: ['“I could have [asked for] a better room,” <she said>'],
  },
  {
    id: 'supposed', when: 'it is only supposed',
    in: 'content', if: (view, { from }) => isSupposed(view, from),
    refuses: ['If the barn [is unfair], nobody has noticed, <she said>'],
  },
  {
    id: 'expected', when: 'a modal foretells or infers',
    in: 'content', of: hasTarget('action', 'subject'), if: (view, { from }) => isExpected(view, from),
    refuses: ['The fog [should] lift by noon, <she said>'],
  },
  {
    id: 'has-to', when: 'what happens to be necessary, for somebody or for an end: not what ought to be',
    in: 'content', of: ({ row }) => row.id === 'necessity', if: (view, { from }) => !isUrged(view, from),
    refuses: ['Clocks have springs, and they [have to] be wound daily, <she said>', 'We met the people we [need to] convince, <she said>'],
  },
  {
    id: 'embedded', when: 'an indirect question or a free relative',
    in: 'content', of: (match) => isSelf(match) || hasTarget('action', 'subject')(match), if: (view, { from }) => isEmbedded(view, from),
    refuses: ['“Nobody knows what the town [should] do,” <she said>'],
  },
  {
    id: 'question', when: 'a question, with its mark or for reasons',
    in: 'content',
    if: (view, { from }) => lowerAt(view, Math.max(view.cueEnd, sentenceStart(view, from))) === 'why' || lowerAt(view, sentenceEnd(view, from) - 1) === '?',
    refuses: ['“Why the town [should] sell the pier is a riddle,” <she said>', '“[Should] the town sell the pier?” <she said>'],
  },
  {
    id: 'story', when: 'the speaker tells what they wanted once',
    in: 'content',
    if: (view, { from }) => view.direct && (lowerAt(view, from) === 'wanted' || (lowerAt(view, from) === 'want' && PAST.has(lowerAt(view, from - 2)))),
    refuses: ['“We [wanted to have] a garden,” <she said>', '“I did not [want] to have a garden,” <she said>'],
  },
  // what something is called
  {
    id: 'called-on', when: 'the verb of naming calls on somebody, or describes at length',
    in: 'any', of: hasTarget('named'), if: (view, { from }) => BEHIND_NAMING.has(lowerAt(view, from + 1)),
    refuses: ['The chef <[called] on> guests to stop the unfair queue.'],
  },
  {
    id: 'so-called', when: 'somebody’s word for a thing',
    in: 'any', of: hasTarget('named'), if: (view, { from }) => view.tokens.slice(Math.max(0, from - 3), from).some(({ lower }) => lower === 'what'),
    refuses: ['The chef left what he [calls the trade a success], <she said>'],
  },
]

/** `a blow-the-horn kind of man`. */
const isHyphenated = ({ tokens }: View, to: number) => tokens[to]?.lower === '-' && tokens[to]!.start === tokens[to - 1]!.end

/** Whether a name ends at `at`. */
const isNamed = ({ tokens, mentions, own }: View, at: number) =>
  tokens[at] !== undefined && mentions.some((m) => m.range.end === tokens[at]!.end && !own.includes(m.speaker))

function isOthers(view: View, at: number): boolean {
  const subject = subjectOf(view, at)
  return subject !== null && !isAgent(view, subject)
}
