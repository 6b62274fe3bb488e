import { useState } from 'preact/hooks'
import type { Stated } from '../state.ts'
import { Button, Choice } from './controls.tsx'
import { SPEAKER_KINDS } from './labels.ts'

type Speaker = Stated['speakers'][number]

interface Props {
  readonly speakers: readonly Speaker[]
  /** Who speaks in the article. */
  readonly names: readonly Speaker[]
  readonly set: (speakers: readonly Speaker[]) => void
}

/** The speakers of a claim by name, and a field to name another. */
export function Speakers({ speakers, names, set }: Props) {
  const [name, setName] = useState('')
  const add = () => {
    const known = names.find((one) => one.name === name.trim())
    if (name.trim() !== '') set([...speakers, known ?? { name: name.trim(), kind: 'person' }])
    setName('')
  }
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
            <Button onClick={() => set(speakers.toSpliced(i, 1))}>
              Take away <span class="unseen">{speaker.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <label>
          Name a speaker
          <input list="speakers" value={name} autocomplete="off" onInput={(event) => setName(event.currentTarget.value)} />
        </label>
        <datalist id="speakers">
          {names.map((one) => (
            <option key={one.name} value={one.name} />
          ))}
        </datalist>
        <button disabled={name.trim() === ''}>Add</button>
      </form>
    </>
  )
}
