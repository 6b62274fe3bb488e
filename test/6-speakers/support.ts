import { findQuotations } from '../../pipeline/3-quotations/quotations.ts'
import { segment } from '../../pipeline/2-segment/segment.ts'
import { parse } from '../../pipeline/4-syntax/syntax.ts'
import { resolveSpeakers } from '../../pipeline/6-speakers/speakers.ts'
import type { MarkedCase } from '../../pipeline/check/marked.ts'
import type { Article } from '../../pipeline/model/article.ts'
import type { Attribution, RawHop, Speakers } from '../../pipeline/model/layers.ts'
import type { Range } from '../../pipeline/model/span.ts'

/** A bare article with a text. */
export function articleOf(text: string): Article {
  return {
    id: 'case', path: null, textPath: null, text, sha256: '', bytes: 0, encoding: 'utf-8',
    title: null, authors: [], published: null, outlet: null, url: null, found: { title: null, published: null, outlet: null },
    credits: [], boilerplate: [], problems: [],
  }
}

/** An attribution of which only the given parts matter. */
export function attribution(parts: Partial<Attribution>): Attribution {
  return {
    content: [], quoted: [], cue: null, mention: null, kind: 'indirect', mode: 'speech',
    within: null, continues: null, chain: [], probability: 1, why: [],
    ...parts,
  }
}

/** Resolves mentions given by their words: each is found as whole words after the one before; `null` continues the claim before. */
export function resolve(text: string, mentions: readonly (string | null)[], hops: readonly (readonly string[])[] = []): Speakers {
  let cursor = 0
  const find = (words: string): Range => {
    let start = text.indexOf(words, cursor)
    while (start > 0 && /[a-z]/i.test(text[start - 1]!)) start = text.indexOf(words, start + 1)
    if (start < 0) throw new Error(`not in the text after ${cursor}: ${words}`)
    cursor = start + words.length
    return { start, end: start + words.length }
  }
  const claims = mentions.map((words, i) => {
    const mention = words === null ? null : find(words)
    const chain = (hops[i] ?? []).map((hop): RawHop => {
      const start = text.indexOf(hop)
      return { mention: { start, end: start + hop.length }, cue: null, attribution: null }
    })
    return attribution({ mention, continues: words === null ? i - 1 : null, chain })
  })
  return resolveText(text, claims)
}

/** The layer for a text and its attributions. */
export function resolveText(text: string, claims: readonly Attribution[]): Speakers {
  const segmented = segment(text)
  return resolveSpeakers(segmented, parse(segmented, findQuotations(segmented)), claims)
}

/** The names that claim i resolves to, joined by ` + `; `unknown` for none. */
export function namesOf(speakers: Speakers, i: number): string {
  const names = speakers.claims[i]!.ids.map((id) => speakers.speakers.find((speaker) => speaker.id === id)!.name)
  return names.join(' + ') || 'unknown'
}

/** The attributions that a marked case marks; a claim without a mention goes on from the one before if a speaker is stated. */
export function claimsOf(marked: MarkedCase): Map<number, Attribution> {
  const numbers = [...new Set(marked.marks.flatMap((mark) => mark.claims))].sort((a, b) => a - b)
  const ranges = (label: string, number: number): Range[] =>
    marked.marks.filter((m) => m.label === label && m.claims.includes(number)).map(({ start, end }) => ({ start, end }))
  const claims = numbers.map((number, i) => {
    const mention = ranges('speaker', number)[0] ?? null
    const stated = marked.facts.get(number)?.speaker?.length ?? 0
    const continues = mention === null && stated > 0 ? i - 1 : null
    return attribution({ content: ranges('content', number), cue: ranges('cue', number)[0] ?? null, mention, continues })
  })
  return new Map(numbers.map((number, i) => [number, { ...claims[i]!, within: enclosing(claims, i) }]))
}

function enclosing(claims: readonly Attribution[], i: number): number | null {
  const { mention } = claims[i]!
  if (!mention) return null
  const outer = claims.findIndex((claim, k) => k !== i && claim.content.some((r) => r.start <= mention.start && mention.end <= r.end))
  return outer < 0 ? null : outer
}
