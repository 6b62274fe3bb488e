import type { StanceLabel } from '../../model/schema.ts'
import type { Matrix as Data, SpeakerRow } from '../data.ts'
import { LeftOut } from './header.tsx'
import { Text } from './parts.tsx'
import { linkTo, shownOf, useHere } from './report.ts'
import { count, STANCE_SIGNS } from './words.ts'
import { groupBy } from '../../model/group-by.ts'

type Cell = Data['cells'][number]

/** Speakers by targets; a cell has a sign and a colour for each stance, and opens its claims. */
export function Matrix() {
  const here = useHere()
  const { matrix } = shownOf(here)
  if (matrix.cells.length === 0) return <LeftOut hidden={here.site.unlikely.stances} what="stance" />
  const cells = groupBy(matrix.cells, ({ speaker, target }) => `${speaker} ${target}`)
  return (
    <>
      <div class="scroll" tabIndex={0} role="region" aria-label="Speakers by targets">
        <table class="matrix">
          <thead>
            <tr>
              <td />
              {matrix.targets.map(({ topic, text }) => (
                <th scope="col" key={topic}>
                  <span title={text}>
                    <Text>{text}</Text>
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.speakers.map((id, row) => {
              const speaker = here.speakers.find((other) => other.id === id) as SpeakerRow
              return (
                <tr key={id}>
                  <th scope="row">
                    <a href={linkTo(here, { p: 'speaker', s: speaker.id })}>
                      <Text>{speaker.name}</Text>
                    </a>
                  </th>
                  {matrix.targets.map(({ topic, text }, column) => (
                    <td key={topic}>
                      {cells.get(`${row} ${column}`)?.map((cell) => (
                        <Stand key={cell.label} cell={cell} topic={topic} target={text} name={speaker.name} />
                      ))}
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <Legend labels={matrix.cells.map(({ label }) => label)} />
      {here.least > 0 && <LeftOut hidden={here.site.unlikely.stances} what="stance" />}
    </>
  )
}

function Stand({ cell, topic, target, name }: { readonly cell: Cell; readonly topic: string; readonly target: string; readonly name: string }) {
  const here = useHere()
  const { sign, verb } = STANCE_SIGNS[cell.label]
  const told = `${name} ${verb} ${target}: ${count(cell.claims, 'claim')}`
  return (
    <a class={`stand ${cell.label}`} href={linkTo(here, { p: 'claims', speaker: name, topic, stance: cell.label })} aria-label={told} title={told}>
      {sign}
      {cell.claims > 1 && <sup>{cell.claims}</sup>}
    </a>
  )
}

function Legend({ labels }: { readonly labels: readonly StanceLabel[] }) {
  return (
    <p class="legend">
      {(Object.keys(STANCE_SIGNS) as StanceLabel[])
        .filter((label) => labels.includes(label))
        .map((label) => (
          <span key={label}>
            <span class={`stand ${label}`} aria-hidden="true">
              {STANCE_SIGNS[label].sign}
            </span>{' '}
            {STANCE_SIGNS[label].verb}
          </span>
        ))}
    </p>
  )
}
