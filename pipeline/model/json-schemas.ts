import * as z from 'zod'
import { configSchema } from './config-schema.ts'
import { LINK_ROWS } from './links-folder.ts'
import { annotatedArticleSchema, correctionsSchema, errorSchema, linksManifestSchema } from './schema.ts'

/** The contract as JSON Schema: what is written, and the configuration that is read. */
export const jsonSchemas = () => ({
  article: z.toJSONSchema(annotatedArticleSchema),
  links: Object.fromEntries(Object.entries({ ...LINK_ROWS, manifest: linksManifestSchema }).map(([file, schema]) => [file, z.toJSONSchema(schema)])),
  corrections: z.toJSONSchema(correctionsSchema),
  error: z.toJSONSchema(errorSchema),
  config: z.toJSONSchema(configSchema, { io: 'input' }),
})
