import { expect, it } from 'vitest'
import { link } from '../../pipeline/8-links/link.ts'
import { NO_CONFIG } from '../../pipeline/index.ts'
import { articleOf, linkOfPair, parseLinkPairs } from '../../pipeline/check/link-pairs.ts'

const pairOf = (a: string, b: string) => parseLinkPairs(`- title: made up\n  a: ${a}\n  b: ${b}\n  link: none`, 'made up')[0]!
const linked = (a: string, b: string) => linkOfPair(pairOf(a, b)).type

const LEFT = 'demands, kind: group, date: 2021-03-04'

it.each([
  ['a passage of eight words is one quotation, whoever is named', '[Ada Holm, "“We tried for years, and we lost the harbour because nobody would pay for the crane.”"]', '[the harbour board, "“We lost the harbour because nobody would pay for the crane,” and that was that"]', 'same-quote'],
  ['fewer words of oneself are not', '[Ada Holm, "“We lost the harbour and the crane.”"]', '[Ben Ruiz, "“We lost the harbour and the old crane.”"]', 'none'],
  ['who denies the charges and calls them false says one thing', '[Ada Holm, "the allegations", { commitment: denies }]', '[Ada Holm, "the report is false and baseless"]', 'same-claim'],
  ['another who denies charges does not', '[Ada Holm, "the allegations", { commitment: denies }]', '[Ben Ruiz, "the report is false and baseless"]', 'none'],
  ['the same in other words, told within days', `[several councillors, "the mayor and his deputies to leave office this spring if the charges are true", { commitment: ${LEFT} }]`, '[Ada Holm, "“If the charges are true, he must leave at once.”", { commitment: demands, date: 2021-03-05 }]', 'same-claim'],
  ['and not where months lie between', `[several councillors, "the mayor and his deputies to leave office this spring if the charges are true", { commitment: ${LEFT} }]`, '[Ada Holm, "“If the charges are true, he must leave at once.”", { commitment: demands, date: 2021-06-05 }]', 'none'],
  ['one speaker within days, in half the words', '[Ada Holm, "the ferry would sink in the next storm", { date: 2021-03-04 }]', '[Ada Holm, "“That ferry will sink, and I told the board so.”", { date: 2021-03-05 }]', 'same-utterance'],
  ['days later, in two words', '[Ada Holm, "the ferry would sink in the next storm", { date: 2021-03-04 }]', '[Ada Holm, "“That ferry will sink, and I told the board so.”", { date: 2021-03-09 }]', 'none'],
  ['where the days are not known, in two words', '[Ada Holm, "the ferry would sink in the next storm"]', '[Ada Holm, "“That ferry will sink, and I told the board so.”"]', 'none'],
  ['where the days are not known, in three words', '[Ada Holm, "the ferry would sink in the next storm"]', '[Ada Holm, "“That ferry will sink in a storm, and I told the board so.”"]', 'same-utterance'],
  ['one speaker weeks later, of another matter in some of the words', '[Ada Holm, "the ferry would sink in the next storm", { date: 2021-03-04 }]', '[Ada Holm, "“That ferry will sink, and I told the board so.”", { date: 2021-04-25 }]', 'none'],
  ['one speaker weeks later, in the same words', '[Ada Holm, "the ferry would sink in the next storm", { date: 2021-03-04 }]', '[Ada Holm, "the ferry will sink in the next storm", { date: 2021-04-25 }]', 'same-claim'],
  ['weeks later, phrases that name the same thing', '[Ada Holm, "the old ferry across the sound", { date: 2021-03-04 }]', '[Ben Ruiz, "the old ferry across the sound", { date: 2021-04-25 }]', 'none'],
  ['a name with its title is nothing in common but the name', '[Ada Holm, "presumptive Liberal nominee Tilda Brandt had sold the pier"]', '[Ben Ruiz, "the hall was too small for presumptive Liberal nominee Tilda Brandt"]', 'none'],
  ['another weeks later, in the same words', '[Ada Holm, "the old ferry will sink in the next storm", { date: 2021-03-04 }]', '[Ben Ruiz, "the old ferry will sink in the next storm", { date: 2021-04-25 }]', 'none'],
  ['another the next day, in the same words', '[Ada Holm, "the old ferry will sink in the next storm", { date: 2021-03-04 }]', '[Ben Ruiz, "the old ferry will sink in the next storm", { date: 2021-03-05 }]', 'same-claim'],
  ['whom two name by office and name, without saying the same', '[Ben Ruiz, "former harbour commissioner Tilda Brandt’s friends on the quays"]', '[Cora Finn, "the unpublished plans of former harbour commissioner Tilda Brandt"]', 'none'],
  ['what another says of somebody else', '[Ada Holm, "actor Robert Lund will play the old harbour master in the coming film about the Norby flood"]', '[Ben Ruiz, "Susan Vick of the Norby stage will play the old harbour master in the coming film about the Norby flood"]', 'none'],
  ['what another says of the same person by surname', '[Ada Holm, "actor Robert Lund will play the old harbour master in the coming film about the Norby flood"]', '[Ben Ruiz, "Lund will play the old harbour master in the coming film about the Norby flood"]', 'same-claim'],
  ['who tells of a denial, and who says what was denied', '[a news agency, "a port official on Friday denied that the crane had fallen on the ferry at Norby"]', '[Ada Holm, "the crane had fallen on the ferry at Norby"]', 'none'],
])('%s', (_, a, b, type) => {
  expect(linked(a, b)).toBe(type)
})

it.each([
  ['“We lost the crane and the harbour.”', '“We lost the harbour and the crane, and nobody in the town would lend us a boat.”', true],
  ['“We lost the crane and the harbour.”', '“We lost the harbour and the crane.”', false],
  ['“We lost the crane and the old harbour.”', '“We lost the harbour and the crane, and nobody in the town would lend us a boat.”', false],
])('%s | %s: that one holds the other is a reason', (a, b, holds) => {
  const pair = pairOf(`[Ada Holm, "${a}", { date: 2021-03-04 }]`, `[Ada Holm, "${b}", { date: 2021-03-04 }]`)
  const [found] = link([articleOf('a', pair.a), articleOf('b', pair.b)], NO_CONFIG).links
  expect(found!.why.includes('one holds all words of the other, and says more')).toBe(holds)
})

it('a name that is a common word elsewhere is nothing in common but a name', () => {
  const named = pairOf('[Ada Holm, "the outgoing Liberal governor Tilda Reed had sold the pier"]', '[Ben Ruiz, "the hall was too small for outgoing Liberal governor Tilda Reed"]')
  const common = pairOf('[Cora Finn, "the reed grows along the pier"]', '[Cora Finn, "the reed grows"]')
  expect(link([articleOf('a', named.a), articleOf('b', named.b), articleOf('c', common.a)], NO_CONFIG).links).toEqual([])
})
