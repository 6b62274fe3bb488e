import { useState } from 'preact/hooks'
import { speakersFor } from './filter.ts'
import { useHere } from './report.ts'
import { go } from './go.ts'
import type { Route } from './route.ts'
import { KINDS, percent, STANCE_SIGNS } from './words.ts'

/** What narrows the claims; each change stands in the address at once. */
export function Filters() {
  const { route, site, least } = useHere()
  const set = (change: Route) => go({ ...route, ...change }, true)
  const filtered = Boolean(route.q || route.outlet || route.speaker || route.target || route.topic || route.stance || route.kind || route.unnamed || route.list || route.date)
  return (
    <form class="filters" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
      <SpeakerField value={route.speaker ?? ''} set={(speaker) => set({ speaker })} />
      <label>
        About
        <input value={route.target ?? ''} onInput={(event) => set({ target: event.currentTarget.value, topic: '' })} placeholder="for or against …" autocomplete="off" />
      </label>
      <Choice label="Stance" value={route.stance} set={(stance) => set({ stance })} options={Object.entries(STANCE_SIGNS).map(([value, { sign, verb }]) => [value, `${sign} ${verb}`])} />
      {site.outlets.length > 0 && <Choice label="Outlet" value={route.outlet} set={(outlet) => set({ outlet })} options={site.outlets.map((outlet) => [outlet, outlet])} />}
      <Choice label="Told" value={route.kind} set={(kind) => set({ kind })} options={Object.entries(KINDS)} />
      <label>
        At least {percent(least)} sure
        <input type="range" min="0" max="95" step="5" value={Math.round(least * 100)} onInput={(event) => set({ sure: event.currentTarget.value === '0' ? 'all' : event.currentTarget.value })} />
      </label>
      <label class="check">
        <input type="checkbox" checked={route.unnamed === '1'} onChange={(event) => set({ unnamed: event.currentTarget.checked ? '1' : '' })} /> Nobody is named
      </label>
      {filtered && (
        <button type="button" class="plain" onClick={() => go({ p: 'claims', ...(route.sure !== undefined && { sure: route.sure }) }, true)}>
          Take all filters away
        </button>
      )}
    </form>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string | undefined
  readonly options: readonly (readonly [string, string])[]
  readonly set: (value: string) => void
}

function Choice({ label, value, options, set }: ChoiceProps) {
  return (
    <label>
      {label}
      <select value={value ?? ''} onChange={(event) => set(event.currentTarget.value)}>
        <option value="">any</option>
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

/** A name, with the speakers that it may mean. */
function SpeakerField({ value, set }: { readonly value: string; readonly set: (value: string) => void }) {
  const { speakers } = useHere()
  const [typed, setTyped] = useState('')
  const names = typed.length > 1 ? speakersFor(typed, speakers).slice(0, 12) : []
  return (
    <label>
      Speaker
      <input
        value={value}
        list="speaker-names"
        autocomplete="off"
        placeholder="a name"
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value)
          set(currentTarget.value)
        }}
      />
      <datalist id="speaker-names">
        {names.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
    </label>
  )
}
