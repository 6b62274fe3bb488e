import { describe, expect, it } from 'vitest'
import { topicsOf } from '../../pipeline/8-links/pairs/topics.ts'

describe('topicsOf', () => {
  it('gives one id to targets of mostly the same content words, whatever their form and order', () => {
    const topics = topicsOf(['closing the old mine', 'the closing of the old mine', 'a new swimming pool', 'new swimming pools'], [])
    expect(topics.get('closing the old mine')).toBe(topics.get('the closing of the old mine'))
    expect(topics.get('a new swimming pool')).toBe(topics.get('new swimming pools'))
    expect(topics.get('closing the old mine')).not.toBe(topics.get('a new swimming pool'))
  })

  it('keeps targets apart that share only a common word', () => {
    const topics = topicsOf(['the tax on sugar', 'the tax on petrol', 'the tax on land', 'the tax on wine'], [])
    expect(new Set(topics.values()).size).toBe(4)
  })

  it('does not depend on the order of the targets', () => {
    const targets = ['rent caps', 'caps on rents', 'rent caps in the city', 'school meals', 'free school meals']
    const forwards = topicsOf(targets, [])
    const backwards = topicsOf(targets.toReversed(), [])
    for (const target of targets) expect(backwards.get(target)).toBe(forwards.get(target))
  })

  it('lets the user name topics by phrases of whole words', () => {
    const topics = topicsOf(['the night bus', 'the nightclub'], [{ id: 'transport', label: 'Transport', any: ['Night bus', 'night'] }])
    expect(topics.get('the night bus')).toBe('transport')
    expect(topics.get('the nightclub')).toBe('nightclub')
  })

  it('gives every target an id, even one without letters', () => {
    expect(topicsOf(['it', '?'], []).get('it')).toBe('it')
    expect(topicsOf(['?'], []).get('?')).toBe('unnamed')
  })
})
