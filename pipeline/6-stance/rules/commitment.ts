import type { CommitmentRule } from './row.ts'

/** How a speaker holds the content, in order of precedence: the cue decides before the content. */
export const COMMITMENT_RULES: readonly CommitmentRule[] = [
  {
    id: 'declines/comment', label: 'declines', when: 'X will not say',
    in: 'cue', match: ['decline/VERB to?', 'refuse to? comment|say|answer|confirm|discuss|disclose|reveal|elaborate?', "not|n't say|comment|confirm|disclose|reveal|elaborate|answer|refute|respond|specify", 'no comment', 'neither confirmed|denied'],
    negated: null,
    hits: ['The club <[declined to] comment on> the fee.', 'He <[refused]> to return the cup.'],
    misses: ['The club <said> attendance declined.'],
  },
  {
    id: 'denies/verb', label: 'denies', when: 'X says that the content does not hold',
    in: 'cue', match: ['deny/VERB', 'refute/VERB', 'dispute/VERB', 'contradict/VERB', 'rebut/VERB', 'disavow/VERB', 'denial|denials of|that?', 'reject|dismiss|rejected|dismissed _? claims|claim|allegations|accusations|suggestions|reports|criticism', 'knock|knocked|shot|shoot down'],
    negated: 'declines',
    hits: ['He <[denied]> taking the money.'],
    misses: ['He <did not deny> taking the money.'],
  },
  {
    id: 'doubts/verb', label: 'doubts', when: 'X does not believe the content',
    in: 'cue', match: ['doubt|doubts|doubted|doubting', 'question/VERB', 'sceptical|skeptical|dubious|unconvinced|doubtful of|about|that?', "not|n't believe|think|expect|see|convinced|sure|certain", 'scepticism|skepticism about|over|that?'],
    negated: null,
    hits: ['Brewers <[doubt]> that the tax will pass.', 'She <does [not believe]> the story.'],
    misses: ['Brewers <believe> that the tax will pass.'],
  },
  {
    id: 'asks/verb', label: 'asks', when: 'X asks',
    in: 'cue', match: ['ask/VERB', 'inquire', 'enquire', 'wonder/VERB', 'query/VERB'],
    negated: null,
    hits: ['She <[asked]> whether the road was open.'],
    misses: ['She <said> the task was done.'],
  },
  {
    id: 'demands/verb', label: 'demands', when: 'X wants the content to be done',
    in: 'cue', match: ['demand|demands|demanded|demanding', 'urge/VERB', 'call|calls|called|calling for|on|upon', 'call/NOUN', 'order/VERB', 'instruct', 'request/VERB', 'require/VERB', 'ask|asks|asked|asking for', 'appeal|appeals|appealed|appealing for|to', 'seek/VERB', 'want|wants|wanted|wanting', 'recommend/VERB', 'push|pushed|press|pressed|lobby|lobbied|campaign|campaigned for', 'plead|pleaded|beg|begged', 'advise/VERB'],
    negated: null,
    hits: ['Parents <[demanded]> a refund.', 'Villagers <[called for]> a bridge.'],
    misses: ['Parents <got> a refund.', 'She <called> the tax “a mess”.'],
  },
  {
    id: 'promises/verb', label: 'promises', when: 'X binds itself to the content',
    in: 'cue', match: ['promise|promises|promised|promising', 'pledge|pledges|pledged|pledging', 'vow|vows|vowed|vowing', 'agree|agrees|agreed|agreeing to|on', 'swear|swore|sworn', 'undertake|undertook', 'commit|commits|committed to', 'guarantee/VERB', 'offer/VERB', 'threaten/VERB', 'volunteer/VERB'],
    negated: null,
    hits: ['The band <[vowed]> to return.'],
    misses: ['The band <said> it had returned.'],
  },
  {
    id: 'asks/content', label: 'asks', when: 'the content is a question',
    in: 'content', match: ['?'],
    negated: null,
    hits: ['“Who left the gate open[?]” <he said>'],
    misses: ['“Somebody left the gate open,” <he said>'],
  },
  {
    id: 'demands/modal', label: 'demands', when: 'the content says what ought to be done',
    in: 'content', match: ['must/AUX', 'should', 'ought to', '@needful/ADJ that|to', "it 's|is time to|for|that", 'need/NOUN for|to', 'we|i|they need|needs|demand', 'we want', 'what we|i|they need|want', 'be needed|required', 'let us', "let 's", 'enough is enough'],
    negated: 'demands',
    hits: ['The town [must] repair the pier, <she said>', '“[We need] more lifeguards,” <he said>'],
    misses: ['The town repaired the pier, <she said>'],
  },
  {
    id: 'demands/necessity', label: 'demands', when: 'the content says what has to be done; not having to is no demand',
    in: 'content', match: ["have|has|need|needs|'ve to", 'be needed|required'],
    negated: null,
    hits: ['The town [has to] repair the pier, <she said>'],
    misses: ['The town does not need to repair the pier, <she said>'],
  },
  {
    id: 'hedges/verb', label: 'hedges', when: 'X holds the content to be possible only',
    in: 'cue', match: ['suggest/VERB', 'speculate', 'speculation|speculations|rumour|rumours|rumor|rumors', 'consider|considers|considered|considering', 'mull/VERB', 'weigh|weighing', 'suspect/VERB', 'hint/VERB', 'guess/VERB', 'not yet fully? committed'],
    negated: null,
    hits: ['The data <[suggest]> that the ice is thin.', 'Owners <are [considering]> a sale.'],
    misses: ['The data <show> that the ice is thin.', 'She <suggested> selling the boat.'],
  },
  {
    id: 'promises/modal', label: 'promises', when: 'the speaker says what they will do',
    in: 'content', match: ["i|we will|'ll|shall not|never|also|always|all? _", "i|we 'm|am|'re|are going to _", 'i|we am|are|\'m|\'re|remain fully|totally? committed|determined to', 'it|he|she|they would|will|\'d offer|provide|ask|vote|appeal|support|protect|compensate|help|look|continue|rebuild|work|fight|pay|never|not'],
    negated: 'promises',
    hits: ['“[We will repair] the pier,” <she said>'],
    misses: ['“We repaired the pier,” <she said>'],
  },
  {
    id: 'hedges/modal', label: 'hedges', when: 'the content is said to be possible only',
    in: 'content', match: ['may|might|could/AUX', 'perhaps|possibly|maybe', 'it is possible that'],
    negated: null,
    hits: ['The pier [may] close, <she said>'],
    misses: ['The pier closed in May, <she said>'],
  },
]
