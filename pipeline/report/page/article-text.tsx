import type { ClaimRow, Place } from '../data.ts'
import type { Stretch } from './marks.ts'
import { Speakers } from './parts.tsx'
import { linkTo, useHere } from './report.ts'
import { useRows } from './store.ts'
import { STANCE_SIGNS, visible } from './words.ts'

/** A claim of the article, as it is numbered in the text. */
export interface Numbered {
  /** Among the article's claims. */
  readonly index: number
  readonly number: number
  /** Where its content begins. */
  readonly first: number
  readonly row: ClaimRow
}

interface Props {
  readonly text: string
  readonly stretches: readonly Stretch[]
  /** Those that begin here. */
  readonly claims: readonly Numbered[]
  readonly active: number
  readonly at: Place | null
}

/** One paragraph with its claims marked, and a note in the margin for each that begins here. */
export function Paragraph({ text, stretches, claims, active, at }: Props) {
  return (
    <div class="paragraph">
      <p dir="auto">
        {stretches.map((stretch) => (
          <span key={stretch.start}>
            {claims
              .filter(({ first }) => first === stretch.start)
              .map((claim) => (
                <Number key={claim.index} claim={claim} />
              ))}
            <span class={classOf(stretch, active, at)} data-claim={innermost(stretch)}>
              {visible(text.slice(stretch.start, stretch.end))}
            </span>
          </span>
        ))}
      </p>
      {claims.length > 0 && (
        <ul class="margin" aria-label="Claims of this paragraph">
          {claims.map((claim) => (
            <Note key={claim.index} claim={claim} active={claim.index === active} />
          ))}
        </ul>
      )}
    </div>
  )
}

/** The claim that a stretch belongs to most closely. */
const innermost = ({ content, cue, speaker }: Stretch) => content.at(-1) ?? cue.at(-1) ?? speaker.at(-1)

function classOf(stretch: Stretch, active: number, at: Place | null): string {
  const { content, cue, speaker, boilerplate } = stretch
  const names = [
    content.length > 0 && `content d${Math.min(3, content.length)}`,
    cue.length > 0 && 'cue',
    speaker.length > 0 && 'said-by',
    boilerplate && 'boilerplate',
    [...content, ...cue, ...speaker].includes(active) && 'active',
    at !== null && stretch.start >= at[0] && stretch.end <= at[1] && 'at',
  ]
  return names.filter(Boolean).join(' ')
}

function Number({ claim }: { readonly claim: Numbered }) {
  const here = useHere()
  return (
    <a class="ref" data-claim={claim.index} data-first={claim.index} href={linkTo(here, { p: 'article', a: here.route.a ?? '', c: claim.row.id })} aria-label={`Claim ${claim.number}`}>
      {claim.number}
    </a>
  )
}

/** Who says it, the stance as signs, and where else it stands. */
function Note({ claim, active }: { readonly claim: Numbered; readonly active: boolean }) {
  const here = useHere()
  const { row } = claim
  const group = useRows('groups', row.group === null ? [] : [row.group])?.[0]
  const articles = group === undefined ? 1 : (here.least > 0 ? group.likely : group.all).articles
  const stances = row.stance.filter(({ confidence }) => confidence >= here.least)
  const article = here.articles[row.article]
  return (
    <li class={active ? 'active' : ''} data-claim={claim.index}>
      <span class="ref" aria-hidden="true">
        {claim.number}
      </span>{' '}
      <Speakers claim={row} />
      {stances.map(({ label, target }) => (
        <span key={label + target} class={`stand ${label}`} title={`${STANCE_SIGNS[label].verb} ${target}`} role="img" aria-label={`${STANCE_SIGNS[label].verb} ${target}`}>
          {STANCE_SIGNS[label].sign}
        </span>
      ))}{' '}
      <a class="elsewhere" href={linkTo(here, { p: 'claim', a: article?.id ?? '', c: row.id })}>
        {articles > 1 ? `in ${articles} articles` : 'only here'}
      </a>
      {(group?.contradictedBy.length ?? 0) > 0 && <> <b class="flag">contradicted</b></>}
    </li>
  )
}
