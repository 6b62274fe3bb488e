import * as z from 'zod'
import { annotatedArticleSchema, claimSchema, errorSchema, groupSchema, linkSchema, originSchema, registeredSpeakerSchema } from '../model/schema.ts'

/** The rows of the tables that the job on Spark writes, as `claimtrace schema` prints them; a claim names its article. */
const TABLES = {
  articles: annotatedArticleSchema,
  claims: z.strictObject({ article: z.string(), ...claimSchema.shape }),
  speakers: registeredSpeakerSchema,
  links: linkSchema,
  groups: groupSchema,
  origins: originSchema,
  errors: errorSchema,
} as const

/** A type of Spark SQL, as `StructType.fromJson` takes it. */
export type SparkType =
  | 'string'
  | 'long'
  | 'double'
  | 'boolean'
  | { readonly type: 'array'; readonly elementType: SparkType; readonly containsNull: boolean }
  | { readonly type: 'struct'; readonly fields: readonly { readonly name: string; readonly type: SparkType; readonly nullable: boolean; readonly metadata: object }[] }

/** What of JSON Schema the tables are made of. */
interface JsonSchema {
  readonly type?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
}

/** The types of all tables by their names. */
export const sparkTables = (): Readonly<Record<string, SparkType>> =>
  Object.fromEntries(Object.entries(TABLES).map(([name, schema]) => [name, sparkType(z.toJSONSchema(schema, { reused: 'inline' }) as JsonSchema)]))

const NUMBERS: Readonly<Record<string, SparkType>> = { integer: 'long', number: 'double', boolean: 'boolean' }

/** A JSON Schema as a type of Spark SQL. Every column may be null, as Parquet tables are read so; enumerations are strings. */
export function sparkType({ type, properties, items, anyOf }: JsonSchema): SparkType {
  const one = anyOf?.find((each) => each.type !== 'null')
  if (one) return sparkType(one)
  if (type === 'array') return { type: 'array', elementType: sparkType(items ?? {}), containsNull: true }
  if (type === 'object') return { type: 'struct', fields: Object.entries(properties ?? {}).map(([name, schema]) => ({ name, type: sparkType(schema), nullable: true, metadata: {} })) }
  return NUMBERS[type ?? ''] ?? 'string'
}
