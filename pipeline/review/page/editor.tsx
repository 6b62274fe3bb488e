import type { ComponentChildren } from 'preact'
import { Button, Choice } from './controls.tsx'
import { CLAIM_KINDS, COMMITMENTS } from './labels.ts'
import type { Range } from '../../model/span.ts'
import type { Stated } from '../state.ts'
import type { Item } from './model.ts'
import { moved } from './selection.ts'
import { Speakers, Stances } from './lists.tsx'

interface Props {
  readonly item: Item
  readonly text: string
  readonly selected: Range | null
  readonly names: readonly Stated['speakers'][number][]
  readonly set: (stated: Stated) => void
}

/** Everything about one claim that a person may set. */
export function Editor({ item, text, selected, names, set }: Props) {
  const { stated } = item
  const change = (part: Partial<Stated>) => set({ ...stated, ...part })
  const [first] = stated.content
  return (
    <div class="editor">
      <Field name="What is claimed">
        <ul class="passages">
          {stated.content.map((range, i) => (
            <li key={range.start}>
              <blockquote>
                <bdi>{text.slice(range.start, range.end)}</bdi>
              </blockquote>
              {stated.content.length > 1 && <Button onClick={() => change({ content: stated.content.toSpliced(i, 1) })}>Take away</Button>}
            </li>
          ))}
        </ul>
        <Button off={selected === null} onClick={() => selected && change({ content: [selected] })}>
          Set to the selection <kbd>w</kbd>
        </Button>
        <Button off={selected === null} onClick={() => selected && change({ content: joined([...stated.content, selected]) })}>
          Add the selection
        </Button>
        {stated.content.length === 1 && first !== undefined && (
          <p class="moves">
            {(['start', 'end'] as const).map((side) =>
              ([-1, 1] as const).map((by) => (
                <Button key={side + by} onClick={() => change({ content: [moved(text, first, side, by)] })}>
                  {side === 'start' ? 'begin' : 'end'} <span class="unseen">one word {by === 1 ? 'later' : 'earlier'}</span>
                  <span aria-hidden="true">{by === 1 ? '→' : '←'}</span>
                </Button>
              )),
            )}
          </p>
        )}
      </Field>
      <Field name="Who says it">
        <Speakers speakers={stated.speakers} names={names} set={(speakers) => change({ speakers })} />
        <Passage name="named here as" range={stated.mention} text={text} selected={selected} keyName="s" set={(mention) => change({ mention })} />
      </Field>
      <Field name="That it is said">
        <Passage name="words" range={stated.cue} text={text} selected={selected} keyName="c" set={(cue) => change({ cue })} />
      </Field>
      <div class="row">
        <Choice name="The speaker" value={stated.commitment} options={COMMITMENTS} set={(commitment) => change({ commitment })} />
        <Choice name="Told" value={stated.kind} options={CLAIM_KINDS} set={(kind) => change({ kind })} />
      </div>
      <Field name="For or against">
        <Stances stance={stated.stance} set={(stance) => change({ stance })} />
      </Field>
    </div>
  )
}

/** Passages in order, those that touch or overlap as one. */
function joined(ranges: readonly Range[]): readonly Range[] {
  const all: Range[] = []
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1)
    if (last !== undefined && range.start <= last.end) all[all.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
    else all.push(range)
  }
  return all
}

function Field({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <fieldset>
      <legend>{name}</legend>
      {children}
    </fieldset>
  )
}

interface PassageProps {
  readonly name: string
  readonly range: Range | null
  readonly text: string
  readonly selected: Range | null
  readonly keyName: string
  readonly set: (range: Range | null) => void
}

function Passage({ name, range, text, selected, keyName, set }: PassageProps) {
  return (
    <p class="passage">
      {range === null ? `${name}: nowhere` : <bdi>“{text.slice(range.start, range.end)}”</bdi>}{' '}
      <Button off={selected === null} onClick={() => selected && set(selected)}>
        Set to the selection <kbd>{keyName}</kbd>
      </Button>
      {range !== null && <Button onClick={() => set(null)}>Nowhere</Button>}
    </p>
  )
}
