import { LINK_TYPES } from '../../model/schema.ts'
import type { JudgedPair } from '../row.ts'

/** A confidence is written in thousandths. */
const SCALE = 1000

/** What was found of a pair as a number above 0, below 2^16. */
export const foundCode = ({ type, confidence }: Pick<JudgedPair, 'type' | 'confidence'>): number => 1 + LINK_TYPES.indexOf(type) * (SCALE + 1) + Math.round(confidence * SCALE)

/** The place of its type among {@link LINK_TYPES}. */
export const typeIn = (code: number): number => Math.floor((code - 1) / (SCALE + 1))
export const confidenceIn = (code: number): number => ((code - 1) % (SCALE + 1)) / SCALE
