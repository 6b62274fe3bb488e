import * as z from 'zod'
import { CLAIM_KINDS, COMMITMENTS, MODES, RESOLUTIONS, STANCES } from '../model/schema.ts'
import { PROBLEM_CODES } from '../model/problems.ts'
import { FixtureError } from './fixture-error.ts'
import { readMarks, type Mark, type MarkLabel } from './marks.ts'

/** One case: a text, what a person marked in it, and what they state about its claims. */
export interface MarkedCase {
  readonly file: string
  readonly title: string
  /** Line of the title in the file, counted from 1. */
  readonly line: number
  readonly text: string
  /** Line of the file in which the text begins. */
  readonly textLine: number
  readonly marks: readonly Mark[]
  readonly facts: ReadonlyMap<number, ClaimFacts>
  /** Codes of the problems that the text must raise. */
  readonly problems: readonly string[]
}

interface Line {
  readonly number: number
  readonly text: string
}

const CLAIM_LABELS: ReadonlySet<MarkLabel> = new Set(['content', 'cue', 'speaker'])
const words = (separator: string) => z.string().transform((value) => value.split(separator).map((part) => part.trim()).filter(Boolean))
const unless = <T>(word: string, empty: T, other: z.ZodType<T, string>) => z.union([z.literal(word).transform(() => empty), other])

type StatedStance = { readonly label: (typeof STANCES)[number]; readonly target: string }

const stanceFact = z.string().transform((value, context): StatedStance => {
  const [, label, target] = /^(\S+)\s+(.+)$/.exec(value) ?? []
  const known = STANCES.find((stance) => stance === label)
  if (known !== undefined && target !== undefined) return { label: known, target }
  context.addIssue(`a stance is a label (${STANCES.join(', ')}) and a target, or \`none\`: stance: oppose the ruling`)
  return z.NEVER
})

/** How each fact's value is read. */
const FACTS = {
  speaker: unless<string[]>('unknown', [], words(' + ')),
  commitment: z.enum(COMMITMENTS),
  stance: unless<StatedStance | null>('none', null, stanceFact),
  chain: unless<string[]>('none', [], words(';')),
  within: unless<number | null>('none', null, z.string().regex(/^\d+$/, 'the number of a claim, or `none`').transform(Number)),
  kind: z.enum(CLAIM_KINDS),
  mode: z.enum(MODES),
  resolved: z.enum(RESOLUTIONS),
} as const
type FactKey = keyof typeof FACTS
const FACT_KEYS = Object.keys(FACTS) as FactKey[]

/** What a case states about one claim. A field that is absent was not stated and is not checked; null or an empty list is `none`, of speakers `unknown`. */
export type ClaimFacts = { readonly [key in Exclude<FactKey, 'stance'>]?: z.output<(typeof FACTS)[key]> } & { readonly stance?: readonly StatedStance[] }

/**
 * The cases of one marked-text file (fixtures/README.md shows the format), in order.
 * @throws FixtureError naming file and line, and what to do, at the first mistake.
 */
export function parseMarked(source: string, file: string): MarkedCase[] {
  const lines = source.split(/\r?\n/).map((text, index): Line => ({ number: index + 1, text }))
  const heads = lines.flatMap((line, index) => (line.text.startsWith('===') ? [index] : []))
  const stray = lines.slice(0, heads[0] ?? lines.length).find((line) => line.text.trim() !== '' && !line.text.startsWith('#'))
  if (stray !== undefined)
    throw new FixtureError(file, stray.number, 'text before the first case: begin a case with `=== title`, or a comment with `# `')

  const titles = new Map<string, number>()
  return heads.map((at, index) => {
    const head = lines[at] as Line
    const title = head.text.replace(/^=+/, '').trim()
    if (title === '') throw new FixtureError(file, head.number, 'a case needs a title: `=== what it shows`')
    const other = titles.get(title)
    if (other !== undefined) throw new FixtureError(file, head.number, `the title "${title}" stands in line ${other} already: give each case its own`)
    titles.set(title, head.number)
    return parseCase(file, title, head.number, lines.slice(at + 1, heads[index + 1] ?? lines.length))
  })
}

function parseCase(file: string, title: string, line: number, body: readonly Line[]): MarkedCase {
  const rule = body.findIndex((each) => each.text.trimEnd() === '---')
  const marked = withoutBlankEnds(rule === -1 ? body : body.slice(0, rule))
  if (marked.length === 0) throw new FixtureError(file, line, `the case "${title}" has no text: write it below the title`)
  const { text, marks } = readMarks(marked, file)
  const numbers = new Set(marks.filter((mark) => CLAIM_LABELS.has(mark.label)).flatMap((mark) => mark.claims))
  const { facts, problems } = parseFacts(file, rule === -1 ? [] : body.slice(rule + 1), numbers)
  return { file, title, line, text, textLine: marked[0]?.number ?? line, marks, facts, problems }
}

function parseFacts(file: string, lines: readonly Line[], claims: ReadonlySet<number>): Pick<MarkedCase, 'facts' | 'problems'> {
  const facts = new Map<number, Record<string, unknown>>()
  const problems: string[] = []
  for (const { number, text } of lines) {
    if (text.trim() === '' || text.startsWith('# ')) continue
    const [, claimNumber, key = '', value = ''] = /^(?:(\d+)\s+)?([a-z]+):\s*(.*?)\s*$/.exec(text) ?? []
    if (key === 'problem') {
      if (!Object.hasOwn(PROBLEM_CODES, value))
        throw new FixtureError(file, number, `no such problem: "${value}". The codes are ${Object.keys(PROBLEM_CODES).join(', ')}`)
      problems.push(value)
      continue
    }
    if (!isFactKey(key))
      throw new FixtureError(file, number, `not a fact: "${text}". Write \`key: value\` or \`2 key: value\` with one of ${FACT_KEYS.join(', ')}, problem`)
    const claim = Number(claimNumber ?? 1)
    if (!claims.has(claim))
      throw new FixtureError(file, number, `claim ${claim} is marked nowhere in the text: mark its content with [content${claim === 1 ? '' : `:${claim}`} ...]`)
    const own = facts.get(claim) ?? {}
    facts.set(claim, own)
    setFact(own, key, value, (message) => new FixtureError(file, number, `${key}: ${message}`))
    if (key === 'within' && own.within !== null && !claims.has(own.within as number))
      throw new FixtureError(file, number, `within: claim ${String(own.within)} is marked nowhere in the text`)
  }
  return { facts, problems }
}

/** Adds one fact to a claim's; only a stance may be stated again. */
function setFact(own: Record<string, unknown>, key: FactKey, value: string, error: (message: string) => FixtureError): void {
  const parsed = FACTS[key].safeParse(value)
  if (!parsed.success) throw error(parsed.error.issues.map((issue) => issueText(issue)).join('; '))
  if (key === 'stance') {
    const before = (own.stance as StatedStance[] | undefined) ?? []
    own.stance = parsed.data === null ? before : [...before, parsed.data as StatedStance]
  } else if (own[key] === undefined) own[key] = parsed.data
  else throw error('stated twice for one claim: keep one')
}

function issueText(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_union') return issue.message
  return issue.errors.flat().map((inner) => inner.message).at(-1) ?? issue.message
}

function isFactKey(key: string): key is FactKey {
  return Object.hasOwn(FACTS, key)
}

function withoutBlankEnds(lines: readonly Line[]): readonly Line[] {
  const filled = (line: Line) => line.text.trim() !== ''
  return lines.slice(Math.max(0, lines.findIndex(filled)), lines.findLastIndex(filled) + 1)
}
