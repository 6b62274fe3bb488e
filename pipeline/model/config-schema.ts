import * as z from 'zod'

/** What only the user knows, from `claimtrace.config.json`: all of it optional. */
export const configSchema = z
  .strictObject({
    /** Subjects to report stance on: a target that holds one of the phrases gets the topic's id. */
    topics: z
      .array(z.strictObject({ id: z.string().min(1), label: z.string().min(1), any: z.array(z.string().min(1)).min(1).readonly() }).readonly())
      .readonly()
      .default([]),
    /** Speakers under all their names. */
    speakers: z
      .array(z.strictObject({ name: z.string().min(1), aliases: z.array(z.string().min(1)).readonly() }).readonly())
      .readonly()
      .default([]),
    /** Pairs of names that are two speakers, whatever else speaks for one. */
    neverMerge: z.array(z.tuple([z.string().min(1), z.string().min(1)]).readonly()).readonly().default([]),
    /** Outlet by folder (`sources/agency`) or by host (`example.org`). */
    outlets: z.record(z.string().min(1), z.string().min(1)).readonly().default({}),
  })
  .readonly()
