import type { StanceRule } from './row.ts'

/** What something does, for better or worse. They tell for or against a given target; of themselves, whatever an article says did harm would be opposed. */
export const EFFECT_RULES: readonly StanceRule[] = [
  {
    id: 'effect/helps', label: 'support', when: 'Y does good: Y helps, protects, saves',
    in: 'content',
    match: [
      '@helps/VERB', 'make|makes|made * safer|better|fairer|easier|stronger|cheaper', 'allow|allows|enable|enables', 'work|works well',
    ],
    target: 'subject', negated: 'oppose', finite: true, transitive: true, rank: 3,
    hits: ['{Small classes} [help] shy pupils, <she said>'],
    misses: ['Small classes met on Friday, <she said>'],
  },
  {
    id: 'effect/harms', label: 'oppose', when: 'Y does harm: Y hurts, threatens, undermines',
    in: 'content',
    match: [
      '@harms/VERB', 'make|makes|made * worse|harder|poorer|weaker|unsafe|dearer|impossible', 'lead|leads to _? @blow',
      'put|puts _ _? at risk', 'cost|costs _? _? jobs|lives',
    ],
    target: 'subject', finite: true, transitive: true, rank: 3,
    hits: ['{Cheap imports} [ruin] small mills, <he said>'],
    misses: ['Cheap imports arrived, <he said>'],
  },
  {
    id: 'effect/more-good', label: 'support', when: 'Y brings something good, or less of something bad',
    in: 'content',
    match: [
      '@brings/VERB to|in? _? _? _? @goods', '@lessens/VERB _? _? _? @bads',
      'protect|protects|safeguard|safeguards|defend|defends _? _? _? @goods', 'prevention|reduction of|in _? _? @bads',
    ],
    target: 'subject', negated: 'oppose', finite: true, transitive: true, rank: 4,
    hits: ['{Street lamps} [reduce crime], <she said>'],
    misses: ['Street lamps cause accidents, <she said>', 'Street lamps reduce privacy, <she said>'],
  },
  {
    id: 'effect/more-bad', label: 'oppose', when: 'Y brings something bad, or less of something good',
    in: 'content',
    match: [
      '@brings|help/VERB to|in? _? _? _? @bads|@harms', '@lessens|@harms/VERB _? _? _? @goods',
      'threat|danger|risk|affront|insult|damage to',
    ],
    target: 'subject', negated: 'support', finite: true, transitive: true, rank: 4,
    hits: ['{Street lamps} [reduce privacy], <she said>'],
    misses: ['Street lamps reduce crime, <she said>'],
  },
  {
    id: 'better', label: 'support', when: 'Y is better than something else',
    in: 'content', match: ['@be|work ~ much? better|fairer|safer|cheaper|preferable than|to', '@be/AUX|VERB ~ more @good than', 'outweigh'],
    target: 'subject', negated: 'oppose', rank: 5,
    hits: ['{Talking} [works better than] fighting, <he said>'],
    misses: ['Talking is louder than whispering, <he said>'],
  },
]
