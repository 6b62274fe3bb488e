import type { StanceRule } from './row.ts'

/** Attitudes to persons and bodies: attack and defence, respect and contempt, harm done, fitness for an office. */
export const PEOPLE_RULES: readonly StanceRule[] = [
  {
    id: 'attacks', label: 'oppose', when: 'X attacks, insults or taunts Y',
    in: 'cue',
    match: [
      '@attack/VERB', 'lash|lashed|hit|hits|fire|fired|shoot|shot|strike|struck|punch|punched out|back at?',
      'take|takes|took|taking aim|shots|swipes|jabs|potshots at', 'take|takes|took|taking an|a|another _? swipe|jab|shot|dig|stab at',
      'go|goes|went|going after', 'rail|rails|railed|railing|inveigh|rant|ranted against|about', 'call|calls|called|calling out',
      'sneer|scoff|jeer|laugh|laughed at', 'tear|tore|rip|ripped|lay|laid|light|lit into', 'play|plays|played down', 'turn|turned on',
      'press|sink|sank|sinking _ _? attack|teeth on|into?', 'criticism|criticisms|critique|critiques|attack|attacks of|on',
      'rhetoric|accusation|accusations|insult|insults|slur|slurs|smear|tirade|jibe|jibes against|about|towards|at?',
      'disagreement|disagreements|quarrel|feud|dispute with',
    ],
    target: 'charged', negated: null, conditional: false, rank: 6,
    hits: ['The rower <[lashed out at]> {the umpire}.', 'Gardeners <[hammered]> {the mayor}.'],
    misses: ['The rower <said> the attack came at night.'],
  },
  {
    id: 'praises', label: 'support', when: 'X praises, defends, thanks or honours Y, or stands by Y',
    in: 'cue',
    match: [
      '@honour/VERB', 'vouch|vouches|vouched|vouching for', 'pay|pays|paid tribute to', 'stick|sticks|stuck up|with|by for?',
      'rally|rallied|unite|united|line|lined|swing|swung|get|got|throw|threw _? _? behind', 'come|comes|came to _ _? defence|defense|aid',
      'heap|heaps|heaped|lavish|lavished|have|has|had _? praise on|upon|for', 'speak|speaks|spoke highly|warmly|well of',
      'sing|sang|sings the praises of', '@voice a|an? positive|warm|upbeat note|word|words about|on|for', '@voice kind|warm words for|about',
      'solidarity with', 'in support of', 'vote|votes|voted for', 'wish|wishes|wished _? _? well|luck', 'root|roots|rooting|cheer for',
    ],
    target: 'charged', negated: 'oppose', conditional: false, rank: 6,
    hits: ['The bishop <[paid tribute to]> {the nurses}.', 'Anglers <[congratulated]> {the warden}.'],
    misses: ['The bishop <said> the vote was close.'],
  },
  {
    id: 'respects', label: 'support', when: 'X has respect, trust or admiration for Y',
    in: 'any',
    match: [
      'respect|admiration|affection|gratitude|appreciation for', 'respect/VERB', 'vote|voting for', 'have|has full? confidence|faith|trust in',
      'have|has _ _? full|complete support|backing|confidence', 'glad|lucky|honoured|honored to have', 'rather vote for', 'count on',
    ],
    target: 'object', negated: 'oppose', self: true, conditional: false, rank: 6,
    hits: ['“I have great [respect for] {the goalkeeper},” <she said>'],
    misses: ['The goalkeeper has the ball, <she said>'],
  },
  {
    id: 'shuns', label: 'oppose', when: 'X wants nothing to do with Y',
    in: 'any',
    match: [
      'want|wants|wanted no part in|of', 'nothing to do with', "have|has|had no respect|sympathy|time|patience|use for|with",
      'cut|cuts|severed|cutting|severing|sever _? ties|links with|to', 'not be anxious|eager|keen|happy to have',
    ],
    target: 'object', negated: null, conditional: false, self: true, rank: 7,
    hits: ['“We [want no part in] {the raffle},” <he said>'],
    misses: ['“We want a part in the play,” <he said>'],
  },
  {
    id: 'makes-up', label: 'oppose', when: 'Y lies, invents, cheats',
    in: 'content',
    match: [
      'make|makes|made|making it|that|this|things|stuff|stories|them all? up', 'tell|tells|told|telling lies|untruths|falsehoods',
      'lie|lies|lied|lying/VERB', 'fabricate|fabricated|invent|invented/VERB', 'get|gets|got away with', 'peddle|peddling/VERB',
      'throw|throwing|threw _ away', 'play|playing politics|games',
    ],
    target: 'subject', negated: 'support', finite: true, conditional: false, rank: 5,
    hits: ['“{The clerk} [made it up],” <she said>'],
    misses: ['“The clerk made tea,” <she said>'],
  },
  {
    id: 'wrongs', label: 'oppose', when: 'Y does wrong to somebody',
    in: 'content',
    match: [
      '@wrongs/VERB me|us|him|her|them|my|our|his|their|people|children|women|workers|citizens|customers|voters|families|patients',
      '@wrongs/VERB a|the? _? _? people|children|women|workers|citizens|customers|voters|families|patients|public|country|nation|community',
      'take|takes|took away|from', 'fail|fails|failed/VERB to?', 'neglect|neglects|neglected/VERB', 'refuse|refuses|refused/VERB to',
      'ignore|ignores|ignored/VERB',
    ],
    target: 'subject', negated: null, finite: true, conditional: false, rank: 3,
    hits: ['{The landlord} [evicted the families] in May, <she said>'],
    misses: ['The landlord painted the wall, <she said>'],
  },
  {
    id: 'unfit', label: 'oppose', when: 'Y is unfit, cannot be trusted, should not be in office',
    in: 'content',
    match: [
      "not|n't even|really? fit|qualified|able|capable|equipped|suited to|for|of", "can|could not|n't be trusted|believed|relied",
      'cannot be trusted|believed|relied', "not|n't seem able|capable to|of", "does|do|did not|n't seem to be? able|know|understand|have|get|care",
      "not|n't have|know|understand a|any|the clue|idea|plan|judgment|judgement|temperament|experience", 'belong|belongs in prison|jail',
    ],
    target: 'subject', negated: null, conditional: false, rank: 6,
    hits: ['{The skipper} is [not fit to] sail, <he said>'],
    misses: ['The skipper is fit, <he said>'],
  },
  {
    id: 'scrutinised', label: 'oppose', when: 'X says that they are hounded or treated unfairly',
    in: 'content',
    match: [
      '=face|=facing|=faced|=faces|=getting|=got|=under * scrutiny|attack|attacks|criticism|harassment|intimidation',
    ],
    target: 'object', negated: null, conditional: false, self: true, rank: 4,
    hits: ['He was [facing unfair scrutiny], <he said>'],
    misses: ['He was facing the sea, <he said>'],
  },
  {
    id: 'defends-against', label: 'oppose', when: 'X defends themselves against Y',
    in: 'cue', match: ['defend|defends|defended|defending himself|herself|itself|themselves|myself|ourselves against|from', 'deny|denies|denied any? wrongdoing'],
    target: 'charged', negated: null, conditional: false, rank: 8,
    hits: ['The judge <[defended herself against]> {claims of bias}.'],
    misses: ['The judge <defended> the ruling.'],
  },
]
