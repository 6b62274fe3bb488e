import { assemble } from '../../pipeline/assemble.ts'
import { parseMarked, type MarkedCase } from '../../pipeline/check/marked.ts'
import type { Article } from '../../pipeline/model/article.ts'
import { sha256 } from '../../pipeline/model/id.ts'
import type { Attribution, RawJudgement, RawSpeaker, Resolved } from '../../pipeline/model/layers.ts'
import type { AnnotatedArticle } from '../../pipeline/model/schema.ts'
import type { Range } from '../../pipeline/model/span.ts'

/** The one case of a marked text. */
export function marked(source: string): MarkedCase {
  const [only, ...more] = parseMarked(source.startsWith('===') ? source : `=== case\n${source}`, 'test.txt')
  if (only === undefined || more.length > 0) throw new Error('write one case')
  return only
}

/** An article as the pipeline would write it if it answered exactly what the marked text says. */
export function annotated(source: string, about: Partial<Article> = {}, confidence: readonly number[] = []): AnnotatedArticle {
  const { text, marks, facts } = marked(source)
  const numbers = [...new Set(marks.flatMap(({ claims }) => claims))].toSorted((a, b) => a - b)
  const ranges = (label: string, number: number): Range[] =>
    marks.filter((mark) => mark.label === label && mark.claims.includes(number)).map(({ start, end }) => ({ start, end }))
  const names = [...new Set(numbers.flatMap((number) => facts.get(number)?.speaker ?? []))]
  const speakers = names.map((name, i): RawSpeaker => ({
    id: `p${i + 1}`,
    name,
    kind: /\p{Lu}/u.test(name) ? 'person' : 'anonymous',
    descriptions: [],
    mentions: numbers.filter((number) => facts.get(number)?.speaker?.includes(name)).flatMap((number) => ranges('speaker', number)),
    anonymity: /\p{Lu}/u.test(name) ? null : { number: null, reason: null },
  }))
  const claims = numbers.map((number, i): Attribution => ({
    content: ranges('content', number),
    quoted: [],
    cue: ranges('cue', number)[0] ?? null,
    mention: ranges('speaker', number)[0] ?? null,
    kind: facts.get(number)?.kind ?? 'direct',
    mode: facts.get(number)?.mode ?? 'speech',
    within: facts.get(number)?.within == null ? null : numbers.indexOf(Number(facts.get(number)?.within)),
    continues: null,
    chain: (facts.get(number)?.chain ?? []).map(() => ({ mention: null, cue: null, attribution: null })),
    probability: confidence[i] ?? 0.9,
    why: [],
  }))
  const resolved = numbers.map((number): Resolved => {
    const ids = (facts.get(number)?.speaker ?? []).map((name) => `p${names.indexOf(name) + 1}`)
    return { ids, resolved: facts.get(number)?.resolved ?? (ids.length > 0 ? 'name' : 'unknown'), via: null, probability: 1, why: [] }
  })
  const judgements = numbers.map((number, i): RawJudgement => ({
    commitment: { label: facts.get(number)?.commitment ?? 'asserts', rule: 'test/commitment', evidence: null },
    stance: (facts.get(number)?.stance ?? []).map(({ label, target }) => ({
      target: { text: target, range: null },
      label,
      rule: 'test/stance',
      evidence: claims[i]?.content[0] ?? { start: 0, end: 1 },
      probability: 0.5,
    })),
  }))
  const sentences = marks
    .filter(({ label }) => label === 's')
    .map(({ start, end }) => ({ start, end, firstToken: 0, endToken: 0, paragraph: 0 }))
  const chains = numbers.map((number) => (facts.get(number)?.chain ?? []).map((name) => ({ name, speaker: null })))
  return assemble(articleOf(text, about), {
    text: { text, paragraphs: [], sentences, tokens: [] },
    quotes: { quotations: [], problems: [] },
    claims,
    speakers: { speakers, claims: resolved, chains },
    judgements,
    leftOut: [],
    model: 'test',
    topics: [],
  })
}

/** An article of this text, with what a test does not care about filled in. */
export function articleOf(text: string, about: Partial<Article> = {}): Article {
  return {
    id: 'test',
    path: null,
    textPath: null,
    text,
    sha256: sha256(text),
    bytes: Buffer.byteLength(text),
    encoding: 'utf-8',
    title: null,
    published: null,
    authors: [],
    outlet: null,
    url: null,
    found: { title: null, published: null, outlet: null },
    credits: [],
    boilerplate: [],
    problems: [],
    ...about,
  }
}
