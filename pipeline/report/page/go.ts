import { addressOf, type Route } from './route.ts'

/** Goes to a place; with `replace`, as a change of the place where the reader is. */
export function go(route: Route, replace = false): void {
  if (!replace) return void (location.hash = addressOf(route))
  history.replaceState(null, '', addressOf(route))
  dispatchEvent(new HashChangeEvent('hashchange'))
}
