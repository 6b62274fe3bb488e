import type { z } from 'zod'
import type { configSchema } from './config-schema.ts'

export type Config = z.infer<typeof configSchema>

/** The configuration of somebody who has none. */
export const NO_CONFIG: Config = { topics: [], speakers: [], neverMerge: [], outlets: {} }
