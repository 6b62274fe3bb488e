import type { Article } from '../model/article.ts'
import type { Attributions, Quotations, SegmentedText, Speakers } from '../model/layers.ts'

/** Resolves each attribution's mention to a speaker (stub: every mention is its own speaker). */
export function resolveSpeakers(article: Article, _text: SegmentedText, _quotes: Quotations, claims: Attributions): Speakers {
  const named = claims.map((claim) => claim.mention)
  const names = [...new Set(named.filter((m) => m !== null).map((m) => article.text.slice(m.start, m.end)))]
  const id = (m: { start: number; end: number }) => `p${names.indexOf(article.text.slice(m.start, m.end)) + 1}`
  return {
    speakers: names.map((name, i) => ({ id: `p${i + 1}`, name, kind: 'person', descriptions: [], mentions: named.filter((m) => m !== null && article.text.slice(m.start, m.end) === name) as { start: number; end: number }[], anonymity: null })),
    claims: named.map((m) => (m ? { ids: [id(m)], resolved: 'name', via: null, probability: 1, why: [] } : { ids: [], resolved: 'unknown', via: null, probability: 1, why: [] })),
    chains: claims.map((c) => c.chain.map((h) => (h.mention ? { name: article.text.slice(h.mention.start, h.mention.end), speaker: null } : { name: '', speaker: null }))),
  }
}
