import winkNLP from 'wink-nlp'
import model from 'wink-eng-lite-web-model'
import { segment } from '../../pipeline/2-segment/segment.ts'
import { findQuotations } from '../../pipeline/3-quotations/quotations.ts'
import { parse } from '../../pipeline/4-syntax/syntax.ts'
import { attribute } from '../../pipeline/5-attribution/attribute.ts'
import { tagClaims } from '../../pipeline/5-attribution/tagger/tagger.ts'
import { resolveSpeakers } from '../../pipeline/6-speakers/speakers.ts'
import { classify } from '../../pipeline/7-stance/classify.ts'
import { checked } from '../../pipeline/9-output/json.ts'
import { assemble } from '../../pipeline/assemble.ts'
import { articleOf, extract, NO_CONFIG } from '../../pipeline/index.ts'
import { annotatedArticleSchema } from '../../pipeline/model/schema.ts'

const wink = winkNLP(model, ['sbd', 'pos'])

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

/** `extract` without its process: rows of JSONL in, lines of JSON out. */
async function whole(rows: readonly string[]): Promise<void> {
  async function* stdin() {
    let id = 0
    for (const text of rows) yield Buffer.from(`${JSON.stringify({ id: `a${id++}`, text })}\n`)
  }
  for await (const answer of extract(['-'], { config: NO_CONFIG, textPathOf: () => null, stdin: stdin(), minConfidence: 0, attitudes: true })) JSON.stringify(answer)
}

const bare = (texts: readonly string[]) =>
  texts.forEach((text) => {
    const tokens = wink.readDoc(text).tokens()
    tokens.out()
    tokens.out(wink.its.pos)
  })

/** The whole annotation to a bare pass of wink-nlp, by turns until V8 has compiled all, and what share of a bare pass each stage costs. */
export async function warm(texts: readonly string[], rounds: number): Promise<{ readonly ratio: number; readonly stages: Readonly<Record<string, number>> }> {
  let unit = Infinity, all = Infinity
  for (let round = 0; round < rounds; round++) {
    unit = Math.min(unit, await cpu(() => bare(texts), 1))
    all = Math.min(all, await cpu(() => whole(texts), 1))
  }
  return { ratio: all / unit, stages: await stages(texts, unit) }
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
