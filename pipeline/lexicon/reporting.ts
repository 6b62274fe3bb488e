import type { Mode } from '../model/schema.ts'
import { inflect, type VerbForm } from './inflect.ts'
import { addTo } from '../model/group-by.ts'

/**
 * Verbs that report what somebody said, wrote or holds, with the complements they take. Collected by hand from grammars'
 * lists of reporting verbs and from reading news; the frames follow how the verbs are used there.
 *
 * | frame | the content is | example |
 * |---|---|---|
 * | `quote` | a quotation before or behind the cue | said: “It is over” |
 * | `that` | a clause, with or without `that` | said (that) it was over |
 * | `that-only` | a clause with `that`, never without | shared that it was over |
 * | `wh` | a clause with `whether`, `if`, `how`, `why`, ... | asked whether it was over |
 * | `inf` | an infinitive | promised to pay |
 * | `ing` | a gerund | suggested waiting |
 * | `np` | a noun phrase | announced a strike |
 * | `hearer` | one of the above behind the one who is told | told the court that, assured them |
 * | `do` | noun phrase and infinitive | urged the club to pay |
 * | `of`, `for`, `on`, ... | what follows the preposition | warned of delays, called for a ban |
 * | `x-of`, `x-for`, ... | noun phrase, preposition and what follows | accused the club of fraud, blamed it for that |
 * | `x-name` | noun phrase and what it is called | called it a farce |
 */
export type Frame =
  | 'quote'
  | 'that'
  | 'that-only'
  | 'wh'
  | 'inf'
  | 'ing'
  | 'np'
  | 'hearer'
  | 'do'
  | `${Preposition}`
  | `x-${Preposition}`
  | 'x-name'
export type Preposition = 'of' | 'for' | 'on' | 'about' | 'to' | 'with' | 'against' | 'as' | 'from' | 'up' | 'out' | 'in' | 'over' | 'at'

interface VerbRow {
  readonly frames: string
  readonly mode: Mode
  readonly lemmas: string
}

const VERBS: readonly VerbRow[] = [
  { mode: 'speech', frames: 'quote that', lemmas: 'say add' },
  { mode: 'speech', frames: 'quote that hearer wh', lemmas: 'tell' },
  {
    mode: 'speech',
    frames: 'quote that np',
    lemmas:
      'note stress emphasize emphasise underline underscore ' +
      'reiterate repeat mention highlight reaffirm state',
  },
  {
    mode: 'speech',
    frames: 'quote that',
    lemmas:
      'remark comment observe conclude declare insist assert argue contend claim allege reason opine concur joke ' +
      'quip boast explain recall recount reply respond retort counter testify write tweet post blog caution predict rule echo',
  },
  { mode: 'speech', frames: 'quote that np inf', lemmas: 'announce' },
  {
    mode: 'speech',
    frames: 'quote that np',
    lemmas:
      'confirm acknowledge admit concede disclose reveal dispute refute ' +
      'report indicate proclaim outline clarify specify detail rebut',
  },
  { mode: 'speech', frames: 'quote that np ing', lemmas: 'deny' },
  { mode: 'speech', frames: 'ing', lemmas: 'admit acknowledge report recall mention' },
  { mode: 'speech', frames: 'for', lemmas: 'apologize apologise' },
  { mode: 'speech', frames: 'quote that inf np hearer', lemmas: 'promise' },
  { mode: 'speech', frames: 'quote that inf', lemmas: 'pledge vow' },
  { mode: 'speech', frames: 'that inf', lemmas: 'swear undertake' },
  { mode: 'speech', frames: 'inf', lemmas: 'threaten' },
  { mode: 'speech', frames: 'inf', lemmas: 'refuse offer volunteer' },
  { mode: 'speech', frames: 'that inf on with', lemmas: 'agree' },
  { mode: 'speech', frames: 'quote that ing np', lemmas: 'suggest propose recommend advocate' },
  { mode: 'speech', frames: 'quote that hearer x-of of do about against', lemmas: 'warn' },
  { mode: 'speech', frames: 'that hearer x-of', lemmas: 'assure reassure remind inform notify' },
  { mode: 'speech', frames: 'that-only hearer', lemmas: 'advise' },
  { mode: 'speech', frames: 'quote that do', lemmas: 'urge implore beg exhort' },
  { mode: 'speech', frames: 'quote wh do for', lemmas: 'ask' },
  { mode: 'speech', frames: 'quote that inf np', lemmas: 'demand' },
  { mode: 'speech', frames: 'that np do', lemmas: 'request' },
  { mode: 'speech', frames: 'do', lemmas: 'order encourage instruct advise challenge' },
  { mode: 'speech', frames: 'x-of', lemmas: 'accuse' },
  {
    mode: 'speech',
    frames: 'np x-for',
    lemmas:
      'criticize criticise praise condemn denounce blast slam applaud hail ' +
      'commend blame rebuke chide lambast ridicule mock decry lament laud berate scold castigate deride disparage deplore hammer insult',
  },
  { mode: 'speech', frames: 'np', lemmas: 'question welcome reject dismiss oppose endorse tout defend protest challenge' },
  { mode: 'speech', frames: 'for on x-name', lemmas: 'call' },
  { mode: 'speech', frames: 'x-as', lemmas: 'describe characterize characterise portray label dub brand' },
  { mode: 'speech', frames: 'x-name', lemmas: 'label dub brand deem' },
  { mode: 'speech', frames: 'about of', lemmas: 'speak talk complain joke' },
  { mode: 'speech', frames: 'that about', lemmas: 'complain' },
  {
    mode: 'speech',
    frames: 'quote',
    lemmas:
      'email e-mail text message continue exclaim shout yell chant scream murmur whisper ' +
      'ask answer read cry interject muse intone snap',
  },
  { mode: 'speech', frames: 'that', lemmas: 'answer imply hint signal forecast project calculate find conclude stipulate' },
  { mode: 'speech', frames: 'that np', lemmas: 'show reveal suggest foresee' },
  { mode: 'speech', frames: 'to', lemmas: 'refer' },
  { mode: 'speech', frames: 'for', lemmas: 'appeal lobby campaign plead' },
  { mode: 'speech', frames: 'np', lemmas: 'back' },
  { mode: 'attitude', frames: 'np', lemmas: 'doubt regret favour favor' },
  { mode: 'speech', frames: 'np', lemmas: 'describe' },
  { mode: 'speech', frames: 'that-only', lemmas: 'share post maintain estimate hold threaten assume' },
  { mode: 'speech', frames: 'quote with', lemmas: 'disagree' },
  { mode: 'speech', frames: 'quote that', lemmas: 'affirm theorize theorise speculate posit attest enthuse divulge intimate profess' },
  {
    mode: 'speech',
    frames: 'quote',
    lemmas: 'elaborate gush grumble mutter object rant sigh sneer thunder whine wisecrack deadpan bristle relay',
  },
  { mode: 'speech', frames: 'np', lemmas: 'bemoan' },
  { mode: 'speech', frames: 'against', lemmas: 'rail' },
  { mode: 'speech', frames: 'at', lemmas: 'scoff' },
  { mode: 'attitude', frames: 'x-of', lemmas: 'suspect' },
  { mode: 'attitude', frames: 'that', lemmas: 'believe think feel hope fear expect suspect understand doubt realize realise worry' },
]

/** A verb and a word that makes it a cue: particle or adjective. The frames are those of the whole. */
interface PhrasalRow {
  readonly verb: string
  readonly with: string
  readonly frames: string
  readonly mode: Mode
}
const PHRASAL: readonly PhrasalRow[] = [
  { verb: 'make', with: 'clear', frames: 'that wh', mode: 'speech' },
  { verb: 'point', with: 'out', frames: 'quote that', mode: 'speech' },
  { verb: 'bring', with: 'up', frames: 'np', mode: 'speech' },
  { verb: 'put', with: 'forward', frames: 'np', mode: 'speech' },
  { verb: 'set', with: 'out', frames: 'np', mode: 'speech' },
  { verb: 'rule', with: 'out', frames: 'np ing', mode: 'speech' },
  { verb: 'lay', with: 'out', frames: 'np', mode: 'speech' },
  { verb: 'speak', with: 'out', frames: 'against', mode: 'speech' },
  { verb: 'lash', with: 'out', frames: 'at against', mode: 'speech' },
  { verb: 'hit', with: 'out', frames: 'at', mode: 'speech' },
  { verb: 'hit', with: 'back', frames: 'at quote', mode: 'speech' },
  { verb: 'fire', with: 'back', frames: 'at quote', mode: 'speech' },
  { verb: 'push', with: 'back', frames: 'against on', mode: 'speech' },
  { verb: 'call', with: 'out', frames: 'np x-for', mode: 'speech' },
  { verb: 'play', with: 'down', frames: 'np', mode: 'speech' },
  { verb: 'find', with: 'out', frames: '', mode: 'speech' },
  { verb: 'go', with: 'on', frames: 'quote', mode: 'speech' },
]

/** One reading of a word form as a reporting verb. */
export interface ReportingVerb {
  readonly lemma: string
  readonly form: VerbForm
  readonly mode: Mode
  readonly frames: ReadonlySet<Frame>
  /** Word right behind the verb without which it is no cue. */
  readonly particle: string | null
}

const framesOf = (frames: string) => frames.split(' ').filter(Boolean) as Frame[]

function buildForms(): ReadonlyMap<string, readonly ReportingVerb[]> {
  const plain = new Map<string, { mode: Mode; frames: Set<Frame> }>()
  for (const row of VERBS)
    for (const lemma of row.lemmas.split(' ')) {
      const known = plain.get(lemma)
      if (known === undefined) plain.set(lemma, { mode: row.mode, frames: new Set(framesOf(row.frames)) })
      else for (const frame of framesOf(row.frames)) known.frames.add(frame)
    }
  const forms = new Map<string, ReportingVerb[]>()
  const add = (lemma: string, particle: string | null, mode: Mode, frames: ReadonlySet<Frame>) => {
    for (const [word, form] of inflect(lemma)) addTo(forms, word, { lemma, form, mode, frames, particle })
  }
  // a verb with its particle is tried before the verb alone
  for (const row of PHRASAL) add(row.verb, row.with, row.mode, new Set(framesOf(row.frames)))
  for (const [lemma, { mode, frames }] of plain) add(lemma, null, mode, frames)
  return forms
}

/** Word form (lower case) to its readings as a reporting verb, longer ones first. */
export const REPORTING_VERBS: ReadonlyMap<string, readonly ReportingVerb[]> = buildForms()
