/**
 * The results of tasks, in their order, each as soon as it is there and those before it were taken. A task is started while fewer than
 * `most` are under way or wait to be taken, so memory is bounded however slow the reader is. `start` must not reject.
 */
export async function* inOrder<Task, Result>(tasks: AsyncIterable<Task>, most: number, start: (task: Task) => Promise<Result>): AsyncGenerator<Result> {
  const source = tasks[Symbol.asyncIterator]()
  const underWay: Promise<Result>[] = []
  let next: Promise<IteratorResult<Task>> | null = source.next()
  try {
    while (next !== null || underWay.length > 0) {
      const head = underWay[0]?.then(() => null)
      const arrived = underWay.length < most ? next : null
      const first: IteratorResult<Task> | null = await Promise.race([head, arrived].filter((one) => one != null))
      if (first === null) yield await underWay.shift()!
      else if (first.done) next = null
      else {
        underWay.push(start(first.value))
        next = source.next()
      }
    }
  } finally {
    source.return?.()?.catch(() => undefined) // not awaited: the task asked for may never come
  }
}
