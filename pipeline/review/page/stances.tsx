import { useState } from 'preact/hooks'
import type { StanceLabel } from '../../model/schema.ts'
import type { Stated } from '../state.ts'
import { Button, Choice } from './controls.tsx'
import { STANCES } from './labels.ts'

interface Props {
  readonly stance: Stated['stance']
  readonly set: (stance: Stated['stance']) => void
}

/** What the speaker is for and against. */
export function Stances({ stance, set }: Props) {
  const [label, setLabel] = useState<StanceLabel>('support')
  const [target, setTarget] = useState('')
  return (
    <>
      <ul class="stances">
        {stance.map((one, i) => (
          <li key={one.label + one.target}>
            <span class={`stance ${one.label}`}>
              {STANCES[one.label]} <bdi>{one.target}</bdi>
            </span>{' '}
            <Button onClick={() => set(stance.toSpliced(i, 1))}>
              Take away{' '}
              <span class="unseen">
                {STANCES[one.label]} {one.target}
              </span>
            </Button>
          </li>
        ))}
      </ul>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault()
          if (target.trim() !== '') set([...stance, { label, target: target.trim() }])
          setTarget('')
        }}
      >
        <Choice name="Stance" value={label} options={STANCES} set={setLabel} />
        <label>
          on what
          <input value={target} autocomplete="off" onInput={(event) => setTarget(event.currentTarget.value)} />
        </label>
        <button disabled={target.trim() === ''}>Add</button>
      </form>
    </>
  )
}
