import { articleOf } from '../1-read/article-of.ts'
import { linkInput } from '../8-links/input.ts'
import { link } from '../8-links/link.ts'
import { annotate } from '../annotate.ts'
import type { Config } from '../model/config.ts'
import type { AnnotatedArticle, Claim } from '../model/schema.ts'
import type { Output } from '../store/open.ts'
import { telling } from '../store/words.ts'
import { anchor } from '../model/span.ts'

/** A claim that says a sentence, or contradicts it. */
export interface Match {
  readonly article: string
  readonly claim: string
  readonly text: string
  readonly speakers: readonly string[]
  readonly outlet: string | null
  readonly published: string | null
  /** Probability that it does. */
  readonly confidence: number
  readonly why: readonly string[]
}

/** Which claims say a sentence and which contradict it, surest first; both are empty where nothing does either. */
export interface MatchAnswer {
  readonly sentence: string
  readonly says: readonly Match[]
  readonly contradicts: readonly Match[]
}

/** As many articles are compared, those first whose claims share most words with the sentence. */
const MOST_ARTICLES = 300

/** Articles with a claim that shares fewer telling words say something else. */
const LEAST_SHARED = 2

/**
 * Matches a sentence with the claims of articles, by the judge that links claims of different articles: the sentence is linked as the only
 * claim of one article more, whose speaker nobody knows. Articles whose text is gone are left out.
 *
 * @example
 * match('The owls will stay.', output, (article) => readFileSync(article.source.path, 'utf8'), NO_CONFIG).contradicts.length
 */
export function match(sentence: string, output: Output, textOf: (article: AnnotatedArticle) => string | null, config: Config): MatchAnswer {
  const text = sentence.trim()
  const asked = askedArticle(text, output)
  const near = nearest(text, output).flatMap((article) => {
    const found = textOf(article)
    return found === null ? [] : [{ article, input: linkInput(article, found) }]
  })
  const { links } = link([...near.map(({ input }) => input), linkInput(asked, text)], config)
  const byId = new Map(near.map(({ article }) => [article.source.id, article]))
  const matches = links.flatMap(({ type, a, b, confidence, why }) => {
    const other = a.article === asked.source.id ? b : b.article === asked.source.id ? a : null
    const article = other && byId.get(other.article)
    const claim = article?.claims.find(({ id }) => id === other?.claim)
    return article && claim ? [{ contradicts: type === 'contradicts', match: matchOf(article, claim, confidence, why) }] : []
  })
  const sorted = matches.toSorted(({ match: a }, { match: b }) => b.confidence - a.confidence || (a.article + a.claim < b.article + b.claim ? -1 : 1))
  const those = (contradicting: boolean) => sorted.filter(({ contradicts }) => contradicts === contradicting).map(({ match: found }) => found)
  return { sentence: text, says: those(false), contradicts: those(true) }
}

function matchOf({ source, speakers }: AnnotatedArticle, claim: Claim, confidence: number, why: readonly string[]): Match {
  const names = new Map(speakers.map(({ id, name }) => [id, name]))
  return {
    article: source.id,
    claim: claim.id,
    text: claim.content.map(({ exact }) => exact.replace(/\s+/g, ' ')).join(' … '),
    speakers: claim.speaker.ids.map((id) => names.get(id) ?? id),
    outlet: source.outlet,
    published: source.published,
    confidence,
    why,
  }
}

/** The sentence as an article of one claim, under an id that no other article has. */
function askedArticle(text: string, { files }: Output): AnnotatedArticle {
  let id = 'asked'
  while (files.article(id) !== null) id += '-'
  const claim: Claim = {
    id: 'asked',
    kind: 'indirect',
    mode: 'speech',
    within: null,
    content: [anchor(text, { start: 0, end: text.length })],
    quoted: [],
    cue: null,
    speaker: { ids: [], mention: null, resolved: 'unknown', via: null },
    chain: [],
    commitment: { label: 'asserts', rule: 'asked', evidence: null },
    stance: [],
    confidence: 1,
    why: [],
  }
  return { ...annotate(articleOf(text, { id })), claims: [claim] }
}

/** The articles that have a claim with enough of the sentence's words, most first. */
function nearest(sentence: string, { files, index }: Output): readonly AnnotatedArticle[] {
  const asked = new Set(telling(sentence))
  const shared = new Map<number, number>()
  for (const word of asked) for (const { rowid } of index.all<{ rowid: number }>('SELECT rowid FROM words WHERE words MATCH ?', `claim : "${word}"`)) shared.set(rowid, (shared.get(rowid) ?? 0) + 1)
  const least = Math.min(LEAST_SHARED, asked.size)
  const most = JSON.stringify([...shared].flatMap(([claim, count]) => (count >= least ? claim : [])))
  const claims = index.all<{ id: number; article: string }>('SELECT claims.id, articles.name AS article FROM claims JOIN articles ON articles.id = article WHERE claims.id IN (SELECT value FROM json_each(?)) ORDER BY articles.name', most)
  claims.sort((a, b) => shared.get(b.id)! - shared.get(a.id)!)
  const names = new Set<string>()
  for (const { article } of claims) {
    if (names.size === MOST_ARTICLES) break
    names.add(article)
  }
  return [...names].flatMap((name) => files.article(name) ?? [])
}
