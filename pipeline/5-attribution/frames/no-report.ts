import type { NounPhrase } from '../../model/layers.ts'
import { contains, type Range } from '../../model/span.ts'
import { tokenAt } from '../../text/token-at.ts'
import { finiteClauseIn } from '../../text/syntax.ts'
import { isClause } from './clause.ts'
import { isPerson } from './persons.ts'
import { word, type View } from './view.ts'

/** A use of a verb that reports nothing, by the verb and what it governs. */
interface NoReport {
  readonly id: string
  /** Why nothing is reported. */
  readonly when: string
  /** Base forms. */
  readonly verbs: string
  /** What heads the subject; anything where it is not given. */
  readonly subject?: string
  /** What stands behind the verb: a noun phrase and nothing else, a person alone, one of these nouns alone, any other noun than these alone, a preposition (with one of the nouns), no clause, or anything. */
  readonly governs: 'phrase' | 'person' | 'no clause' | 'anything' | { readonly nouns?: string; readonly preposition?: string; readonly except?: string }
  /** The form that the verb must have. */
  readonly form?: 'participle' | 'negated'
  readonly hits: readonly [string, ...string[]]
  readonly misses: readonly [string, ...string[]]
}

const PLACES = 'sky heaven heavens ceiling floor ground door window wall map screen scoreboard board sign clock watch badge picture photograph photo seat chair crowd stands camera cameras horizon'
const THINGS = 'door doors gate lid laptop phone receiver drawer brakes nail ball taxi taxis cab cabs horn lorry truck van batsman batsmen batter guest guests visitor visitors baby twins feat trick'

/** Collected by hand from dictionaries' senses of verbs that report in another sense. */
export const NO_REPORTS: readonly NoReport[] = [
  {
    id: 'naming participle', when: 'a participle behind a noun that gives its name', verbs: 'call name dub nickname title entitle brand label', governs: 'anything', form: 'participle',
    hits: ['A goat called Daisy won the prize.', 'He runs a choir called the Night Owls.'],
    misses: ['The baker called the tax a disgrace.', 'The baker called on the mayor to resign.'],
  },
  {
    id: 'call somebody', when: 'telephoning or fetching: nothing says what the object is called', verbs: 'call ring phone telephone', governs: 'phrase',
    hits: ['The neighbours called an ambulance.', 'She called her sister from the station.'],
    misses: ['She called the plan foolish.', 'She called him a liar.', 'She called for help.'],
  },
  {
    id: 'greeting', when: 'a greeting, or words that are not told', verbs: 'say', governs: { nouns: 'goodbye hello farewell hi prayer prayers grace mass thanks nothing little more word words' },
    hits: ['The guests said goodbye to the cook.', 'The choir said a prayer.', 'The cook said very little about the soup.'],
    misses: ['The cook said nothing was left.', 'The cook said no more soup was left.', 'The cook said the soup was hot.'],
  },
  {
    id: 'answer a door', when: 'opening or picking up', verbs: 'answer', governs: { nouns: 'door phone telephone call bell knock summons' },
    hits: ['The cook answered the bell.'],
    misses: ['The cook answered that the soup was hot.'],
  },
  {
    id: 'write down', when: 'looking at or writing down', verbs: 'note record write', governs: { nouns: 'number numbers plate name names address registration time' },
    hits: ['The guard noted the number of the lorry.'],
    misses: ['The guard noted that the number was false.', 'The guard noted the rise in thefts.'],
  },
  {
    id: 'appear for work', when: 'coming somewhere', verbs: 'report', governs: { preposition: 'for to' },
    hits: ['The sailors reported for training.'],
    misses: ['The sailors reported that the mast was broken.'],
  },
  {
    id: 'point with a finger', when: 'showing where something is', verbs: 'point gesture nod wave', governs: { preposition: 'to at towards toward', nouns: PLACES },
    hits: ['The guide pointed at the ceiling.'],
    misses: ['The guide pointed to the rise in thefts.'],
  },
  {
    id: 'win', when: 'taking or winning', verbs: 'claim', governs: { nouns: 'ball title titles trophy medal medals gold silver bronze wicket wickets point points prize crown life lives' },
    hits: ['The flood claimed two lives.', 'The visitors claimed the trophy.'],
    misses: ['The visitors claimed the title was theirs.'],
  },
  {
    id: 'move a thing', when: 'doing something to a thing that one can touch', verbs: 'slam hammer hail blast back dismiss recall repeat challenge welcome', governs: { nouns: THINGS },
    hits: ['The clerk slammed the door.', 'The clerk slammed the drawer shut.', 'The tourists hailed a taxi.'],
    misses: ['The clerk slammed the plan.'],
  },
  {
    id: 'send away', when: 'ending somebody’s work or innings', verbs: 'dismiss', governs: 'person',
    hits: ['The baker dismissed the driver.'],
    misses: ['The baker dismissed the driver as a fool.', 'The baker dismissed the rumour.'],
  },
  {
    id: 'question somebody', when: 'asking somebody, not doubting something', verbs: 'question interview interrogate quiz', governs: 'person',
    hits: ['Detectives questioned the driver overnight.', 'Lawyers questioned Ann Birk for two hours.'],
    misses: ['Lawyers questioned the cost of the trial.'],
  },
  {
    id: 'withhold a name', when: 'not naming somebody', verbs: 'name identify', governs: 'phrase', form: 'negated',
    hits: ['The school did not name the pupil because of his age.'],
    misses: ['The school did not name the pupil as the thief.', 'The police named the driver.'],
  },
  {
    id: 'cite somebody', when: 'naming the source: what it says stands elsewhere', verbs: 'cite quote', governs: 'person',
    hits: ['The weekly cited two officials.', 'The weekly quoted experts from both towns.'],
    misses: ['The weekly quoted two officials as saying that the dam leaks.', 'The weekly cited the cost of the dam.'],
  },
  {
    id: 'order a thing', when: 'buying something, or having somebody killed', verbs: 'order',
    governs: { except: 'probe inquiry enquiry review halt ban end cut cuts strike strikes raid raids arrest arrests retrial trial stop freeze recount audit boycott curfew lockdown release withdrawal removal recall search refund pause retreat hearing' },
    hits: ['The clerk ordered soup and bread.', 'The warlord ordered the massacre at the ford.'],
    misses: ['The judge ordered a retrial.', 'The judge ordered the clerk to pay.', 'The minister ordered an evacuation.'],
  },
  {
    id: 'attack a place', when: 'fighting or hurting, not blaming', verbs: 'attack', governs: { except: `record policy policies plan plans position decision
      proposal idea ideas comments remarks character credibility integrity bill law deal rule ruling report system establishment media press journalists reporters judge judges court president
      minister government opposition party candidate candidates nominee rival rivals opponent opponents critics senator senators lawmaker lawmakers governor mayor campaign leadership elite industry company bank banks
      union unions budget tax treaty agreement view views notion claim claims statement speech` },
    hits: ['Rebels attacked the barracks at dawn.', 'The dog attacked a girl.'],
    misses: ['The senator attacked the plan.', 'Birk attacked Ruiz over the toll.', 'The painter attacked the museum for its prices.'],
  },
  {
    id: 'hold a place', when: 'keeping a place or a title', verbs: 'defend', governs: { nouns: 'town towns city cities territory village villages base border borders homeland goal title titles crown championship net himself herself itself themselves' },
    hits: ['The skater will defend her title in May.', 'The militia defended the village.'],
    misses: ['The mayor defended the toll.'],
  },
  {
    id: 'publish a picture', when: 'what a picture shows is not said', verbs: 'post share publish upload release print', governs: { nouns: 'photo photos photograph photographs picture pictures image images video videos clip clips selfie selfies footage link links' },
    hits: ['The club posted a photo of the cup.', 'Thousands shared the link.'],
    misses: ['The club posted that the cup was lost.'],
  },
  {
    id: 'come upon', when: 'coming upon a thing', verbs: 'find', governs: { except: `evidence proof sign signs link links correlation connection relationship difference differences association increase decrease rise fall
      decline reason reasons cause flaw flaws fault faults error errors problem problems violation violations bias gap trace traces support majority` },
    hits: ['Divers found a rusty safe in the lake.'],
    misses: ['The inspectors found no sign of a leak.', 'The inspectors found that the safe was empty.', 'The jury found the clerk guilty.', 'The mayor found the manners of the guests deplorable.'],
  },
  {
    id: 'give', when: 'giving, selling or paying', verbs: 'offer', governs: { except: `apology apologies condolences support praise explanation explanations advice proposal proposals view views criticism
      prayers congratulations thanks assurance assurances details comment comments opinion statement evidence suggestion suggestions help sympathy encouragement defence defense assessment account insight insights resignation
      prediction testimony rhetoric words remarks warning excuse excuses reaction response compromise ceasefire truce amnesty` },
    hits: ['The inn offers a boat.', 'The family offered a reward.'],
    misses: ['The mayor offered an apology.', 'The mayor offered to resign.'],
  },
  {
    id: 'put to', when: 'putting one thing to another', verbs: 'add', governs: 'no clause',
    hits: ['The cook added salt to the soup.', 'A second quake struck, adding weight to the fears of the villagers.'],
    misses: ['The cook added that the soup was hot.'],
  },
  {
    id: 'see or seize', when: 'seeing or seizing somebody or something', verbs: 'see watch witness arrest detain', governs: 'phrase',
    hits: ['A witness saw the crash.', 'Police arrested a man of 40 in the station.'],
    misses: ['The mayor saw the plan as a trick.', 'Analysts see prices rising.'],
  },
  {
    id: 'stay unnamed', when: 'asking not to be named', verbs: 'request ask demand grant', governs: { nouns: 'anonymity' },
    hits: ['The guard requested anonymity.', 'A guard who requested anonymity said that the gate was open.'],
    misses: ['The guard requested a break.'],
  },
  {
    id: 'picture', when: 'what a picture lets see is not said', verbs: 'show depict capture feature reveal', governs: 'no clause',
    subject: 'video videos footage film films picture pictures photo photos photograph photographs image images clip clips tape tapes screenshot screenshots painting drawing',
    hits: ['The photo shows a man in a red hat.', 'The video showed him running away.'],
    misses: ['The video shows that the gate was open.', 'The footage shows how the fire began.', 'The survey showed a fall in sales.'],
  },
  {
    id: 'hear of reports', when: 'somebody else reports', verbs: 'look investigate hear receive read get examine probe', governs: { nouns: 'report reports rumour rumours rumor rumors tale tales story stories claim claims allegation allegations complaint complaints' },
    hits: ['The agency is looking into reports that the boats leak.', 'The clerk heard tales about the old mill.', 'Police are investigating claims of fraud.'],
    misses: ['The clerk heard that the mill was sold.'],
  },
  {
    id: 'give rise', when: 'others say it because of the subject', verbs: 'prompt spark draw trigger provoke fuel attract generate', governs: { nouns: 'call calls criticism fear fears concern concerns speculation question questions outrage anger claims condemnation debate rumours rumors complaints praise protests accusations' },
    hits: ['The flood has prompted calls for a new dam.', 'The plan sparked fears that rents would rise.'],
    misses: ['The plan drew criticism from the mayor.', 'The storm prompted the mayor to close the port.'],
  },
  {
    id: 'write a work', when: 'making something to read or hear', verbs: 'write compose', governs: { nouns: 'poem poems book books novel novels song songs music play plays script lyrics' },
    hits: ['She wrote the songs at night.'],
    misses: ['She wrote that the songs were old.'],
  },
]

const ROWS = NO_REPORTS.map((row) => ({ ...row, lemmas: new Set(row.verbs.split(' ')), subjects: row.subject === undefined ? null : new Set(row.subject.split(' ')), nouns: words(row.governs, 'nouns'), prepositions: words(row.governs, 'preposition'), others: words(row.governs, 'except') }))

function words(governs: NoReport['governs'], key: 'nouns' | 'preposition' | 'except'): ReadonlySet<string> {
  return new Set(typeof governs === 'object' && key in governs ? (governs as Record<string, string>)[key]!.split(' ') : [])
}

/** The row of {@link NO_REPORTS} by which a cue reports nothing with this content, or null. What has a quotation in it is a report. */
export function noReport(view: View, cue: Range, content: readonly Range[]): NoReport | null {
  const { tokens, syntax, quoteOf } = view
  const at = verbIn(view, cue)
  if (at === null || content.some(({ start, end }) => hasQuotation(view, start, end))) return null
  const clause = syntax.clauses[syntax.clauseAt[at]!]!
  // looking into | reports
  const object = syntax.phrases[clause.object] ?? (/^(?:into|of|about)$/.test(word(view, clause.end)) ? syntax.phrases[syntax.phraseAt[clause.end + 1]!] : null) ?? null
  const rows = ROWS.filter(({ lemmas }) => lemmas.has(clause.lemma))
  if (rows.length === 0 || quoteOf[at]! >= 0) return null
  return (
    rows.find(({ form, subjects, governs, nouns, prepositions, others }) => {
      if (subjects !== null && !subjects.has(tokens[syntax.phrases[clause.subject]?.head ?? -1]?.lower ?? '')) return false
      if (form === 'participle' ? clause.finite || clause.first < at || !isNameBehind(view, at) : form === 'negated' && !clause.negated) return false
      if (governs === 'anything') return true
      if (governs === 'no clause') return content[0]!.start > cue.start && !OPENS_CLAUSE.test(word(view, clause.end)) && !isClause(view, clause.end, endOf(view, content))
      if (prepositions.size > 0 && !prepositions.has(word(view, clause.end))) return false
      if (nouns.size > 0) return isOneOf(view, nouns, prepositions.size > 0 ? clause.end + 1 : (object?.first ?? clause.end), clause.by === 'relative')
      if (prepositions.size > 0) return finiteClauseIn(syntax, clause.end, endOf(view, content)) === null
      if (object === null || object.first !== clause.end) return false
      if (others.size > 0) return object.name === null && !others.has(tokens[object.head]!.lower) && !DEED.test(tokens[object.head]!.lower) && isAlone(view, object) && !isReasoned(view, object) && tokens[tokenAt(tokens, content.at(-1)!.end - 1)]!.pos !== 'ADJ'
      return governs === 'person' ? isPerson(view, object) && word(view, object.end) !== 'as' : isAlone(view, object)
    }) ?? null
  )
}

/** `an evacuation`, `the closure`. */
const DEED = /(?:tion|sion|ment|sure|ing)s?$/

/** `attacked the museum for its prices`. */
const isReasoned = (view: View, { end, reach }: NounPhrase) => /^(?:for|over|as)$/.test(word(view, end)) || /^(?:for|over|as)$/.test(word(view, reach))

const OPENS_CLAUSE = /^(?:that|how|what|why|where|when|whether|if|which|who|["“”„‘’':,])$/

function verbIn({ tokens, syntax }: View, cue: Range): number | null {
  for (let i = tokenAt(tokens, cue.start); i < tokens.length && tokens[i]!.start < cue.end; i++) {
    const clause = syntax.clauses[syntax.clauseAt[i]!]
    if (clause?.head === i && contains(cue, tokens[i]!)) return i
  }
  return null
}

const DEGREE = /^(?:no|any|very|too|so|precious)$/

/** Whether a noun phrase of which one of these words is the head begins at a token, and no verb follows but that of the clause around a relative one. */
function isOneOf(view: View, nouns: ReadonlySet<string>, at: number, relative: boolean): boolean {
  const phrase = view.syntax.phrases[view.syntax.phraseAt[at]!]
  const head = phrase?.first === at ? phrase.head : DEGREE.test(word(view, at)) ? at + 1 : at
  const end = Math.max(head + 1, phrase?.end ?? 0)
  return nouns.has(word(view, head)) && (relative || (view.syntax.clauseAt[end] ?? -1) < 0 || word(view, end) === 'shut') && !/^(?:from|by|among)$/.test(word(view, end))
}

function endOf({ tokens }: View, content: readonly Range[]): number {
  return tokenAt(tokens, content.at(-1)!.end - 1) + 1
}

function hasQuotation({ tokens, quoteOf }: View, start: number, end: number): boolean {
  for (let i = tokenAt(tokens, start); i < tokens.length && tokens[i]!.start < end; i++) if (quoteOf[i]! >= 0) return true
  return false
}

/** A name, with an article or not, right behind a participle that has a noun before it. */
function isNameBehind({ tokens, syntax }: View, at: number): boolean {
  const next = tokens[at + 1]?.pos === 'DET' ? tokens[at + 2] : tokens[at + 1]
  return syntax.phraseAt[at - 1]! >= 0 && next !== undefined && next.text !== next.lower
}

/** Whether nothing behind the object says more of it: no second noun phrase or adjective (`called her a liar`), no infinitive, no clause of its own. */
function isAlone({ tokens, syntax }: View, object: NounPhrase): boolean {
  const next = tokens[object.end]
  if (next === undefined) return true
  const opens = syntax.phraseAt[object.end]! >= 0 || syntax.run[object.end]! >= 0
  return !opens && next.lower !== 'to' && next.lower !== 'as' && next.lower !== ':' && syntax.clauseAt[object.end]! < 0
}
