import { describe, expect, it } from 'vitest'
import { mergeSpeakers } from '../../pipeline/8-links/speakers/speakers.ts'
import { NO_CONFIG, type Config } from '../../pipeline/model/config.ts'
import type { Speaker } from '../../pipeline/model/schema.ts'

type Named = readonly [name: string, descriptions?: readonly string[], kind?: Speaker['kind']]

function speaker([name, descriptions = [], kind = 'person']: Named, i: number): Speaker {
  return { id: `p${i + 1}`, name, kind, descriptions, mentions: [], anonymity: null }
}

/** An article's only speaker, with one description. */
const one = (name: string, description: string): readonly Named[] => [[name, [description]]]

/** An article's only speaker, a body. */
const body = (name: string): readonly Named[] => [[name, [], 'organization']]

/** The registry of articles given by their speakers, each entry as `article+article`, by name. */
function merged(articles: Readonly<Record<string, readonly Named[]>>, config: Config = NO_CONFIG): Record<string, string[]> {
  const inputs = Object.entries(articles).map(([article, named]) => ({ article, speakers: named.map(speaker) }))
  const registry: Record<string, string[]> = {}
  for (const { name, members } of mergeSpeakers(inputs, config)) (registry[name] ??= []).push(members.map((m) => m.article).join('+'))
  for (const members of Object.values(registry)) members.sort()
  return registry
}

describe('people over the corpus', () => {
  it('join by equal names and list other spellings as aliases', () => {
    const articles = [['Ana Robles'], ['Ana Roblés']].map(([name], i) => ({ article: `a${i}`, speakers: [speaker([name!], 0)] }))
    const members = [{ article: 'a0', speaker: 'p1' }, { article: 'a1', speaker: 'p1' }]
    expect(mergeSpeakers(articles, NO_CONFIG)).toMatchObject([{ name: 'Ana Robles', aliases: ['Ana Roblés'], members }])
  })

  it('keep homonyms of different fields apart', () => {
    const articles = { a: one('Mark Bell', 'Liberal senator'), b: one('Mark Bell', 'striker'), c: one('Mark Bell', 'senator') }
    expect(merged(articles)).toEqual({ 'Mark Bell': ['a+c', 'b'] })
  })

  it('keep homonyms of different nationality apart', () => {
    const articles = { a: one('Maria Costa', 'Brazilian economist'), b: one('Maria Costa', 'Portuguese economist') }
    expect(merged(articles)).toEqual({ 'Maria Costa': ['a', 'b'] })
  })

  it('join misspelled given names where the title agrees, and only there', () => {
    const apart = { 'Keld Dahl': ['a'], 'Kjeld Dahl': ['b'] }
    const articles = { a: one('Keld Dahl', 'Danish Prime Minister'), b: one('Kjeld Dahl', 'Danish Prime Minister') }
    expect(merged(articles)).toEqual({ 'Keld Dahl': ['a+b'] })
    expect(merged({ a: one('Keld Dahl', 'Danish Prime Minister'), b: one('Kjeld Dahl', 'goalkeeper') })).toEqual(apart)
    expect(merged({ a: [['Keld Dahl']], b: [['Kjeld Dahl']] })).toEqual(apart)
  })

  it('join misspelled surnames where the context agrees', () => {
    const company: readonly Named[] = [['Rui Matos'], ['Ana Robles']]
    expect(merged({ a: [['Olga Zelenko'], ...company], b: [['Olga Zelenkoy'], ...company] })['Olga Zelenko']).toEqual(['a+b'])
    expect(merged({ a: [['Olga Zelenko'], ...company], b: [['Olga Zelenkoy']] })['Olga Zelenko']).toEqual(['a'])
  })

  it('join other spellings of rare names, and nicknames, without more', () => {
    expect(merged({ a: [['Oleksandr Moskalskyy']], b: [['Oleksandr Moskalskiy']] })).toEqual({ 'Oleksandr Moskalskiy': ['a+b'] })
    expect(merged({ a: [['Sami Abdulrazak']], b: [['Sami Abdul Razak']] })).toEqual({ 'Sami Abdul Razak': ['a+b'] })
    expect(merged({ a: [['Sergey Tarkin']], b: [['Sergei Tarkin']] })).toEqual({ 'Sergei Tarkin': ['a+b'] })
    expect(Object.keys(merged({ a: [['Ann Tarkin']], b: [['Anna Tarkin']] }))).toHaveLength(2)
    expect(merged({ a: [['Abdul Rahim al-Nasiri']], b: [['Abdul-Rahim el-Nassiri']] })).toEqual({ 'Abdul Rahim al-Nasiri': ['a+b'] })
    expect(merged({ a: [['Yousef Gadari']], b: [['Yusuf el-Qadhari']] })).toEqual({ 'Yousef Gadari': ['a+b'] })
    expect(merged({ a: [['Omar ElTamimi']], b: [['Umar al-Tamimi']] })).toEqual({ 'Omar ElTamimi': ['a+b'] })
    expect(merged({ a: [['Omar al-Tamimi']], b: [['Omar el-Tamemi']] })).toEqual({ 'Omar al-Tamimi': ['a+b'] })
    expect(Object.keys(merged({ a: [['Hassan al-Tamimi']], b: [['Hussein al-Tamimi']] }))).toHaveLength(2)
    expect(Object.keys(merged({ a: [['Adam Gale']], b: [['Adam Kale']] }))).toHaveLength(2)
    expect(Object.keys(merged({ a: [['Vladimir Tarko']], b: [['Volodymyr Tarko']] }))).toHaveLength(2)
    expect(merged({ a: [['William Hart']], b: [['Bill Hart']] })).toEqual({ 'Bill Hart': ['a+b'] })
    expect(merged({ a: [['Daniel Hart']], b: [['Dan Hart']] })).toEqual({ 'Dan Hart': ['a+b'] })
  })

  it('never join who shares a surname and no more', () => {
    expect(merged({ a: [['Ann Hart']], b: [['Tom Hart']], c: [['Anna Hart']], d: [['Hart']], e: [['Ann Harte']] })).toEqual({ 'Ann Hart': ['a'], 'Tom Hart': ['b'], 'Anna Hart': ['c'], Hart: ['d'], 'Ann Harte': ['e'] })
    expect(merged({ a: [['Ann Hart']], d: [['Hart']] })).toEqual({ 'Ann Hart': ['a'], Hart: ['d'] })
  })

  it('join nicknames and middle names', () => {
    const [a, b, c] = ['William Hart', 'Bill Hart', 'William J. Hart'].map((name) => one(name, 'Texas senator'))
    const articles = { a: a!, b: b!, c: c! }
    expect(merged(articles)).toEqual({ 'William J. Hart': ['a+b+c'] })
  })

  it('leave a surname alone that two people bear, unless a title decides', () => {
    const two = { a: [['Ana Bell', ['mayor of York']]], b: [['Tom Bell', ['striker']]] } as const
    expect(merged({ ...two, c: [['Bell']] }).Bell).toEqual(['c'])
    expect(merged({ ...two, c: [['Bell', ['the striker']]] })['Tom Bell']).toEqual(['b+c'])
  })
})

describe('others over the corpus', () => {
  it('joins outlets, countries with their capitals, and bodies under their known names', () => {
    expect(
      merged({
        a: [['FT', [], 'publication'], ['Norway', [], 'country'], ['EU', [], 'organization']],
        b: [['Financial Times', [], 'publication'], ['Oslo', [], 'country'], ['European Union', [], 'organization']],
      }),
    ).toEqual({ 'Financial Times': ['a+b'], Norway: ['a+b'], 'European Union': ['a+b'] })
  })

  it('joins a site to the body whose name is its address', () => {
    expect(merged({ a: body('Norby Herald'), b: body('NorbyHerald.com'), c: body('Norby-Herald'), d: body('Norby Heralds') })).toEqual({ 'Norby Herald': ['a+b+c'], 'Norby Heralds': ['d'] })
  })

  it('joins an acronym to the one body that it can stand for', () => {
    const board: Named = ['Northern Water Board', [], 'organization']
    expect(merged({ a: [board], b: [['NWB', [], 'organization']] })).toEqual({ 'Northern Water Board': ['a+b'] })
    expect(merged({ a: [board], b: [['NWB', [], 'organization']], c: [['National Wool Bureau', [], 'organization']] }).NWB).toEqual(['b'])
  })

  it('never joins unnamed speakers or descriptions', () => {
    const people: readonly Named[] = [['a French official', [], 'anonymous'], ['critics', [], 'group']]
    const unnamed: readonly Named[] = [...people, ['the company', [], 'organization'], ['a poll', [], 'publication']]
    expect(Object.values(merged({ a: unnamed, b: unnamed })).flat().sort()).toEqual(['a', 'a', 'a', 'a', 'b', 'b', 'b', 'b'])
  })
})

describe('the configuration', () => {
  it('joins the names that it lists under the name that it gives', () => {
    const config = { ...NO_CONFIG, speakers: [{ name: 'Elizabeth Crane', aliases: ['Betty C.', 'Baroness Crane'] }] }
    expect(merged({ a: [['Betty C.']], b: [['Baroness Crane']] }, config)).toEqual({ 'Elizabeth Crane': ['a+b'] })
  })

  it('keeps pairs apart that must never merge', () => {
    const config: Config = { ...NO_CONFIG, neverMerge: [['Bill Hart', 'William Hart']] }
    const articles: Record<string, readonly Named[]> = { a: [['William Hart', ['Texas senator']]], b: [['Bill Hart', ['Texas senator']]] }
    expect(merged(articles)).toEqual({ 'Bill Hart': ['a+b'] })
    expect(merged(articles, config)).toEqual({ 'Bill Hart': ['b'], 'William Hart': ['a'] })
  })
})

it('gives the same registry for every order of the articles', () => {
  const bells: readonly Named[] = [['Ana Bell', ['mayor']], ['A. Bell', ['mayor of York']], ['Anna Bell', ['mayor of York']], ['Bell']]
  const names: readonly Named[] = [...bells, ['Tom Bell'], ['NWB', [], 'organization'], ['Northern Water Board', [], 'organization']]
  const inputs = names.map((named, i) => ({ article: `a${i}`, speakers: [speaker(named, 0)] }))
  const straight = mergeSpeakers(inputs, NO_CONFIG)
  for (let i = 1; i < inputs.length; i++) {
    const turned = [...inputs.slice(i), ...inputs.slice(0, i)].toReversed()
    expect(mergeSpeakers(turned, NO_CONFIG)).toEqual(straight)
  }
})
