import type { Attributions, Judgements, SegmentedText, Speakers } from '../model/layers.ts'

/** Commitment and stance of each attribution (stub). */
export function classify(_text: SegmentedText, claims: Attributions, _speakers: Speakers): Judgements {
  return claims.map(() => ({ commitment: { label: 'asserts', rule: 'default', evidence: null }, stance: [] }))
}
