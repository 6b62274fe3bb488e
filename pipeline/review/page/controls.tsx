import type { ComponentChildren } from 'preact'
import type { Labels } from './labels.ts'

interface ButtonProps {
  readonly onClick: () => void
  readonly off?: boolean
  readonly children: ComponentChildren
}

/** A button that leaves the selection of the text as it is. */
export function Button({ onClick, off, children }: ButtonProps) {
  return (
    <button type="button" disabled={off === true} onMouseDown={(event) => event.preventDefault()} onClick={onClick}>
      {children}
    </button>
  )
}

interface ChoiceProps<T extends string> {
  readonly name: string
  readonly value: T
  readonly options: Labels<T>
  readonly set: (value: T) => void
}

/** One of several labels. */
export function Choice<T extends string>({ name, value, options, set }: ChoiceProps<T>) {
  return (
    <label>
      {name}
      <select value={value} onChange={(event) => set(event.currentTarget.value as T)}>
        {(Object.entries(options) as [T, string][]).map(([option, label]) => (
          <option key={option} value={option}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}
