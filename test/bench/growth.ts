// `npm run bench:growth [-- part of a name ...]`: a text ten times as long may cost at most 15 times as much, whatever it is made of. Ends with 1 where
// one costs more. Processor time, the least of several rounds for the short text.
import { annotate, articleOf, link, linkInput, NO_CONFIG } from '../../pipeline/index.ts'
import { PIECES, textOf } from './pieces.ts'

const BAR = 15
const SHORT = 30_000
/** Processor time in milliseconds of annotating a text and linking it with another article of the same text. */
function cost(text: string): number {
  const before = process.cpuUsage()
  const inputs = ['a', 'b'].map((id) => linkInput(annotate(articleOf(text, { id })), text))
  link(inputs, NO_CONFIG)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const wanted = process.argv.slice(2)
for (let i = 0; i < 5; i++) cost(textOf(PIECES['news']!, SHORT))
for (const [title, piece] of Object.entries(PIECES)) {
  if (wanted.length > 0 && !wanted.some((part) => title.includes(part))) continue
  const [short, long] = [textOf(piece, SHORT), textOf(piece, SHORT * 10)]
  const few = Math.min(cost(short), cost(short), cost(short))
  const many = cost(long)
  const over = many > BAR * few && many > 200
  if (over) process.exitCode = 1
  process.stdout.write(`${few.toFixed(0).padStart(7)} ms ${many.toFixed(0).padStart(7)} ms ${(many / few).toFixed(1).padStart(6)}  ${title}${over ? '  OVER' : ''}\n`)
}
