import { useEffect, useRef, useState } from 'preact/hooks'
import type { ReviewState } from '../state.ts'
import { saveState } from './api.ts'

/** A review that is kept: in the browser before it is sent, on the server at once, and step by step for undoing. */

export type Saving = 'saved' | 'saving' | 'not saved'

export interface Kept {
  readonly state: ReviewState
  readonly saving: Saving
  readonly canUndo: boolean
  readonly change: (next: ReviewState) => void
  readonly undo: () => void
}

/** How long a failed attempt waits for the next, in milliseconds. */
const AGAIN = 2000
const MOST_STEPS = 200

const read = <T>(storage: Storage, key: string): T | null => JSON.parse(storage.getItem(key) ?? 'null') as T | null

/** The state of an article's review, from what the server has; what it could not be told before the page was left comes first. */
export function useKept(id: string, stored: ReviewState): Kept {
  const unsentKey = `claimtrace unsent ${id}`
  const stepsKey = `claimtrace steps ${id}`
  const [state, setState] = useState<ReviewState>(() => read<ReviewState>(localStorage, unsentKey) ?? stored)
  const [steps, setSteps] = useState<readonly ReviewState[]>(() => read<ReviewState[]>(sessionStorage, stepsKey) ?? [])
  const [saving, setSaving] = useState<Saving>('saved')
  const latest = useRef(state)
  const busy = useRef(false)

  const send = async () => {
    if (busy.current) return
    busy.current = true
    for (let sent: ReviewState | null = null; sent !== latest.current; ) {
      sent = latest.current
      try {
        await saveState(id, sent)
        setSaving(sent === latest.current ? 'saved' : 'saving')
      } catch {
        setSaving('not saved')
        sent = null
        await new Promise((done) => setTimeout(done, AGAIN))
      }
    }
    localStorage.removeItem(unsentKey)
    busy.current = false
  }
  const put = (next: ReviewState, before: readonly ReviewState[]) => {
    localStorage.setItem(unsentKey, JSON.stringify(next))
    sessionStorage.setItem(stepsKey, JSON.stringify(before))
    latest.current = next
    setState(next)
    setSteps(before)
    setSaving('saving')
    void send()
  }
  useEffect(() => {
    if (localStorage.getItem(unsentKey) !== null) void send()
  }, [id])
  return {
    state,
    saving,
    canUndo: steps.length > 0,
    change: (next) => put(next, [...steps, state].slice(-MOST_STEPS)),
    undo: () => {
      const last = steps.at(-1)
      if (last !== undefined) put(last, steps.slice(0, -1))
    },
  }
}
