import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'

/** How many items are drawn before and behind what is seen, so that the keyboard finds its way on. */
const AROUND = 8
/** What stands on paper, where nobody scrolls. */
const PRINTED = 300

interface Props {
  readonly length: number
  readonly label: string
  /** Height of every item, in `rem`; a narrow window needs more. */
  readonly height: number
  readonly narrow: number
  readonly item: (index: number) => ComponentChildren
}

/** A list of any length, of which only what is in the window is drawn. Items are of one height. */
export function LongList({ length, label, height, narrow, item }: Props) {
  const list = useRef<HTMLUListElement>(null)
  const [[from, to, size], setShown] = useState([0, 30, height * 16])
  useLayoutEffect(() => {
    const update = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
      const tall = (innerWidth < 700 ? narrow : height) * rem
      const above = -(list.current?.getBoundingClientRect().top ?? 0)
      const first = Math.max(0, Math.floor(above / tall) - AROUND)
      const last = Math.min(length, Math.ceil((above + innerHeight) / tall) + AROUND)
      setShown((before) => (before[0] === first && before[1] === last && before[2] === tall ? before : [first, last, tall]))
    }
    const print = () => setShown(([, , tall]) => [0, Math.min(length, PRINTED), tall])
    update()
    addEventListener('scroll', update, { passive: true })
    addEventListener('resize', update)
    addEventListener('beforeprint', print)
    addEventListener('afterprint', update)
    return () => {
      removeEventListener('scroll', update)
      removeEventListener('resize', update)
      removeEventListener('beforeprint', print)
      removeEventListener('afterprint', update)
    }
  }, [length, height, narrow])
  const shown = Array.from({ length: Math.max(0, Math.min(to, length) - from) }, (_, i) => from + i)
  return (
    <ul class="long" ref={list} aria-label={label} style={{ height: `${length * size}px` }}>
      {shown.map((index) => (
        <li key={index} aria-setsize={length} aria-posinset={index + 1} style={{ height: `${size}px`, top: `${index * size}px` }}>
          {item(index)}
        </li>
      ))}
    </ul>
  )
}

/** Tells the window's title while a part is shown. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title.length > 80 ? `${title.slice(0, 79)}…` : title} · claimtrace`
  }, [title])
}
