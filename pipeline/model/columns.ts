type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array

/** A column of twice the size, or of what is needed, with the same values. */
export function grown<T extends Column>(column: T, needed = 0): T {
  const more = new (column.constructor as new (size: number) => T)(Math.max(2 * column.length, needed))
  more.set(column)
  return more
}
