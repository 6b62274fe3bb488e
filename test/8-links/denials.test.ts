import { describe, expect, it } from 'vitest'
import { deniedBy } from '../../pipeline/8-links/judge/denied.ts'
import { linkInput } from '../../pipeline/8-links/input.ts'
import { link } from '../../pipeline/8-links/link.ts'
import { annotate } from '../../pipeline/annotate.ts'
import { NO_CONFIG } from '../../pipeline/model/config.ts'
import { articleOf as readArticle } from '../../pipeline/1-read/article-of.ts'
import { articleOf, type Said } from './rows.ts'

/** How two claims are linked, published on one day or so many days apart. */
function linked(a: Said, b: Said, days: number | null = 0): readonly string[] {
  const [x, y] = days === null ? [null, null] : ['2031-05-01', new Date(Date.UTC(2031, 4, 1 + days)).toISOString().slice(0, 10)]
  return link([articleOf('a', [a], { published: x }), articleOf('b', [b], { published: y })], NO_CONFIG).links.map(({ type }) => type)
}

describe('what a claim denies', () => {
  it.each([
    ['the allegations', 'denied', 'denies', { by: 'noun', phrase: 'the allegations' }],
    ['newspaper reports', 'has refuted', 'denies', { by: 'noun', phrase: 'newspaper reports' }],
    ['Norby’s claim as “wildly inaccurate”', 'dismissed', 'asserts', { by: 'noun', phrase: 'Norby’s claim' }],
    ['the report is “baseless” and false', 'said', 'asserts', { by: 'noun', phrase: 'the report' }],
    ['“Of course the Leden Courier story is 100 percent false!”', 'wrote', 'asserts', { by: 'noun', phrase: 'the Leden Courier story' }],
    ['there was no truth to the rumours', 'said', 'asserts', { by: 'noun', phrase: 'the rumours' }],
    ['“It is garbage, complete and utter lies,”', 'said', 'asserts', { by: 'pronoun', phrase: '' }],
    ['“I had absolutely nothing to do with it.”', 'said', 'asserts', { by: 'innocence', phrase: '' }],
    ['he had sold the bridge', 'denied', 'denies', { by: 'words', text: 'he had sold the bridge' }],
    ['reports in the local press that he had sold the bridge', 'denied', 'denies', { by: 'words', text: 'he had sold the bridge' }],
    ['Claims that the bridge had been sold were false', 'said', 'asserts', { by: 'words', text: 'the bridge had been sold' }],
    ['suggestion', 'dismissed', 'asserts', null],
    ['the dam is safe', 'said', 'asserts', null],
    ['nothing to do with the ferry is cheap', 'said', 'asserts', null],
  ] as const)('%s (%s)', (text, cue, commitment, denied) => {
    expect(deniedBy(text, cue, commitment)).toEqual(denied)
  })
})

const DENIED: Said = { who: 'Jon Reyes', words: 'the allegations', cue: 'denied', denies: true, around: 'Jon Reyes, whom a neighbour accuses of selling the bridge, denied the allegations.' }

describe('a denial of allegations and what is alleged', () => {
  it.each([
    ['an accusation of who denies', DENIED, { who: 'Carla Dion', words: 'Reyes of selling the bridge in secret', cue: 'accused' }, 0, ['contradicts']],
    ['by a pronoun', DENIED, { who: 'Carla Dion', words: 'he had sold the bridge to a friend', cue: 'alleged', about: ['Jon Reyes'] }, 1, ['contradicts']],
    ['weeks later', DENIED, { who: 'Carla Dion', words: 'Reyes of selling the bridge in secret', cue: 'accused' }, 20, []],
    ['of another', DENIED, { who: 'Carla Dion', words: 'Helga Brandt of selling the bridge in secret', cue: 'accused' }, 0, []],
    ['of which nothing is told around the denial', DENIED, { who: 'Carla Dion', words: 'Reyes of poisoning the carp in her pond', cue: 'accused' }, 0, []],
    ['who is accused stands first', DENIED, { who: 'Carla Dion', words: 'the council of selling the bridge that Reyes built', cue: 'accused' }, 0, []],
    ['not accused', DENIED, { who: 'Carla Dion', words: 'Reyes for selling the bridge', cue: 'does not blame' }, 0, []],
    ['other allegations', { ...DENIED, words: 'the tax allegations' }, { who: 'Carla Dion', words: 'Reyes of selling the bridge in secret', cue: 'accused' }, 0, []],
    ['whose report it is', { who: 'Jon Reyes', words: 'the Courier story is false', cue: 'said', around: 'The Leden Courier wrote that the bridge had been sold' }, { who: 'Leden Courier', words: 'the bridge had been sold for one crown', cue: 'reported' }, 1, ['contradicts']],
    ['another paper’s report', { who: 'Jon Reyes', words: 'the Harbour Times story is false', cue: 'said', around: 'The Harbour Times wrote that the bridge had been sold' }, { who: 'Leden Courier', words: 'Reyes had sold the bridge for one crown', cue: 'reported' }, 1, []],
    ['innocence', { who: 'Jon Reyes', words: '“I had nothing to do with it.”', cue: 'said', around: 'asked about the sale of the bridge' }, { who: 'Carla Dion', words: 'Reyes for the sale of the bridge', cue: 'blamed' }, 0, ['contradicts']],
    ['innocence of something else', { who: 'Jon Reyes', words: '“I had nothing to do with it.”', cue: 'said', around: 'asked about the fire' }, { who: 'Carla Dion', words: 'Reyes for the sale of the bridge', cue: 'blamed' }, 0, []],
    ['where no dates are known, these rumours are not those that share two words', { who: 'Jon Reyes', words: 'These rumours are false', cue: 'said', around: 'it was told at the ferry that Reyes had a yacht' }, { who: 'Leden Courier', words: 'Reyes had sold a yacht and bought the ferry', cue: 'reported' }, null, []],
    ['where no dates are known, one report is not known to be the other', { who: 'Jon Reyes', words: 'the report', cue: 'denied', denies: true, around: 'it was said that Reyes had sold the bridge' }, { who: 'Leden Courier', words: 'Reyes had sold the bridge', cue: 'reported' }, null, []],
  ] as const)('%s', (_, a, b, days, types) => {
    expect(linked(a, b, days)).toEqual(types)
    expect(linked(b, a, days)).toEqual(types)
  })
})

describe('a denial in words and what is asserted', () => {
  const denial: Said = { who: 'the harbour office', words: 'reports in the local press that two ferries had collided in the Leden fog', cue: 'denied', denies: true }
  it.each([
    ['the same proposition', denial, 'two ferries had collided in the thick fog on the Leden', ['contradicts']],
    ['another deed of the same', denial, 'two ferries had been painted before they left Leden', []],
    ['a negation', denial, 'two ferries had not collided in the fog on the Leden', []],
    ['what was once so', { ...denial, words: 'the mayor’s wife had been arrested at the ferry in Leden' }, 'the mayor’s ex-wife was arrested at the ferry in Leden', []],
    ['what was once so, of both', { ...denial, words: 'the mayor’s ex wife had been arrested at the ferry in Leden' }, 'the mayor’s ex-wife was arrested at the ferry in Leden', ['contradicts']],
    ['a phrase', denial, 'ferries colliding in the fog on the Leden', []],
    ['what is called false', { ...denial, words: 'claims that two ferries had collided in the Leden fog were false', denies: false, cue: 'said' }, 'two ferries collided in the fog on the Leden', ['contradicts']],
  ] as const)('%s', (_, a, words, types) => {
    expect(linked(a, { who: 'Leden Courier', words, cue: 'reported' }, null).filter((type) => type === 'contradicts')).toEqual(types)
  })
})

it('a claim in parts is not set against its negation: what stands between the parts may negate it', () => {
  const [said, denied] = [{ who: 'Leden Courier', words: 'the harbour office had repaired the leaking ferry', cue: 'reported' }, { who: 'Carla Dion', words: 'the harbour office had not repaired the leaking ferry', cue: 'said' }]
  expect(linked(said, denied)).toEqual(['contradicts'])
  expect(linked({ ...said, words: 'the harbour office | had repaired the leaking ferry' }, denied)).toEqual([])
})

it('reads from the article whom the pronouns of an allegation mean, and what is told around a denial', () => {
  const text = 'Mr. Jon Reyes resigned on Friday, his office said.\n\nMs. Dion alleged that he had sold the old bridge.\n\n“I am tired,” Reyes said. Reyes denied the allegations.\n'
  const { claims } = linkInput(annotate(readArticle(text, { id: 'a' })), text)
  expect(claims.find(({ text: words }) => words.includes('bridge'))!.about).toEqual(['Jon Reyes'])
  const denial = claims.find(({ text: words }) => words === 'the allegations')!
  expect(denial.around).toContain('sold the old bridge')
})
