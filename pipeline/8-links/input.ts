import type { AnnotatedArticle, Claim, ClaimRef, Hop, Speaker, StanceLabel } from '../model/schema.ts'
import type { Range, Span } from '../model/span.ts'
import { alleges, deniedBy } from './judge/denied.ts'
import { traitsOf } from './judge/traits.ts'
import { echoesOf, textOf } from './echoes.ts'
import { samplePassages } from './origins/passages.ts'
import { venueIn } from './origins/venue.ts'
import { countWhile } from '../model/bisect.ts'

/** What linking keeps of one claim. */
export interface LinkClaim {
  readonly id: string
  readonly kind: Claim['kind']
  readonly within: string | null
  /** The spans of its content, joined by a space. */
  readonly text: string
  readonly start: number
  readonly end: number
  readonly content: readonly Span[]
  /** Paragraphs, counted from 0, of the start of its content and of the last of content, mention and cue. */
  readonly paragraph: number
  readonly lastParagraph: number
  readonly quoted: boolean
  readonly cue: Span | null
  readonly mention: Span | null
  readonly speakers: readonly string[]
  readonly continued: boolean
  readonly chain: readonly Hop[]
  /** The outlet that its sentence says the speaker talked to, or that it was reported by. */
  readonly venue: Span | null
  readonly commitment: Claim['commitment']['label']
  /** Of an allegation, by name: whom its pronouns and titles mean; where it names nobody at all, whom its sentence names. */
  readonly about: readonly string[]
  /** Of a denial that points at what it denies (`the allegations`): the text around it and the beginning of the article. Else empty. */
  readonly around: string
  readonly stance: readonly { readonly target: string; readonly topic: string | null; readonly label: StanceLabel; readonly confidence: number }[]
  readonly confidence: number
  /** See {@link traitsOf}: worked out once, when the article is annotated. */
  readonly traits?: number
  /** Of a claim that makes another's utterance its own: its words (`Ms. Rhee's assessment`). All else but `id` is then of that utterance. */
  readonly echo?: string
}

/**
 * What linking keeps of one article: made when the article is annotated, while its text is at hand, so that the texts
 * need not stay in memory.
 */
export interface LinkInput {
  readonly article: string
  readonly outlet: string | null
  readonly published: string | null
  readonly credits: readonly Span[]
  readonly speakers: readonly Speaker[]
  readonly claims: readonly LinkClaim[]
  /** A sample of its passages of eight words: two articles that share most of them are copies. */
  readonly passages: readonly Span[]
  /** Of the words of each passage: equal where these are. */
  readonly passageHashes: readonly number[]
  /** Claims that a person holds apart from others. */
  readonly apart?: readonly HeldApart[]
}

/** The same but for what tells copies, and what a person says: what its claims are made into rows of. */
export type ReadArticle = Omit<LinkInput, 'passages' | 'passageHashes' | 'apart'>

/** A claim of this article and one of another that are not the same, or do not contradict each other, as a person says. */
export interface HeldApart {
  readonly claim: string
  readonly other: ClaimRef
  readonly verdict: 'not-same' | 'not-contradicts'
}

/**
 * Takes from an annotated article and its text what {@link link} needs.
 * @example
 * linkInput(annotate(articleOf(text, { id: 'a' })), text)
 */
export function linkInput(article: AnnotatedArticle, text: string): LinkInput {
  const paragraphs = paragraphStarts(text)
  const starts = article.sentences.map(({ start }) => start)
  const venues = new Map<number, Span | null>() // one search a sentence, however many claims it holds
  const venueOf = (sentence: number) => {
    const range = article.sentences[sentence]
    if (range && !venues.has(sentence)) venues.set(sentence, venueIn(text, range))
    return venues.get(sentence) ?? null
  }
  const namesIn = ({ start, end }: Range, but: readonly string[]) =>
    article.speakers.filter(({ id, mentions }) => !but.includes(id) && mentions.some((mention) => start <= mention.start && mention.end <= end)).map(({ name }) => name)
  const places: Places = {
    paragraphAt: (offset) => lastAt(paragraphs, offset),
    venueAt: (offset) => venueOf(lastAt(starts, offset)),
    aboutOf: ({ content, speaker: { ids } }) => {
      const named = content.flatMap((span) => namesIn(span, ids))
      return named.length > 0 || content.some(({ exact }) => /\p{Lu}/u.test(exact)) ? named : namesIn(article.sentences[lastAt(starts, content[0]!.start)] ?? content[0]!, ids)
    },
    textAround: (offset) => `${text.slice(0, LEAD)} ${text.slice(Math.max(0, offset - BEFORE), offset + BEHIND)}`,
  }
  const echoes = echoesOf({ claims: article.claims, speakers: article.speakers, sentenceAt: (offset) => lastAt(starts, offset), paragraphAt: places.paragraphAt })
  return {
    article: article.source.id,
    outlet: article.source.outlet,
    published: article.source.published,
    credits: article.source.credits,
    speakers: article.speakers.map((speaker) => ({ ...speaker, mentions: [] })),
    claims: article.claims.map((claim) => {
      const echoed = echoes.get(claim)
      return echoed === undefined ? linkClaim(claim, places) : { ...linkClaim(echoed, places), id: claim.id, echo: textOf(claim) }
    }),
    ...samplePassages(text),
  }
}

interface Places {
  /** The number of the paragraph that an offset lies in. */
  readonly paragraphAt: (offset: number) => number
  /** The outlet that the sentence at an offset names as told or reporting. */
  readonly venueAt: (offset: number) => Span | null
  readonly aboutOf: (claim: Claim) => readonly string[]
  readonly textAround: (offset: number) => string
}

/** What a denial points at is told so many code units before it, or behind it, or at the beginning of the article. */
const [BEFORE, BEHIND, LEAD] = [1200, 400, 400]

/** The place of the last of ascending numbers that is not above a value; -1 where all are. */
const lastAt = (ascending: readonly number[], value: number): number => countWhile(ascending.length, (i) => ascending[i]! <= value) - 1

function linkClaim(claim: Claim, { paragraphAt, venueAt, aboutOf, textAround }: Places): LinkClaim {
  const start = claim.content[0]!.start
  const text = textOf(claim)
  const told = [text, claim.cue?.exact ?? '', claim.commitment.label] as const
  const denied = deniedBy(...told)
  const quoted = claim.kind === 'direct' || claim.quoted.length > 0
  return {
    id: claim.id,
    kind: claim.kind,
    within: claim.within,
    text,
    start,
    end: claim.content.at(-1)!.end,
    content: claim.content,
    paragraph: paragraphAt(start),
    lastParagraph: Math.max(...[...claim.content, claim.cue, claim.speaker.mention].map((span) => paragraphAt(span?.start ?? 0))),
    quoted,
    cue: claim.cue,
    mention: claim.speaker.mention,
    speakers: claim.speaker.ids,
    continued: claim.speaker.resolved === 'continued',
    chain: claim.chain,
    venue: venueAt((claim.cue ?? claim.speaker.mention ?? claim.content[0]!).start),
    commitment: claim.commitment.label,
    about: alleges(...told) ? aboutOf(claim) : [],
    around: denied === null || denied.by === 'words' ? '' : textAround(start),
    stance: claim.stance.map(({ target, label, confidence }) => ({ target: target.text, topic: target.topic, label, confidence })),
    confidence: claim.confidence,
    traits: traitsOf({ claim: { text, cue: claim.cue, commitment: claim.commitment.label, quoted } }),
  }
}

function paragraphStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\n+/g)].map((gap) => gap.index + gap[0].length)]
}

const NONE: readonly never[] = []
const orNone = <T>(list: readonly T[]): readonly T[] => (list.length === 0 ? NONE : list)

/** The same claim in less memory, where it was read back: its text is one with its content where that is the same, and so are all lists that are empty. */
export function lean(claim: LinkClaim): LinkClaim {
  const { text, content: [first], chain, stance, about } = claim
  return { ...claim, text: first?.exact === text ? first.exact : text, chain: orNone(chain), stance: orNone(stance), about: orNone(about) }
}
