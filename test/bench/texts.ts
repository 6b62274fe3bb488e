import { readFileSync } from 'node:fs'

/** The texts of the rows (`{ text }`) of JSONL files. */
export function textsOf(paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => readFileSync(path, 'utf8').trim().split('\n').map((row) => (JSON.parse(row) as { text: string }).text))
}

/**
 * Made-up articles for timing: quotations, paraphrases and plain sentences, about as dense in claims, names and long words as news is (4 to 5
 * claims, 25 capitalised words and 190 tokens to 1,000 characters). The same for the same seed.
 */
export function articles(count: number, length: number, seed = 1): readonly string[] {
  const random = generator(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  const sentence = () => fill(pick(SENTENCES), pick)
  return Array.from({ length: count }, () => {
    const paragraphs: string[] = []
    for (let size = 0; size < length; size += paragraphs.at(-1)!.length + 1) {
      paragraphs.push(Array.from({ length: 1 + Math.floor(random() * 3) }, sentence).join(' '))
    }
    return paragraphs.join('\n')
  })
}

const FIRST = ['Jane', 'John', 'Maria', 'Omar', 'Li', 'Ines', 'Pavel', 'Ruth', 'Kofi', 'Anna']
const LAST = ['Doe', 'Roe', 'Marsh', 'Holm', 'Petrov', 'Silva', 'Baker', 'Okafor', 'Stone', 'Weiss']
const ROLE = ['the mayor', 'a spokesman for the harbour', 'the keeper of the mill', 'two officials', 'the ministry', 'the company', 'police']
const NOUN = ['bridge', 'budget', 'strike', 'vaccine', 'harvest', 'tunnel', 'election', 'reservoir', 'school', 'railway', 'museum', 'tax']
const VERB = ['close', 'delay', 'extend', 'sell', 'repair', 'inspect', 'finance', 'abandon', 'rebuild', 'defend']
const SENTENCES = [
  '“We will {V} the {N} before the end of the year,” {P} said.',
  '{P} said that the {N} would {V} the {N} and that nobody had asked for it.',
  '“The {N} is not what people think,” {P} told reporters on Monday, “and we will {V} it again.”',
  'According to {R}, plans to {V} the {N} were dropped last spring after the {N} failed an inspection.',
  'The {N} was built ninety years ago, and about 12,000 people a day use it on their way to the {N}.',
  '{P} denied that {R} had promised to {V} the {N}.',
  'It rained for three days, the {N} stood under water, and the road to the {N} was closed until Friday.',
  'He called on {R} to {V} the {N}, adding that the {N} could wait.',
  '{R} declined to comment on the {N}.',
  'Work on the {N} began in April and was to last eleven weeks, but two of the four cranes broke and had to be replaced.',
  'Most of the money for the {N} comes from the region, which also pays for the {N} and for half of the {N}.',
  'The old {N} stands empty, and weeds grow between the stones where the market used to be held on Saturdays.',
  'In 2014, after a fire in the {N}, more than 300 families moved to the north of the town, and few of them came back.',
  'A second {N} is planned for the other bank of the river, about four kilometres from the first.',
  'Traffic was heavy on Friday morning, with queues of up to nine kilometres in front of the {N}.',
  '“There was no {N},” {P} said. “There was a {N}, and it had to {V}.”',
  'Construction between Harbourton and Eastmarch was interrupted repeatedly after engineers found contaminated groundwater under the former chemical works.',
  'Passengers travelling towards Northfield International Airport experienced considerable delays throughout Wednesday morning because of failed equipment.',
  'Approximately 4,300 households in Westbury and neighbouring communities remained without electricity on Thursday, and temperatures fell considerably.',
  'The Eastmarch Regional Development Corporation, established in 1987, administers scholarships and several conservation projects along the Harbourton coast.',
  'Unemployment in the northern districts increased slightly during November, while manufacturing and construction recovered from their summer decline.',
  'Volunteers from Saint Mark’s Parish and the Harbourton Swimming Association distributed blankets and medicines in the overcrowded {N}.',
  '{P} graduated from Northfield University in 1994, worked for the Westbury Chamber of Commerce and afterwards represented Eastmarch in parliament.',
  'Prosecutors in Westbury investigated fraudulent invoices worth about $2.6 million between January 2011 and December 2013.',
]

function fill(pattern: string, pick: <T>(from: readonly T[]) => T): string {
  const words: Readonly<Record<string, () => string>> = {
    P: () => `${pick(FIRST)} ${pick(LAST)}`,
    R: () => pick(ROLE),
    N: () => pick(NOUN),
    V: () => pick(VERB),
  }
  const filled = pattern.replace(/\{(\w)\}/g, (_, kind: string) => words[kind]!())
  return filled[0]!.toUpperCase() + filled.slice(1)
}

/** mulberry32 (public domain): 32 bits of state, good enough to vary texts. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
