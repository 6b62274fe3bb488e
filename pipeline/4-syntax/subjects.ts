import { E, level, type Sentence } from './sentence.ts'
import type { OpenClause } from './verbs.ts'
import { POS, WORD } from './words.ts'

/** Reads a verb group: who its subject is, and which clause it belongs to. */
export function readVerb(s: Sentence, index: number, to: number): void {
  const verb = s.draft.clauses[index]!
  const last = s.kinds.length - 1
  verb.parent = verb.finite ? s.top.parent : s.top.verb
  verb.marker = s.top.verb < 0 ? s.top.marker : -1
  if (verb.finite) findSubject(s, index, last, to)
  if (!verb.finite && verb.by === null) {
    const shared = s.levels.findLast((each) => each.verb >= 0)
    verb.subject = shared ? s.draft.clauses[shared.verb]!.subject : s.top.candidate
    verb.by = verb.subject >= 0 ? 'shared' : null
    // while picking berries: the clause has its verb
    if (s.top.verb < 0 && s.kinds[last] === E.marker && s.draft.text.tokens[verb.head]!.lower.endsWith('ing')) s.top.verb = index
  }
  s.add(E.verb, index)
}

/** Gives a verb its subject; it is the clause's own verb if it is the first. */
function take(s: Sentence, index: number, subject: number, by: 'before' | 'behind' | 'relative' | 'shared'): void {
  const verb = s.draft.clauses[index]!
  verb.subject = subject
  verb.by = subject >= 0 ? by : null
  verb.parent = s.top.parent
  if (s.top.verb < 0) s.top.verb = index
}

/** The subject of a finite verb by what stands before it (the element `last`) and behind it. */
function findSubject(s: Sentence, index: number, last: number, to: number): void {
  const kind = s.kinds[last]!
  const top = s.top
  if (kind === E.marker && top.verb < 0 && /^(?:what|who|which|whatever|whoever)$/.test(s.draft.text.tokens[s.refs[last]!]!.lower)) return take(s, index, -1, 'before')
  if (kind === E.comma && isParticiple(s, index, last)) {
    s.notFinite(index)
    return
  }
  if (kind === E.relative) return take(s, index, top.antecedent, 'relative')
  if (kind === E.and && top.verb >= 0) return take(s, index, s.draft.clauses[top.verb]!.subject, 'shared')
  if (kind === E.phrase) return behindPhrase(s, index, last)
  if (kind === E.verb && closeInner(s, index)) return
  if (kind === E.verb && repair(s, s.refs[last]!)) return take(s, index, s.draft.clauses[s.refs[last]!]!.subject, 'before')
  if (kind === E.preposition) {
    s.notFinite(index)
    return
  }
  const behind = phraseBehind(s, index, to)
  if (kind === E.there) return take(s, index, behind, 'behind')
  const reports = s.draft.runs.is[s.draft.clauses[index]!.head]! & WORD.reporting
  if (top.verb < 0 && top.candidate >= 0 && !isInserted(s, last, top.candidate)) return take(s, index, s.chain(top.candidate), 'before')
  if (reports && behind >= 0) return take(s, index, behind, 'behind')
  if (top.verb < 0 && top.candidate >= 0) return take(s, index, s.chain(top.candidate), 'before')
  const auxiliary = s.draft.runs.tag[s.draft.clauses[index]!.head]! & POS.AUX
  if (auxiliary && behind >= 0 && (kind === E.start || kind === E.open || kind === E.marker || kind === E.stop)) return take(s, index, behind, 'behind')
  if (top.verb >= 0) take(s, index, s.draft.clauses[top.verb]!.subject, 'shared')
  else take(s, index, -1, 'before')
}

/** `The robot, named Alba, scored`: a form that may be a participle right behind the candidate's comma, a preposition or name behind it. */
function isParticiple(s: Sentence, index: number, last: number): boolean {
  const { clauses, runs } = s.draft
  const { head, first } = clauses[index]!
  if (s.kinds[last - 1] !== E.phrase || first !== head || !(runs.is[head]! & WORD.participle)) return false
  const { candidate, verb } = s.top
  if (verb < 0 && (candidate < 0 || s.chain(s.refs[last - 1]!) !== s.chain(candidate))) return false
  return (runs.tag[head + 1]! & POS.ADP) !== 0 || (/^(?:named|called|dubbed)$/.test(s.draft.text.tokens[head]!.lower))
}

/** `The plan, said Doe, was bad`: the comma right behind the candidate, or what hangs on it, begins something of its own. */
function isInserted(s: Sentence, last: number, candidate: number): boolean {
  if (s.kinds[last] !== E.comma) return false
  const hangs = s.kinds[last - 1] === E.phrase && s.draft.phrases[s.refs[last - 1]!]!.of === candidate
  return hangs || last - s.place.get(candidate)! < 2
}

/** A verb right behind a noun phrase, times between left aside. */
function behindPhrase(s: Sentence, index: number, at: number): void {
  const { clauses, phrases, runs } = s.draft
  const verb = clauses[index]!
  let last = at
  while (last > 1 && s.kinds[last - 1] === E.phrase && s.isTime(s.refs[last]!)) last--
  const near = s.refs[last]!
  const top = s.top
  if (isNaming(s, verb, near)) return s.notFinite(index)
  if (top.verb >= 0 && runs.is[phrases[near]!.head]! & WORD.nominative) return openClause(s, index, near, last)
  const own = top.verb >= 0 ? ownClause(s, near) : -1
  if (own >= 0) {
    phrases[own]!.joins = -1
    return openClause(s, index, own, s.place.get(own)!)
  }
  const chain = s.chain(near)
  const start = s.place.get(chain) ?? last
  const before = s.kinds[start - 1]!
  const governor = s.refs[start - 1]!
  if (before === E.preposition && runs.is[governor]! & WORD.opensClause && !s.mayBeParticiple(verb)) {
    phrases[chain]!.preposition = -1
    return openClause(s, index, chain, start)
  }
  const governed = phrases[chain]!.preposition >= 0 || before === E.verb
  if (before === E.verb && runs.is[clauses[governor]!.head]! & WORD.causes && verb.lemma === s.draft.text.tokens[verb.head]!.lower && verb.first === verb.head)
    return s.notFinite(index)
  if (top.verb < 0) return firstVerb(s, index, near, chain, governed, before)
  const inner = clauses[top.verb]!
  const takes = before === E.verb && (runs.is[clauses[governor]!.head]! & WORD.takesClause) !== 0
  if (governed && !takes) {
    if (closeInner(s, index)) return
    const goesOn = runs.tag[verb.end]! & POS.ADP && s.mayBeParticiple(verb)
    if (!goesOn && repair(s, top.verb)) return take(s, index, inner.subject, 'before')
    if (s.mayBeParticiple(verb)) return s.notFinite(index)
  }
  openClause(s, index, chain, start)
}

/** `The man who lives in Paris | said`: closes the clauses within one that waits for its verb, and gives it this one. */
function closeInner(s: Sentence, index: number): boolean {
  const quoted = s.levels.findLastIndex(({ kind }) => kind === 'quotation')
  const outer = s.levels.findLastIndex(({ verb, candidate }, i) => i >= quoted && verb < 0 && candidate >= 0)
  if (outer < 0 || s.top.verb < 0) return false
  s.closeTo(outer + 1, s.draft.clauses[index]!.first)
  take(s, index, s.chain(s.top.candidate), 'before')
  return true
}

/** `The man arrested in Paris said`: what was taken for the clause's verb becomes a participle, if it may be one. */
function repair(s: Sentence, index: number): boolean {
  const inner = s.draft.clauses[index]!
  if (s.top.verb !== index || inner.by !== 'before' || !s.mayBeParticiple(inner) || inner.object >= 0) return false
  s.notFinite(index)
  s.top.verb = -1
  return true
}

/** The first verb of a clause, behind a noun phrase. */
function firstVerb(s: Sentence, index: number, near: number, chain: number, governed: boolean, before: number): void {
  const { clauses, phrases, runs } = s.draft
  const { candidate, antecedent, kind } = s.top
  const apart = before === E.comma && candidate >= 0 && candidate !== chain && kind !== 'relative'
  const { end } = clauses[index]!
  const closed = runs.is[end]! & WORD.comma && s.draft.mark[end + 1] !== 1
  if (apart && (closed || (phrases[near]!.apposes < 0 && phrases[chain]!.apposes < 0)) && runs.is[clauses[index]!.head]! & WORD.reporting) {
    phrases[chain]!.apposes = -1
    clauses[index]!.subject = chain
    clauses[index]!.by = 'before'
    return
  }
  const subject = !governed && !apart ? chain : candidate >= 0 ? s.chain(candidate) : antecedent >= 0 ? antecedent : chain
  take(s, index, subject, 'before')
}

/** A clause of its own whose subject is the phrase at element `start`: it hangs in the verb before, or stands beside it. */
function openClause(s: Sentence, index: number, subject: number, start: number): void {
  const { clauses } = s.draft
  const before = s.kinds[start - 1]!
  const governor = s.refs[start - 1]!
  if (s.draft.phrases[subject]!.apposes >= 0) s.draft.phrases[subject]!.apposes = -1
  if (before === E.verb) {
    if (clauses[governor]!.object === subject) clauses[governor]!.object = -1
    if (s.top.verb >= 0) s.levels.push(level('complement', -1, -1, s.top.verb, false))
  } else if (before === E.preposition) s.levels.push(level('subordinate', governor, -1, s.top.verb, false))
  take(s, index, subject, 'before')
}

/** `a mare called Bright Star`: a participle that gives a name, behind what has none and is no clause's subject yet or is any one. */
function isNaming(s: Sentence, { first, head }: OpenClause, host: number): boolean {
  const { text, runs, mark, phrases } = s.draft
  if (first !== head || !/^(?:called|named|dubbed|titled|entitled|nicknamed)$/.test(text.tokens[head]!.lower)) return false
  const { name, first: begin, head: noun } = phrases[host]!
  if (name !== null || runs.tag[noun]! & POS.PRON) return false
  const next = runs.tag[head + 1]! & POS.DET ? head + 2 : head + 1
  const named = mark[next] || (text.tokens[next]?.text ?? '') !== (text.tokens[next]?.lower ?? '')
  return Boolean(named) && (s.top.verb >= 0 || s.isGoverned(host) || /^(?:an?|another|one)$/.test(text.tokens[begin]!.lower))
}

/** `met three groups, and groups of four | left`: the phrase of a coordination that begins a clause, as the first one is governed; -1 for none. */
function ownClause(s: Sentence, near: number): number {
  const { phrases } = s.draft
  for (let i = near; i >= 0; i = phrases[i]!.of) if (phrases[i]!.joins >= 0) return s.isGoverned(s.chain(i)) ? i : -1
  return -1
}

/** The noun phrase right behind a verb that may be its subject, -1 for none. */
function phraseBehind(s: Sentence, index: number, to: number): number {
  const { clauses, phraseAt, phrases, mark, runs } = s.draft
  const { end } = clauses[index]!
  let i = end
  while (i < to && runs.tag[i]! & POS.ADV) i++
  if (i >= to || mark[i] || phraseAt[i]! < 0) return -1
  const phrase = phrases[phraseAt[i]!]!
  return phrase.first === i && !(runs.is[phrase.head]! & (WORD.time | WORD.object)) ? phraseAt[i]! : -1
}
