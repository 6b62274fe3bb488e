import { describe, expect, it } from 'vitest'
import { Vocabulary } from '../../pipeline/8-links/judge/vocabulary.ts'
import { closeness, lemmaOf } from '../../pipeline/lexicon/synonyms.ts'

const read = (text: string) => {
  const vocabulary = new Vocabulary()
  return [...vocabulary.read(text)].map((id) => vocabulary.words[id])
}

describe('Vocabulary', () => {
  it.each([
    ['25,000 or 25 thousand', '25000 or 25000'],
    ['$1.5 billion, 1.5bn', '1500000000 1500000000'],
    ['five per cent and 5%', '5 percent and 5 percent'],
    ['Warsaw, Poland’s, the Polish', 'Poland Poland the Poland'],
    ['the U.S., the United States, us', 'the United States the United States us'],
    ["he doesn't, he didnt", 'he not he not'],
    ['programmes, organised, labour', 'program organize labor'],
  ])('%s', (text, words) => {
    expect(read(text).join(' ')).toBe(words)
  })
})

describe('lemmas and synonyms', () => {
  it.each([['went', 'go'], ['studies', 'study'], ['attacking', 'attack'], ['stopped', 'stop'], ['news', 'news']])('%s -> %s', (form, lemma) => {
    expect(lemmaOf(form)).toBe(lemma)
  })

  it('a family is nearer than synonyms, and strangers are not near at all', () => {
    expect(closeness('deploy', 'deployment')).toBeGreaterThan(closeness('buy', 'purchase'))
    expect(closeness('buy', 'purchase')).toBeGreaterThan(0)
    expect(closeness('buy', 'giraffe')).toBe(0)
  })
})
