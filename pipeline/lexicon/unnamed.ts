import { frequencyOf } from './frequencies.ts'
import { UNITS } from './numbers.ts'
import { DAYS_AND_MONTHS } from './times.ts'
import { dataRows, wordSet } from './word-lists.ts'

/** Nouns for people who are quoted without a name: `a source`, `three officials`. Singular forms; compiled by hand. */
export const UNNAMED_NOUNS: ReadonlySet<string> = wordSet(`
  adviser advisor agent aide ally analyst associate attendee bystander candidate caller child cleric colleague commander confidant correspondent
  delegate
  diplomat doctor donor driver employee envoy executive expert eyewitness fan figure friend guard guest hand informant insider insurer
  investigator lady
  investor lawmaker lawyer manager member minister negotiator neighbor neighbour nun nurse observer occupant officer official onlooker
  operative
  organiser organizer parent participant passenger patient person people planner player politician poster priest producer prosecutor
  protester pupil
  rebel recipient relative representative reporter resident scientist scholar senator shopkeeper soldier source spectator spokesman
  spokesperson
  spokeswoman staffer strategist student supporter survivor teacher tenant tourist trader user veteran victim villager visitor volunteer
  whistleblower witness worker writer user commenter man woman boy girl men women someone somebody one anyone everyone anybody everybody nobody
  cleric nun monk imam rabbi priest child kid teenager teen toddler schoolboy schoolgirl classmate cousin nephew niece stepson stepdaughter marine vet individual
  hacker blogger hoaxer expatriate commuter motorist
`)

/** Nouns for groups of people that hold a view in common; they stay a description of kind group. */
export const GROUP_NOUNS: ReadonlySet<string> = wordSet(`
  academics activists advocates allies americans analysts authorities backers campaigners citizens commentators companies conservatives
  countries courts critics defenders democrats demonstrators doctors economists environmentalists europeans evangelicals experts
  families fans
  farmers firms governments groups historians investors journalists leaders lawmakers lawyers liberals locals media members nations
  observers
  opponents organisations organizations parents parties people physicians politicians pollsters powers progressives prosecutors protesters
  republicans researchers residents respondents rivals scholars scientists senators skeptics sceptics states students supporters
  surrogates
  teachers traders unions users voters workers women men authors doctors nurses police
`)

/** Nouns for documents, polls and other things that say something. */
export const DOCUMENT_NOUNS: ReadonlySet<string> = wordSet(`
  account ad advert advertisement agreement analysis announcement article assessment audit bill biography blog book briefing brochure
  bulletin
  caption commercial communique communiqué complaint constitution contract data decree deposition diary document dossier draft
  editorial email
  e-mail emails entry estimate evidence exit-poll figures filing finding findings forecast footnote guidance guidelines headline
  indictment
  index inscription interview joint-statement journal law lawsuit leaflet letter list manifesto map memo memoir memorandum message minutes
  motion newsletter notice notification numbers obituary opinion order paper passage petition placard plan platform poll polling
  polls post
  poster posting press-release projection proposal rating record records release report reporting reports research resolution result
  results
  review rule ruling sign site slogan statistics story studies study suit summary survey surveys testimony text theory transcript
  treaty tweet
  verdict video warrant website
`)

/** More things that are taken for a source, beside documents: what is recorded, shown, examined or passed into law. */
export const MEDIA_NOUNS: ReadonlySet<string> = wordSet(`
  act affidavit amendment audio autopsy broadcast caption chart claim clause clip collection column correction count daily database denial directory
  directive documentary edition examination experiment film footage fatwa graph graphic image inquiry investigation invite item label
  legislation magazine measure newspaper note page photo photograph picture piece podcast probe profile programme program proof
  provision publication quote radio ranking recording rules scan screenshot show statement statistic tagline tally tape television test track
  translation trial tv update version
`)

/** How many or how much of what follows: `a lot of people`, `none of his rivals`. */
export const SHARES: ReadonlySet<string> = wordSet(`
  public majority minority half third quarter number part most many some several few percent % audience crowd electorate staff crew elite establishment population family couple leadership opposition press
  pair trio community generation lot plenty ton series array handful slice share proportion percentage range bunch mix dozen dozens hundreds
  thousands none more much all rest remainder bulk
`)

let people: ReadonlySet<string> | undefined
/** How nouns for people end that no list has. */
const PERSONAL = /(?:er|or|ist|ian|man|woman|ant|ee)$/

/** Whether a noun in the singular stands for a person: by WordNet (people.txt), and by its ending where that has not the word. */
export function isPersonNoun(noun: string): boolean {
  people ??= new Set(dataRows('people.txt').flat())
  return UNNAMED_NOUNS.has(noun) || people.has(noun) || (frequencyOf(noun) === 0 && PERSONAL.test(noun))
}

/** Words of a possessor: `Trump's statement` speaks for Trump himself. */
export const UTTERANCE_NOUNS: ReadonlySet<string> = wordSet(`
  address allegation allegations announcement answer appeal argument assertion blog claim claims comment comments criticism
  declaration demand
  description email e-mail editorial explanation interview letter memo memoir message messages observation opinion plea pledge post
  posting posts
  prediction proposal reaction remark remarks reply request response speech statement statements suggestion testimony threat tweet
  tweets version
  view views vow warning words article column autobiography account facebook twitter office-statement
`)

/** Words that somebody puts out: `a statement from Acme` is said by Acme. */
export const STATEMENT_NOUNS: ReadonlySet<string> = wordSet(`
  statement announcement communique communiqué email e-mail letter memo message notice post posting press-release release
  tweet declaration briefing advisory newsletter
`)

/** What a publication prints: `a Harbour Times article` is said by the Harbour Times. */
export const ARTICLE_NOUNS: ReadonlySet<string> = wordSet('article editorial op-ed report story column dispatch investigation piece')

/** Words that introduce why a source has no name. */
export const ANONYMITY_CUES: readonly string[] = [
  'anonymity', 'anonymous', 'anonymously', 'not authorized', 'not authorised', 'unauthorized', 'not permitted', 'not be named',
  'not be identified',
  'not to be named', 'not to be identified', 'declined to be named', 'declined to be identified', 'asked not to be',
  'without being named',
  'on background', 'privately', 'did not want to be', 'did not wish to be', 'wished to remain',
]

/** Numbers that count sources. */
export const COUNT_WORDS: ReadonlyMap<string, number> = new Map(UNITS.map((word, i) => [word, i] as const).slice(1, 13))

/** Words for times: they head no phrase that speaks, and stand before names that they are no part of. */
export const TIME_WORDS: ReadonlySet<string> = wordSet(`
  ${[...DAYS_AND_MONTHS].join(' ')} mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec
  morning afternoon evening night noon midnight day days week weeks weekend month months year years decade decades hour hours minute minutes
  moment moments today yesterday tomorrow tonight ago later earlier late early spring summer autumn winter
`)
