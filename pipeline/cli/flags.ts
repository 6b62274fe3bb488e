import { GROWTH } from '../model/heap.ts'

const NODE = Number(process.versions.node.split('.')[0])

/**
 * What V8 is told once it runs. Its optimising compiler takes a seventh of a cold run: functions are optimised later (the flag has another name
 * from Node 22 on) and inline less, patterns are compiled once and for all. That is said by the number of runs, since `--no-regexp-tier-up`
 * crashes where Node's own patterns have run before. A heap grows to twice what lives, not four times: that costs annotation a
 * hundredth of its time.
 */
export const FLAGS: readonly string[] = [
  NODE >= 22 ? '--invocation-count-for-turbofan=30000' : '--interrupt-budget=600000',
  '--max-inlined-bytecode-size=150',
  '--max-inlined-bytecode-size-cumulative=300',
  '--regexp-tier-up-ticks=0',
  `--heap-growing-percent=${GROWTH}`,
]
