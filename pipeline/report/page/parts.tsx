import type { ComponentChildren } from 'preact'
import type { ArticleRow, ClaimRow, StanceRow } from '../data.ts'
import { articleAt, linkTo, speakerAt, useHere } from './report.ts'
import { COMMITMENT_VERBS } from '../../model/commitment-words.ts'
import { cut, dateInWords, outletOf, percent, STANCE_SIGNS, visible, wordsOf } from './words.ts'

/** Small parts that several pages show. Text from articles stands in `bdi`, so that its direction ends with it. */

export const Text = ({ children }: { readonly children: string }) => <bdi>{visible(children)}</bdi>

/** A stance as sign, word and colour. */
export function Stance({ stance }: { readonly stance: StanceRow }) {
  const { sign, verb } = STANCE_SIGNS[stance.label]
  return (
    <span class={`stance ${stance.label}`} title={`${verb} ${stance.target}: ${percent(stance.confidence)} sure`}>
      <b aria-hidden="true">{sign}</b> {verb} <Text>{cut(stance.target, 70)}</Text>
    </span>
  )
}

/** The stances that are as sure as is asked for. */
export function Stances({ claim }: { readonly claim: ClaimRow }) {
  const { least } = useHere()
  const shown = claim.stance.filter(({ confidence }) => confidence >= least)
  return shown.length === 0 ? null : (
    <span class="stances">
      {shown.map((stance) => (
        <Stance key={stance.label + stance.target} stance={stance} />
      ))}
    </span>
  )
}

/** Who said it: each a link, or that nobody is named. */
export function Speakers({ claim }: { readonly claim: Pick<ClaimRow, 'speakers' | 'mention'> }) {
  const here = useHere()
  if (claim.speakers.length === 0) return <span class="nobody">{claim.mention === null ? 'Nobody is named' : <Text>{claim.mention}</Text>}</span>
  return (
    <>
      {claim.speakers.map((place, i) => {
        const speaker = speakerAt(here, place)
        return (
          <span key={place}>
            {i > 0 && ', '}
            <a class={`speaker ${speaker.kind}`} href={linkTo(here, { p: 'speaker', s: speaker.id })}>
              <Text>{speaker.name}</Text>
            </a>
          </span>
        )
      })}
    </>
  )
}

/** Outlet and date of an article, as a link to a claim in it. */
export function Where({ article, claim }: { readonly article: ArticleRow; readonly claim?: ClaimRow }) {
  const here = useHere()
  const date = dateInWords(article.published)
  return (
    <span class="where">
      <a href={linkTo(here, { p: 'article', a: article.id, ...(claim && { c: claim.id }) })} title={article.title}>
        <bdi>{outletOf(article)}</bdi>
      </a>
      {date !== null && <>, {date}</>}
    </span>
  )
}

/** One claim in a list: its words, and by whom and where. */
export function ClaimLine({ claim, children }: { readonly claim: ClaimRow; readonly children?: ComponentChildren }) {
  const here = useHere()
  const article = articleAt(here, claim.article)
  return (
    <>
      <a class="words" href={linkTo(here, { p: 'claim', a: article.id, c: claim.id })}>
        <bdi>{wordsOf(claim)}</bdi>
      </a>
      <p class="by">
        <Speakers claim={claim} /> <Commitment claim={claim} /> · <Where article={article} claim={claim} /> <Stances claim={claim} /> <Sure claim={claim} />
        {children}
      </p>
    </>
  )
}

/** How the speaker holds it, where that is other than plainly saying so. */
export function Commitment({ claim }: { readonly claim: ClaimRow }) {
  return claim.commitment === 'asserts' ? null : <i class="commitment">{COMMITMENT_VERBS[claim.commitment]}</i>
}

/** How sure, where that is less than likely, or that a person checked it; otherwise nothing, so that lists stay calm. */
export function Sure({ claim }: { readonly claim: ClaimRow }) {
  if (claim.checked) return <span class="checked">✓ checked by a person</span>
  return claim.confidence >= 0.5 ? null : <span class="unsure">{percent(claim.confidence)} sure</span>
}

/** Independent origins as dots: as many filled as there are, the articles beyond them hollow. */
export function Dots({ independent, articles }: { readonly independent: number; readonly articles: number }) {
  const most = 12
  const hollow = Math.max(0, Math.min(articles, most) - Math.min(independent, most))
  return (
    <span class="dots" role="img" aria-label={`at least ${independent} independent, ${articles} articles`}>
      <b>{'●'.repeat(Math.min(independent, most))}</b>
      {'○'.repeat(hollow)}
      {articles > most && '…'}
    </span>
  )
}
