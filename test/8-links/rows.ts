import type { LinkClaim, LinkInput } from '../../pipeline/8-links/input.ts'
import { samplePassages } from '../../pipeline/8-links/origins/passages.ts'
import type { SpeakerKind } from '../../pipeline/model/schema.ts'
import type { Span } from '../../pipeline/model/span.ts'

/** One claim of an article made up for a test. */
export interface Said {
  readonly who?: string | null
  /** Spans of content are parted by ` | `. */
  readonly words: string
  readonly via?: string
  readonly venue?: string
  readonly paragraph?: number
  readonly within?: string
  readonly continued?: boolean
  readonly cue?: string
  readonly denies?: boolean
  readonly about?: readonly string[]
  readonly around?: string
}

const span = (exact: string, start = 0): Span => ({ start, end: start + exact.length, exact })

/** An article in which people say things one after the other, a thousand code units apart; `kinds` tells who is not a person. */
export function articleOf(id: string, said: readonly Said[], about: Partial<LinkInput> & { readonly text?: string } = {}, kinds: Readonly<Record<string, SpeakerKind>> = {}): LinkInput {
  const { text, ...rest } = about
  const names = [...new Set(said.flatMap(({ who, via }) => [who ?? [], via ?? []].flat()))]
  const idOf = (name: string) => `p${names.indexOf(name) + 1}`
  const claims = said.map(({ who = null, words, via, venue, paragraph = 0, within, continued, cue, denies, about: persons = [], around = '' }, i): LinkClaim => ({
    id: `c${i + 1}`, kind: /^[“"]/.test(words) ? 'direct' : 'indirect', within: within ?? null, text: words.replaceAll(' | ', ' '), start: i * 1000, end: i * 1000 + words.length,
    content: words.split(' | ').map((part, k, parts) => span(part, i * 1000 + parts.slice(0, k).join(' | ').length)),
    paragraph, lastParagraph: paragraph, quoted: /^[“"]/.test(words), cue: cue === undefined ? null : span(cue, i * 1000 + 400), mention: who === null ? null : span(who, i * 1000 + 500), speakers: who === null ? [] : [idOf(who)],
    continued: continued ?? false, chain: via ? [{ name: via, speaker: idOf(via), mention: span(via, i * 1000 + 700), cue: null }] : [],
    venue: venue === undefined ? null : span(venue, i * 1000 + 800), commitment: denies ? 'denies' : 'asserts', about: persons, around, stance: [], confidence: 1,
  }))
  const speakers = names.map((name) => ({ id: idOf(name), name, kind: kinds[name] ?? 'person', descriptions: [], mentions: [], anonymity: null }))
  return { article: id, outlet: null, published: null, credits: [], ...samplePassages(text ?? ''), ...rest, speakers, claims }
}
