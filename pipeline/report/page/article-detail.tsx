import type { ClaimRow, PlacedClaim } from '../data.ts'
import { Commitment, Speakers, Stances, Text, Where } from './parts.tsx'
import { articleAt, linkTo, useHere } from './report.ts'
import { useRows } from './store.ts'
import { cut, KINDS, percent, wordsOf } from './words.ts'

/** Why a claim was found, who says it and how that is known, and how sure it is. */
export function ClaimDetail({ claim, placed, text }: { readonly claim: ClaimRow; readonly placed: PlacedClaim; readonly text: string }) {
  const here = useHere()
  const article = here.articles[claim.article]
  return (
    <div>
      <p class="who">
        <Speakers claim={claim} /> <Commitment claim={claim} />
      </p>
      <p class="note">
        {claim.checked ? 'Checked by a person' : `${percent(claim.confidence)} sure`}, {KINDS[claim.kind]}. <Known claim={claim} placed={placed} text={text} />
      </p>
      {claim.chain.length > 0 && (
        <p class="note">
          Passed on by <Text>{claim.chain.join(', then ')}</Text>.
        </p>
      )}
      <Stances claim={claim} />
      {placed.why.length > 0 && (
        <details>
          <summary>Why it was found</summary>
          <ul>
            {placed.why.map(({ reason, words, weight }) => (
              <li key={reason + words}>
                {weight < 0 ? 'against it: ' : ''}
                {reason}
                {words !== null && (
                  <>
                    {' '}
                    “<Text>{words}</Text>”
                  </>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      <Elsewhere claim={claim} />
      <a href={linkTo(here, { p: 'claim', a: article?.id ?? '', c: claim.id })}>Open the claim</a>
    </div>
  )
}

/** How many other versions are shown beside an article. */
const VERSIONS = 4

/** The same claim in other articles, in their words. */
function Elsewhere({ claim }: { readonly claim: ClaimRow }) {
  const here = useHere()
  const group = useRows('groups', claim.group === null ? [] : [claim.group])?.[0]
  const rows = useRows('claims', group?.claims ?? [])
  const others = (rows ?? []).filter(({ article, confidence }) => article !== claim.article && confidence >= here.least)
  if (others.length === 0) return null
  return (
    <>
      <p class="note">Also in</p>
      <ul>
        {others.slice(0, VERSIONS).map((other) => (
          <li key={`${other.article} ${other.id}`}>
            <Where article={articleAt(here, other.article)} claim={other} />: <bdi>{cut(wordsOf(other), 140)}</bdi>
          </li>
        ))}
        {others.length > VERSIONS && <li>and {others.length - VERSIONS} more</li>}
      </ul>
    </>
  )
}

/** How it is known who the speaker is. */
function Known({ claim, placed, text }: { readonly claim: ClaimRow; readonly placed: PlacedClaim; readonly text: string }) {
  const mention = claim.mention === null ? '' : `“${claim.mention}”`
  const via = placed.via === null ? null : `“${text.slice(...placed.via)}”`
  const told: Readonly<Record<PlacedClaim['resolved'], string>> = {
    name: `Named as ${mention}.`,
    alias: `Named as ${mention}.`,
    title: `Named by title, ${mention}.`,
    pronoun: `${mention} stands for ${via ?? 'the one named before'}.`,
    continued: `The speaker of before goes on${via === null ? '' : `, ${via}`}.`,
    unknown: claim.mention === null ? 'The text names nobody.' : `Who ${mention} is, the text does not tell for sure.`,
  }
  return <Text>{told[placed.resolved]}</Text>
}
