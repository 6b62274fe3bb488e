// Prints how many bytes the heap holds after collections, again and again while articles are annotated: `run OUT` over articles that hold the same
// words, `words` over texts that hold new ones. Run with --expose-gc by memory.test.ts.
import { segment } from '../../pipeline/2-segment/segment.ts'
import { NO_CONFIG } from '../../pipeline/model/config.ts'
import { run } from '../../pipeline/run/run.ts'

const { gc } = globalThis as unknown as { readonly gc: () => void }
const held: number[] = []

function measure(): void {
  gc()
  gc()
  held.push(process.memoryUsage().heapUsed)
}

async function runOver(out: string): Promise<void> {
  const text = '“The old bridge will be closed in May,” said Ann Roe, the mayor. The council voted for it on Monday.'
  const stop = new AbortController()
  async function* rows() {
    for (let n = 0; n <= 600; n++) {
      if (n >= 200 && n % 200 === 0) measure()
      yield Buffer.from(`${JSON.stringify({ id: `a${n}`, text: `${text} It was her ${n}.`, other: 'x'.repeat(20_000) })}\n`)
    }
    stop.abort()
  }
  await run(['-'], { out, config: NO_CONFIG, stdin: rows(), signal: stop.signal })
}

/** A word that no text holds, half of them with a digit. */
const newWord = (n: number): string => `Zq${n.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)]!)}${n % 2 ? '' : n % 10}`

function wordsOf(): void {
  for (let n = 0; n < 200_000; n += 500) {
    segment(`${Array.from({ length: 500 }, (_, k) => newWord(n + k)).join(' ')}.`)
    if (n % 10_000 === 0) measure()
  }
}

if (process.argv[2] === 'run') await runOver(process.argv[3]!)
else wordsOf()
process.stdout.write(JSON.stringify(held))
