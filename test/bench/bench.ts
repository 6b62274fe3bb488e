// `npm run bench [-- articles.jsonl ...]`: what the annotation costs, as ratios within one run, on made-up articles or the texts of the files.
// Ends with 1 where one is over its bar.
import { articles, textsOf } from './texts.ts'

const loadStart = performance.now()
const { default: winkNLP } = await import('wink-nlp')
const { default: model } = await import('wink-eng-lite-web-model')
const wink = winkNLP(model, ['sbd', 'pos'])
wink.readDoc('Warm.')
const winkLoaded = performance.now()
const { annotate, articleOf, extract, NO_CONFIG } = await import('../../pipeline/index.ts')
annotate(articleOf('“Warm,” she said.', { id: 'warm' }))
const loaded = performance.now()

const { segment } = await import('../../pipeline/2-segment/segment.ts')
const { findQuotations } = await import('../../pipeline/3-quotations/quotations.ts')
const { parse } = await import('../../pipeline/4-syntax/syntax.ts')
const { attribute } = await import('../../pipeline/5-attribution/attribute.ts')
const { tagClaims } = await import('../../pipeline/5-attribution/tagger/tagger.ts')
const { resolveSpeakers } = await import('../../pipeline/6-speakers/speakers.ts')
const { classify } = await import('../../pipeline/7-stance/classify.ts')
const { assemble } = await import('../../pipeline/assemble.ts')
const { checked } = await import('../../pipeline/9-output/json.ts')
const { annotatedArticleSchema } = await import('../../pipeline/model/schema.ts')

/** CPU time of the work in milliseconds, the least of several rounds. */
async function cpu(work: () => unknown, rounds = 5): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(before)
    times.push((user + system) / 1000)
  }
  return Math.min(...times)
}

/** `extract` without its process: rows of JSONL in, lines of JSON out. Gives the most memory that was held meanwhile, in bytes. */
async function whole(rows: Iterable<string>): Promise<number> {
  async function* stdin() {
    let id = 0
    for (const text of rows) yield Buffer.from(`${JSON.stringify({ id: `a${id++}`, text })}\n`)
  }
  let peak = 0
  for await (const answer of extract(['-'], { config: NO_CONFIG, textPathOf: () => null, stdin: stdin(), minConfidence: 0, attitudes: true })) {
    JSON.stringify(answer)
    peak = Math.max(peak, process.memoryUsage.rss())
  }
  return peak
}
/** wink-nlp alone, its tokens and parts of speech read as anybody who uses them must. */
const bare = (texts: readonly string[]) =>
  texts.forEach((text) => {
    const tokens = wink.readDoc(text).tokens()
    tokens.out()
    tokens.out(wink.its.pos)
  })

/** So many rows, made one by one. */
function* stream(count: number): Generator<string> {
  for (let i = 0; i < count; i++) yield articles(1, 2000, i)[0]!
}

/** What each stage costs, compared with the bare pass. */
async function stages(texts: readonly string[], unit: number): Promise<Readonly<Record<string, number>>> {
  const read = texts.map((text, i) => articleOf(text, { id: `a${i}` }))
  const segmented = texts.map(segment)
  const quotes = segmented.map(findQuotations)
  const syntax = segmented.map((text, i) => parse(text, quotes[i]!))
  const tagged = read.map(({ boilerplate }, i) => tagClaims(segmented[i]!, syntax[i]!, boilerplate))
  const claims = read.map((article, i) => attribute(article, segmented[i]!, quotes[i]!, syntax[i]!, tagged[i]!).claims)
  const speakers = read.map((_, i) => resolveSpeakers(segmented[i]!, syntax[i]!, claims[i]!))
  const judged = segmented.map((text, i) => classify(text, syntax[i]!, claims[i]!, speakers[i]!))
  const put = (article: ReturnType<typeof articleOf>, i: number) =>
    assemble(article, { text: segmented[i]!, quotes: quotes[i]!, claims: claims[i]!, leftOut: [], speakers: speakers[i]!, judgements: judged[i]!, model: 'bench', topics: [] })
  const done = read.map(put)
  const times = {
    read: await cpu(() => texts.forEach((text) => articleOf(text, { id: 'a' }))),
    segment: await cpu(() => texts.forEach(segment)),
    quotations: await cpu(() => segmented.forEach(findQuotations)),
    syntax: await cpu(() => segmented.forEach((text, i) => parse(text, quotes[i]!))),
    tagger: await cpu(() => read.forEach(({ boilerplate }, i) => tagClaims(segmented[i]!, syntax[i]!, boilerplate))),
    attribution: await cpu(() => read.forEach((article, i) => attribute(article, segmented[i]!, quotes[i]!, syntax[i]!, tagged[i]!))),
    speakers: await cpu(() => read.forEach((_, i) => resolveSpeakers(segmented[i]!, syntax[i]!, claims[i]!))),
    stance: await cpu(() => segmented.forEach((text, i) => classify(text, syntax[i]!, claims[i]!, speakers[i]!))),
    assemble: await cpu(() => read.forEach(put)),
    check: await cpu(() => done.forEach((article) => checked(annotatedArticleSchema, article))),
    json: await cpu(() => done.forEach((article) => JSON.stringify(article))),
  }
  return Object.fromEntries(Object.entries(times).map(([stage, time]) => [stage, time / unit]))
}

const files = process.argv.slice(2)
const texts = files.length ? textsOf(files) : articles(150, 3500)
await whole(texts.slice(0, 30))
bare(texts.slice(0, 30))
// So many rounds because V8 goes on compiling for about ten: the least of the first five is a twentieth more, and less steady.
let unit = Infinity, all = Infinity
for (let round = 0; round < 15; round++) {
  unit = Math.min(unit, await cpu(() => bare(texts), 1)) // by turns: other programs slow both
  all = Math.min(all, await cpu(() => whole(texts), 1))
}
const [short, long] = [articles(1, 20_000), articles(1, 200_000)]
const growth = (await cpu(() => whole(long))) / (await cpu(() => whole(short), 9))
const few = await whole(stream(300))
const memory = (await whole(stream(3000))) / few

const figures = [
  { figure: 'whole annotation, text to JSON, to a bare wink-nlp pass (sbd, pos): CPU time', measured: all / unit, bar: 8 },
  { figure: 'CPU time of a text ten times as long', measured: growth, bar: 13 },
  { figure: 'memory of a stream of ten times as many articles', measured: memory, bar: 1.5 },
  { figure: 'loading everything else, to loading wink-nlp and its model', measured: (loaded - winkLoaded) / (winkLoaded - loadStart), bar: 5 },
]
for (const { figure, measured, bar } of figures) {
  const over = measured > bar
  process.stdout.write(`${measured.toFixed(2).padStart(7)}  (at most ${bar})  ${figure}${over ? '  OVER' : ''}\n`)
  if (over) process.exitCode = 1
}
process.stdout.write('\nof the cost:\n')
for (const [stage, share] of Object.entries(await stages(texts, unit))) process.stdout.write(`${share.toFixed(2).padStart(7)}  ${stage}\n`)
