import type { Colors } from 'picocolors/types.js'
import type { Change } from '../model/schema.ts'
import { reserveInWords } from '../model/commitment-words.ts'
import { plural, supportInWords } from '../model/support-words.ts'
import type { GroupAnswer, OriginAnswer, SourceAnswer, StillThere, VersionAnswer } from './answer.ts'
import type { AuditAnswer } from './audit.ts'
import { inMarks, oneLine, wrap } from './wrap.ts'
import { type ArticleVerification, holds, type SpanFinding } from './verify.ts'

export interface Style {
  readonly width: number
  readonly colors: Colors
}

const INDENT = 6
const SHOWN_EDITS = 5
const LONGEST_TITLE = 70
const SHOWN_EVIDENCE = 2
const NONE_CONTESTED = 'nobody opposes here what somebody else supports in the same words; what goes by several names is one target if claimtrace.config.json lists them as a topic'

/**
 * The answer for people: each group's claim, then every source, what changed, who contradicts it, and what it rests on.
 * @param contested whether only what is contested was asked for, so that an empty answer says what that takes
 */
export function renderAudit({ groups, found, close, leftOut }: AuditAnswer, style: Style, contested = false): string {
  const unlikely = leftOut === 0 ? '' : `\n${plural(leftOut, 'claim')} less sure left out; --min-confidence 0 shows all`
  if (groups.length === 0) return `${contested ? NONE_CONTESTED : 'nothing that was written answers this; try fewer words, or a speaker with --speaker'}${unlikely}`
  const head = close ? 'No claim holds all of these words. The closest:\n\n' : ''
  const more = found > groups.length && !close ? `\n${found - groups.length} more: give more words, or --all` : ''
  return head + groups.map((group) => renderGroup(group, style)).join(`${style.colors.dim('─'.repeat(Math.min(style.width, 60)))}\n`) + more + unlikely
}

function renderGroup(group: GroupAnswer, style: Style): string {
  const { colors } = style
  const sections = [
    wrap(colors.bold(oneLine(group.text)), style.width),
    wrap(`${colors.dim(group.id)} ${standing(group, colors)}`, style.width, 2),
    '',
    ...group.sources.map((source) => renderSource(source, style)),
    ...section('why these are one, and what changed', group.versions.flatMap((version) => renderVersion(version, colors)), style),
    ...(group.sources.length > 1 || group.opposed.length > 0 ? section('who stands where', standings(group, colors), style) : []),
    ...section('contradicted by', group.contradictedBy.flatMap((other) => renderContradiction(other, colors)), style),
    ...section('what it rests on', group.origins.map((origin) => renderOrigin(origin, group, colors)), style),
  ]
  return `${sections.join('\n')}\n`
}

/** The group's own stances, then what others want of the same contested targets. */
function standings({ stances, opposed }: GroupAnswer, colors: Colors): string[] {
  return [
    ...stances.map(({ label, target, speakers }) => `${paintStance(label, colors)} ${target}: ${speakers.join(', ')}`),
    ...opposed.map(({ group, label, target, speakers }) => `elsewhere: ${paintStance(label, colors)} ${target}: ${speakers.join(', ')} ${colors.dim(group)}`),
  ]
}

/** The support in words, and whether it is disputed. */
function standing({ support, contested, contradictedBy, origins, sources }: GroupAnswer, colors: Colors): string {
  const words = supportInWords(support, origins, sources)
  return [
    support.independent > 1 ? colors.green(words) : colors.yellow(words),
    ...(contested.length > 0 ? [colors.yellow('contested')] : []),
    ...(contradictedBy.length > 0 ? [colors.red('contradicted')] : []),
  ].join(', ')
}

function renderSource(source: SourceAnswer, style: Style): string {
  const { colors, width } = style
  const mention = source.mention !== null && !source.speakers.some(({ name }) => name === source.mention) ? ` (${inMarks(source.mention)})` : ''
  const cue = source.cue === null ? 'goes on' : oneLine(source.cue)
  const lines = [
    String(source.number).padStart(INDENT - 2).padEnd(INDENT) + wrap(`${colors.cyan(speakersInWords(source))}${mention} ${colors.dim(cue)}`, width, INDENT).trimStart(),
    wrap(source.exact.map(oneLine).join(' … '), width, INDENT),
    wrap(`${published(source)}${via(source)}${titleOf(source, colors)}`, width, INDENT),
    wrap(`${placeOf(source)} ${colors.dim('·')} ${paintStillThere(source, colors)}`, width, INDENT),
    wrap(colors.dim(labelsOf(source)), width, INDENT),
  ]
  return `${lines.join('\n')}\n`
}

function speakersInWords({ speakers, mention }: Pick<SourceAnswer, 'speakers'> & { mention?: string | null }): string {
  if (speakers.length === 0) return mention == null ? 'nobody named' : 'unknown'
  return speakers
    .map(({ name, kind, descriptions: [first], unnamedBecause }) => {
      const known = first === undefined || first === name ? name : `${name}, ${first}`
      return kind === 'anonymous' ? `${known} [unnamed${unnamedBecause === null ? '' : `: ${inMarks(unnamedBecause)}`}]` : known
    })
    .join('; ')
}

function published({ outlet, published: date }: Pick<SourceAnswer, 'outlet' | 'published'>): string {
  return `${outlet ?? 'unknown outlet'}, ${date ?? 'no date'}`
}

function titleOf({ title }: SourceAnswer, { dim }: Colors): string {
  if (title === null) return ''
  const line = oneLine(title)
  return ` ${dim(`· ${line.length > LONGEST_TITLE ? `${line.slice(0, LONGEST_TITLE).replace(/\s+\S*$/u, '')} …` : line}`)}`
}

const via = ({ chain }: SourceAnswer) => (chain.length === 0 ? '' : `, via ${chain.join(' -> ')}`)

function placeOf({ file, extractedFrom, place, article }: SourceAnswer): string {
  const position = place.line === null ? '' : `:${place.line}:${place.column ?? 1}`
  return `${file ?? article}${position} (${place.start}-${place.end})${extractedFrom === null ? '' : `, from ${extractedFrom}`}`
}

const STILL_THERE: Readonly<Record<StillThere, string>> = {
  exact: 'still there',
  moved: 'moved: the words stand elsewhere now',
  ambiguous: 'no longer at this place; elsewhere more than once, or among other words',
  lost: 'no longer in the source',
  unreadable: 'the source cannot be read',
}

function paintStillThere({ stillThere, original, extractedFrom }: SourceAnswer, { green, yellow, red }: Colors): string {
  const words = STILL_THERE[stillThere]
  if (stillThere !== 'exact') return (stillThere === 'moved' ? yellow : red)(words)
  if (original === 'missing') return yellow(`as extracted, but ${extractedFrom ?? 'the input'} is gone`)
  if (original === 'changed') return yellow(extractedFrom === null ? `${words}, though the file has changed since the run` : `as extracted, but ${extractedFrom} has changed since the run`)
  return green(words)
}

function labelsOf({ kind, mode, commitment, stance, confidence }: SourceAnswer): string {
  const judged = stance.map(({ label, target }) => `${label}: ${target}`)
  return [kind, ...(mode === 'attitude' ? ['attitude'] : []), commitment, ...judged, `confidence ${confidence.toFixed(2)}`].join(' · ')
}

/** What the judge's measures weighed, as JSON tells it: `claims of the speaker (+1.4)`. */
const WEIGHED = /\(\+[\d.]+\)$/

function renderVersion({ type, from, to, confidence, why, changes }: VersionAnswer, colors: Colors): string[] {
  const more = changes.length > SHOWN_EDITS ? `; and ${plural(changes.length - SHOWN_EDITS, 'more edit')}` : ''
  const edits = changes.slice(0, SHOWN_EDITS).map((change) => renderChange(change, colors)).join('; ') + more
  return [`${from} and ${to}: ${type} (${confidence.toFixed(2)}): ${why.filter((reason) => !WEIGHED.test(reason)).map(oneLine).join('; ')}`, ...(edits === '' ? [] : [`  ${edits}`])]
}

function renderChange({ kind, from, to }: Change, { red, green }: Colors): string {
  if (kind === 'cut') return `cut ${red(inMarks(from))}`
  if (kind === 'added') return `added ${green(inMarks(to))}`
  if (kind === 'paraphrased') return 'paraphrased'
  return `${kind} ${red(inMarks(from))} -> ${green(inMarks(to))}`
}

function renderContradiction({ group, text, sources }: GroupAnswer['contradictedBy'][number], colors: Colors): string[] {
  return [
    `${colors.red(oneLine(text))} ${colors.dim(group)}`,
    ...sources.map((source) => `  ${colors.cyan(speakersInWords(source))}${reserveInWords(source.commitment)}, ${published(source)}: ${source.exact.map(oneLine).join(' … ')}`),
  ]
}

const ORIGIN: Readonly<Record<OriginAnswer['kind'], string>> = {
  utterance: 'one utterance of',
  report: 'a report of',
  wire: 'a wire credit:',
  copy: 'a copied passage:',
}

function renderOrigin({ kind, name, anonymous, evidence, carries, left }: OriginAnswer, { sources }: GroupAnswer, colors: Colors): string {
  const quotes = evidence.slice(0, SHOWN_EVIDENCE).map(({ article, exact }) => `${article}: ${inMarks(exact)}`)
  const shown = kind === 'utterance' || quotes.length === 0 ? '' : ` ${colors.dim(`(${quotes.join('; ')})`)}`
  const without = left.length === 0 ? colors.red('nothing is left') : `${list(left)} ${left.length === 1 ? 'is' : 'are'} left`
  return `${ORIGIN[kind]} ${name}${anonymous ? ', from unnamed people alone,' : ''} carries ${list(carries)}${shown}${sources.length === 1 ? '' : `; without it ${without}`}`
}

function section(title: string, lines: readonly string[], { width, colors }: Style): string[] {
  const shown = lines.map((line) => wrap(line, width, INDENT + deeper(line), INDENT - 2 + deeper(line)))
  return lines.length === 0 ? [] : [`  ${colors.underline(title)}`, ...shown, '']
}

/** Lines that begin with a space belong to the line before. */
const deeper = (line: string) => (line.startsWith(' ') ? 2 : 0)

const paintStance = (label: string, { green, red, yellow }: Colors) => (label === 'support' ? green : label === 'oppose' ? red : yellow)(label)

const list = (numbers: readonly number[]) => numbers.join(', ')

/** The verification for people: a line for each article that holds, every finding of those that do not, and a verdict. */
export function renderVerification(articles: readonly ArticleVerification[], { width, colors }: Style): string {
  const broken = articles.filter((article) => !holds(article))
  const spans = articles.reduce((sum, article) => sum + article.spans, 0)
  const exact = articles.reduce((sum, article) => sum + article.exact, 0)
  const verdict = `${exact} of ${spans} spans of ${plural(articles.length, 'article')} stand exactly where they were written to stand`
  return [
    ...broken.map((article) => [wrap(`${colors.bold(article.article)} ${colors.red(summaryOf(article))}`, width), ...article.findings.map((finding) => describe(finding, article, width))].join('\n')),
    broken.length === 0 ? colors.green(verdict) : `${verdict}; ${colors.red(`${broken.length} of ${articles.length} articles do not hold`)}`,
  ].join('\n\n')
}

function summaryOf({ unreadable, original, findings, spans, path, extractedFrom }: ArticleVerification): string {
  if (unreadable !== null) return unreadable
  const input = extractedFrom ?? path ?? 'the source'
  const left = extractedFrom === null ? '' : '; what follows is about the text that was extracted from it'
  const source = original === 'missing' ? `${input} is gone${left}` : original === 'changed' ? `${input} has changed since the run${left}` : ''
  return [source, findings.length === 0 ? 'all spans still stand' : `${findings.length} of ${spans} spans do not stand where they were`].filter(Boolean).join('; ')
}

function describe({ field, span, found }: SpanFinding, { path }: ArticleVerification, width: number): string {
  const now =
    found.status === 'moved'
      ? `moved to ${path ?? ''}:${found.line ?? 1}:${found.column ?? 1} (${found.to.start}-${found.to.end})`
      : found.status === 'ambiguous'
        ? `ambiguous: found elsewhere ${found.places === 1 ? 'once, but not among the same words' : `${found.places} times`}`
        : 'lost'
  return wrap(`${field} ${span.start}-${span.end} ${inMarks(span.exact)} ${now}`, width, 4, 2)
}
