import { inflect } from './inflect.ts'
import { wordList, wordSet } from './word-lists.ts'

/**
 * Classes of words that rules of stance and commitment name as `@class`. Our own collection: synonyms of a few head words
 * of English argument and news prose, none of them of any one story.
 */

export interface WordClass {
  /** Base forms: compared with a token's lemma. */
  readonly bases: ReadonlySet<string>
  /** Written forms: compared with a token in lower case. */
  readonly forms: ReadonlySet<string>
}

const verbs = (words: string): WordClass => ({
  bases: wordSet(words),
  forms: new Set(wordList(words).flatMap((verb) => inflect(verb).map(([form]) => form))),
})
const nouns = (all: string): WordClass => ({
  bases: wordSet(all),
  forms: new Set(wordList(all).flatMap((noun) => [noun, `${noun}s`])),
})
const words = (all: string): WordClass => ({ bases: new Set(), forms: wordSet(all) })

export const WORD_CLASSES = {
  /** X is for Y. */
  support: verbs(`support back welcome endorse favour favor praise hail applaud commend defend champion advocate embrace salute laud
    prefer cheer admire uphold greenlight`),
  /** X is against Y. */
  oppose: verbs(`oppose reject condemn criticise criticize denounce slam blast deplore decry regret lament resent resist dismiss
    disapprove lambast lambaste rebuke deride mock ridicule scorn loathe veto rebuff spurn boycott fault pan dislike blame assail`),
  /** X attacks Y in words. */
  attack: verbs(`attack hammer bash skewer savage insult belittle scold chide berate reprimand rebuke taunt trash disparage malign vilify
    smear castigate excoriate chastise admonish lampoon deride mock ridicule scorn disown heckle demonise demonize discredit pillory
    upbraid decry censure accuse jab jeer assail blast slam lambast lambaste impugn`),
  /** X honours Y in words. */
  honour: verbs(`congratulate honour honor salute compliment acclaim hail laud applaud commend praise endorse defend champion
    toast promote nominate justify acquit exonerate idolise idolize revere`),
  /** Bodies by their general names. */
  bodies: nouns(`government administration ministry party church company firm police department agency authority council committee
    parliament congress senate court media press union regime army military board bank club league federation commission
    organisation organization university opposition coalition cabinet industry lobby establishment airline hospital bureau campaign
    state country city town republican democrat conservative liberal leader politician candidate`),
  /** X charges Y with something. */
  accuse: verbs('accuse blame reproach criticise criticize condemn denounce'),
  /** What people are charged with, as its denial names it. */
  allegations: nouns('allegation accusation charge claim suggestion report story'),
  /** Of what is charged, it takes sides; of news and rumours, it only corrects them. */
  untrue: words('false untrue baseless unfounded bogus fake hoax'),
  /** X puts Y forward as a thing to do. */
  propose: verbs(`propose suggest recommend float moot table advocate approve pitch`),
  /** X asks that Y be done. */
  demand: verbs('demand urge request want insist'),
  /** X binds itself to do Y. */
  pledge: verbs('pledge promise vow commit undertake swear resolve intend volunteer'),
    /** X lends a hand to Y. */
  helps: verbs(`help benefit protect improve strengthen save boost enhance safeguard promote encourage foster advance enrich secure
    solve simplify`),
  /** Less of Y: good or bad as Y is bad or good. */
  lessens: verbs(`reduce prevent deter limit lower cut ease avoid minimise minimize stop curb alleviate mitigate combat tackle eliminate
    diminish decrease replace restrict remove fight solve fix cure treat overcome resolve halve shorten counter escape discourage lessen
    relieve ban end abolish resist oppose outlaw deny reject prohibit constrain suppress block restrain hinder hamper inhibit lack lose
    sacrifice`),
  /** Nouns and the like that say the same: `prevention of`, `without`, `against`, `a solution to`. */
  lessening: words(`prevention reduction decrease decline lack absence end elimination removal restriction restrictions limit limits
    limitation limitations constraint constraints solution solutions remedy cure protection defence defense shield relief against little
    few hardly loss violation violations breach breaches abuse threat threats denial deprived devoid safeguard safe immune escape
    barrier barriers obstacle obstacles opposition suppression undermining contrary detrimental harmful hostile damaging`),
  /** Behind Y: `Y is less likely, is avoided`. */
  lessened: words(`unlikely rare rarer reduced prevented avoided lower lowered eliminated diminished decreased fewer less decline
    declines fall falls disappear minimal absent compromised restricted lost sacrificed denied`),
  /** What holds Y back: who praises it is against Y. */
  curbs: words(`restriction restrictions limit limits limitation limitations regulation regulations constraint constraints ban bans
    prohibition intervention interference censorship opposition suppression banning restricting limiting regulating abolition
    alternative alternatives criticism opponents critics removal repeal rejection intervening interfering prohibiting anti punishing
    outlaw outlawing intervene interfere regulate`),
  /** X does Y harm. */
  harms: verbs(`harm hurt damage destroy ruin threaten undermine kill endanger jeopardise jeopardize punish weaken worsen cripple
    devastate distract poison discourage exploit humiliate penalise penalize imperil hamper hinder wreck betray flood violate insult
    mislead waste flout steal lie mismanage squander botch neglect distort trample erode divide cheat rob deceive misuse manipulate
    sabotage mistreat mishandle abuse alienate infringe degrade pollute disrupt`),
  /** Doing Y means that something else is not to be. */
  ends: verbs(`stop end ban abolish scrap cancel halt abandon outlaw prohibit reject oppose block repeal drop withdraw suspend forbid
    shelve overturn reverse axe dismantle avoid prevent delay postpone resign quit`),
  /** Doing Y means to be against something; who would ban or repeal it is for the ban, by contrast. */
  counters: verbs(`stop reject oppose block halt abandon avoid prevent delay postpone veto resist fight counter combat defeat counteract
    overturn denounce condemn thwart boycott`),
  ready: words('ready willing prepared keen eager happy glad determined committed delighted inclined'),
  unwilling: words('unwilling reluctant loath hesitant unprepared'),
  readiness: nouns('readiness willingness commitment determination desire resolve eagerness'),
  unwillingness: nouns('unwillingness reluctance refusal hesitation'),
  good: words(`good great excellent wonderful fantastic welcome right fair fairer reasonable sensible wise useful helpful valuable
    beneficial effective efficient successful safe safer perfect ideal better best necessary essential vital crucial indispensable
    worthwhile worth legitimate justified legal positive encouraging promising deserved overdue affordable appropriate
    constructive historic invaluable lawful superior qualified competent decent brave smart brilliant impressive remarkable
    outstanding terrific amazing superb generous inspiring trustworthy robust thoughtful humane sustainable progressive courageous
    admirable heroic compassionate magnanimous honest principled dedicated loyal fearless tireless delightful splendid commendable viable
    feasible`),
  bad: words(`bad wrong terrible awful horrible dangerous harmful unfair unjust unacceptable unreasonable irresponsible reckless
    premature inappropriate unnecessary useless pointless senseless foolish stupid silly absurd ridiculous outrageous shameful destructive disrespectful tawdry false untrue baseless unfounded bogus fake guilty
    disgraceful cruel inhumane illegal unlawful unconstitutional immoral unethical cowardly costly expensive wasteful ineffective
    inefficient unworkable impractical unrealistic unsafe risky catastrophic disastrous devastating damaging worse worst
    unreliable insulting misguided flawed counterproductive irrational undemocratic discriminatory dull lifeless intolerable hasty
    insufficient inadequate unfit unsustainable deceptive crazy insane hypocritical corrupt racist sexist barbaric unwise unworthy
    irritated ill-advised short-sighted unsuitable unproven weak incompetent dishonest unqualified ignorant divisive toxic hateful
    offensive disgusting despicable appalling dire bleak disappointing embarrassing pathetic troubling worrying disturbing alarming
    regrettable unfortunate frustrating inexcusable indefensible unjustified unjustifiable unwarranted excessive extreme naive
    unpatriotic cynical petty heartless careless negligent sloppy abusive misleading incoherent unhelpful unsatisfactory unbearable
    scandalous problematic inconsistent outdated obsolete inhuman vulgar shocking horrific atrocious unconscionable hopeless laughable`),
  benefit: nouns(`answer solution opportunity breakthrough success benefit step triumph blessing boon improvement advantage priority must
    victory model milestone win boost asset hero masterpiece triumph treasure inspiration champion visionary
    genius patriot legend`),
  /** Words of quality: they judge only what somebody does, proposes or is, not soup or weather. */
  quality: words(`good great excellent wonderful fantastic perfect better best successful safe safer effective efficient superior
    brilliant impressive remarkable outstanding terrific amazing superb splendid delightful positive bad terrible awful horrible worse
    worst dull bleak dire weak extreme expensive costly risky dangerous shocking horrific disturbing troubling alarming
    devastating catastrophic disappointing win winning answer`),
  blow: nouns(`mistake disaster catastrophe disgrace scandal insult error nightmare blow threat danger crime sin tragedy outrage failure
    problem obstacle burden betrayal injustice farce fiasco folly shame lie distraction deception provocation gimmick waste risk setback
    mess blunder joke sham hoax scam stunt ploy smear plot garbage rubbish nonsense fabrication falsehood defamation slander breach abuse overreach cover-up charade debacle witch-hunt hypocrisy stupidity idiocy madness insanity cowardice incompetence cruelty atrocity humiliation affront travesty
    eyesore liar coward fraud thief opportunist hypocrite
    bully demagogue bigot racist crook clown puppet traitor loser extremist tyrant dictator thug killer murderer charlatan phony monster
    predator villain culprit lunatic maniac criminal terrorist cheat`),
  needful: words('important essential vital crucial necessary imperative critical urgent key'),
  /** Things that are good to have more of. */
  goods: words(`freedom liberty right rights justice fairness equality peace prosperity wealth growth stability security safety health
    welfare quality innovation efficiency productivity flexibility transparency accountability trust dignity diversity choice
    opportunity progress development reconciliation cooperation independence autonomy knowledge education happiness well-being
    competition employment jobs savings profit reliability sustainability legitimacy tolerance understanding solidarity truth honesty
    responsibility creativity participation protection recovery resilience privacy convenience accuracy strength advantage merit value
    virtue moderation harmony democracy expression`),
  /** Things that are bad to have more of. */
  bads: words(`harm crime violence war conflict poverty inequality unemployment corruption pollution disease illness death deaths injury
    suffering hardship discrimination racism hatred hate abuse exploitation oppression repression censorship fraud waste debt deficit
    inflation crisis instability uncertainty addiction pain fear chaos tyranny coercion monopoly bias prejudice stigma damage
    destruction harm loss losses cost costs shortage delay bureaucracy conflict terrorism terror aggression torture violation violations
    propaganda manipulation bullying stress isolation dependence vulnerability inefficiency injustice ignorance problem problems
    difficulty defect defects weakness flaw flaws failure failures disadvantage drawback gridlock cheating doping flooding erosion
    extinction obesity congestion dropout segregation complications infection burden risk risks threat threats danger dangers
    consequences emission emissions expense penalty barriers barrier humiliation slavery genocide atrocity atrocities massacre killing
    murder rape assault theft victims victim casualties terrorist jihadist extremist extremism dictator dictatorship fascism fascist
    nazi hitler taliban isis isil al-qaeda hezbollah hamas klan mafia gang cartel militant trafficker`),
  /** Makes that there is more of Y. */
  brings: verbs(`cause create increase bring lead produce provide raise foster generate give offer deliver ensure allow encourage enable
    promote inspire incite boost result spread fuel breed trigger maximise maximize perpetuate justify involve spark`),
  /** To be, or to appear to be. */
  be: {
    bases: wordSet('be remain seem become feel prove look appear sound'),
    forms: wordSet("is are was were been be 's 're 'm"),
  },
  /** How people feel about what they are against. */
  angry: words(`angry unhappy furious concerned upset dissatisfied disappointed irritated alarmed frustrated disgusted outraged
    appalled shocked horrified troubled disturbed saddened dismayed`),
  /** X puts an end to Y. */
  scraps: words(`stop ban abolish scrap cancel halt abandon outlaw prohibit block repeal overturn reverse undo dismantle veto axe`),
  /** X does something for others; said of oneself, a promise. */
  serves: words(`offer provide ask vote appeal support back protect compensate help look continue rebuild work fight pay keep
    repay reimburse fund restore defend donate
    investigate review refund cooperate`),
  /** To make known what one is about to do. */
  announce: verbs('announce unveil launch introduce present'),
  /** What people announce that they will do. */
  measure: nouns(`plan ban deal initiative programme program measure step merger closure reform bill proposal law investment cut tax
    fund campaign sanction withdrawal scheme project agreement partnership package strategy crackdown review inquiry boycott strike rise policy system timetable schedule rule treaty budget fee charter curriculum
    increase creation construction expansion extension introduction abolition deployment`),
  /** To show a feeling or a view. */
  voice: verbs('voice express declare offer show have give reiterate signal pledge state sound strike'),
  /** To call Y something. */
  name: verbs('call describe label brand deem characterise characterize dub denounce portray depict paint cast'),
  /** A proposal by its general name; its content is said elsewhere. */
  general: nouns(`idea proposal plan move step scenario issue initiative suggestion measure approach option project scheme question
    possibility matter topic notion concept subject thing prospect`),
} as const satisfies Readonly<Record<string, WordClass>>

export type WordClassName = keyof typeof WORD_CLASSES

/** Whether a token, by its lower-case form or its lemma, is of a class. */
export function isOf(name: WordClassName, token: { readonly lower: string; readonly lemma: string }): boolean {
  const { forms, bases } = WORD_CLASSES[name] as WordClass
  return forms.has(token.lower) || bases.has(token.lemma)
}

/** Verbs of a state: `I will be`, `we will see` promise nothing. */
export const STATIVE: ReadonlySet<string> = wordSet('be have need see know like love want get feel think believe hope remember')

/** `I want to say`, `we must see`: verbs of saying and seeing; nothing that one demands, or is for or against. */
export const SAYING: ReadonlySet<string> = wordSet(`say tell know see think point mention stress emphasise emphasize add note
    recall remember clear admit comment confirm elaborate thank hope inform`)
