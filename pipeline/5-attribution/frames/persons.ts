import { PRONOUNS } from '../../lexicon/pronouns.ts'
import { isUnnamedSource } from '../../lexicon/source-nouns.ts'
import { TITLES } from '../../lexicon/titles.ts'
import type { NounPhrase } from '../../model/layers.ts'
import type { View } from './view.ts'

/** Whether a noun phrase stands for a person or people. */
export function isPerson({ tokens }: View, { head, name }: NounPhrase): boolean {
  const { lower } = tokens[head]!
  const pronoun = PRONOUNS.get(lower)
  return TITLES.has(lower) || isUnnamedSource(lower) || PERSONS.has(lower) || (name !== null && name.end - name.first > 1) || (pronoun !== undefined && pronoun.gender !== 'thing' && pronoun.role !== 'possessive')
}

/** People that are no sources. */
const PERSONS = new Set(
  ('suspect suspects defendant defendants victim child children teenager teenagers neighbour neighbours driver drivers wife husband couple ' +
    'mother father son daughter brother sister man woman boy girl umpire referee').split(' '),
)
