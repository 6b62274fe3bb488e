import nlp from 'compromise'
import { expect, it } from 'vitest'
import { inflect } from '../../pipeline/lexicon/inflect.ts'
import { REPORTING_VERBS } from '../../pipeline/lexicon/reporting.ts'

/** All forms of a verb by compromise, which its types do not tell of. */
const { conjugate } = (nlp.methods() as { two: { transform: { verb: { conjugate: (verb: string, model: object) => Record<string, string> } } } }).two.transform.verb

/** Where compromise is wrong, or has another spelling that is as good. */
const OTHERWISE: ReadonlySet<string> = new Set(['snap', 'get'])

const lemmas = [...new Set([...REPORTING_VERBS.values()].flat().map(({ lemma }) => lemma))].filter((lemma) => !OTHERWISE.has(lemma))

it('has the forms of every reporting verb that compromise has', () => {
  const missing = lemmas.flatMap((lemma) => {
    const forms = conjugate(lemma, nlp.model())
    const ours = new Set(inflect(lemma).map(([form]) => form))
    return [forms['PastTense'], forms['Gerund'], forms['PresentTense']].filter((form) => form && !ours.has(form)).map((form) => `${lemma}: ${form}`)
  })
  expect(missing).toEqual([])
})

it.each([
  ['stop', 'stopped'], ['refer', 'referred'], ['beg', 'begged'], ['dub', 'dubbed'], ['slam', 'slammed'], ['deadpan', 'deadpanned'], ['snap', 'snapped'],
  ['label', 'labelled'], ['label', 'labeled'], ['seek', 'sought'], ['withdraw', 'withdrawn'], ['forbid', 'forbidding'], ['lie', 'lying'], ['equip', 'equipped'],
  ['quit', 'quitting'], ['signal', 'signalling'], ['reply', 'replied'], ['appeal', 'appealed'], ['object', 'objected'], ['question', 'questioned'],
])('%s: %s', (lemma, form) => expect(inflect(lemma).map(([each]) => each)).toContain(form)) // prettier-ignore
