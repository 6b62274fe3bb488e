import { describe, expect, it } from 'vitest'
import { mergeSpeakers } from '../../pipeline/7-links/speakers.ts'
import { NO_CONFIG, type Config } from '../../pipeline/model/config.ts'
import type { Speaker } from '../../pipeline/model/schema.ts'

type Named = readonly [name: string, descriptions?: readonly string[], kind?: Speaker['kind']]

const speaker = ([name, descriptions = [], kind = 'person']: Named, i: number): Speaker => ({ id: `p${i + 1}`, name, kind, descriptions, mentions: [], anonymity: null })

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
    const [entry] = mergeSpeakers([{ article: 'a', speakers: [speaker(['Ana Robles'], 0)] }, { article: 'b', speakers: [speaker(['Robles'], 0)] }], NO_CONFIG)
    expect(entry).toMatchObject({ name: 'Ana Robles', aliases: ['Robles'], members: [{ article: 'a', speaker: 'p1' }, { article: 'b', speaker: 'p1' }] })
  })

  it('keep homonyms of different fields apart', () => {
    expect(merged({ a: [['Mark Bell', ['Liberal senator']]], b: [['Mark Bell', ['striker']]], c: [['Mark Bell', ['senator']]] })).toEqual({ 'Mark Bell': ['a+c', 'b'] })
  })

  it('keep homonyms of different nationality apart', () => {
    expect(merged({ a: [['Maria Costa', ['Brazilian economist']]], b: [['Maria Costa', ['Portuguese economist']]] })).toEqual({ 'Maria Costa': ['a', 'b'] })
  })

  it('join misspelled given names where the title agrees, and only there', () => {
    expect(merged({ a: [['Keld Dahl', ['Danish Prime Minister']]], b: [['Kjeld Dahl', ['Danish Prime Minister']]] })).toEqual({ 'Keld Dahl': ['a+b'] })
    expect(merged({ a: [['Keld Dahl', ['Danish Prime Minister']]], b: [['Kjeld Dahl', ['goalkeeper']]] })).toEqual({ 'Keld Dahl': ['a'], 'Kjeld Dahl': ['b'] })
    expect(merged({ a: [['Keld Dahl']], b: [['Kjeld Dahl']] })).toEqual({ 'Keld Dahl': ['a'], 'Kjeld Dahl': ['b'] })
  })

  it('join misspelled surnames where the context agrees', () => {
    const company: readonly Named[] = [['Rui Matos'], ['Ana Robles']]
    expect(merged({ a: [['Olga Zelenko'], ...company], b: [['Olga Zelenkoy'], ...company] })['Olga Zelenko']).toEqual(['a+b'])
    expect(merged({ a: [['Olga Zelenko'], ...company], b: [['Olga Zelenkoy']] })['Olga Zelenko']).toEqual(['a'])
  })

  it('join nicknames and middle names', () => {
    const names: readonly Named[] = [['William Hart', ['Texas senator']], ['Bill Hart', ['Texas senator']], ['William J. Hart', ['Texas senator']]]
    expect(merged({ a: [names[0]!], b: [names[1]!], c: [names[2]!] })).toEqual({ 'William J. Hart': ['a+b+c'] })
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
        a: [['FT', [], 'publication'], ['Norway', [], 'country'], ['EU', [], 'organization'], ['the Hart administration', [], 'organization']],
        b: [['Financial Times', [], 'publication'], ['Oslo', [], 'country'], ['European Union', [], 'organization']],
        c: [["Tom Hart's administration", [], 'organization']],
      }),
    ).toMatchObject({ 'Financial Times': ['a+b'], Norway: ['a+b'], 'European Union': ['a+b'] })
  })

  it('joins an acronym to the one body that it can stand for', () => {
    const board: Named = ['Northern Water Board', [], 'organization']
    expect(merged({ a: [board], b: [['NWB', [], 'organization']] })).toEqual({ 'Northern Water Board': ['a+b'] })
    expect(merged({ a: [board], b: [['NWB', [], 'organization']], c: [['National Wool Bureau', [], 'organization']] }).NWB).toEqual(['b'])
  })

  it('never joins unnamed speakers or descriptions', () => {
    const unnamed: readonly Named[] = [['a French official', [], 'anonymous'], ['the company', [], 'organization'], ['a poll', [], 'publication'], ['critics', [], 'group']]
    expect(Object.values(merged({ a: unnamed, b: unnamed })).flat().sort()).toEqual(['a', 'a', 'a', 'a', 'b', 'b', 'b', 'b'])
  })
})

describe('the configuration', () => {
  it('joins the names that it lists under the name that it gives', () => {
    const config = { ...NO_CONFIG, speakers: [{ name: 'Elizabeth Crane', aliases: ['Betty C.', 'Baroness Crane'] }] }
    expect(merged({ a: [['Betty C.']], b: [['Baroness Crane']] }, config)).toEqual({ 'Elizabeth Crane': ['a+b'] })
  })

  it('keeps pairs apart that must never merge', () => {
    const config = { ...NO_CONFIG, neverMerge: [['Bill Hart', 'William Hart'] as const] }
    const articles: Record<string, readonly Named[]> = { a: [['William Hart', ['Texas senator']]], b: [['Bill Hart', ['Texas senator']]] }
    expect(merged(articles)).toEqual({ 'Bill Hart': ['a+b'] })
    expect(merged(articles, { ...config, neverMerge: [['Bill Hart', 'William Hart']] })).toEqual({ 'Bill Hart': ['b'], 'William Hart': ['a'] })
  })
})

it('gives the same registry for every order of the articles', () => {
  const names: readonly Named[] = [['Ana Bell', ['mayor']], ['Bell'], ['A. Bell', ['mayor of York']], ['Anna Bell', ['mayor of York']], ['Tom Bell', ['striker']], ['NWB', [], 'organization'], ['Northern Water Board', [], 'organization']]
  const inputs = names.map((named, i) => ({ article: `a${i}`, speakers: [speaker(named, 0)] }))
  const straight = mergeSpeakers(inputs, NO_CONFIG)
  for (let i = 1; i < inputs.length; i++) expect(mergeSpeakers([...inputs.slice(i), ...inputs.slice(0, i)].toReversed(), NO_CONFIG)).toEqual(straight)
})
