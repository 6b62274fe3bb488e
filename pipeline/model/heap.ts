import { constants, PerformanceObserver, type PerformanceEntry } from 'node:perf_hooks'
import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Percent of what a collection of the heap left that it grows by until the next; and while claims are linked for the first time, which costs that a twentieth of its time. */
export const GROWTH = 100, LINKING_GROWTH = 50

/** Bytes that the heap grows by until it is collected again, while articles are annotated; and while claims are linked again after a change. */
const STEP = 40e6, CHANGE_STEP = 80e6
const LEAST_GROWTH = 20

/**
 * Lets the heap grow by {@link STEP} beyond what a collection left, not in proportion to it, as long as this thread lives. What annotation
 * holds grows a little with every article, and most of what it fills the heap with is garbage: in proportion, memory would grow twice as fast.
 */
export function growInSteps(): void {
  const observer = new PerformanceObserver((list) => {
    if (!list.getEntries().some(isMajor)) return
    growBy(Math.max(LEAST_GROWTH, Math.min(GROWTH, Math.round((100 * STEP) / getHeapStatistics().used_heap_size))))
  })
  observer.observe({ entryTypes: ['gc'] })
}

/** Lets the heap grow by so many percent of what a collection leaves, from the next one on; in all threads. */
export const growBy = (percent: number): void => setFlagsFromString(`--heap-growing-percent=${percent}`)

/** Lets the heap grow by some {@link CHANGE_STEP} beyond what it holds now, or by as much as lives: a run after a change is short, and collections would take a seventh of it. What is outside of the heap may be more as well, see {@link takeOutside}. */
export function growForChange(): void {
  growBy(Math.max(GROWTH, Math.round((100 * CHANGE_STEP) / getHeapStatistics().used_heap_size)))
  most = OUTSIDE_AFTER_CHANGE
}

/** Bytes of memory outside of the heap after which garbage is collected; after a change, where one in twelve parts of the time went to that (35.2 in place of 38.5 CPU-s at 19,933 articles, no more memory). */
const OUTSIDE = 1 << 25, OUTSIDE_AFTER_CHANGE = 1 << 27
let most = OUTSIDE
/** Such bytes that were taken since. */
let uncollected = 0

/** Says that so many bytes were taken outside of the heap, which V8 does not count: whatever of that nobody can ask for is given back once it is much. */
export function takeOutside(bytes: number): void {
  uncollected += bytes
  if (uncollected <= most) return
  uncollected = 0
  collect()
}

let collector: (() => void) | null = null

/** Collects all garbage of this thread now: where much has become garbage of which V8's collector does not know how large it is. */
export function collect(): void {
  if (collector === null) {
    setFlagsFromString('--expose-gc') // from now on a new context has it
    collector = runInNewContext('gc') as () => void
  }
  collector()
}

function isMajor(entry: PerformanceEntry): boolean {
  return (entry as { readonly detail?: { readonly kind?: number } }).detail?.kind === constants.NODE_PERFORMANCE_GC_MAJOR
}
