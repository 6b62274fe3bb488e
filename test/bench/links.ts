import { existsSync, readFileSync } from 'node:fs'
import { FUNCTION_WORDS } from '../../pipeline/lexicon/frequencies.ts'
import { closeTo, lemmaOf } from '../../pipeline/lexicon/synonyms.ts'
import type { LinkClaim, LinkInput } from '../../pipeline/8-links/input.ts'
import { linkRows } from '../../pipeline/8-links/link.ts'
import { sourceOf } from '../../pipeline/8-links/source.ts'
import { NO_CONFIG } from '../../pipeline/model/config.ts'
import type { Group, Link } from '../../pipeline/model/schema.ts'

/**
 * What linking costs, and how many planted near-duplicates it finds:
 *
 *   npx tsx test/bench/links.ts [10000 100000 1000000]
 *
 * Quotations are sentences of ../shared/corpora/polnear-train.jsonl (or random sentences where that is not there), more
 * of them by a Markov chain over these, and for each a number of variants: exact, other punctuation, cut, a gap, words
 * swapped, another tense, a paraphrase by synonyms. A variant is found if it is linked to, or in one group with, another of its base.
 */
const CORPUS = new URL('../../../shared/corpora/polnear-train.jsonl', import.meta.url)
const CLAIMS_PER_ARTICLE = 10

let seed = 20_250_101
function random(): number {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
}
const below = (n: number) => Math.floor(random() * n)
const pick = <T>(items: readonly T[]): T => items[below(items.length)]!

function baseSentences(): string[] {
  if (!existsSync(CORPUS)) return Array.from({ length: 20_000 }, () => Array.from({ length: 8 + below(20) }, () => randomWord()).join(' '))
  const rows = readFileSync(CORPUS, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as { text: string })
  return rows.flatMap(({ text }) => text.split(/(?<=[.!?])\s+|\n+/)).map((s) => s.trim()).filter((s) => s.split(' ').length >= 7 && s.length < 400)
}

const COMMON = [...FUNCTION_WORDS].slice(0, 80)
const randomWord = () => (random() < 0.5 ? pick(COMMON) : `${pick(['be', 'cor', 'dan', 'fil', 'gor', 'lin', 'mar', 'pol'])}${pick(['den', 'ta', 'rim', 'los', 'ver'])}${below(400)}`)

/** Sentences without end: those given, then ones that a chain over their word pairs makes. */
function* sentences(given: readonly string[]): Generator<string> {
  const shuffled = [...given]
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = below(i + 1)
    ;[shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!]
  }
  yield* shuffled
  const follow = new Map<string, string[]>()
  for (const sentence of shuffled) {
    const words = sentence.split(' ')
    for (let i = 0; i + 2 < words.length; i++) {
      const key = `${words[i]} ${words[i + 1]}`
      const list = follow.get(key) ?? []
      if (list.length < 40) list.push(words[i + 2]!)
      follow.set(key, list)
    }
  }
  for (;;) {
    const words = pick(shuffled).split(' ').slice(0, 2)
    while (words.length < 45) {
      const next = follow.get(words.slice(-2).join(' '))
      if (!next) break
      words.push(pick(next))
      if (/[.!?]$/.test(words.at(-1)!)) break
    }
    if (words.length >= 7) yield words.join(' ')
  }
}

const TENSES: Readonly<Record<string, string>> = {
  is: 'was', are: 'were', was: 'is', were: 'are', will: 'would', would: 'will', can: 'could', could: 'can', has: 'had', have: 'had', had: 'has',
  do: 'did', does: 'did', says: 'said', said: 'says', makes: 'made', made: 'make', take: 'took', think: 'thought', wants: 'wanted', want: 'wanted',
  may: 'might', I: 'he', my: 'his', we: 'they', We: 'They', our: 'their', me: 'him', us: 'them',
}
const synonym = (word: string) => {
  const kin = [...closeTo(lemmaOf(word.toLowerCase().replace(/[^a-z]/g, ''))).keys()]
  return kin.length ? pick(kin) : word
}

const VARIANTS: readonly (readonly [share: number, name: string, vary: (text: string) => string])[] = [
  [0.35, 'exact', (t) => t],
  [0.08, 'punctuation', (t) => t.replace(/[,;:]/g, (m) => (random() < 0.5 ? '' : m)).replace(/'/g, '’').replace(/\.$/, ',')],
  [0.2, 'cut', (t) => {
    const words = t.split(' ')
    const keep = Math.max(5, Math.round(words.length * (0.5 + 0.45 * random())))
    const from = random() < 0.6 ? 0 : Math.max(0, words.length - keep)
    return words.slice(from, from + keep).join(' ')
  }],
  [0.07, 'gap', (t) => {
    const words = t.split(' ')
    const length = 1 + below(Math.max(1, Math.min(6, words.length - 5)))
    words.splice(1 + below(Math.max(1, words.length - length - 1)), length)
    return words.join(' ')
  }],
  [0.15, 'swapped', (t) => {
    const words = t.split(' ')
    for (let n = 1 + below(2); n > 0; n--) {
      const at = below(words.length)
      const kind = random()
      if (kind < 0.35) words[at] = synonym(words[at]!)
      else if (kind < 0.6) words.splice(at, 1)
      else if (kind < 0.8) words.splice(at, 0, pick(['really', 'very', 'just', 'also', 'now', 'actually']))
      else [words[at], words[Math.min(at + 1, words.length - 1)]] = [words[Math.min(at + 1, words.length - 1)]!, words[at]!]
    }
    return words.join(' ')
  }],
  [0.1, 'tense', (t) => t.split(' ').map((word) => TENSES[word] ?? word).join(' ')],
  [0.05, 'paraphrase', (t) => t.split(' ').map((word) => (random() < 0.35 ? synonym(word) : TENSES[word] ?? word)).join(' ')],
]
const HUBS = ['No comment.', 'We will see what happens.', 'Time will tell.', 'We take this matter very seriously.', 'I have no comment on that.']

interface Planted {
  readonly text: string
  readonly base: number
  readonly variant: string
}

/** How often one sentence is quoted: mostly once, seldom very often (k to the power of -2.2, at most 1,000). */
const WEIGHTS = Array.from({ length: 1000 }, (_, i) => (i + 1) ** -2.2)
const TOTAL = WEIGHTS.reduce((sum, w) => sum + w, 0)
function timesQuoted(): number {
  let x = random() * TOTAL
  return 1 + Math.max(0, WEIGHTS.findIndex((w) => (x -= w) < 0))
}

function plant(count: number): Planted[] {
  const planted: Planted[] = []
  const source = sentences(baseSentences())
  for (let base = 0; planted.length < count; base++) {
    if (random() < 0.012) planted.push({ text: pick(HUBS), base: -1, variant: 'hub' })
    const text = source.next().value as string
    planted.push({ text, base, variant: 'first' })
    for (let n = timesQuoted(); n > 1 && planted.length < count; n--) {
      let x = random()
      const [, variant, vary] = VARIANTS.find(([share]) => (x -= share) < 0) ?? VARIANTS[0]!
      planted.push({ text: vary(text), base, variant })
    }
  }
  for (let i = planted.length - 1; i > 0; i--) {
    const j = below(i + 1)
    ;[planted[i], planted[j]] = [planted[j]!, planted[i]!]
  }
  return planted
}

function* articles(planted: readonly Planted[]): Generator<LinkInput> {
  for (let first = 0; first < planted.length; first += CLAIMS_PER_ARTICLE) {
    const claims = planted.slice(first, first + CLAIMS_PER_ARTICLE).map(({ text }, i) => claimOf(text, first + i))
    yield { article: `a${first}`, outlet: null, published: null, credits: [], speakers: [], claims, passages: [], passageHashes: [] }
  }
}

function claimOf(text: string, n: number): LinkClaim {
  const content = [{ start: 0, end: text.length, exact: text }]
  return {
    id: `c${n}`, kind: 'direct', within: null, text, start: 0, end: text.length, content, venue: null, paragraph: 0, lastParagraph: 0, quoted: true, cue: null, mention: null,
    speakers: [], continued: false, chain: [], commitment: 'asserts', about: [], around: '', stance: [], confidence: 1,
  }
}

const say = (line: string) => process.stdout.write(`${line}\n`)
const numberOf = (claim: string) => Number(claim.slice(1))
const percent = ([x, y]: readonly number[]) => `${((100 * x!) / Math.max(1, y!)).toFixed(1)} %`

function measure(count: number): void {
  const planted = plant(count)
  const inputs = [...articles(planted)]
  const before = process.cpuUsage()
  const result = linkRows(inputs.map(sourceOf), NO_CONFIG)
  const pairs: (readonly [number, number])[] = []
  for (const { a, b } of result.links as Iterable<Link>) pairs.push([numberOf(a.claim), numberOf(b.claim)]) // made as they are written
  const { user, system } = process.cpuUsage(before)
  const groupOf = new Map<number, string>()
  for (const group of result.groups as Iterable<Group>) for (const { claim } of group.members) groupOf.set(numberOf(claim), group.id)
  const found = new Uint8Array(count)
  for (const [x, y] of pairs) if (planted[x]!.base === planted[y]!.base) found[x] = found[y] = 1
  const groupsOfBase = new Map<string, number>()
  planted.forEach(({ base }, n) => groupsOfBase.set(`${base} ${groupOf.get(n)}`, (groupsOfBase.get(`${base} ${groupOf.get(n)}`) ?? 0) + 1))
  const rates = new Map<string, [found: number, of: number]>()
  let wrong = 0
  planted.forEach(({ base, variant }, n) => {
    if (variant === 'first' || variant === 'hub') return
    const rate = rates.get(variant) ?? [0, 0]
    if (found[n] || groupsOfBase.get(`${base} ${groupOf.get(n)}`)! > 1) rate[0]++
    rate[1]++
    rates.set(variant, rate)
  })
  for (const [x, y] of pairs) if (planted[x]!.base !== planted[y]!.base) wrong++
  const all = [...rates.values()].reduce((sum, [x, y]) => [sum[0]! + x, sum[1]! + y], [0, 0])
  const seconds = ((user + system) / 1e6).toFixed(1)
  say(`${count} quotations: ${seconds} CPU-s, ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most, found ${percent(all)}`)
  say(`  ${[...rates].sort().map(([variant, rate]) => `${variant} ${percent(rate)}`).join(', ')}`)
  say(`  ${result.groups.length} groups, ${result.links.length} links, ${percent([wrong, result.links.length])} of them between different sentences`)
}

for (const count of process.argv.slice(2).map(Number).concat(process.argv.length > 2 ? [] : [10_000, 100_000])) measure(count)
