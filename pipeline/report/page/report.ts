import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { ArticleRow, Shown, SpeakerRow } from '../data.ts'
import { addressOf, leastConfidence, type Route } from './route.ts'
import type { Report } from './store.ts'

/** What every part of the page knows: the report, and where the reader is. */
export interface Here extends Report {
  readonly route: Route
  /** The least confidence that is shown. */
  readonly least: number
}

export const HereContext = createContext<Here | null>(null)

export function useHere(): Here {
  const here = useContext(HereContext)
  if (here === null) throw new Error('no report around this part')
  return here
}

export function hereOf(report: Report, route: Route): Here {
  return { ...report, route, least: leastConfidence(route) }
}

/** Whether findings are shown with everything, or with what is likelier right than not. */
export const sureOf = ({ least }: Here) => (least < 0.5 ? 'all' : 'likely')

/** What the overview shows. */
export const shownOf = (here: Here): Shown => here.site[sureOf(here)]

/** The address of another place; how sure things must be to be shown goes with the reader. */
export function linkTo({ route }: Here, to: Route): string {
  return addressOf({ ...to, ...(route.sure !== undefined && { sure: route.sure }) })
}

export const articleAt = ({ articles }: Here, place: number): ArticleRow => articles[place] as ArticleRow
export const speakerAt = ({ speakers }: Here, place: number): SpeakerRow => speakers[place] as SpeakerRow
