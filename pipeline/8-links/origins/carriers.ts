import { outletNamed, OUTLETS } from '../../lexicon/outlets.ts'
import type { Span } from '../../model/span.ts'
import type { LinkInput } from '../input.ts'
import type { Carrier } from '../row.ts'
import { reportsOf } from './reports.ts'
import { addTo } from '../../model/group-by.ts'

/** What of an article tells through whom its claims came. */
export type CarryingInput = Pick<LinkInput, 'article' | 'credits' | 'speakers' | 'claims'>

/** Words of credits that name no agency. */
const UNNAMED_WIRES = /\b(?:wires?|wire services?|news services?|agenc(?:y|ies))\b/i
const WIRES = OUTLETS.filter(({ kind }) => kind === 'wire').flatMap(({ name, aliases }) =>
  [name, ...aliases].map((alias) => ({ name, pattern: new RegExp(`(?<!\\p{L})${alias.replace(/[.*+?]/g, '\\$&')}(?!\\p{L})`, 'u') })))

/** The agencies that a credit names (`PARIS (AP) -`), `unnamed wires` where it names none, or none where it is no wire credit. */
function agenciesOf(credit: string): readonly string[] {
  const named = [...new Set(WIRES.filter(({ pattern }) => pattern.test(credit)).map(({ name }) => name))]
  return named.length > 0 ? named : UNNAMED_WIRES.test(credit) ? ['unnamed wires'] : []
}

/** The name that an outlet is compared by. */
export const outletKey = (name: string): string => (outletNamed(name)?.name ?? name.replace(/^the /i, '')).toLowerCase()

/**
 * Through whom each claim of an article came, by index: the outlets whose reports reach it, the outlet that its speaker talked to, and,
 * where neither is told, the agencies that the article credits.
 */
export function carriersOf(input: CarryingInput): readonly (readonly Carrier[])[] {
  const ofClaim: Carrier[][] = input.claims.map(() => [])
  reportsOf(input).forEach(({ name, members, evidence }, n) => {
    const carrier: Carrier = { kind: 'report', name, key: outletKey(name), id: `${input.article}\nreport ${n}`, evidence }
    for (const i of members) ofClaim[i]!.push(carrier)
  })
  const credits = creditsOf(input)
  input.claims.forEach(({ venue }, i) => {
    const name = venue === null ? null : (outletNamed(venue.exact)?.name ?? venue.exact)
    const own = ofClaim[i]!
    if (name !== null && own.every(({ key }) => key !== outletKey(name))) own.push({ kind: 'report', name, key: outletKey(name), id: `${input.article}\nvenue ${i}`, evidence: [venue!] })
    if (own.length === 0) own.push(...credits)
  })
  return ofClaim
}

function creditsOf({ article, credits }: CarryingInput): readonly Carrier[] {
  const spans = new Map<string, Span[]>()
  for (const credit of credits) for (const name of agenciesOf(credit.exact)) addTo(spans, name, credit)
  if (spans.size > 1) spans.delete('unnamed wires')
  return [...spans].map(([name, evidence]) => ({ kind: 'wire', name, key: outletKey(name), id: `${article}\ncredit ${name}`, evidence }))
}
