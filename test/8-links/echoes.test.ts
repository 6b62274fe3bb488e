import { describe, expect, it } from 'vitest'
import { linkInput } from '../../pipeline/8-links/input.ts'
import { link } from '../../pipeline/8-links/link.ts'
import { articleOf } from '../../pipeline/1-read/article-of.ts'
import { annotate } from '../../pipeline/annotate.ts'
import { NO_CONFIG } from '../../pipeline/model/config.ts'

const inputOf = (text: string, id = 'a') => linkInput(annotate(articleOf(text, { id, published: '2031-05-01' })), text)

/** What the claims of a text that take up another's utterance stand for. */
const takenUp = (text: string) => inputOf(text).claims.flatMap(({ echo, text: said }) => (echo === undefined ? [] : [said]))

const DAM = 'Inspector Hugo Stahl said the Leden dam would not stand another spring flood.'
const LUND = 'Coach Anna Lund said the referee had cost them the match.'

describe('a claim that makes another’s utterance its own', () => {
  it.each([
    ['by name', `${DAM}\n\nMayor Rita Holm agreed with Stahl’s assessment.`],
    ['by office', 'The police chief, Dora Lane, said the Leden dam would not stand another spring flood.\n\nInsurers agreed with the police chief’s conclusion.'],
    ['by a pronoun', `${DAM}\n\nMayor Rita Holm echoed his warning on Tuesday.`],
    ['by an article', `${DAM} Mayor Rita Holm repeated the claim on Friday.`],
    ['inside another report', `${DAM}\n\nThe minister, Bo Kallas, said in parliament on Tuesday that he agreed with Stahl’s criticism.`],
  ])('%s', (_, text) => {
    expect(takenUp(text)).toEqual([expect.stringContaining('would not stand another spring flood')])
  })

  it.each([
    ['not negated', `${LUND}\n\nCaptain Eli Berg did not agree with Lund’s view.`],
    ['not by nobody', `${LUND}\n\nNo player agreed with that statement.`],
    ['not denied', `${LUND}\n\n“We were slow,” captain Eli Berg said. He rejected Lund’s view.`],
    ['not what may be of two', `${LUND} Captain Eli Berg said the pitch was too wet. Defender Kim Sund agreed with that assessment.`],
    ['not one of several', `${LUND} “We were robbed,” she added.\n\nLund’s view was shared by the president of the club, Aldo Winter.`],
    ['not all of several', `${LUND}\n\nLund also said the pitch was too wet. Her boss, Neil Orr, agrees with those remarks.`],
    ['not one’s own', 'Senator Lois Grant said the port deal was corrupt. She repeated her claim on Friday.'],
    ['not to others', 'Professor Dale Whitman said the glaciers would vanish.\n\nWhitman has shared his findings with the park service.'],
    ['not before it is told', 'Governor Tom Ashe repeated Grant’s claim on Friday, a day after Senator Lois Grant said the port deal was corrupt.'],
  ])('%s', (_, text) => {
    expect(takenUp(text)).toEqual([])
  })
})

it('is linked to what others report of that utterance, counts as no source of its own in its article, and says why', () => {
  const own = inputOf(`${DAM}\n\nMayor Rita Holm agreed with Stahl’s assessment.`)
  const other = inputOf('“The Leden dam will not stand another spring flood,” inspector Hugo Stahl said on Sunday.', 'b')
  const { id } = own.claims.find(({ echo }) => echo !== undefined)!
  const { links, groups } = link([own, other], NO_CONFIG)
  const agreed = links.find(({ a }) => a.claim === id)
  expect(agreed).toMatchObject({ type: 'same-claim', b: { article: 'b' } })
  expect(agreed!.why[0]).toBe('one takes it up: Stahl’s assessment')
  expect(agreed!.why).not.toContain('same speaker')
  expect(groups.find(({ members }) => members.some(({ claim }) => claim === id))).toMatchObject({ members: { length: 3 }, support: { articles: 2, independent: 1 } })
})
