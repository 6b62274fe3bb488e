import { E, type Sentence } from './sentence.ts'
import type { Phrase } from './phrases.ts'
import { POS, WORD } from './words.ts'

/** Prepositions that bind a phrase to the noun before it even behind a verb. */
const BINDING = new Set(['of', 'for', 'at', 'from', 'with', 'within', 'between', 'about', 'against', 'over', 'behind', 'near', 'like', 'including'])

/** A noun phrase behind a preposition hangs on the noun before: in front of the clause's verb always, behind it by a binding preposition. */
export function prepositional(s: Sentence, index: number, last: number): void {
  const { phrases, text } = s.draft
  const phrase = phrases[index]!
  const preposition = s.refs[last]!
  phrase.preposition = preposition
  const host = hostBefore(s, last)
  if (host < 0) return
  const word = text.tokens[preposition]!
  const place = word.lower === 'in' && text.tokens[phrase.first]!.text !== text.tokens[phrase.first]!.lower && !(s.draft.runs.is[phrase.first]! & WORD.time)
  if (s.top.verb >= 0 && !BINDING.has(word.lower) && !place) return
  phrase.of = host
  s.reach(host, phrase.end)
}

/** The noun phrase that a prepositional phrase behind element `last` would hang on, over a participle or infinitive: `papers seen by`. */
function hostBefore(s: Sentence, last: number): number {
  let at = last - 1
  for (let steps = 0; at > 0 && steps < 4; steps++) {
    const kind = s.kinds[at]!, ref = s.refs[at]!
    if (kind === E.phrase) {
      const governed = s.kinds[at - 1] === E.verb && !s.draft.clauses[s.refs[at - 1]!]!.finite && s.kinds[at - 2] === E.phrase
      if (!governed) return ref
      at -= 2
    } else if (kind === E.verb && !s.draft.clauses[ref]!.finite) at--
    else return -1
  }
  return -1
}

/** A noun phrase right behind a verb is its object, unless it is its subject or a time. */
export function behindVerb(s: Sentence, index: number, clause: number): void {
  const { clauses, runs } = s.draft
  const verb = clauses[clause]!
  if (verb.subject === index || runs.is[s.draft.phrases[index]!.head]! & WORD.time) return
  verb.object = index
  // the plan to close the school
  const last = s.kinds.length - 3
  if (!verb.finite && s.top.verb < 0 && s.kinds[last] === E.phrase) s.reach(s.refs[last]!, s.draft.phrases[index]!.end)
}

/** `A and B`, `A, B and C`: the first is what the others join. */
export function coordinate(s: Sentence, index: number, last: number): void {
  const { phrases } = s.draft
  let at = last - 1
  if (s.kinds[at] === E.comma) at--
  if (s.kinds[at] !== E.phrase) return
  let first = s.refs[at]!
  // he was in the first of three groups, and groups of four
  if (s.kinds[last - 1] === E.comma && s.kinds[at - 1] !== E.comma && s.top.verb >= 0) return
  while (s.kinds[at - 1] === E.comma && s.kinds[at - 2] === E.phrase && alike(s, s.refs[at - 2]!, index)) {
    if (s.top.verb < 0 && phrases[s.refs[at - 2]!]!.preposition >= 0) break
    at -= 2
    phrases[first]!.apposes = -1
    phrases[first]!.joins = s.refs[at]!
    first = s.refs[at]!
  }
  const { joins } = phrases[first]!
  const root = joins >= 0 ? joins : first
  for (let i = s.refs[at]!; i < index; i++) if (phrases[i]!.joins >= 0) phrases[i]!.joins = root
  phrases[index]!.joins = root
  phrases[index]!.preposition = phrases[root]!.preposition
}

/** Whether two phrases can stand in one list: both names, or both not. */
function alike(s: Sentence, a: number, b: number): boolean {
  const { phrases } = s.draft
  return (phrases[a]!.name === null) === (phrases[b]!.name === null)
}

/** `Doe, the mayor,`, `the mayor, Jane Doe,`, `Doe, 45,`, `Friday, May 2`: the phrase behind the comma renames that before it. */
export function appose(s: Sentence, index: number, last: number): void {
  const { phrases, runs } = s.draft
  if (s.kinds[last - 1] !== E.phrase) return
  const near = s.refs[last - 1]!
  const b = phrases[index]!
  const host = phrases[near]!.apposes >= 0 ? phrases[near]!.apposes : near
  // the head of the choir, Ann Birk: a full name renames the whole rather than its last noun
  const hosts = b.name !== null && b.end - b.first > 1 ? [s.chain(host), host] : [host, s.chain(host)]
  const opening = s.top.verb < 0 && s.top.candidate < 0
  const found = hosts.find((each) => {
    const a = phrases[each]!
    if ((runs.tag[a.head]! | runs.tag[b.head]!) & POS.PRON) return false
    if (runs.is[a.head]! & WORD.time) return runs.is[b.first]! & WORD.time
    if (runs.is[b.head]! & WORD.time || (opening && a.preposition >= 0 && !(runs.is[a.head]! & WORD.title))) return false
    if (s.kinds[last] === E.bracket || (a.name !== null && runs.tag[b.head]! & POS.NUM && b.end - b.first === 1)) return true
    return (isName(s, a) && isDescription(s, b)) || (isDescription(s, a) && isName(s, b))
  })
  if (found !== undefined) b.apposes = found
}

function isDescription(s: Sentence, { name, first, head }: Phrase): boolean {
  const { tag, is } = s.draft.runs
  return (tag[head]! & POS.NUM) === 0 && (name === null || (tag[first]! & POS.DET) !== 0 || (is[head]! & WORD.title) !== 0)
}

function isName(s: Sentence, { name, head }: Phrase): boolean {
  return name !== null && !(s.draft.runs.is[head]! & WORD.title)
}
