import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { StanceLabel } from '../../model/schema.ts'
import type { Stated } from '../state.ts'
import { Button, Choice } from './controls.tsx'
import { SPEAKER_KINDS, STANCES } from './labels.ts'

type Speaker = Stated['speakers'][number]

interface SpeakersProps {
  readonly speakers: readonly Speaker[]
  /** Who speaks in the article. */
  readonly names: readonly Speaker[]
  readonly set: (speakers: readonly Speaker[]) => void
}

/** The speakers of a claim by name, and a field to name another. */
export function Speakers({ speakers, names, set }: SpeakersProps) {
  return (
    <>
      {speakers.length === 0 && <p>Nobody is named.</p>}
      <ul class="speakers">
        {speakers.map((speaker, i) => (
          <li key={speaker.name}>
            <b>
              <bdi>{speaker.name}</bdi>
            </b>{' '}
            <Choice name="is" value={speaker.kind} options={SPEAKER_KINDS} set={(kind) => set(speakers.with(i, { ...speaker, kind }))} />
            <TakeAway what={speaker.name} onClick={() => set(speakers.toSpliced(i, 1))} />
          </li>
        ))}
      </ul>
      <Adding label="Name a speaker" list="speakers" add={(name) => set([...speakers, names.find((one) => one.name === name) ?? { name, kind: 'person' }])}>
        <datalist id="speakers">
          {names.map((one) => (
            <option key={one.name} value={one.name} />
          ))}
        </datalist>
      </Adding>
    </>
  )
}

interface StancesProps {
  readonly stance: Stated['stance']
  readonly set: (stance: Stated['stance']) => void
}

/** What the speaker is for and against. */
export function Stances({ stance, set }: StancesProps) {
  const [label, setLabel] = useState<StanceLabel>('support')
  return (
    <>
      <ul class="stances">
        {stance.map((one, i) => (
          <li key={one.label + one.target}>
            <span class={`stance ${one.label}`}>
              {STANCES[one.label]} <bdi>{one.target}</bdi>
            </span>{' '}
            <TakeAway what={`${STANCES[one.label]} ${one.target}`} onClick={() => set(stance.toSpliced(i, 1))} />
          </li>
        ))}
      </ul>
      <Adding label="on what" add={(target) => set([...stance, { label, target }])}>
        <Choice name="Stance" value={label} options={STANCES} set={setLabel} />
      </Adding>
    </>
  )
}

const TakeAway = ({ what, onClick }: { readonly what: string; readonly onClick: () => void }) => (
  <Button onClick={onClick}>
    Take away <span class="unseen">{what}</span>
  </Button>
)

interface AddingProps {
  readonly label: string
  /** The id of the datalist that suggests words. */
  readonly list?: string
  readonly add: (words: string) => void
  readonly children: ComponentChildren
}

/** A field whose words are added, and a button. */
function Adding({ label, list, add, children }: AddingProps) {
  const [words, setWords] = useState('')
  const given = words.trim()
  return (
    <form
      class="row"
      onSubmit={(event) => {
        event.preventDefault()
        if (given !== '') add(given)
        setWords('')
      }}
    >
      {children}
      <label>
        {label}
        <input list={list} value={words} autocomplete="off" onInput={(event) => setWords(event.currentTarget.value)} />
      </label>
      <button disabled={given === ''}>Add</button>
    </form>
  )
}
