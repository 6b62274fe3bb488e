import type { z } from 'zod'

/** What a schema lets through, and nobody changes: zod's own `readonly()` says it too, but freezes every span as it is checked. */
export type Data<Schema extends z.ZodType> = Immutable<z.infer<Schema>>

type Immutable<T> = T extends readonly (infer Item)[]
  ? readonly Immutable<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Immutable<T[Key]> }
    : T
