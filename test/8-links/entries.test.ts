import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Entries, GrowingEntries } from '../../pipeline/8-links/speakers/entries.ts'
import { linkSpeakerOf } from '../../pipeline/8-links/speakers/link-speakers.ts'
import { areTied } from '../../pipeline/8-links/speakers/tie.ts'
import { GrowingLists } from '../../pipeline/model/columns.ts'
import type { LinkSpeaker } from '../../pipeline/8-links/row.ts'

const names = fc.subarray(['Vera Nolan', 'Vera', 'Vera Roe', 'Nolan', 'Tom Nolan', 'Thomas Nolan', 'V. Nolan', 'Omar al-Tamimi', 'Umar Tamimi', 'Roe Vera', 'Ed Marsh', 'Marsh Jr', 'Müller', 'Jörg Müller'], { minLength: 1, maxLength: 3 })
const bodies = fc.subarray(['the Nolan campaign', 'Northern Rail', 'the White House', 'Denmark', 'the Port Authority', 'Vera', 'NATO'], { minLength: 1, maxLength: 2 })
const descriptions = fc.subarray(['a spokesman for Vera Nolan', 'Nolan’s lawyer', 'President', 'Danish Prime Minister', 'chief executive of Northern Rail', 'Port Authority spokeswoman'], { maxLength: 2 })
const named = fc.oneof(fc.tuple(fc.constant('person' as const), names), fc.tuple(fc.constantFrom('organization' as const, 'country' as const, 'anonymous' as const), bodies))
const speaker = fc.tuple(fc.constantFrom(...'abcdefgh'), named, descriptions).map(([id, [kind, [name, ...aliases]], told]) => linkSpeakerOf({ id, kind, name: name!, aliases, members: [] }, told))

function entriesOf(speakers: readonly LinkSpeaker[]): Entries {
  const entries = new GrowingEntries()
  for (const one of speakers) entries.add(one)
  return entries.entries
}

it('entries are those that were added, and the same where they are equal in every field', () => {
  fc.assert(fc.property(fc.array(speaker, { minLength: 1, maxLength: 6 }), (speakers) => {
    const entries = entriesOf(speakers)
    const copied = new GrowingEntries()
    copied.addSome(entries, 0, 1)
    copied.addSome(entries, 1, speakers.length)
    expect(speakers.map((_, n) => entries.at(n))).toEqual(speakers)
    expect(copied.entries.columns).toEqual(entries.columns)
    for (const [n, x] of speakers.entries()) for (const [m, y] of speakers.entries()) expect(entries.isSame(n, copied.entries, m)).toBe(JSON.stringify(x) === JSON.stringify(y))
  }))
})

it('lists of entries are tied where lists of the speakers are', () => {
  const list = fc.uniqueArray(fc.nat(11), { maxLength: 4 })
  fc.assert(fc.property(fc.uniqueArray(speaker, { minLength: 12, maxLength: 12, comparator: (x, y) => JSON.stringify(x) === JSON.stringify(y) }), list, list, (speakers, a, b) => {
    const lists = new GrowingLists<Uint32Array>(Uint32Array)
    lists.add(a)
    lists.add(b)
    expect(entriesOf(speakers).areTied(lists.lists, 0, 1)).toBe(areTied(a.map((n) => speakers[n]!), b.map((n) => speakers[n]!)))
  }), { numRuns: 2000 })
})
