import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { isError, read, type ReadOptions } from '../1-read/read.ts'
import { linkInput } from '../8-links/input.ts'
import { link } from '../8-links/link.ts'
import { fileName } from '../9-output/files.ts'
import { prettyJson } from '../9-output/json.ts'
import { makeFolder } from '../9-output/folder.ts'
import { writeAtomic } from '../9-output/write-atomic.ts'
import { annotateAll } from '../annotate.ts'
import { goldArticleSchema, type GoldArticle } from '../check/gold.ts'
import { claimOfQuotes } from '../corrections/apply.ts'
import { claimQuotes } from '../corrections/quote.ts'
import { correctionsPath, readCorrections } from '../corrections/read.ts'
import { regular } from '../model/regular.ts'
import { titleOf } from '../report/rows.ts'
import { CLAIM_KINDS, COMMITMENTS, SPEAKER_KINDS, STANCES, type AnnotatedArticle, type Claim, type Link } from '../model/schema.ts'
import { UserError } from '../model/user-error.ts'
import { decode, encode } from '../text/decode.ts'
import { correctionsOf, placesOf, stateOf, statedOf } from './convert.ts'
import { goldOf } from './gold.ts'
import { NOTHING, VERDICTS, type ReviewArticle, type ReviewListing, type ReviewState } from './state.ts'
import { addTo } from '../model/group-by.ts'
import { refKey } from '../model/id.ts'

interface Held {
  readonly article: AnnotatedArticle
  readonly text: string
}

/** The articles under review, as the pipeline answers them without any correction, and what a person says about them. */
export class Session {
  private readonly links = new Map<string, Link[]>()

  private constructor(
    private readonly held: ReadonlyMap<string, Held>,
    private readonly goldFolder: string,
  ) {}

  /**
   * Reads and annotates the articles, and links them with one another.
   * @throws UserError where nothing can be read, or an article has no file that corrections could lie beside.
   */
  static async open(paths: readonly string[], options: ReadOptions, goldFolder: string): Promise<Session> {
    const held = new Map<string, Held>()
    for await (const input of read(paths, options)) {
      if (isError(input)) throw new UserError(input.message)
      if (input.path === null) throw new UserError('an article on standard input has no file that corrections could lie beside; save it first')
      held.set(input.id, { article: annotateAll([input], options.config.topics)[0]!, text: input.text })
    }
    const session = new Session(held, goldFolder)
    const { links } = link([...held.values()].map(({ article, text }) => linkInput(article, text)), options.config)
    for (const one of links)
      for (const ref of [one.a, one.b]) addTo(session.links, refKey(ref), one)
    return session
  }

  listing(): readonly ReviewListing[] {
    return [...this.held.values()].map(({ article, text }) => {
      const { state } = this.stateOf(article.source.id)
      const judged = article.claims.filter(({ id }) => state.judged.some(({ claim }) => claim === id)).length
      return { id: article.source.id, title: titleOf(article, text), claims: article.claims.length, judged }
    })
  }

  article(id: string): ReviewArticle | null {
    const held = this.held.get(id)
    if (held === undefined) return null
    const { article, text } = held
    return {
      id,
      title: titleOf(article, text),
      text,
      found: article.claims.map((claim) => ({ id: claim.id, stated: statedOf(claim, article), confidence: claim.confidence, links: this.linksOf(id, claim) })),
      speakers: article.speakers.map(({ name, kind }) => ({ name, kind })),
      ...this.stateOf(id),
    }
  }

  private linksOf(article: string, { id }: Claim): ReviewArticle['found'][number]['links'] {
    return (this.links.get(refKey({ article, claim: id })) ?? []).flatMap(({ type, a, b }) => {
      const other = a.article === article && a.claim === id ? b : a
      const held = this.held.get(other.article)
      const claim = held?.article.claims.find((one) => one.id === other.claim)
      if (held === undefined || claim === undefined) return []
      return [{ same: type !== 'contradicts', ...other, outlet: held.article.source.outlet ?? titleOf(held.article, held.text), words: claim.content.map(({ exact }) => exact).join(' … ') }]
    })
  }

  private stateOf(id: string): Pick<ReviewArticle, 'state' | 'lost'> {
    const held = this.held.get(id)!
    const found = readCorrections(this.pathOf(id))
    if (found === null) return { state: NOTHING, lost: 0 }
    if (found.corrections === null) throw new UserError(`${found.fault ?? ''}; mend it or move it away`)
    return stateOf(held.article, held.text, found.corrections, (other, of) => {
      const there = this.held.get(other)
      return (there && claimOfQuotes(there.text, of, there.article.claims)?.id) ?? null
    })
  }

  private pathOf(id: string): string {
    const { source } = this.held.get(id)!.article
    return correctionsPath(source)!
  }

  /** Keeps what a person said about an article, whole. @throws UserError where it does not fit the article. */
  async save(id: string, value: unknown): Promise<void> {
    const held = this.held.get(id)
    if (held === undefined) throw new UserError('there is no such article')
    const parsed = stateSchema(held.text.length).safeParse(value)
    if (!parsed.success) throw new UserError(parsed.error.issues[0]?.message ?? 'malformed')
    const corrections = correctionsOf(held.article, held.text, parsed.data, (article, claim) => this.quotesOf(article, claim))
    const path = this.pathOf(id)
    if (corrections.claims.length + corrections.apart.length === 0) await rm(path, { force: true })
    else await writeAtomic(path, prettyJson(corrections))
  }

  private quotesOf(article: string, id: string) {
    const held = this.held.get(article)
    const claim = held?.article.claims.find((one) => one.id === id)
    return held === undefined || claim === undefined ? null : claimQuotes(held.text, placesOf(claim))
  }

  /** Writes the article's gold and text; gives the path of the gold. @throws UserError where a claim is not judged. */
  async saveGold(id: string): Promise<string> {
    const held = this.held.get(id)
    if (held === undefined) throw new UserError('there is no such article')
    const path = join(this.goldFolder, `${fileName(id)}.gold.json`)
    const before: GoldArticle | null = existsSync(path) ? goldArticleSchema.parse(JSON.parse(decode(await readFile(regular(path))).text)) : null
    const gold = goldArticleSchema.parse(goldOf(held.article, held.text, this.stateOf(id).state, before))
    await makeFolder(dirname(path))
    await writeAtomic(path.replace(/\.gold\.json$/, '.txt'), encode(held.text))
    await writeAtomic(path, `${JSON.stringify(gold, null, 1)}\n`)
    return path
  }
}

/** What the page may say about a text of that length. */
function stateSchema(length: number): z.ZodType<ReviewState> {
  const range = z
    .strictObject({ start: z.int().nonnegative(), end: z.int().max(length) })
    .refine(({ start, end }) => start < end, 'a passage is empty')
  const stated = z.strictObject({
    content: z.array(range).min(1),
    mention: range.nullable(),
    cue: range.nullable(),
    speakers: z.array(z.strictObject({ name: z.string().trim().min(1).max(300), kind: z.enum(SPEAKER_KINDS) })),
    kind: z.enum(CLAIM_KINDS),
    commitment: z.enum(COMMITMENTS),
    stance: z.array(z.strictObject({ label: z.enum(STANCES), target: z.string().trim().min(1).max(1000) })),
  })
  return z.strictObject({
    judged: z.array(z.strictObject({ claim: z.string(), verdict: z.enum(VERDICTS), stated: stated.nullable() })),
    apart: z.array(z.strictObject({ claim: z.string(), other: z.strictObject({ article: z.string(), claim: z.string() }), verdict: z.enum(['not-same', 'not-contradicts']) })),
  })
}
