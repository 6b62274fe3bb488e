import { useState } from 'preact/hooks'
import type { ArticleRow, ClaimRow } from '../data.ts'
import { compare } from './diff.ts'
import { Commitment, Speakers, Stances, Sure, Text, Where } from './parts.tsx'
import { articleAt, linkTo, speakerAt, useHere, type Here } from './report.ts'
import { dateInWords, KINDS, outletOf, percent, visible, wordsOf } from './words.ts'

/** One claim of a group, with its article. */
export interface Source {
  readonly claim: ClaimRow
  /** Among all claims. */
  readonly place: number
  readonly article: ArticleRow
}

/** Each source in its exact words; what it says otherwise than the one compared with is marked. */
export function Sources({ sources, chosen }: { readonly sources: readonly Source[]; readonly chosen: ClaimRow }) {
  const [base, setBase] = useState(0)
  const compared = sources[base] ?? sources[0]
  const dates = sources.map(({ article }) => article.published)
  const first = dates.length > 1 && !dates.includes(null) && dates.indexOf(dates[0] ?? null) === dates.lastIndexOf(dates[0] ?? null)
  return (
    <ol class="sources">
      {sources.map((source, i) => (
        <li key={source.place} class={source.claim === chosen && sources.length > 1 ? 'chosen' : ''}>
          <p class="by">
            <Speakers claim={source.claim} /> <Commitment claim={source.claim} /> <Stances claim={source.claim} />
            {i === 0 && first && <b class="flag first">first</b>} <Sure claim={source.claim} />
          </p>
          <blockquote>
            {compared === undefined || compared === source ? <Text>{wordsOf(source.claim)}</Text> : <Version base={wordsOf(compared.claim)} text={wordsOf(source.claim)} />}
          </blockquote>
          <Chain source={source} />
          <p class="acts">
            <span title={`${percent(source.claim.confidence)} sure that words and speaker are right`}>{KINDS[source.claim.kind]}</span>
            {sources.length > 1 &&
              (i === base ? (
                <span>the others are compared with this</span>
              ) : (
                <button type="button" class="plain" onClick={() => setBase(i)}>
                  Compare with this
                </button>
              ))}
            <Copy source={source} />
          </p>
        </li>
      ))}
    </ol>
  )
}

/** A version with what it alone has marked, and what it leaves out below. */
function Version({ base, text }: { readonly base: string; readonly text: string }) {
  const { runs, lacks } = compare(base, text)
  if (runs === null) return <Text>{text}</Text>
  return (
    <>
      <bdi>
        {runs.map(({ text: words, only }, i) => (only ? <mark class="b" key={i}>{words}</mark> : words))}
      </bdi>
      {lacks.length > 0 && (
        <small>
          Without{' '}
          {lacks.map((words, i) => (
            <span key={i}>
              {i > 0 && ', '}
              <del>
                <Text>{words}</Text>
              </del>
            </span>
          ))}
        </small>
      )}
    </>
  )
}

/** The way from who said it to the article that the reader has. */
function Chain({ source }: { readonly source: Source }) {
  const { claim, article } = source
  return (
    <p class="chain">
      <span class="unseen">Citation chain:</span>
      <span class="hop from">{claim.speakers.length > 0 || claim.mention !== null ? <Speakers claim={claim} /> : 'nobody named'}</span>
      {claim.chain.map((name, i) => (
        <span class="hop" key={i}>
          <Text>{name}</Text>
        </span>
      ))}
      <span class="hop to">
        <Where article={article} claim={claim} />
      </span>
    </p>
  )
}

function Copy({ source }: { readonly source: Source }) {
  const here = useHere()
  const [told, tell] = useState('')
  const copy = async () => {
    await toClipboard(citation(source, here))
    tell('Copied')
    setTimeout(() => tell(''), 2000)
  }
  return (
    <>
      <button type="button" class="plain" onClick={() => void copy()}>
        Copy as citation
      </button>
      <a class="plain" href={linkTo(here, { p: 'article', a: source.article.id, c: source.claim.id })}>
        Read in the article
      </a>
      <span role="status">{told}</span>
    </>
  )
}

/** Who, in what, where, when, and the words: a citation for a text. */
function citation({ claim }: Source, here: Here): string {
  const article = articleAt(here, claim.article)
  const names = claim.speakers.map((place) => speakerAt(here, place).name).join(' and ') || claim.mention || 'Unnamed source'
  const via = claim.chain.length > 0 ? `, as told by ${claim.chain.join(', ')}` : ''
  const words = wordsOf(claim).replace(/^["“”«»'‘’]+|["“”«»'‘’]+$/g, '')
  const place = [`“${visible(article.title)}”`, article.outlet === null ? null : outletOf(article), dateInWords(article.published), article.url].filter((part) => part !== null)
  return `${visible(names)}${via}: ${claim.kind === 'indirect' ? `${words} (reported)` : `“${words}”`}. In ${place.join(', ')}.`
}

/** Copies, also where the browser keeps its clipboard from pages of the disk. */
async function toClipboard(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    const field = document.createElement('textarea')
    field.value = text
    document.body.append(field)
    field.select()
    document.execCommand('copy')
    field.remove()
  }
}
