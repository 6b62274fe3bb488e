const NODE = Number(process.versions.node.split('.')[0])

/**
 * What V8 is told once it runs. A cold run spends a seventh of its processor time in V8's optimising compiler. A higher budget before a function
 * is optimised (another name from Node 22 on) took 30 % off a run over 420 articles, smaller limits of what is inlined another 5; patterns compiled
 * once and for all, not for an interpreter first, took 10 % off a run over one. That is said by the number of runs: `--no-regexp-tier-up` crashed
 * one process in a hundred, as patterns of Node's own had run before it was set. A heap that may grow to three times what lives, not four, keeps
 * 20,000 articles below 400 MB. The same bytes are written.
 */
export const FLAGS: readonly string[] = [
  NODE >= 22 ? '--invocation-count-for-turbofan=30000' : '--interrupt-budget=600000',
  '--max-inlined-bytecode-size=150',
  '--max-inlined-bytecode-size-cumulative=300',
  '--regexp-tier-up-ticks=0',
  '--heap-growing-percent=200',
]
