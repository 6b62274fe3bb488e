import type { z } from 'zod'

type Schema = z.core.$ZodType
type Fits = (value: unknown) => boolean

const known = new WeakMap<Schema, Fits>()

/**
 * A quick test whether a value already is what the schema would make of it, its keys in the schema's order and nothing to be turned into
 * something else. It may say no of a value that fits (of a kind of schema unknown to it, always), never yes of one that does not.
 */
export function fitsOf(schema: Schema): Fits {
  let fits = known.get(schema)
  if (!fits) known.set(schema, (fits = fitsAfresh(schema)))
  return fits
}

function fitsAfresh({ _zod: { def } }: Schema): Fits {
  return withChecks(ofKind(def as z.core.$ZodTypes['_zod']['def']), def.checks ?? [])
}

function ofKind(def: z.core.$ZodTypes['_zod']['def']): Fits {
  switch (def.type) {
    case 'object':
      return ofObject(def.shape)
    case 'array':
      return ofArray(fitsOf(def.element))
    case 'readonly':
    case 'optional':
      return fitsOf(def.innerType)
    case 'nullable': {
      const inner = fitsOf(def.innerType)
      return (value) => value === null || inner(value)
    }
    case 'string':
      return 'format' in def ? never : (value) => typeof value === 'string'
    case 'number':
      return 'format' in def ? (def.format === 'safeint' ? Number.isSafeInteger : never) : Number.isFinite
    case 'enum':
      return ofValues(Object.values(def.entries))
    case 'literal':
      return ofValues(def.values)
    default:
      return never
  }
}

const never: Fits = () => false

function ofValues(values: readonly unknown[]): Fits {
  const set = new Set(values)
  return (value) => set.has(value)
}

function ofArray(element: Fits): Fits {
  return (value) => {
    if (!Array.isArray(value)) return false
    for (let i = 0; i < value.length; i++) if (!element(value[i])) return false
    return true
  }
}

function ofObject(shape: Readonly<Record<string, Schema>>): Fits {
  const fields = Object.entries(shape).map(([key, schema]) => ({ key, optional: isOptional(schema), fits: fitsOf(schema) }))
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
    let next = 0
    for (const key in value) {
      while (fields[next]?.optional && fields[next]!.key !== key) next++
      const field = fields[next++]
      if (field?.key !== key || !field.fits((value as Record<string, unknown>)[key])) return false
    }
    while (fields[next]?.optional) next++
    return next === fields.length
  }
}

const isOptional = ({ _zod: { def } }: Schema) => def.type === 'optional'

function withChecks(fits: Fits, checks: readonly z.core.$ZodCheck[]): Fits {
  const passes = checks.map(passesOf)
  if (!passes.length) return fits
  return (value) => {
    if (!fits(value)) return false
    for (const pass of passes) if (!pass(value)) return false
    return true
  }
}

/** Whether a value of the right kind passes what `positive`, `min` or `refine` added to its schema. */
function passesOf({ _zod: { def } }: z.core.$ZodCheck): Fits {
  const check = def as z.core.$ZodCheckGreaterThanDef | z.core.$ZodCheckLessThanDef | z.core.$ZodCheckMinLengthDef | z.core.$ZodCustomDef
  switch (check.check) {
    case 'greater_than':
      return check.inclusive ? (value) => (value as number) >= Number(check.value) : (value) => (value as number) > Number(check.value)
    case 'less_than':
      return check.inclusive ? (value) => (value as number) <= Number(check.value) : (value) => (value as number) < Number(check.value)
    case 'min_length':
      return (value) => (value as string | readonly unknown[]).length >= check.minimum
    case 'custom':
      return (value) => check.fn(value) === true
    default:
      return never
  }
}
