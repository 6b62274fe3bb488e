import { describe, expect, it } from 'vitest'
import { judgeTexts } from '../../pipeline/8-links/judge/lone.ts'

describe('two texts by themselves', () => {
  it.each([
    ['The firm said on Monday it would close two plants in the north.', 'On Monday the firm said that it would shut two plants in the north.', true],
    ['The council approved the new budget late on Tuesday.', 'A storm tore the roof off the museum.', false],
    ['The bank will pay the fine by June.', 'The bank will not pay the fine by June.', false],
    ['The crash hurt 12 people on the northern line.', 'The crash hurt 40 people on the northern line.', false],
    ['Rents rose in Norby.', 'Rents fell in Norby.', false],
    ['Rents are rising.', 'Rents are falling.', false],
    ['The clerk voted for the ferry.', 'The clerk voted against the ferry.', false],
    ['Few voters like the toll.', 'Many voters like the toll.', false],
    ['The Greek captain refused the tow.', 'The Turkish captain refused the tow.', false],
    ['Volvo recalled 40,000 lorries.', 'Renault recalled 40,000 lorries.', false],
    ['Divers found the anchor near the pier.', 'The divers find the anchor near the pier.', true],
  ])('%s / %s', (a, b, same) => {
    expect(judgeTexts(a, b).same).toBe(same)
  })

  it('is the same both ways round', () => {
    const [a, b] = ['Sales of bread rose 4 percent.', 'Bread sales increased by 4 per cent in spring.']
    expect(judgeTexts(a, b).score).toBeCloseTo(judgeTexts(b, a).score, 6)
  })

  it('says what decided', () => {
    expect(judgeTexts('The bank will pay the fine.', 'The bank will not pay the fine.').why[0]).toBe('one is negated: - / pay')
  })
})
