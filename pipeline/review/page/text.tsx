import { paragraphsOf, stretchesOf } from '../../report/page/marks.ts'
import { visible } from '../../report/page/words.ts'
import type { Range } from '../../model/span.ts'
import type { Item } from './model.ts'

interface Props {
  readonly text: string
  readonly items: readonly Item[]
  readonly current: Item | undefined
  readonly choose: (id: string) => void
}

const place = ({ start, end }: Range) => [start, end] as const

/** The article with all claims marked, the one that is judged most. Each stretch tells where in the text it begins. */
export function ArticleText({ text, items, current, choose }: Props) {
  const shown = items.filter(({ verdict, id }) => verdict !== 'wrong' || id === current?.id)
  const claims = shown.map(({ stated }) => ({ content: stated.content.map(place), cue: stated.cue && place(stated.cue), mention: stated.mention && place(stated.mention), via: null, resolved: 'name' as const, chain: [], commitment: null, why: [] }))
  const at = shown.findIndex(({ id }) => id === current?.id)
  const paragraphs = paragraphsOf(text)
  const stretches = stretchesOf(text.length, claims, new Set(claims.keys()), [], paragraphs.flat())
  return (
    <div class="article-text">
      {paragraphs.map(([from, to]) => (
        <p key={from} dir="auto">
          {stretches
            .filter(({ start, end }) => start >= from && end <= to)
            .map(({ start, end, content, cue, speaker }) => {
              const names = [
                content.length > 0 && (content.includes(at) ? 'content d2 active' : `content ${shown[content.at(-1) ?? -1]?.verdict === null ? 'd1' : 'done'}`),
                cue.includes(at) && 'cue',
                speaker.includes(at) && 'said-by',
              ]
              const inner = shown[content.at(-1) ?? -1]
              return (
                <span key={start} data-start={start} class={names.filter(Boolean).join(' ')} onClick={() => inner !== undefined && getSelection()?.isCollapsed !== false && choose(inner.id)}>
                  {visible(text.slice(start, end))}
                </span>
              )
            })}
        </p>
      ))}
    </div>
  )
}
