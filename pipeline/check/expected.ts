import type { ClaimKind, CommitmentLabel, Mode, Resolution, StanceLabel } from '../model/schema.ts'
import type { Range } from '../model/span.ts'
import type { GoldArticle, GoldClaim } from './gold.ts'
import type { MarkLabel } from './marks.ts'
import type { ClaimFacts, MarkedCase } from './marked.ts'

/** What is expected of one claim. A field that is absent was not judged. */
export interface ExpectedClaim {
  /** `c05` of an article, `claim 2` of a case. */
  readonly key: string
  readonly content: readonly Range[]
  readonly weak: boolean
  /** Empty: there is none. */
  readonly cue?: readonly Range[]
  readonly mention?: readonly Range[]
  readonly speaker?: { readonly names: readonly string[]; readonly anonymous: boolean }
  readonly kind?: ClaimKind
  readonly mode?: Mode
  readonly resolved?: Resolution
  readonly commitment?: CommitmentLabel
  readonly stance?: readonly { readonly label: StanceLabel; readonly target: string }[]
  readonly chain?: readonly string[]
  /** Key of the claim in whose content this one lies; null: in none. */
  readonly within?: string | null
}

/** One text with all that a person judged about it: a marked case or an article with gold. */
export interface Expected {
  /** `attribution/nested/an-interrupted-quotation`, or `articles/<id>`. */
  readonly id: string
  /** `articles`, or the folder of the case: `attribution`. */
  readonly group: string
  readonly file: string
  /** Line of `file` in which the text begins. */
  readonly line: number
  readonly title: string
  readonly text: string
  /** Null: not judged. */
  readonly sentences: readonly Range[] | null
  readonly quotations: readonly Range[] | null
  readonly boilerplate: readonly Range[] | null
  /** Layers of which everything is marked, so that whatever is found beyond it is an error. */
  readonly complete: ReadonlySet<'sentences' | 'quotations' | 'boilerplate' | 'claims'>
  readonly none: readonly Range[]
  readonly problems: readonly string[]
  readonly claims: readonly ExpectedClaim[]
}

/** Folders of `cases/` in which everything of one layer is marked. */
const COMPLETE_IN = { segment: 'sentences', quotations: 'quotations', read: 'boilerplate', attribution: 'claims', whole: 'claims' } as const

/** A case's expectations; `layer` is its folder, `file` its path. */
export function expectedOfCase(marked: MarkedCase, layer: string, file: string, id: string): Expected {
  const complete = Object.hasOwn(COMPLETE_IN, layer) ? COMPLETE_IN[layer as keyof typeof COMPLETE_IN] : null
  const ranges = (label: MarkLabel) => marked.marks.filter((mark) => mark.label === label).map(({ start, end }) => ({ start, end }))
  const judged = (label: MarkLabel, whole: boolean) => (whole || ranges(label).length > 0 ? ranges(label) : null)
  const numbers = new Set(marked.marks.flatMap((mark) => mark.claims))
  return {
    id,
    group: layer,
    file,
    line: marked.textLine,
    title: marked.title,
    text: marked.text,
    sentences: judged('s', false),
    quotations: judged('q', complete === 'quotations'),
    boilerplate: judged('boilerplate', complete === 'boilerplate'),
    complete: new Set(complete === null || (complete === 'sentences' && ranges('s').length === 0) ? [] : [complete]),
    none: ranges('none'),
    problems: marked.problems,
    claims: [...numbers].toSorted((a, b) => a - b).map((number) => claimOfCase(marked, number)),
  }
}

function claimOfCase(marked: MarkedCase, number: number): ExpectedClaim {
  const ranges = (label: MarkLabel) => marked.marks.filter((mark) => mark.label === label && mark.claims.includes(number))
  const [cue, mention] = [ranges('cue'), ranges('speaker')]
  const { speaker, within, ...rest }: ClaimFacts = marked.facts.get(number) ?? {}
  return {
    key: `claim ${number}`,
    content: ranges('content'),
    weak: false,
    ...(cue.length > 0 && { cue }),
    ...(mention.length > 0 && { mention }),
    ...(speaker !== undefined && { speaker: { names: speaker, anonymous: speaker.some((name) => !/\p{Lu}/u.test(name)) } }),
    ...(within !== undefined && { within: within === null ? null : `claim ${within}` }),
    ...rest,
  }
}

/** An article's expectations: every claim is marked, sentences and quotations are not. */
export function expectedOfArticle(gold: GoldArticle, text: string, file: string): Expected {
  return {
    id: `articles/${gold.article}`,
    group: 'articles',
    file,
    line: 1,
    title: gold.article,
    text,
    sentences: null,
    quotations: null,
    boilerplate: null,
    complete: new Set(['claims']),
    none: [],
    problems: [],
    claims: gold.claims.map(claimOfGold),
  }
}

function claimOfGold(claim: GoldClaim): ExpectedClaim {
  return {
    key: claim.key,
    content: claim.content,
    weak: claim.weak === true,
    cue: claim.cue === null ? [] : [claim.cue],
    mention: claim.speaker.mention === null ? [] : [claim.speaker.mention],
    speaker: { names: claim.speaker.names, anonymous: claim.speaker.anonymous === true },
    kind: claim.kind,
    commitment: claim.commitment,
    stance: claim.stance,
    chain: claim.chain.map((hop) => hop.name),
  }
}
