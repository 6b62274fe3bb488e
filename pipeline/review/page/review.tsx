import { useEffect, useRef, useState } from 'preact/hooks'
import type { Range } from '../../model/span.ts'
import { percent } from '../../report/page/words.ts'
import type { ReviewArticle, Stated } from '../state.ts'
import { saveGold } from './api.ts'
import { Button } from './controls.tsx'
import { Editor } from './editor.tsx'
import { useKept } from './kept.ts'
import { hold, itemsOf, judge, restate, type Item } from './model.ts'
import { useSelection } from './selection.ts'
import { ArticleText } from './text.tsx'

const VERDICT_WORDS = { right: '✓ right', wrong: '✗ wrong', mended: '✎ mended', added: '+ added' } as const

/** One article: its text, and its claims one after the other, least sure first. */
export function Review({ article, judgedOne }: { readonly article: ReviewArticle; readonly judgedOne: (judged: number) => void }) {
  const { state, saving, canUndo, change, undo } = useKept(article.id, article.state)
  const items = itemsOf(article, state)
  const [chosen, choose] = useState(() => (items.find(({ verdict }) => verdict === null) ?? items[0])?.id ?? '')
  const selection = useSelection(article.text)
  const selected = selection.last
  const at = Math.max(0, items.findIndex(({ id }) => id === chosen))
  const current = items[at]
  const open = items.filter(({ verdict }) => verdict === null).length
  const step = (by: number) => choose(items[Math.min(items.length - 1, Math.max(0, at + by))]?.id ?? '')
  const next = () => choose((items.slice(at + 1).find(({ verdict }) => verdict === null) ?? items.find(({ verdict, id }) => verdict === null && id !== chosen) ?? items[at + 1] ?? current)?.id ?? '')
  const set = (stated: Stated) => current && change(restate(state, current, stated))
  const say = (verdict: 'right' | 'wrong') => {
    if (current === undefined) return
    change(current.verdict === 'added' ? judge(state, current.id, null) : judge(state, current.id, verdict))
    next()
  }
  const add = () => {
    const range = selection.now()
    if (range === null) return
    const id = `added-${crypto.randomUUID()}`
    change(judge(state, id, 'added', { content: [range], mention: null, cue: null, speakers: [], kind: 'indirect', commitment: 'asserts', stance: [] }))
    choose(id)
  }
  const withSelection = (part: (range: Range) => Partial<Stated>) => {
    const range = selection.now()
    if (range !== null && current !== undefined) set({ ...current.stated, ...part(range) })
  }
  const keys: Readonly<Record<string, () => void>> = {
    y: () => say('right'),
    n: () => say('wrong'),
    j: () => step(1),
    k: () => step(-1),
    u: undo,
    a: add,
    w: () => withSelection((content) => ({ content: [content] })),
    s: () => withSelection((mention) => ({ mention })),
    c: () => withSelection((cue) => ({ cue })),
  }
  useEffect(() => judgedOne(items.length - open), [open])
  useEffect(() => document.querySelector('.article-text .active')?.scrollIntoView({ block: 'nearest' }), [chosen])
  useKeys(keys)
  return (
    <div class="review">
      <div>
        <h1>
          <bdi>{article.title}</bdi>
        </h1>
        {article.lost > 0 && <p class="warning">{article.lost} earlier corrections fit nothing in this text any more.</p>}
        <ArticleText text={article.text} items={items} current={current} choose={choose} />
      </div>
      <div class="desk">
        <p class="status" role="status">
          {open === 0 ? 'All claims are judged' : `${open} of ${items.length} claims to judge`} · {saving}
        </p>
        <p class="acts">
          <Button onClick={undo} off={!canUndo}>
            Undo <kbd>u</kbd>
          </Button>
          <Button onClick={add} off={selected === null}>
            Add a claim: the selection <kbd>a</kbd>
          </Button>
        </p>
        {current !== undefined && (
          <section aria-label="The claim">
            <Judging item={current} place={`${at + 1} of ${items.length}`} step={step} say={say} next={next} />
            <Editor item={current} text={article.text} selected={selected} names={article.speakers} set={set} />
            <Linked item={current} held={(link) => state.apart.some(({ claim, other }) => claim === current.id && other.article === link.article && other.claim === link.claim)} toggle={(link) => change(hold(state, current.id, link))} />
          </section>
        )}
        <SaveGold id={article.id} off={open > 0 || saving !== 'saved'} />
      </div>
    </div>
  )
}

interface JudgingProps {
  readonly item: Item
  /** `2 of 14`. */
  readonly place: string
  readonly step: (by: number) => void
  readonly say: (verdict: 'right' | 'wrong') => void
  readonly next: () => void
}

/** Which claim it is, how sure, and whether it is right. */
function Judging({ item: { verdict, confidence }, place, step, say, next }: JudgingProps) {
  return (
    <>
      <p class="which">
        <Button onClick={() => step(-1)}>
          ← <span class="unseen">the claim before</span> <kbd>k</kbd>
        </Button>
        Claim {place}
        {confidence !== null && `, ${percent(confidence)} sure`} {verdict !== null && <b class={`verdict ${verdict}`}>{VERDICT_WORDS[verdict]}</b>}
        <Button onClick={() => step(1)}>
          → <span class="unseen">the next claim</span> <kbd>j</kbd>
        </Button>
      </p>
      <p class="judge">
        {verdict !== 'added' && (
          <Button onClick={() => say('right')}>
            Right <kbd>y</kbd>
          </Button>
        )}
        <Button onClick={() => say('wrong')}>
          {verdict === 'added' ? 'Take it away' : 'No claim'} <kbd>n</kbd>
        </Button>
        {(verdict === 'mended' || verdict === 'added') && <Button onClick={next}>Done, next</Button>}
      </p>
    </>
  )
}

function SaveGold({ id, off }: { readonly id: string; readonly off: boolean }) {
  const [told, tell] = useState('')
  return (
    <section class="gold">
      <p>When nothing is missing in the article and every claim is judged, it can serve as gold for `check` and `train`.</p>
      <Button off={off} onClick={() => void saveGold(id).then(({ path }) => tell(`Saved: ${path}`), (error: Error) => tell(error.message))}>
        Everything is judged: save as gold
      </Button>
      <p role="status">{told}</p>
    </section>
  )
}

/** Does what a key stands for, as it stands when the key is pressed, unless somebody types. */
function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement
      const act = Object.hasOwn(latest.current, event.key) ? latest.current[event.key] : undefined
      if (typing || act === undefined || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [])
}

interface LinkedProps {
  readonly item: Item
  readonly held: (link: Item['links'][number]) => boolean
  readonly toggle: (link: Item['links'][number]) => void
}

/** What other articles are held to say the same or the contrary, to be held apart. */
function Linked({ item, held, toggle }: LinkedProps) {
  if (item.links.length === 0) return null
  return (
    <fieldset>
      <legend>In other articles</legend>
      <ul class="linked">
        {item.links.map((link) => (
          <li key={link.article + link.claim}>
            <p>
              {link.same ? 'the same in' : 'contradicted in'} <bdi>{link.outlet}</bdi>:
            </p>
            <blockquote class={held(link) ? 'apart' : ''}>
              <bdi>{link.words}</bdi>
            </blockquote>
            <label class="check">
              <input type="checkbox" checked={held(link)} onChange={() => toggle(link)} /> {link.same ? 'not the same' : 'not a contradiction'}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
