import { constants, PerformanceObserver, type PerformanceEntry } from 'node:perf_hooks'
import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { GROWTH } from './flags.ts'

/** Bytes that the heap grows by until it is collected again. */
const STEP = 80e6
const LEAST_GROWTH = 20

/**
 * Lets the heap grow by {@link STEP} beyond what a collection left, not in proportion to it, until the function that it gives is called. What annotation
 * holds grows a little with every article, and most of what it fills the heap with is garbage: in proportion, memory would grow twice as fast.
 */
export function growInSteps(): () => void {
  const observer = new PerformanceObserver((list) => {
    if (!list.getEntries().some(isMajor)) return
    grow(Math.max(LEAST_GROWTH, Math.min(GROWTH, Math.round((100 * STEP) / getHeapStatistics().used_heap_size))))
  })
  observer.observe({ entryTypes: ['gc'] })
  return () => {
    observer.disconnect()
    grow(GROWTH)
  }
}

/** Percent of what a collection left. It holds from the next collection on. */
const grow = (percent: number): void => setFlagsFromString(`--heap-growing-percent=${percent}`)

function isMajor(entry: PerformanceEntry): boolean {
  return (entry as { readonly detail?: { readonly kind?: number } }).detail?.kind === constants.NODE_PERFORMANCE_GC_MAJOR
}
