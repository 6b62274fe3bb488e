import type { CommitmentRule } from './row.ts'

/** How a speaker holds the content, in order of precedence: the cue decides before the content. */
export const COMMITMENT_RULES: readonly CommitmentRule[] = [
  {
    id: 'declines/comment', label: 'declines', when: 'X will not say',
    in: 'cue',
    match: [
      'decline/VERB to?', 'refuse to? comment|say|answer|confirm|discuss|disclose|reveal|elaborate?',
      "not|n't say|comment|confirm|disclose|reveal|elaborate|answer|refute|respond|specify|discuss|address",
      "not|n't want|wish to comment|say|answer|discuss|address|talk", 'no comment', 'neither confirmed|denied',
    ],
   
    hits: ['The club <[declined to] comment on> the fee.', 'He <[refused to]> return the cup.'],
    misses: ['The club <said> attendance declined.'],
  },
  {
    id: 'declines/neither', label: 'declines', when: 'X will neither confirm nor deny',
    in: 'any', match: ['neither confirm|confirmed nor deny|denied', 'not|n\'t confirm or deny'],
   
    hits: ['“I can [neither confirm nor deny] the sale,” <she said>'],
    misses: ['“Neither boat was sold,” <she said>'],
  },
  {
    id: 'denies/verb', label: 'denies', when: 'X says that the content does not hold',
    in: 'cue',
    match: [
      'deny/VERB', 'refute/VERB', 'dispute/VERB', 'contradict/VERB', 'rebut/VERB', 'disavow/VERB', 'denial|denials of|that?',
      'reject|dismiss _? _? claims|claim|allegations|accusations|suggestions|suggestion|notion|reports|criticism|stories|charges',
      'reject|dismiss|play|played|plays|brushed|brush down|aside|off? the? idea|notion|suggestion|talk|rumors|rumours that|of?',
      'knock|knocked|shot|shoot down',
      'defend|defends|defended|defending himself|herself|itself|themselves|myself|ourselves against|from',
    ],
    negated: 'declines',
    hits: ['He <[denied]> taking the money.'],
    misses: ['He <admitted> taking the money.'],
  },
  {
    id: 'doubts/verb', label: 'doubts', when: 'X does not believe the content',
    in: 'cue',
    match: [
      'doubt|doubts|doubted|doubting', 'question|questions|questioned|questioning',
      'sceptical|skeptical|dubious|unconvinced|doubtful of|about|that?', '@voice disbelief|doubts',
      "not|n't believe|think|expect|see|convinced|sure|certain", 'scepticism|skepticism about|over|that?',
    ],
   
    hits: ['Brewers <[doubt]> that the tax will pass.', 'She <does [not believe]> the story.'],
    misses: ['Brewers <believe> that the tax will pass.'],
  },
  {
    id: 'denies/false', label: 'denies', when: 'X calls what others say false',
    in: 'cue', match: ['@name|dismiss|reject * =lie|=lies|false|untrue|nonsense|fiction|fabrication|baseless|unfounded|hoax|myth|rubbish'],
   
    hits: ['The vet <[called]> the story [“a lie]”.'],
    misses: ['The vet <called> the story “a triumph”.'],
  },
  {
    id: 'asks/answer', label: 'asks', when: 'X is asked about the content',
    in: 'cue',
    match: ['asked by|about', 'pressed|quizzed|grilled|questioned|challenged on|about|over|by', 'be pressed|quizzed|grilled'],
   
    hits: ['<[Asked about]> the broken lift, the caretaker shrugged.'],
    misses: ['Parents <asked for> a refund.'],
  },
  {
    id: 'demands/told', label: 'demands', when: 'X tells somebody to do the content',
    in: 'cue', match: ['=tell|=tells|=told|=telling|challenge|dare|encourage|invite|direct|command|warn _? _? _? not? =to'],
    phrase: true,
    hits: ['The guard <[told] us [to]> leave the hall.'],
    misses: ['The guard <told> us that the hall was full.'],
  },
  {
    id: 'demands/asks', label: 'demands', when: 'X asks for the content, or that it be done',
    in: 'cue', match: ['ask for|that|to', 'ask _? _? _? _? to'],
   
    hits: ['Parents <[asked for]> a refund.'],
    misses: ['Parents <asked> whether the road was open.'],
  },
  {
    id: 'asks/verb', label: 'asks', when: 'X asks',
    in: 'cue', match: ['ask/VERB', 'inquire', 'enquire', 'wonder/VERB', 'query/VERB'],
   
    hits: ['She <[asked]> whether the road was open.'],
    misses: ['She <said> the task was done.'],
  },
  {
    id: 'demands/verb', label: 'demands', when: 'X wants the content to be done',
    in: 'cue',
    match: [
      'demand|demands|demanded|demanding', 'urge/VERB', 'call|calls|called|calling for|on|upon', 'call/NOUN to', 'order/VERB', 'instruct',
      'request/VERB', 'require/VERB', 'ask|asks|asked|asking for', 'appeal|appeals|appealed|appealing for|to',
      'seek|seeks|sought|seeking a|an|the|more|his|her|its|their',
      'want|wants|wanted|wanting', 'recommend/VERB', 'push|pushed|press|pressed|lobby|lobbied|campaign|campaigned for',
      'plead|pleaded for|with|to', 'beg|begged', 'advise/VERB',
    ],
   
    hits: ['Parents <[demanded]> a refund.', 'Villagers <[called for]> a bridge.'],
    misses: ['Parents <got> a refund.', 'She <called> the tax “a mess”.'],
  },
  {
    id: 'promises/verb', label: 'promises', when: 'X binds itself to the content',
    in: 'cue',
    match: [
      'promise|promises|promised|promising', 'pledge|pledges|pledged|pledging', 'vow|vows|vowed|vowing',
      'agree|agrees|agreed|agreeing to|on', 'swear|swore|sworn', 'undertake|undertook', 'commit|commits|committed to', 'guarantee/VERB',
      'offer|offered|threaten|threatened|volunteer|volunteered to',
    ],
   
    hits: ['The band <[vowed]> to return.'],
    misses: ['The band <said> it had returned.'],
  },
  {
    id: 'hedges/verb', label: 'hedges', when: 'X holds the content to be possible only',
    in: 'cue',
    match: [
      'speculate', 'speculation|speculations|rumour|rumours|rumor|rumors', '=consider|=considers|=considering', 'have|has|had considered',
      'mull/VERB',
      'weigh|weighing', 'suspect/VERB', 'guess/VERB', 'not yet fully? committed', 'theorise|theorize|hypothesise|hypothesize|imagine/VERB',
    ],
   
    hits: ['Owners <are [considering]> a sale.'],
    misses: ['The data <show> that the ice is thin.'],
  },
  {
    id: 'asks/content', label: 'asks', when: 'the content is a question',
    in: 'content', match: ['?'],
   
    hits: ['“Who left the gate open[?]” <he said>'],
    misses: ['“Somebody left the gate open,” <he said>'],
  },
  {
    id: 'demands/modal', label: 'demands', when: 'the content says what ought to be done',
    in: 'content',
    match: [
      'must/AUX', 'should', 'ought to', '@needful/ADJ that|to', "it 's|is time to|that", "it 's|is time for the|a|an|him|her|them|us|our|this|these|those|all",
      'we|i|they =need|=demand', 'we want to|a|an|the|more|our|them|him|her|it|you|all', 'i|we want to see|have', "i|we|he|she|they would|'d like _ _? _? to", 'please _',
      'we|i =urge|=demand|=ask|=insist|=implore|=beg', 'we|i =call|=appeal on|for|to',
      'what we|i|they need|want', 'let us', "let 's",
      'enough is enough',
    ],
    negated: 'demands',
    hits: ['The town [must] repair the pier, <she said>', '“[We need] more lifeguards,” <he said>'],
    misses: ['The town repaired the pier, <she said>'],
  },
  {
    id: 'demands/necessity', label: 'demands', when: 'the content says what has to be done; not having to is no demand',
    in: 'content', match: ["=have|=has|=need|=needs|='ve to", '=is|=are|=be ~ needed|required', 'need/NOUN for|to'],
   
    hits: ['“We [have to] repair the pier,” <she said>', 'The town [needs to] repair the pier, <she said>'],
    misses: ['The town does not need to repair the pier, <she said>', 'Clocks have springs and they have to be wound, <she said>', 'A new pier may be needed, <she said>'],
  },
  {
    id: 'hedges/suggests', label: 'hedges', when: 'X suggests that the content holds; a deed suggested is a proposal',
    in: 'cue', match: ['suggest/VERB that?', 'hint/VERB that?'],
    clause: true,
    hits: ['The data <[suggest that]> the ice is thin.'],
    misses: ['She <suggested> selling the boat.'],
  },
  {
    id: 'doubts/content', label: 'doubts', when: 'the speaker says that they are not sure',
    in: 'content',
    match: [
      "not|n't so|quite|entirely|fully? sure|convinced|certain|persuaded", 'have|has|had|with serious|real|grave|some|his|her? doubts about|that|whether',
      "not|n't know that",
    ],
   
    hits: ['“I am [not convinced] that the bell is cracked,” <she said>'],
    misses: ['“I am sure that the bell is cracked,” <she said>'],
  },
  {
    id: 'promises/modal', label: 'promises', when: 'the speaker says what they will do',
    in: 'content',
    match: [
      "i|we will|'ll|shall not|never|also|always|all? _", "i|we 'm|am|'re|are going to _",
      'i|we am|are|\'m|\'re|remain fully|totally? committed|determined to',
      "it|he|she|they|@bodies would|will|'d @serves",
    ],
    negated: 'promises',
    hits: ['“[We will repair] the pier,” <she said>'],
    misses: ['“We repaired the pier,” <she said>'],
  },
  {
    id: 'hedges/modal', label: 'hedges', when: 'the content is said to be possible only',
    in: 'content', match: [
      'may|might|could/AUX', "there is|'s|was a|some|every _? possibility|chance", 'perhaps|possibly|maybe|probably|potentially', '=is|=are|=was|=were ~ likely|possible that|to',
      'it|there seem|appear to|that',
    ],
   
    hits: ['The pier [may] close, <she said>'],
    misses: ['The pier closed in May, <she said>'],
  },
]
