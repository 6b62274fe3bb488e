import { PRONOUNS } from '../../lexicon/pronouns.ts'
import { isUnnamedSource } from '../../lexicon/source-nouns.ts'
import { TITLES } from '../../lexicon/titles.ts'
import { isPersonNoun } from '../../lexicon/unnamed.ts'
import { withoutPlural } from '../../lexicon/inflect.ts'
import type { NounPhrase } from '../../model/layers.ts'
import type { View } from './view.ts'

/** Whether a noun phrase stands for a person or people. */
export function isPerson({ tokens }: View, { head, name }: NounPhrase): boolean {
  const { lower } = tokens[head]!
  const pronoun = PRONOUNS.get(lower)
  return TITLES.has(lower) || isUnnamedSource(lower) || isPersonNoun(withoutPlural(lower)) || (name !== null && name.end - name.first > 1) || (pronoun !== undefined && pronoun.gender !== 'thing' && pronoun.role !== 'possessive')
}
