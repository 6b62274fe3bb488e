import { describe, expect, test } from 'vitest'
import { linkSpeakerOf } from '../../pipeline/8-links/speakers/link-speakers.ts'
import { speakerTie, tieKeys } from '../../pipeline/8-links/speakers/tie.ts'
import type { SpeakerKind } from '../../pipeline/model/schema.ts'

type Named = readonly [name: string, description?: string | undefined, kind?: SpeakerKind]

const speaker = ([name, description, kind = 'person']: Named) => linkSpeakerOf({ id: name, name, kind, aliases: [], members: [] }, description === undefined ? [] : [description])

describe('the tie of two speakers', () => {
  test.each<readonly [Named, string, Named]>([
    [['Vera Nolan'], 'same', ['Vera Nolan']],
    [['Vera Nolan'], 'alias', ['Nolan']],
    [['Vera'], 'alias', ['Vera Nolan']],
    [['William Hart'], 'alias', ['Bill Hart']],
    [['Olena Moroz'], 'other', ['Tom Moroz']],
    [['Volodymyr Kravchenkoy'], 'alias', ['Volodymyr Kravchenko']],
    [['a spokesman for Vera Nolan', undefined, 'anonymous'], 'spokesperson', ['Vera Nolan']],
    [['Nolan’s lawyer', undefined, 'anonymous'], 'spokesperson', ['Vera Nolan']],
    [['Ed Marsh', 'a spokesman for Nolan'], 'spokesperson', ['Vera Nolan']],
    [['Ed Marsh', 'Port Authority spokeswoman'], 'spokesperson', ['the Port Authority', undefined, 'organization']],
    [['the Nolan campaign', undefined, 'organization'], 'metonym', ['Vera Nolan']],
    [['the White House', undefined, 'organization'], 'metonym', ['Vera Nolan', 'President']],
    [['the Kremlin', undefined, 'organization'], 'metonym', ['Vera Nolan', 'Russian President']],
    [['Vera Nolan', 'chief executive of Northern Rail'], 'metonym', ['Northern Rail', undefined, 'organization']],
    [['Denmark', undefined, 'country'], 'metonym', ['Vera Nolan', 'Danish Prime Minister']],
    [['Ed Marsh', 'Danish foreign minister'], 'other', ['Vera Nolan', 'Danish Prime Minister']],
    [['Vera Nolan', 'former chief of Northern Rail'], 'other', ['Northern Rail', undefined, 'organization']],
    [['two officials', undefined, 'anonymous'], 'unknown', ['Vera Nolan']],
    [['Vera Nolan'], 'other', ['Tom Birch']],
  ])('%j is %s to %j', (a, tie, b) => {
    const [x, y] = [speaker(a), speaker(b)]
    expect(speakerTie([x], [y])).toBe(tie)
    expect(speakerTie([y], [x])).toBe(tie)
    if (tie !== 'other' && tie !== 'unknown' && a[0] !== 'Vera') expect(tieKeys(x).some((key) => tieKeys(y).includes(key))).toBe(true)
  })

  test('is unknown where one of the claims has no speaker', () => {
    expect(speakerTie([], [speaker(['Vera Nolan'])])).toBe('unknown')
  })
})
